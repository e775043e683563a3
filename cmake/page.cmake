# The page: two WebAssembly programs (the page itself, and the analysis for its worker), the files of web/, and
# fonts, all together in dist/, from where any static server can serve them.
set(page_sources app arrivals automation drafts faces gl_renderer main platform_web shared other)
list(TRANSFORM page_sources REPLACE "(.+)" "src/app/\\1.cc")
set(web_link_options -O3 -sALLOW_MEMORY_GROWTH=1 -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sMODULARIZE=1 --no-entry "-sEXPORTED_FUNCTIONS=['_malloc','_free']")
set(text_functions 'UTF8ToString','stringToUTF8','lengthBytesUTF8','HEAPU8')

# Emscripten brings a Node along.
find_program(NODE NAMES node nodejs HINTS $ENV{EMSDK_NODE} NO_CMAKE_FIND_ROOT_PATH REQUIRED)

# The page holds a few of the assets only: the weights of the models and the tables of languages are the worker's, the sample is
# the page's, and the examples in the tables are for tests. Each has an embedded_files() of its own; the one in the library
# `rules` is then not linked.
function(embed_lean name)
  set(paths ${ARGN})
  list(TRANSFORM paths PREPEND ${CMAKE_SOURCE_DIR}/assets/)
  add_custom_command(
    OUTPUT ${name}.cc
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/cmake/lean-tables.mjs ${CMAKE_SOURCE_DIR}/assets ${name} ${ARGN}
    COMMAND ${CMAKE_COMMAND} -DDIR=${name} "-DFILES=${ARGN}" -DOUT=${name}.cc -P ${CMAKE_SOURCE_DIR}/assets/embed.cmake
    DEPENDS ${paths} cmake/lean-tables.mjs assets/embed.cmake VERBATIM)
endfunction()
file(GLOB page_assets RELATIVE ${CMAKE_SOURCE_DIR}/assets CONFIGURE_DEPENDS assets/rules/*.tsv assets/sample/*)
file(GLOB_RECURSE analysis_assets RELATIVE ${CMAKE_SOURCE_DIR}/assets CONFIGURE_DEPENDS assets/rules/*.tsv assets/models/*.bin assets/models/*.tsv)
embed_lean(embedded_page ${page_assets})
embed_lean(embedded_analysis ${analysis_assets})

# Where little time goes a smaller download counts for more than speed: commands and views run once an event or a frame,
# files are read once. What reads every character or word of a page or a text (text, html, model, quote, speaker, claim) stays as it is.
foreach(module session ui page_rows document anchor rules format compare extract annotate imgui re2 zlib)
  target_compile_options(${module} PRIVATE -Os)
endforeach()
set_source_files_properties(${gumbo_SOURCE_DIR}/src/char_ref.c PROPERTIES COMPILE_OPTIONS -Oz)  # a large automaton for what is rare
add_executable(page_program ${page_sources} ${CMAKE_CURRENT_BINARY_DIR}/embedded_page.cc)
set_target_properties(page_program PROPERTIES OUTPUT_NAME app SUFFIX .js)
target_compile_options(page_program PRIVATE ${warnings} -Os)
target_link_libraries(page_program PRIVATE page_rows ui format session)
target_link_options(page_program PRIVATE ${web_link_options} -sENVIRONMENT=web -sEXPORT_NAME=createApp
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 "-sEXPORTED_RUNTIME_METHODS=[${text_functions},'GL']")

add_executable(analysis_program src/app/analysis.cc ${CMAKE_CURRENT_BINARY_DIR}/embedded_analysis.cc)
set_target_properties(analysis_program PROPERTIES OUTPUT_NAME analysis SUFFIX .js)
target_compile_options(analysis_program PRIVATE ${warnings})
target_link_libraries(analysis_program PRIVATE extract annotate format)
target_link_options(analysis_program PRIVATE ${web_link_options} -sENVIRONMENT=worker -sEXPORT_NAME=createAnalysis
  "-sEXPORTED_RUNTIME_METHODS=[${text_functions}]")

set(dist ${CMAKE_SOURCE_DIR}/dist)
file(MAKE_DIRECTORY ${dist}/fonts)

# Noto Serif and Noto Sans (SIL Open Font License). The first faces hold Latin letters and the usual signs, those of kFirst in
# src/ui/scripts.cc; the further ones, which the page loads when a text needs them, Greek, Cyrillic, Vietnamese and rarer signs.
set(first_ranges U+0020-007E,U+00A0-017F,U+0218-021B,U+02C6-02C7,U+02D8-02DD,U+2002-200D,U+2010-2027,U+202F-203A,U+2044,U+20A0-20C0,U+2116,U+2122
  U+2190-2195,U+2212,U+2248,U+2260-2265,U+2318,U+25A0-25CF,U+2713,U+FEFF,U+FFFD)
set(further_ranges U+0180-0217,U+021C-024F,U+0250-02AF,U+02B0-02C5,U+02C8-02D7,U+02DE-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF
  U+2070-209F,U+2100-2115,U+2117-2121,U+2123-218F,U+2196-21FF,U+2200-2211,U+2213-2247,U+2249-225F,U+2266-22FF,U+2300-2317,U+2319-23FF,U+25D0-25FF,U+2600-26FF
  U+2700-2712,U+2714-27BF,U+FB00-FB06)
list(JOIN first_ranges "," first_ranges)
list(JOIN further_ranges "," further_ranges)
find_path(NOTO_FONTS NotoSerif-Regular.ttf PATHS /usr/share/fonts/truetype/noto /usr/share/fonts/noto /usr/share/fonts/google-noto
  NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH)
if(NOT NOTO_FONTS)
  message(FATAL_ERROR "Noto Serif and Noto Sans are missing (on Debian: apt-get install fonts-noto-core)")
endif()
find_program(PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
execute_process(COMMAND ${PYTHON} -c "import fontTools.subset" RESULT_VARIABLE no_font_tools OUTPUT_QUIET ERROR_QUIET)
# Chinese, Japanese and Korean (Apache-2.0): whole, for the texts that need it.
find_file(EAST_ASIAN_FONT NAMES DroidSansFallback.ttf DroidSansFallbackFull.ttf NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH
  PATHS /usr/share/fonts-droid-fallback/truetype /usr/share/fonts/truetype/droid /usr/share/fonts/droid)
if(NOT EAST_ASIAN_FONT)
  message(FATAL_ERROR "Droid Sans Fallback is missing (on Debian: apt-get install fonts-droid-fallback)")
endif()
set(fonts)
function(add_face name file ranges)
  if(no_font_tools OR NOT ranges)
    set(make_font ${CMAKE_COMMAND} -E copy ${file} ${dist}/fonts/${name}.ttf)
  else()
    # Without hinting and layout tables: the canvas uses neither.
    set(make_font ${PYTHON} -m fontTools.subset ${file} --unicodes=${ranges} --output-file=${dist}/fonts/${name}.ttf
      --no-hinting --layout-features= --name-IDs=0,1,2,3,4,5,6,13,14)
  endif()
  add_custom_command(OUTPUT ${dist}/fonts/${name}.ttf COMMAND ${make_font} DEPENDS ${file} ${CMAKE_SOURCE_DIR}/cmake/page.cmake VERBATIM
    COMMENT "Font ${name}")
  set(fonts ${fonts} ${dist}/fonts/${name}.ttf PARENT_SCOPE)
endfunction()
foreach(face NotoSerif-Regular NotoSerif-Bold NotoSans-Regular NotoSans-Bold)
  add_face(${face} ${NOTO_FONTS}/${face}.ttf "${first_ranges}")
  add_face(${face}-further ${NOTO_FONTS}/${face}.ttf "${further_ranges}")
endforeach()
add_face(DroidSansFallback ${EAST_ASIAN_FONT} "")

# web/ as it is, and the programs, into dist/.
file(GLOB web_files CONFIGURE_DEPENDS web/*.html web/*.css web/*.js web/*.svg web/*.webmanifest)
list(REMOVE_ITEM web_files ${CMAKE_SOURCE_DIR}/web/packed.js ${CMAKE_SOURCE_DIR}/web/service-worker.js)  # for pack-page.mjs
set(copied)
foreach(file ${web_files})
  get_filename_component(name ${file} NAME)
  add_custom_command(OUTPUT ${dist}/${name} COMMAND ${CMAKE_COMMAND} -E copy ${file} ${dist}/${name} DEPENDS ${file} VERBATIM COMMENT "dist/${name}")
  list(APPEND copied ${dist}/${name})
endforeach()
foreach(program page_program analysis_program)
  get_target_property(name ${program} OUTPUT_NAME)
  add_custom_command(OUTPUT ${dist}/${name}.js ${dist}/${name}.wasm
    COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:${program}> ${dist}/${name}.js
    COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE_DIR:${program}>/${name}.wasm ${dist}/${name}.wasm
    DEPENDS ${program} VERBATIM COMMENT "dist/${name}.wasm")
  list(APPEND copied ${dist}/${name}.js)
endforeach()

# The hashes of all these in the service worker, and all of them in one file.
set(parts ${copied} ${fonts} ${dist}/app.wasm ${dist}/analysis.wasm)
list(TRANSFORM parts REPLACE "^${dist}/" "")
add_custom_command(OUTPUT ${dist}/service-worker.js ${dist}/quoth.html
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/cmake/pack-page.mjs ${dist} ${CMAKE_SOURCE_DIR}/web ${parts}
  DEPENDS ${copied} ${fonts} cmake/pack-page.mjs web/packed.js web/service-worker.js VERBATIM COMMENT "dist/quoth.html")
add_custom_target(page ALL DEPENDS ${copied} ${fonts} ${dist}/quoth.html)

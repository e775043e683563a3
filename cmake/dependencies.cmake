# Everything that others wrote. Nothing of it lies in the repository: README.md says what each is for.
#
# Sources come from QUOTH_SOURCES (a folder made by cmake/fetch-sources.sh, which build-wasm.sh runs), or,
# where that is not given, from their upstream repositories by FetchContent.
#
#   targets: re2 gumbo zlib imgui json, and natively GTest::gtest GTest::gmock httplib CURL::libcurl
include(FetchContent)
set(QUOTH_SOURCES "" CACHE PATH "folder made by cmake/fetch-sources.sh; empty: fetch from upstream")
if(NOT QUOTH_SOURCES AND EXISTS $ENV{HOME}/.cache/quoth/sources/imgui-1.92)
  set(QUOTH_SOURCES $ENV{HOME}/.cache/quoth/sources)
endif()

# Debian's own Python, to which its packages (fontTools) belong, before another one on the PATH.
find_program(PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
find_program(PYTHON NAMES python3 NO_CMAKE_FIND_ROOT_PATH)

function(source name folder repository tag)
  if(QUOTH_SOURCES)
    set(${name}_SOURCE_DIR ${QUOTH_SOURCES}/${folder} PARENT_SCOPE)
    return()
  endif()
  # SOURCE_SUBDIR names a folder without a CMakeLists.txt: fetched, and built by the lines below.
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON SOURCE_SUBDIR fetch-only)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR ${${name}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

source(imgui imgui-1.92 https://github.com/ocornut/imgui.git v1.92.2b)
source(re2 re2-20220601 https://github.com/google/re2.git 2022-06-01)
source(gumbo gumbo-nokogiri-1.18 https://github.com/sparklemotion/nokogiri.git v1.18.2)
if(EXISTS ${gumbo_SOURCE_DIR}/gumbo-parser)
  set(gumbo_SOURCE_DIR ${gumbo_SOURCE_DIR}/gumbo-parser)
endif()

source(zlib zlib-1.2.13 https://github.com/madler/zlib.git v1.2.13)

file(STRINGS ${imgui_SOURCE_DIR}/imgui.h imgui_version REGEX "^#define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+" imgui_version "${imgui_version}")
if(imgui_version LESS 19200)
  message(FATAL_ERROR "Dear ImGui 1.92 or newer is needed; ${imgui_SOURCE_DIR} has ${imgui_version}")
endif()

add_library(imgui STATIC ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
# 32 bit indices: WebGL 2 cannot draw from a base vertex, and a page of text has more than 64 K vertices.
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_USE_WCHAR32 "ImDrawIdx=unsigned int")

set(re2_files bitstate compile dfa filtered_re2 mimics_pcre nfa onepass parse perl_groups prefilter prefilter_tree
  prog re2 regexp set simplify stringpiece tostring unicode_casefold unicode_groups)
list(TRANSFORM re2_files REPLACE "(.+)" "${re2_SOURCE_DIR}/re2/\\1.cc")
add_library(re2 STATIC ${re2_files} ${re2_SOURCE_DIR}/util/rune.cc ${re2_SOURCE_DIR}/util/strutil.cc)
if(EMSCRIPTEN)
  target_include_directories(re2 SYSTEM BEFORE PRIVATE cmake/re2)  # its logging without streams
endif()
target_include_directories(re2 SYSTEM PUBLIC ${re2_SOURCE_DIR})
find_package(Threads)
target_link_libraries(re2 PUBLIC Threads::Threads)

set(gumbo_files ascii attribute char_ref error foreign_attrs parser string_buffer string_piece svg_attrs svg_tags
  tag tag_lookup token_buffer tokenizer utf8 util vector)
list(TRANSFORM gumbo_files REPLACE "(.+)" "${gumbo_SOURCE_DIR}/src/\\1.c")
add_library(gumbo STATIC ${gumbo_files})
target_include_directories(gumbo SYSTEM PUBLIC ${gumbo_SOURCE_DIR}/src)

# Not the system's: another version of it packs the same text into other bytes. Its names get a prefix, since libcurl
# and httplib bring the system's into the same program.
set(zlib_files adler32 crc32 deflate inffast inflate inftrees trees zutil)
list(TRANSFORM zlib_files REPLACE "(.+)" "${zlib_SOURCE_DIR}/\\1.c")
add_library(zlib STATIC ${zlib_files})
target_include_directories(zlib SYSTEM PUBLIC ${zlib_SOURCE_DIR})
target_compile_definitions(zlib PUBLIC Z_PREFIX PRIVATE NO_GZIP)
target_compile_options(imgui PRIVATE -w)
target_compile_options(re2 PRIVATE -w)
target_compile_options(gumbo PRIVATE -w)
target_compile_options(zlib PRIVATE -w)

# nlohmann/json is headers only. Its own CMake target would put /usr/include in front of Emscripten's headers,
# so the one folder that is needed is linked into the build tree.
find_path(JSON_INCLUDE nlohmann/json.hpp HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT JSON_INCLUDE)
  source(json json https://github.com/nlohmann/json.git v3.11.2)
  set(JSON_INCLUDE ${json_SOURCE_DIR}/include)
endif()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/headers)
file(CREATE_LINK ${JSON_INCLUDE}/nlohmann ${CMAKE_BINARY_DIR}/headers/nlohmann SYMBOLIC)
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/headers)
target_compile_definitions(json INTERFACE JSON_USE_IMPLICIT_CONVERSIONS=0)

# GoogleTest: Debian's package holds its sources, which build for the web as well.
if(EXISTS /usr/src/googletest/CMakeLists.txt)
  set(googletest_SOURCE_DIR /usr/src/googletest)
else()
  source(googletest googletest https://github.com/google/googletest.git v1.14.0)
endif()
add_library(gtest STATIC EXCLUDE_FROM_ALL ${googletest_SOURCE_DIR}/googletest/src/gtest-all.cc
  ${googletest_SOURCE_DIR}/googlemock/src/gmock-all.cc)
target_include_directories(gtest SYSTEM PUBLIC ${googletest_SOURCE_DIR}/googletest/include ${googletest_SOURCE_DIR}/googlemock/include)
target_include_directories(gtest PRIVATE ${googletest_SOURCE_DIR}/googletest ${googletest_SOURCE_DIR}/googlemock)
target_compile_options(gtest PRIVATE -w)
target_link_libraries(gtest PUBLIC Threads::Threads)

# What `quoth serve` needs, natively only.
if(NOT EMSCRIPTEN)
  find_package(CURL 7.68)
  if(NOT CURL_FOUND)
    message(FATAL_ERROR "libcurl is missing: apt-get install libcurl4-openssl-dev, or your system's package")
  endif()
  add_library(httplib INTERFACE)
  find_path(HTTPLIB_INCLUDE httplib.h)
  if(NOT HTTPLIB_INCLUDE)
    source(httplib httplib https://github.com/yhirose/cpp-httplib.git v0.11.4)
    set(HTTPLIB_INCLUDE ${httplib_SOURCE_DIR})
  endif()
  target_include_directories(httplib SYSTEM INTERFACE ${HTTPLIB_INCLUDE})
  target_link_libraries(httplib INTERFACE Threads::Threads)
  # Debian's package is compiled, with all options on; elsewhere everything is in the header.
  find_library(HTTPLIB_LIBRARY cpp-httplib)
  if(HTTPLIB_LIBRARY)
    target_link_libraries(httplib INTERFACE ${HTTPLIB_LIBRARY})
    target_compile_definitions(httplib INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT CPPHTTPLIB_BROTLI_SUPPORT)
  endif()
endif()

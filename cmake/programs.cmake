# The programs: the command line natively and, for Node, as WebAssembly; the page and its worker with Emscripten.
set(page_server address.cc fetch.cc serve.cc serve_page.cc)
if(EMSCRIPTEN)
  # Without `quoth serve`: a program in Node opens no sockets.
  module(cli NEEDS annotate extract format compare WITHOUT ${page_server})
else()
  module(cli NEEDS annotate extract format compare PRIVATELY httplib CURL::libcurl)
  target_compile_definitions(cli PRIVATE QUOTH_SERVE)
endif()
target_compile_definitions(cli PRIVATE QUOTH_VERSION="${PROJECT_VERSION}" QUOTH_THREADS=$<NOT:$<BOOL:${EMSCRIPTEN}>>)

if(EXISTS ${CMAKE_SOURCE_DIR}/src/annotate/annotate.cc)
  add_executable(quoth src/cli/main.cc)
  target_compile_options(quoth PRIVATE ${warnings})
  target_link_libraries(quoth PRIVATE cli)
  if(EMSCRIPTEN)
    target_link_options(quoth PRIVATE -sALLOW_MEMORY_GROWTH=1 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
  endif()
endif()
# What the page says of itself beside the canvas: no browser is needed for it, so the tests have it too.
add_library(page_rows STATIC src/app/mirror.cc src/app/settings_text.cc)
target_compile_options(page_rows PRIVATE ${warnings})
target_link_libraries(page_rows PUBLIC ui format session)
if(EMSCRIPTEN)
  include(cmake/page.cmake)
endif()

if(NOT EMSCRIPTEN)
  # Trains the weights of assets/models/ (README.md there); built on request: --target quoth-train
  file(GLOB train_sources CONFIGURE_DEPENDS src/train/*.cc)
  add_executable(quoth-train EXCLUDE_FROM_ALL ${train_sources})
  target_compile_options(quoth-train PRIVATE ${warnings})
  target_link_libraries(quoth-train PRIVATE quote claim format)
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    set_source_files_properties(src/train/matrix.cc src/train/network_trainer.cc src/train/label_chain.cc
      PROPERTIES COMPILE_OPTIONS "-march=x86-64-v3;-ffast-math;-O3")
  endif()
endif()

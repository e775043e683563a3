# The programs: the command line natively; the page and its worker with Emscripten.
if(NOT EMSCRIPTEN)
  file(GLOB cli_sources CONFIGURE_DEPENDS src/cli/*.cc)
  if(cli_sources)
    add_executable(quoth ${cli_sources})
    target_compile_options(quoth PRIVATE ${warnings})
    target_link_libraries(quoth PRIVATE annotate extract format)
  endif()
endif()

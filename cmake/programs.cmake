# The programs: the command line natively; the page and its worker with Emscripten.
if(NOT EMSCRIPTEN)
  # Trains the weights of assets/models/ (README.md there); built on request: --target quoth-train
  file(GLOB train_sources CONFIGURE_DEPENDS src/train/*.cc)
  add_executable(quoth-train EXCLUDE_FROM_ALL ${train_sources})
  target_compile_options(quoth-train PRIVATE ${warnings})
  target_link_libraries(quoth-train PRIVATE quote format)
  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    set_source_files_properties(src/train/matrix.cc src/train/network_trainer.cc src/train/label_chain.cc
      PROPERTIES COMPILE_OPTIONS "-march=x86-64-v3;-ffast-math;-O3")
  endif()

  file(GLOB cli_sources CONFIGURE_DEPENDS src/cli/*.cc)
  if(cli_sources AND EXISTS ${CMAKE_SOURCE_DIR}/src/annotate/annotate.cc AND EXISTS ${CMAKE_SOURCE_DIR}/src/extract/extract.cc)
    add_executable(quoth ${cli_sources})
    target_compile_options(quoth PRIVATE ${warnings})
    target_compile_definitions(quoth PRIVATE QUOTH_VERSION="${PROJECT_VERSION}")
    target_link_libraries(quoth PRIVATE annotate extract format)
  endif()
endif()

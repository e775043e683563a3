# The toolchain of the preset "web": the Emscripten whose emcc is on the PATH, from a distribution or from emsdk.
find_program(EMCC emcc NO_CMAKE_FIND_ROOT_PATH)
if(NOT EMCC)
  message(FATAL_ERROR "emcc is not on the PATH: ./build-wasm.sh installs it, or says what is missing")
endif()
get_filename_component(emscripten ${EMCC} REALPATH)
get_filename_component(emscripten ${emscripten} DIRECTORY)
include(${emscripten}/cmake/Modules/Platform/Emscripten.cmake)

# Optimised linking runs acorn. Debian's lies where only Debian's own node looks for it.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_C_LINKER_LAUNCHER env NODE_PATH=/usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER env NODE_PATH=/usr/share/nodejs)
endif()

#!/usr/bin/env bash
# Prints a clang++ that has libFuzzer and the sanitizers; installs Debian's if there is none. Fails, saying why.
set -uo pipefail
. "$(dirname "$0")/../../cmake/packages.sh"
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' > "$trial/fuzz.cc"

find_compiler() {
  local compiler
  for compiler in clang++ clang++-{22,21,20,19,18,17,16,15,14}; do
    if has $compiler && $compiler -fsanitize=fuzzer,address,undefined "$trial/fuzz.cc" -o "$trial/fuzz" 2> /dev/null; then
      echo $compiler
      return 0
    fi
  done
  return 1
}
find_compiler && exit
if has_apt; then
  need clang has clang++
  need libclang-rt-14-dev false
  install_missing > /dev/null && find_compiler && exit
fi
echo "there is no clang with libFuzzer (Debian: clang and libclang-rt-14-dev)"
exit 1

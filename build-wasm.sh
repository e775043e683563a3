#!/usr/bin/env bash
# Builds Quoth: the page into dist/ and the command line as build/native/quoth.
set -euo pipefail
cd "$(dirname "$0")"
. cmake/packages.sh

usage() {
  cat << 'END'
Usage: ./build-wasm.sh [--serve [--port N]]

Builds the page into dist/ and the command line as build/native/quoth.

  --serve    then serve the page on this machine and print its address
  --port N   the port to serve on
  --help     this text

On Debian and Ubuntu what is missing is installed with apt: as root, or with sudo. Elsewhere, or where everything
is installed, no root is needed. An emcc on the PATH (3.1.6 or newer) is used as it is. The sources of the
libraries come from Debian's source packages where apt is, else from their upstream repositories.
END
}

serve=no port=()
while [ $# -gt 0 ]; do
  case $1 in
    --serve) serve=yes ;;
    --port) [[ ${2:-} =~ ^[0-9]+$ ]] || { say "--port needs a number"; exit 2; }; port=(--port "$2"); shift ;;
    --help | -h) usage; exit 0 ;;
    *) say "unknown option $1"; usage >&2; exit 2 ;;
  esac
  shift
done
[ ${#port[@]} = 0 ] || [ $serve = yes ] || { say "--port goes with --serve"; exit 2; }

cmake/install-tools.sh
sources=$(cmake/fetch-sources.sh) || { say "using the upstream repositories instead"; sources=; }
export QUOTH_SOURCES=$sources

# build PRESET TARGET
build() {
  mkdir -p build
  if ! cmake --preset "$1" > "build/$1.log" 2>&1; then
    cat "build/$1.log" >&2
    say "could not configure build/$1"
    exit 1
  fi
  cmake --build "build/$1" --target "$2"
}
build native quoth
build web page

# Brotli at its slowest, as a static host would: kept beside, for a file that did not change.
brotli_size() {
  local kept=build/brotli/$1
  if [ ! "$kept" -nt "dist/$1" ]; then
    mkdir -p "$(dirname "$kept")"
    brotli -c -q 11 "dist/$1" | wc -c > "$kept"
  fi
  cat "$kept"
}
echo
printf '%10s %10s  %s\n' bytes brotli 'file of the page'
find dist -type f ! -name quoth.html -printf '%P\n' | LC_ALL=C sort | while read -r file; do
  printf '%10d %10d  %s\n' "$(wc -c < "dist/$file")" "$(brotli_size "$file")" "dist/$file"
done | awk '{ print; raw += $1; brotli += $2 } END { printf "%10d %10d  in all\n", raw, brotli }'
echo
printf '%10d             dist/quoth.html: all of it in one file, which opens without a server\n' "$(wc -c < dist/quoth.html)"
echo "The page is in dist/, the command line is build/native/quoth."

if [ $serve = yes ]; then exec build/native/quoth serve "${port[@]}"; fi

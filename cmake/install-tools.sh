#!/usr/bin/env bash
# Installs what building Quoth needs and this machine lacks.
set -euo pipefail
. "$(dirname "$0")/packages.sh"

version_of() { "$@" --version 2> /dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -1; }
emcc_works() { version_at_least 3.1.6 "$(version_of emcc)"; }
node_works() { version_at_least 18 "$(node --version 2> /dev/null | tr -d v)"; }
# Debian's emcc is made of several packages; its acorn is found by the toolchain file.
debian_emcc() { [[ $(readlink -f "$(command -v emcc)") == /usr/share/emscripten/* ]]; }

# Debian's own Python, to which its packages belong, before another one on the PATH.
python=/usr/bin/python3
[ -x $python ] || python=python3

need build-essential has c++
need cmake version_at_least 3.22 "$(version_of cmake)"
need ninja-build has ninja
need python3 has "$python"
need nodejs node_works
need emscripten emcc_works
if emcc_works && debian_emcc; then need node-acorn test -e /usr/share/nodejs/acorn; fi
need libcurl4-openssl-dev test -n "$(find /usr/include /usr/local/include /opt/homebrew/include -path '*curl/curl.h' -print -quit 2> /dev/null)"
need brotli has brotli
need python3-fonttools "$python" -c "import fontTools"
need python3-brotli "$python" -c "import brotli"
if has_apt; then
  need ccache has ccache  # a second build, or one of another clone, takes seconds
  need ca-certificates test -e /etc/ssl/certs/ca-certificates.crt
  need nlohmann-json3-dev test -e /usr/include/nlohmann/json.hpp
  need googletest test -e /usr/src/googletest/CMakeLists.txt
  need libcpp-httplib-dev test -e /usr/include/httplib.h
  need fonts-droid-fallback test -e /usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf
  need fonts-noto-core test -e /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf
  # for cmake/fetch-sources.sh; the last two make tables of re2
  need dpkg-dev has dpkg-source
  need perl has perl
  need python3-six "$python" -c "import six"
  need unicode-data test -e /usr/share/unicode/UnicodeData.txt
fi
install_missing
emcc_works || { echo "emcc 3.1.6 or newer is needed: https://emscripten.org/docs/getting_started/downloads.html" >&2; exit 1; }

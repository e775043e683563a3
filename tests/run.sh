#!/usr/bin/env bash
# Builds everything and runs every test. The last line says how many passed and how many failed.
set -uo pipefail
cd "$(dirname "$0")/.."
. cmake/packages.sh

usage() {
  cat << 'END'
Usage: tests/run.sh [--quick]

Builds everything and runs every test; installs with apt and npm what that needs and the machine lacks.

  --quick   only the native release build and its tests
  --help    this text
END
}
quick=no
case ${1:-} in
  '') ;;
  --quick) quick=yes ;;
  --help | -h) usage; exit 0 ;;
  *) say "unknown option $1"; usage >&2; exit 2 ;;
esac

# What the tests leave: a log of each suite, and the annotation files that they wrote.
results=$PWD/build/tests
rm -rf "$results"
mkdir -p "$results/written"

names=() passed=() failed=() seconds=()
total_passed=0 total_failed=0

# suite NAME COUNTER COMMAND…   runs COMMAND and counts its tests: COUNTER reads what it says and prints
# "PASSED FAILED". What failed is shown. A command that fails without a failed test counts as one.
suite() {
  local name=$1 counter=$2 log started=$SECONDS ok bad status
  log=$results/$(printf %s "$name" | tr -cs 'a-zA-Z0-9' -).log
  echo "== $name"
  "${@:3}" > "$log" 2>&1
  status=$?
  read -r ok bad < <($counter < "$log")
  [ $status = 0 ] || [ "$bad" != 0 ] || bad=1
  if [ "$bad" != 0 ]; then tail -n 80 "$log"; else tail -n 1 "$log"; fi
  names+=("$name") passed+=("$ok") failed+=("$bad") seconds+=($((SECONDS - started)))
  total_passed=$((total_passed + ok)) total_failed=$((total_failed + bad))
  [ "$bad" = 0 ]
}

# Counters.
googletest() { awk '/^\[  PASSED  \] [0-9]+ test/ { ok = $4 } /^\[  FAILED  \] [0-9]+ test/ { bad = $4 } END { print ok + 0, bad + 0 }'; }
node_tests() { awk '/^# pass / { ok += $3 } /^# (fail|cancelled) / { bad += $3 } END { print ok + 0, bad + 0 }'; }
ok_lines() { awk '/^ok / { ok++ } /^not ok / { bad++ } END { print ok + 0, bad + 0 }'; }
nothing() { cat > /dev/null; echo 0 0; }  # a build: its failure is a failed test, its success is none

skip() { echo "== $1"; echo "skipped: $2"; names+=("$1 (skipped)") passed+=(0) failed+=(0) seconds+=(0); }

finish() {
  echo
  printf '%-48s %7s %7s %8s\n' suite passed failed seconds
  for i in "${!names[@]}"; do printf '%-48s %7d %7d %8d\n' "${names[i]}" "${passed[i]}" "${failed[i]}" "${seconds[i]}"; done
  echo
  echo "$total_passed passed, $total_failed failed"
  [ $total_failed = 0 ]
  exit
}

build() { cmake --preset "$1" && cmake --build "build/$1" --target "${@:2}"; }

cmake/install-tools.sh || exit 1
if [ $quick = no ]; then
  browser() { echo "${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}"; }
  need npm has npm
  need chromium test -n "$(browser)"
  install_missing || exit 1
  CHROMIUM=$(browser)
  export CHROMIUM QUOTH_WRITTEN=$results/written
  # Only Debian has this package; elsewhere the page is tested in Chromium alone. Without a screen it needs one of X's, and Mesa.
  missing=()
  need firefox-esr has firefox-esr
  need xvfb has xvfb-run
  need xauth has xauth
  need libegl1 eval 'ldconfig -p | grep -q libEGL.so.1'
  install_missing || true
fi
QUOTH_SOURCES=$(cmake/fetch-sources.sh) || { say "using the upstream repositories instead"; QUOTH_SOURCES=; }
export QUOTH_SOURCES

suite 'build: native' nothing build native all || finish
suite 'core and command line, native' googletest build/native/quoth_tests
[ $quick = no ] || finish

# One sanitized build for the tests and the fuzz targets where there is a clang for both; else with the usual compiler.
sanitized=debug targets=(quoth_tests)
if clang=$(tests/fuzz/compiler.sh 2> /dev/null); then
  export CXX=$clang CC=${clang/++/}
  sanitized=fuzz targets+=(fuzzers)
fi
if suite 'build: sanitizers' nothing build $sanitized "${targets[@]}"; then
  suite 'core and command line, ASan and UBSan' googletest env UBSAN_OPTIONS=print_stacktrace=1 build/$sanitized/quoth_tests
  [ $sanitized = debug ] || suite 'fuzzing' ok_lines tests/fuzz/run.sh short
fi
[ $sanitized = fuzz ] || skip 'fuzzing' "$clang"
unset CC CXX
if suite 'build: web' nothing build web all; then
  suite 'core, WebAssembly in Node' googletest node --no-experimental-fetch build/web/quoth_tests.js
  suite 'the same bytes, native and WebAssembly' ok_lines tests/wasm-bytes.sh "$results/written"
fi
if suite 'npm packages' nothing npm ci --prefix tests --no-audit --no-fund; then
  suite 'the page in Chromium' node_tests node --test --test-reporter=tap tests/web/*.test.mjs
  if ! has firefox-esr || ! has xvfb-run; then
    skip 'the page in Firefox' 'there is no firefox-esr, or no xvfb-run'
  elif ! npm ci --prefix tests/firefox --no-audit --no-fund > "$results/npm-firefox.log" 2>&1; then
    skip 'the page in Firefox' "what it needs could not be installed: $(tail -n 1 "$results/npm-firefox.log")"
  else
    suite 'the page in Firefox' node_tests xvfb-run -a -s '-screen 0 1400x1000x24' node --test --test-reporter=tap tests/firefox/firefox.test.mjs
  fi
  suite 'exports as JSON-LD' node_tests node --test --test-reporter=tap tests/jsonld.test.mjs
  suite 'the judge of annotation files' node_tests node --test --test-reporter=tap tests/validate.test.mjs
  suite 'annotation files against the schema' ok_lines node tests/validate.mjs "$results/written"
fi
finish

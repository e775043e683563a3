#!/usr/bin/env bash
# Throws made-up input at what reads from outside: an input that crashes, hangs or breaks a promise is kept in
# build/fuzz/found/. Build them first:
#   CXX=$(tests/fuzz/compiler.sh) cmake --preset fuzz && cmake --build build/fuzz --target fuzzers
#
#   tests/fuzz/run.sh SECONDS [TARGET…]   for so long each, going on from what earlier runs learned: each run is another
#   tests/fuzz/run.sh short               the same few inputs every time, so that a change is judged by what it changed
set -uo pipefail
cd "$(dirname "$0")/../.."
amount=${1:-short}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || for file in tests/fuzz/*.cc; do targets+=("$(basename "$file" .cc)"); done

mkdir -p build/fuzz/found build/fuzz/seeds
for file in tests/articles/*/source.* tests/pages/*/source.* tests/spec/*.md assets/sample/*; do
  [ ! -f "$file" ] || cp "$file" "build/fuzz/seeds/$(printf %s "$file" | tr / -)"
done
for file in build/tests/written/*.quoth.json; do
  # the ids and times in these differ from run to run
  [ "$amount" = short ] || [ ! -f "$file" ] || cp "$file" "build/fuzz/seeds/$(basename "$file")"
done

bad=0
for name in "${targets[@]}"; do
  if [ "$amount" = short ]; then
    case $name in
      text) runs=150 ;;          # the whole analysis of each
      html | saved) runs=1500 ;;
      *) runs=50000 ;;
    esac
    options=(-seed=1 -runs=$runs)
    learned=$(mktemp -d)
  else
    options=(-max_total_time="$amount")
    learned=build/fuzz/corpus-$name
    mkdir -p "$learned"
  fi
  if "build/fuzz/fuzz_$name" "${options[@]}" -timeout=20 -rss_limit_mb=2000 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/found/ "$learned" build/fuzz/seeds > "build/fuzz/$name.log" 2>&1; then
    echo "ok $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$name.log") inputs"
  else
    grep -a 'broken promise' "build/fuzz/$name.log"
    tail -n 40 "build/fuzz/$name.log"
    echo "not ok $name"
    bad=1
  fi
  [ "$amount" != short ] || rm -rf "$learned"
done
exit $bad

#!/usr/bin/env bash
# Throws made-up input at what reads from outside, for SECONDS each: an input that crashes, hangs or breaks a promise
# is kept in build/fuzz/found/. Build them first:
#   CXX=$(tests/fuzz/compiler.sh) cmake --preset fuzz && cmake --build build/fuzz --target fuzzers
#
#   tests/fuzz/run.sh SECONDS
set -uo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-10}
mkdir -p build/fuzz/found build/fuzz/seeds
for file in tests/articles/*/source.* tests/pages/*/source.* tests/spec/*.md assets/sample/* build/tests/written/*.quoth.json; do
  [ ! -f "$file" ] || cp "$file" "build/fuzz/seeds/$(printf %s "$file" | tr / -)"
done
bad=0
for target in tests/fuzz/*.cc; do
  name=$(basename "$target" .cc)
  mkdir -p "build/fuzz/corpus-$name"
  if "build/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2000 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/found/ "build/fuzz/corpus-$name" build/fuzz/seeds > "build/fuzz/$name.log" 2>&1; then
    echo "ok $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$name.log") inputs"
  else
    tail -n 40 "build/fuzz/$name.log"
    echo "not ok $name"
    bad=1
  fi
done
exit $bad

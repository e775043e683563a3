#!/usr/bin/env bash
# The command line as a native program and as WebAssembly writes the same bytes, and says the same. Any file is an article: those of
# the tests, and whatever else of the repository is text. What was written stays in FOLDER.
#
#   tests/wasm-bytes.sh FOLDER
set -uo pipefail
cd "$(dirname "$0")/.."
folder=$1
mkdir -p "$folder"
find assets/sample tests/articles tests/spec src/README.md README.md LICENSE web -type f \
  \( -name '*.txt' -o -name '*.html' -o -name '*.md' -o -name LICENSE \) 2> /dev/null | LC_ALL=C sort > "$folder/inputs.txt"
bad=0
while read -r input; do
  output=$folder/$(printf %s "$input" | tr / -)
  for command in "annotate" "explain" "annotate --to link"; do
    # shellcheck disable=SC2086
    build/native/quoth $command "$input" > "$output.native" 2> "$output.native.said" < /dev/null
    native=$?
    # shellcheck disable=SC2086
    node --no-experimental-fetch build/web/quoth.js $command "$input" > "$output.wasm" 2> "$output.wasm.said" < /dev/null
    if [ $native = $? ] && cmp "$output.native" "$output.wasm" && cmp "$output.native.said" "$output.wasm.said"; then
      echo "ok $command $input"
      rm "$output.wasm" "$output.wasm.said" "$output.native.said"
    else
      echo "not ok $command $input"
      bad=1
    fi
    [ "$command" != annotate ] || [ $native != 0 ] || cp "$output.native" "$output.quoth.json"
  done
done < "$folder/inputs.txt"
exit $bad

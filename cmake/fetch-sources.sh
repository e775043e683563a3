#!/usr/bin/env bash
# Fetches the sources that Quoth is built from and prints the folder that holds them.
#
#   cmake/fetch-sources.sh            -> $QUOTH_SOURCES, or ~/.cache/quoth/sources
#   cmake/fetch-sources.sh --origin   only prints the address and the key that it would use
#
# Uses ordinary apt clients with a private list of source repositories, derived from the address and
# the key that this machine is configured with. Needs no root and changes nothing outside the folder.
# Each source is kept in a folder named by its version, so a second run does nothing.
#   imgui   1.92 or newer: dynamic fonts          (Debian 14 "forky" or newer)
#   re2     2022-06-01: the last without Abseil   (Debian 12 "bookworm")
#   gumbo   Nokogiri's HTML5 parser, kept up, with limits on depth and attributes (Debian 13 "trixie")
#   zlib    1.2.13, so that the page and the command line pack links into the same bytes (Debian 12 "bookworm")
set -euo pipefail
sources=${QUOTH_SOURCES:-$HOME/.cache/quoth/sources}
configuration=${APT_CONFIGURATION:-/etc/apt}
imgui=imgui-1.92 re2=re2-20220601 gumbo=gumbo-nokogiri-1.18 zlib=zlib-1.2.13
say() { printf 'fetch-sources: %s\n' "$*" >&2; }

# One line "SUITES|ADDRESS|KEY" for every enabled binary repository that apt is configured with, from the newer
# (deb822) and the older (one-line) form. The key may be empty.
repositories() {
  local file
  for file in "$configuration"/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk '
      function emit() { if (deb && enabled && uri != "") print suites "|" uri "|" key; reset() }
      function reset() { deb = 0; enabled = 1; uri = suites = key = field = "" }
      BEGIN { reset() }
      /^#/ { next }
      /^[[:space:]]*$/ { emit(); next }
      /^[A-Za-z]/ { field = tolower($1); sub(/^[^:]*:[[:space:]]*/, "") }
      field == "types:" { if (" " $0 " " ~ / deb /) deb = 1 }
      field == "uris:" { if (uri == "") uri = $1 }
      field == "suites:" { suites = suites " " $0 }
      field == "enabled:" { if (tolower($1) ~ /^(no|false|off|0|disable|without)$/) enabled = 0 }
      field == "signed-by:" { if (key == "" && $1 ~ /^\//) key = $1 }
      END { emit() }' "$file"
  done
  for file in "$configuration"/sources.list "$configuration"/sources.list.d/*.list; do
    [ -f "$file" ] || continue
    awk '
      $1 == "deb" {
        key = ""; options = ""; at = 2
        if ($2 ~ /^\[/) {
          while (at <= NF) { options = options " " $at; if ($(at++) ~ /\]$/) break }
          if (match(options, /signed-by=[^] ,]+/)) key = substr(options, RSTART + 10, RLENGTH - 10)
        }
        if (key !~ /^\//) key = ""
        print $(at + 1) "|" $at "|" key
      }' "$file"
  done
}

# "ADDRESS KEY" of the repository that holds Debian itself: not its security updates, not other people's.
origin() {
  repositories | awk -F'|' '
    $1 ~ /-security|\/updates/ || $2 ~ /security/ { next }
    $2 !~ /\/debian\/?$/ && $1 !~ /(^| )(buster|bullseye|bookworm|trixie|forky|sid|stable|oldstable|testing|unstable)( |$)/ { next }
    { print $2, ($3 != "" ? $3 : "/usr/share/keyrings/debian-archive-keyring.gpg"); exit }'
}

if [ "${1:-}" = --origin ]; then origin; exit; fi

if [ -f "$sources/$imgui/imgui.h" ] && [ -f "$sources/$re2/re2/unicode_groups.cc" ] && [ -f "$sources/$gumbo/src/nokogiri_gumbo.h" ] &&
  [ -f "$sources/$zlib/zlib.h" ]; then
  echo "$sources"
  exit 0
fi
for tool in apt-get dpkg-source make perl python3; do
  command -v $tool > /dev/null || { say "$tool is missing: apt-get install dpkg-dev make perl python3"; exit 1; }
done
read -r address key < <(origin) || { say "apt is not configured with a Debian repository"; exit 1; }
[ -f "$key" ] || { say "the key $key is missing: apt-get install debian-archive-keyring"; exit 1; }

mkdir -p "$sources"
work=$(mktemp -d "$sources/fetching.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/lists/partial "$work"/cache/archives/partial "$work"/downloads
for suite in bookworm trixie forky; do echo "deb-src [signed-by=$key] $address $suite main"; done > "$work/sources.list"
apt=(-o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$work/lists"
  -o Dir::Cache="$work/cache" -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o Acquire::Retries=3 -qq)
# As root apt would download as its own user, who may not write here.
[ "$(id -u)" != 0 ] || apt+=(-o APT::Sandbox::User=root)
say "reading the lists of Debian's source packages"
apt-get "${apt[@]}" update >&2

# unpack NAME SUITE FOLDER: downloads the source package and unpacks it into $work/FOLDER.
unpack() {
  [ ! -e "$sources/$3" ] || return 0
  say "downloading $1"
  (cd "$work/downloads" && apt-get "${apt[@]}" source --download-only "$1/$2" >&2)
  dpkg-source --no-check -x "$work/downloads/$1"_*.dsc "$work/$3" > /dev/null
}
unpack imgui forky $imgui
unpack re2 bookworm $re2
unpack ruby-nokogiri trixie $gumbo
unpack zlib bookworm $zlib

if [ -d "$work/$re2" ]; then
  # Debian's source package leaves out three generated tables. Its scripts use modules of Debian's own Python.
  PATH=/usr/bin:$PATH make -s -C "$work/$re2" REBUILD_TABLES=1 re2/perl_groups.cc re2/unicode_casefold.cc re2/unicode_groups.cc >&2
fi
if [ -d "$work/$gumbo" ]; then
  mv "$work/$gumbo" "$work/nokogiri"
  mv "$work/nokogiri/gumbo-parser" "$work/$gumbo"
fi
for folder in $imgui $re2 $gumbo $zlib; do
  [ ! -d "$work/$folder" ] || mv -T "$work/$folder" "$sources/$folder" || [ -d "$sources/$folder" ]
done
echo "$sources"

#!/usr/bin/env bash
# Fetches the sources that Quoth is built from and prints the folder that holds them.
#
#   cmake/fetch-sources.sh            -> $QUOTH_SOURCES, or ~/.cache/quoth/sources
#
# Uses ordinary apt clients with a private list of source repositories, derived from the address and
# the key that this machine is configured with. Needs no root and changes nothing outside the folder.
# Each source is kept in a folder named by its version, so a second run does nothing.
#   imgui   1.92 or newer: dynamic fonts          (Debian 14 "forky" or newer)
#   re2     2022-06-01: the last without Abseil   (Debian 12 "bookworm")
#   gumbo   Nokogiri's HTML5 parser, kept up, with limits on depth and attributes (Debian 13 "trixie")
set -euo pipefail
sources=${QUOTH_SOURCES:-$HOME/.cache/quoth/sources}
imgui=imgui-1.92 re2=re2-20220601 gumbo=gumbo-nokogiri-1.18
say() { printf 'fetch-sources: %s\n' "$*" >&2; }

if [ -f "$sources/$imgui/imgui.h" ] && [ -f "$sources/$re2/re2/unicode_groups.cc" ] && [ -f "$sources/$gumbo/src/nokogiri_gumbo.h" ]; then
  echo "$sources"
  exit 0
fi
for tool in apt-get dpkg-source make perl; do
  command -v $tool > /dev/null || { say "$tool is missing (apt-get install dpkg-dev make perl)"; exit 1; }
done

# The address and the key of the first Debian repository that is not the security one,
# from the newer (deb822) or the older (one-line) form of apt's configuration.
address= key=
for file in /etc/apt/sources.list.d/*.sources; do
  [ -f "$file" ] || continue
  read -r address key < <(awk '
    function emit() { if (uri ~ /debian/ && uri !~ /security/ && suites !~ /-security/) { print uri, key; found = 1; exit } uri = suites = key = "" }
    /^URIs:/ { uri = $2 } /^Suites:/ { suites = $0 } /^Signed-By:/ { key = $2 } /^[[:space:]]*$/ { emit() } END { if (!found) emit() }' "$file") || true
  [ -n "$address" ] && break
done
if [ -z "$address" ]; then
  read -r address key < <(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk '
    $1 == "deb" { key = ""; at = 2
      if ($2 ~ /^\[/) { while ($at !~ /\]$/) { if ($at ~ /signed-by=/) { key = $at; sub(/.*signed-by=/, "", key) } at++ }
        if ($at ~ /signed-by=/) { key = $at; sub(/.*signed-by=/, "", key) } sub(/\]$/, "", key); at++ }
      if ($at ~ /debian/ && $at !~ /security/ && $(at + 1) !~ /-security/) { print $at, key; exit } }') || true
fi
[ -n "$address" ] || { say "found no Debian repository in apt's configuration; give the sources as QUOTH_SOURCES=DIR"; exit 1; }
[ -n "${key:-}" ] || key=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$key" ] || { say "the key $key is missing (apt-get install debian-archive-keyring)"; exit 1; }

mkdir -p "$sources"
work=$(mktemp -d "$sources/fetching.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/lists/partial "$work"/cache/archives/partial "$work"/downloads
for suite in bookworm trixie forky; do echo "deb-src [signed-by=$key] $address $suite main"; done > "$work/sources.list"
apt=(-o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$work/lists"
  -o Dir::Cache="$work/cache" -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o Acquire::Retries=3 -qq)
[ "$(id -u)" = 0 ] && apt+=(-o APT::Sandbox::User=root)
say "reading the lists of source packages"
apt-get "${apt[@]}" update >&2

# unpack NAME SUITE FOLDER: downloads the source package and unpacks it into $work/FOLDER.
unpack() {
  [ -e "$sources/$3" ] && return
  say "downloading $1"
  (cd "$work/downloads" && apt-get "${apt[@]}" source --download-only "$1/$2" >&2 2>&1)
  dpkg-source --no-check -x "$work/downloads/$1"_*.dsc "$work/$3" > /dev/null
}
unpack imgui forky $imgui
unpack re2 bookworm $re2
unpack ruby-nokogiri trixie $gumbo

if [ -d "$work/$re2" ]; then
  # Debian's source package leaves out three generated tables.
  make -s -C "$work/$re2" REBUILD_TABLES=1 re2/perl_groups.cc re2/unicode_casefold.cc re2/unicode_groups.cc >&2
fi
if [ -d "$work/$gumbo" ]; then
  mv "$work/$gumbo" "$work/nokogiri"
  mv "$work/nokogiri/gumbo-parser" "$work/$gumbo"
fi
for folder in $imgui $re2 $gumbo; do
  [ -d "$work/$folder" ] && rm -rf "${sources:?}/$folder" && mv "$work/$folder" "$sources/$folder"
done
echo "$sources"

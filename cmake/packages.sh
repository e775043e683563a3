# shellcheck shell=bash
# Sourced by build-wasm.sh and tests/run.sh: notes what the machine lacks, and installs it with apt.
#
#   need PACKAGE COMMAND…   notes PACKAGE as missing unless COMMAND succeeds
#   install_missing         installs what was noted, as root or with sudo; else says what to do and fails

missing=()
say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
has() { command -v "$1" > /dev/null; }
need() { "${@:2}" > /dev/null 2>&1 || missing+=("$1"); }
has_apt() { has apt-get && has dpkg; }

# version_at_least WANTED FOUND
version_at_least() { [ -n "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -1)" = "$1" ]; }

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local install="apt-get install --no-install-recommends -y ${missing[*]}" root=()
  if ! has_apt; then
    say "missing (by their Debian names): ${missing[*]}. Install them and run this again."
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    # sudo may ask for a password where there is somebody to answer.
    if has sudo && { [ -t 0 ] || sudo -n true 2> /dev/null; }; then
      root=(sudo)
    else
      say "missing: ${missing[*]}. Run this as root:  $install"
      return 1
    fi
  fi
  say "installing ${missing[*]}"
  root+=(env DEBIAN_FRONTEND=noninteractive)
  # apt's lists are read anew only if they do not know a package, or if what they know is gone.
  if apt-get install --no-install-recommends -s "${missing[@]}" > /dev/null 2>&1 && apt_install "${root[@]}"; then return 0; fi
  say "reading apt's lists of packages"
  "${root[@]}" apt-get -qq update || { say "apt-get update failed"; return 1; }
  apt_install "${root[@]}" || { say "could not install: ${missing[*]}"; return 1; }
}

apt_install() { "$@" apt-get -qq -o Dpkg::Use-Pty=0 install --no-install-recommends -y "${missing[@]}" > /dev/null; }

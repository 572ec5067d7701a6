#!/bin/sh
# need.sh PROGRAM PACKAGE…: see that a program is here, from Debian's packages if it is not.
#
# PROGRAM is a name looked for on PATH, or a pattern of files such as "/usr/lib/postgresql/*/bin/initdb".
set -u

program=$1
shift

is_here() {
  case $program in
  /*) ls $program >/dev/null 2>&1 ;; # unquoted: it is a pattern
  *) command -v "$program" >/dev/null 2>&1 ;;
  esac
}

is_here && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Install what brings $program (Debian calls it $*), then run this again." >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif sudo -n true >/dev/null 2>&1; then
  as_root="sudo -n"
else
  echo "Run as root: apt-get install --no-install-recommends $*, then run this again." >&2
  exit 1
fi

echo "Installing $* from Debian's packages" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install_them() {
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "$@" >"$log" 2>&1 </dev/null
}
if ! install_them "$@"; then
  $as_root apt-get update >/dev/null 2>&1 </dev/null
  install_them "$@" || {
    cat "$log" >&2
    echo "Debian's packages could not be installed: install $* by hand, then run this again." >&2
    exit 1
  }
fi
is_here || {
  echo "$* was installed but $program is still not to be found; see that it is on PATH." >&2
  exit 1
}

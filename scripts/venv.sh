#!/bin/sh
# venv.sh FOLDER REQUIREMENTS [MORE]: make FOLDER an environment with exactly those pins and this package.
#
# Pins come with hashes, so pip takes nothing else; the package itself goes in editable. MORE comes as source: it is
# built with what REQUIREMENTS brought, so that building takes nothing else either.
set -eu

folder=$1
requirements=$2
more=${3-}

if ! "$folder/bin/python" -c 'import pip' >/dev/null 2>&1; then
  python=$(sh scripts/python.sh)
  if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sh scripts/need.sh "/usr/lib/python$version/ensurepip/__init__.py" "python$version-venv"
  fi
  echo "Making $folder with $python" >&2
  rm -rf "$folder"
  "$python" -m venv "$folder"
fi

pip() {
  "$folder/bin/python" -m pip --disable-pip-version-check --no-input -qq "$@" </dev/null
}
echo "Installing what $requirements pins" >&2
pip install --no-deps --require-hashes --requirement "$requirements"
if [ -n "$more" ]; then
  echo "Installing what $more pins" >&2
  pip install --no-deps --require-hashes --no-build-isolation --requirement "$more"
fi
pip install --no-deps --no-build-isolation --editable .

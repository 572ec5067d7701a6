#!/bin/sh
# Print the Python to make .venv with: 3.11 where there is one, else the first later one.
set -u

is_new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

for name in python3.11 /usr/bin/python3.11 python3 /usr/bin/python3 python3.12 python3.13 \
  "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[1-9]*/bin/python3 /usr/local/bin/python3; do
  if "$name" -c "$is_new_enough" >/dev/null 2>&1; then
    exec "$name" -c 'import sys; print(sys.executable)'
  fi
done
echo "Install Python 3.11 or later (on Debian: apt-get install python3 python3-venv), then run this again." >&2
exit 1

#!/usr/bin/env bash
# Run every check, the later ones even if one failed, and say at the end which did.
set -u

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

failed=()
try() {
  local name=$1
  shift
  echo "── $name"
  "$@" </dev/null || failed+=("$name")
}

export DJANGO_SETTINGS_MODULE=scrutable.config.settings
bin=.venv/bin

try "ruff, rules" $bin/ruff check .
try "ruff, format" $bin/ruff format --check .
try "mypy" $bin/mypy
try "import-linter" $bin/lint-imports
# djlint's rules only: its formatter moves white space that shows, between a figure and its note
try "djlint" $bin/djlint src --lint --quiet
try "migrations" $bin/python -m django makemigrations --check --dry-run
# as a council would set it, behind its own certificate
try "settings" env BASE_URL=https://it.westmere.example HSTS_WIDE=1 DATA_DIR="$work" \
  SECRET_KEY=k5QZ_w-8Rt2hV7pLx4Nc9BdG6yJm3sFaW1eTzUoKiXqPrHvM0n \
  $bin/python -m django check --deploy --fail-level WARNING
try "pins and generated documents" $bin/python -m pytest -q -p no:cacheprovider tests/docs

if [ ${#failed[@]} -gt 0 ]; then
  printf 'Failed: %s\n' "${failed[@]}" >&2
  exit 1
fi
echo "Every check passed."

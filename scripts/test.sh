#!/usr/bin/env bash
# Run the tests: what needs no browser on two workers, then, on SQLite, the browser's alone (Chromium uses both cores).
#
# TEST_DATABASE=postgresql runs what touches a database on a PostgreSQL of its own; otherwise all runs on SQLite.
# MEASURE=1 measures what the first pass reaches (scripts/coverage.sh).
# Every pass runs even if one before it failed; pytest's closing lines stand again at the end.
set -u -o pipefail

pytest() { # unbuffered, or a log shows nothing until the end
  PYTHONUNBUFFERED=1 .venv/bin/python -m pytest "$@" </dev/null 2>&1 | tee "$log"
  local outcome=$?
  closing+=("$name: $(grep -E '(passed|failed|error|no tests ran).* in [0-9.]+s' "$log" | tail -1)")
  return "$outcome"
}

work=$(mktemp -d)
log=$work/log
closing=()
outcome=0
folder=/tmp/scrutable-postgresql-$$
finish() {
  rm -rf "$work"
  [ ! -d "$folder" ] || sh scripts/postgresql.sh stop "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

case ${TEST_DATABASE:-sqlite} in
sqlite)
  unset DATABASE_URL
  name=SQLite
  folders="tests/unit tests/db tests/journeys tests/docs"
  ;;
postgresql)
  sh scripts/need.sh "/usr/lib/postgresql/*/bin/initdb" postgresql || exit 1
  DATABASE_URL=$(sh scripts/postgresql.sh start "$folder") || exit 1
  export DATABASE_URL
  name=PostgreSQL
  folders="tests/db tests/journeys"
  ;;
*)
  echo "TEST_DATABASE must be sqlite or postgresql, not $TEST_DATABASE" >&2
  exit 2
  ;;
esac

# shellcheck disable=SC2086 # folders and PYTEST_OPTIONS are lists
pytest -n 2 --dist loadfile $folders ${MEASURE:+--cov --cov-report=} ${PYTEST_OPTIONS-} || outcome=1
if [ "$name" = SQLite ]; then # a page is the same on both; what it reads and writes, the journeys try on both
  name="$name, browser"
  # shellcheck disable=SC2086
  pytest -n 0 tests/browser ${PYTEST_OPTIONS-} || outcome=1
fi

echo
printf '%s\n' "${closing[@]}"
exit "$outcome"

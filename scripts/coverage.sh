#!/usr/bin/env bash
# Run the tests and hold what they reach: 95% of all branches, 100% of what judges, reads, words and writes.
set -u -o pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export COVERAGE_FILE=$work/reached

whole='src/scrutable/kernel/*'
for room in facts rules intake presenters compose writes; do
  whole+=",src/scrutable/*/$room.py,src/scrutable/*/$room/*"
done

hold() { # what it is, the least it may be, further options
  local name=$1 least=$2 found
  shift 2
  found=$(.venv/bin/python -m coverage report --skip-covered --show-missing --precision=2 \
    --fail-under="$least" "$@" 2>&1) || {
    outcome=1
    echo "$found"
  }
  closing+=("Coverage, $name: $(awk '/^TOTAL/ { print $NF }' <<<"$found") of at least $least%")
}

outcome=0
closing=()
MEASURE=1 bash scripts/test.sh || outcome=1
hold "everything" 95
hold "facts, rules, intake, presenters, compose, writes, kernel" 100 --include="$whole"
printf '%s\n' "${closing[@]}"
exit "$outcome"

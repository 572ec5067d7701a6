#!/bin/sh
# Build the stylesheet and bring the library's script beside it, if anything they come from is newer.
set -eu
cd "$(dirname "$0")/.."

from=src/scrutable/govuk/assets
to=src/scrutable/govuk/static/built
library=node_modules/govuk-frontend/dist

if [ -f "$to/scrutable.css" ] &&
  [ -z "$(find package.json package-lock.json .npmrc "$from" -newer "$to/scrutable.css" | head -n 1)" ]; then
  exit 0
fi

if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent
  touch node_modules/.package-lock.json
fi
mkdir -p "$to"
cp "$library/govuk/govuk-frontend.min.js" "$to/"
node_modules/.bin/sass --style=compressed --no-source-map --quiet-deps --load-path="$library" \
  "$from/scrutable.scss" "$to/scrutable.css"

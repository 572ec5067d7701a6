#!/usr/bin/env bash
# Compile requirements.txt, requirements-dev.txt and requirements-spark.txt; they hold hashes and no address.
set -eu

compile() {
  UV_CUSTOM_COMPILE_COMMAND="make pins" .venv/bin/uv pip compile --quiet --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate --universal --python-version 3.11 "$@" pyproject.toml
}
named() { # the names of what a file pins, for --no-emit-package
  sed -nE 's/^([A-Za-z0-9._-]+)(\[.*\])?==.*/--no-emit-package \1/p' "$1"
}

compile --extra build --output-file requirements.txt
compile --extra build --extra dev --constraint requirements.txt --output-file requirements-dev.txt
# shellcheck disable=SC2046 # a list of options
compile --extra spark --constraint requirements.txt $(named requirements.txt) --output-file requirements-spark.txt

#!/usr/bin/env bash
# Compile requirements.txt and requirements-dev.txt; they hold hashes and no address.
set -eu

compile() {
  UV_CUSTOM_COMPILE_COMMAND="make pins" .venv/bin/uv pip compile --quiet --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate --universal --python-version 3.11 "$@" pyproject.toml
}

compile --extra build --output-file requirements.txt
compile --extra build --extra dev --constraint requirements.txt --output-file requirements-dev.txt

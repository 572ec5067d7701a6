# One target per job. `make demo` and `make test` start from nothing but Python 3.11 and Debian.

COUNCIL ?= westmere
SERVE ?= 1
PORT ?= 8000

bin := .venv/bin
styles := src/scrutable/govuk/static/built/scrutable.css
built_from := $(wildcard package.json package-lock.json .npmrc) $(shell find src/scrutable/govuk/assets -type f 2>/dev/null)

.PHONY: help demo serve test coverage check bench docs assets wheel pins clean
.DEFAULT_GOAL := help

help: ## Say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: .venv/for-demo $(styles) ## Build an invented council and serve it (COUNCIL=lincolnshire, SERVE=0)
	@$(bin)/scrutable demo run --council $(COUNCIL) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

serve: .venv/for-demo $(styles) ## Serve the council that was built last
	@$(bin)/scrutable demo serve --port $(PORT)

test: .venv/for-tests $(styles) ## Run every test (TEST_DATABASE=postgresql for the other database)
	@sh scripts/need.sh chromium chromium fonts-liberation
	@sh scripts/need.sh java default-jre-headless
	@sh scripts/need.sh "/usr/lib/*/libatomic.so.1" libatomic1
	@bash scripts/test.sh

coverage: .venv/for-tests $(styles) ## Run every test and hold what they reach to its least share
	@sh scripts/need.sh chromium chromium fonts-liberation
	@sh scripts/need.sh java default-jre-headless
	@sh scripts/need.sh "/usr/lib/*/libatomic.so.1" libatomic1
	@bash scripts/coverage.sh

check: .venv/for-tests ## Lint, types, floors and rooms, templates, migrations, generated documents
	@bash scripts/check.sh

bench: .venv/for-tests $(styles) ## Print each benchmark's ratio, measured in this run
	@sh scripts/need.sh java default-jre-headless
	@$(bin)/python scripts/bench.py

docs: .venv/for-tests ## Write docs/cli.md again from the commands' own help
	@$(bin)/python scripts/cli_reference.py docs/cli.md

assets: ## Build the stylesheet and scripts
	@rm -f $(styles)
	@$(MAKE) --no-print-directory $(styles)

wheel: .venv/for-tests $(styles) ## Build the wheel, assets inside, into dist/
	@rm -rf dist
	@$(bin)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls dist/*.whl

pins: .venv/for-tests ## Compile the pins again after a change of pyproject.toml
	@bash scripts/pins.sh

clean: ## Remove everything that was made here, the environment too
	rm -rf .venv node_modules src/scrutable/govuk/static/built collected var out dist build

.venv/for-demo: requirements.txt pyproject.toml
	@[ -f .venv/for-tests ] && [ .venv/for-tests -nt requirements.txt ] && [ .venv/for-tests -nt pyproject.toml ] \
	  || sh scripts/venv.sh .venv requirements.txt
	@touch $@

.venv/for-tests: requirements-dev.txt requirements-spark.txt pyproject.toml
	@sh scripts/venv.sh .venv requirements-dev.txt requirements-spark.txt
	@touch $@

$(styles): $(built_from)
	@sh scripts/need.sh npm nodejs npm
	@sh scripts/assets.sh

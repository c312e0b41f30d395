# Everything a person or CI does here. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SITE_READY := $(VENV)/.ready-site
DEV_READY := $(VENV)/.ready-dev

.DEFAULT_GOAL := help
.PHONY: help site serve test check test-properdocs format docs screenshots lock bench bench-relate bench-relate-large stress clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

site: $(SITE_READY) ## Build the sample site into site/
	@$(BIN)/digest build
	@echo
	@echo "Look at it:   make serve   (then open http://localhost:8000/)"
	@echo "Your own:     $(BIN)/digest new ../my-digest"

serve: $(SITE_READY) ## Preview with live reload on http://localhost:8000/
	@$(BIN)/digest serve

test: $(DEV_READY) ## Run the tests
	@$(BIN)/python -m pytest

check: $(DEV_READY) ## Format, lint, types, floors and tests, as CI does
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m pytest

test-properdocs: $(DEV_READY) ## Run the tests of the plugin with ProperDocs, the fork of MkDocs
	@DIGEST_SHELL=properdocs $(BIN)/python -m pytest tests/test_shells.py tests/test_plugin.py

format: $(DEV_READY) ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(SITE_READY) ## Write the generated pages of docs/ anew
	@$(BIN)/python docs/make.py

bench: $(DEV_READY) ## Time conversion, enrichment, and builds of 1,000 and 10,000 articles
	@$(BIN)/python bench/convert.py
	@$(BIN)/python bench/enrich.py
	@$(BIN)/python bench/run.py

bench-relate: $(DEV_READY) ## Time relating the articles of FILE, one a line as JSON, step by step
	@$(BIN)/python bench/relate.py $(FILE)

bench-relate-large: $(DEV_READY) ## The same for 100,000 articles, made of the first 10,000 of FILE
	@$(BIN)/python bench/relate.py $(FILE) 10000 --times 10

stress: $(DEV_READY) ## Try the readers on hard texts and, for 10 minutes, on broken files
	@$(BIN)/python bench/growth.py
	@$(BIN)/python bench/fuzz.py --minutes 10

screenshots: $(DEV_READY) $(SITE_READY) ## Take the pictures of the docs anew (needs Chromium)
	@$(BIN)/digest build --quiet
	@$(BIN)/python docs/screenshots.py

lock: $(DEV_READY) ## Choose the newest allowed versions anew
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  pyproject.toml --group dev -o requirements-dev.lock

clean: ## Remove the site, the cache and the environment; content stays
	rm -rf site .cache $(VENV)

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(SITE_READY): requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing what the site needs into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps -e .
	@touch $@

$(DEV_READY): requirements-dev.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(SITE_READY)

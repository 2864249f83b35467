# Two commands: `make demo` builds the graph of the sample documents, `make test` runs every check.
# Both make the virtual environment first; a second run does only what has changed.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The Python to build on, 3.11 to 3.13: `make test PYTHON=python3.13`.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; \
	then echo $$python; break; fi; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
DEMO := out/demo
PYTEST_ARGS ?=

CODE := $(shell find graph ontology seeds -type f -not -name '*.pyc' -not -path '*.egg-info/*' 2>/dev/null)

export PIP_ROOT_USER_ACTION = ignore

.PHONY: help demo test check lint types layers unit docs format setup setup-test browser clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

demo: $(DEMO)/index.html ## build the sample documents' graph into out/demo/
	@echo "The page is $(CURDIR)/$(DEMO)/index.html: open it in a browser."

test: setup-test browser check ## run every check
	@echo "All checks passed."

check:
	@$(MAKE) lint
	@$(MAKE) types
	@$(MAKE) layers
	@$(MAKE) unit

lint: $(VENV)/.test ## style: ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test ## types: mypy --strict
	$(BIN)/mypy --strict

layers: $(VENV)/.test ## the road's one direction: import-linter
	$(BIN)/lint-imports

unit: $(VENV)/.test $(VENV)/.model ## behaviour: pytest, doctests, the browser and the built wheel
	CLAIMGRAPH_REQUIRE_BROWSER=1 $(BIN)/python -m pytest $(PYTEST_ARGS)

docs: $(VENV)/.test $(VENV)/.model ## write docs/cli.md, docs/ontology.html and the README's outputs anew
	$(BIN)/python -m claimgraph.cli.reference > docs/cli.md.new
	@mv docs/cli.md.new docs/cli.md
	$(BIN)/python docs/make_ontology.py
	$(BIN)/python benchmarks/readme.py

format: $(VENV)/.test ## let ruff rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

setup: $(VENV)/.demo $(VENV)/.model ## make the virtual environment, with the language model

setup-test: $(VENV)/.test $(VENV)/.model

clean: ## remove what was generated, the virtual environment included
	rm -rf $(VENV) out/* build dist graph/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(DEMO)/index.html: $(CODE) | setup
	$(BIN)/claimgraph build seeds --out $(DEMO)
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 found: install one, or name it with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -q && apt-get install -q -y python3-venv; \
		else echo "This Python cannot make virtual environments: install python3-venv." >&2; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)

# The stamps: what is installed, and for which setup.cfg.
$(VENV)/.demo: setup.cfg pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.test: setup.cfg pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.demo

$(VENV)/.model: graph/claimgraph/language/model.py | $(BIN)/python
	@test -e $(VENV)/.demo || $(MAKE) $(VENV)/.demo
	$(BIN)/claimgraph model install
	@touch $@

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -q && apt-get install -q -y --no-install-recommends chromium; \
		else echo "The page's tests need a browser: install Chromium (Debian: sudo apt-get install chromium)." >&2; \
		exit 1; fi; }

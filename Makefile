# What a contributor and the continuous integration run. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check
DEV := $(VENV)/.installed
TOOLS := build/tools/.installed
# For Python 3.11 and later on Linux, macOS and Windows; pins that still fit are kept.
COMPILE = build/tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes $(UPGRADE) \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
COUNT := 20000
SEED := 1
# A demonstration needs no development packages, and takes them if they are there.
RUNTIME := $(if $(wildcard $(DEV)),$(DEV),$(VENV)/.runtime)
# Python programs (by their first line) whose names don't end in .py: ruff and mypy have to be told of them.
PROGRAMS = $(shell grep -lIsE '^.!/.*python' scripts/* bench/* | grep -v '\.py$$')

# Compiled modules are kept (`make clean` removes them): where the environment forbids it, as in many containers, each
# process of the tests compiles everything anew, for 6 s.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test slow check lint types documents fixtures models wheel release screenshots french fuzz worlds reliability lock audit docs catalogue format bench clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# As on a terminal of 80 columns, also where make writes into a pipe.
define ask
@printf '\n$$ %s\n' '$(1)'
@COLUMNS=$${COLUMNS:-80} $(BIN)/$(1) -f table

endef

demo: $(RUNTIME) ## ask the questions of a first user, on the embedded database
	$(call ask,ocdb list sites --country TG)
	$(call ask,ocdb jobs --country TG)
	$(call ask,ocdb pledges --operator AXA)
	$(call ask,ocdb timeline --country TG)

test: $(DEV) ## run the quick tests, on SQLite and on PostgreSQL
	$(BIN)/pytest -m 'not slow' --dist loadfile

slow: $(DEV) ## run the tests that need a server or take long by their nature, and try properties more often
	$(BIN)/pytest -m 'slow or hypothesis' --hypothesis-profile slow

check: lint types test slow documents fixtures models ## all that must pass before a change is taken

lint: $(DEV) ## check the style of the code
	$(BIN)/ruff check . $(PROGRAMS)
	$(BIN)/ruff format --check . $(PROGRAMS)

types: $(DEV) ## check the types
	$(BIN)/mypy
	$(BIN)/mypy --scripts-are-modules $(PROGRAMS)

documents: $(DEV) ## check that the generated documents are up to date
	$(BIN)/python scripts/make_docs.py --check

fixtures: $(DEV) ## check the fixtures, and load them twice into a throw-away database
	$(BIN)/ocdb check
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	for time in first second; do \
	    echo "ocdb load, the $$time time" && $(BIN)/ocdb --db "$$work/ocdb.sqlite" load || exit 1; \
	done

models: $(DEV) ## check that the models and the migrations agree
	$(BIN)/python scripts/check_models.py

release: $(DEV) ## build wheel, exports, site and changes into build/release; PREVIOUS=DIR compares with an earlier one
	$(BIN)/python -m scripts.release $(if $(PREVIOUS),--previous $(PREVIOUS)) $(ARGS)

screenshots: $(DEV) ## take pictures of every kind of page into build/screenshots; ARGS=--docs those that the documents show
	$(BIN)/python -m scripts.screenshots $(ARGS)

wheel: $(DEV) ## check that the built wheel, installed alone, answers a question
	$(BIN)/pytest -m slow -n 0 tests/test_wheel.py

french: $(DEV) ## ask all questions of an installed PostgreSQL that sorts as French does; FRENCH=--where-possible
	scripts/french_server $(FRENCH) -- $(BIN)/pytest tests/test_engines.py tests/test_postgresql.py

fuzz: $(DEV) ## put 20000 mutated fixture files through check and load; SEED=2 takes others
	$(BIN)/python scripts/fuzz --count $(COUNT) --seed $(SEED)

worlds: $(DEV) ## hold verdicts and totals against 20000 simulated worlds whose truth is known; SEED=2 takes others
	$(BIN)/python -m scripts.worlds --count $(COUNT) --seed $(SEED) --databases 20 $(ARGS)

reliability: $(DEV) ## kill, cut, fill and damage; ARGS='--only kill-load --count 30' runs a part, --help tells which
	$(BIN)/python -m scripts.reliability $(ARGS)

lock: $(TOOLS) ## renew what is locked, as pyproject.toml asks; UPGRADE=--upgrade takes the newest releases
	$(COMPILE) pyproject.toml --extra dev --extra postgresql --output-file requirements/dev.txt
	$(COMPILE) requirements/tools.in --output-file requirements/tools.txt

audit: $(TOOLS) ## look the locked packages up in a database of known vulnerabilities
	build/tools/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements/dev.txt

docs: $(DEV) ## generate the generated documents again
	$(BIN)/python scripts/make_docs.py

catalogue: $(DEV) ## collect the messages for the French catalogue, and compile it
	$(BIN)/python -m scripts.catalogue

format: $(DEV) ## bring the code into its style
	$(BIN)/ruff check --fix . $(PROGRAMS)
	$(BIN)/ruff format . $(PROGRAMS)

bench: $(DEV) build/bench/venv/.installed ## measure against the programs of the field; SIZES="10000 100000" a part
	OCDB_BENCH_VENV=$(CURDIR)/build/bench/venv $(BIN)/python -m bench.scale $(SIZES) $(ARGS)

build/bench/venv/.installed: pyproject.toml $(BIN)/python
	@$(BIN)/python -m venv --clear build/bench/venv
	@build/bench/venv/bin/python -m pip install -q --disable-pip-version-check '.[bench]'
	@touch $@

clean: ## remove what was made here, .venv included
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The interpreter is an ordinary prerequisite: when the system replaces its Python, the packages are installed again.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	    { echo "ocdb needs Python 3.11 or later, and $(PYTHON) is" \
	      "$$($(PYTHON) --version 2>/dev/null || echo missing). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || \
	    { rm -rf $(VENV); echo "$(PYTHON) makes no virtual environment." \
	      "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(DEV): pyproject.toml requirements/dev.txt $(BIN)/python
	@echo "Installing ocdb and its development packages in $(VENV), as they are locked"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(TOOLS): requirements/tools.txt $(BIN)/python
	@echo "Installing what renews and audits the lock in build/tools"
	@$(BIN)/python -m venv --clear build/tools
	@build/tools/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/tools.txt
	@touch $@

$(VENV)/.runtime: pyproject.toml $(BIN)/python
	@echo "Installing ocdb in $(VENV)"
	@$(PIP) -e .
	@touch $@

# Two commands set everything up on a machine with only Python 3.11+ and make:
#   make demo   install, run the main job on the demo documents, print the comparable table
#   make test   everything that CI runs

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for p in $(CANDIDATES); do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export ZHAOGU_CORPUS ?= $(abspath ../shared/corpus)

.PHONY: demo test lint types layers unit wheel judge docs compiled bench clean

demo: $(VENV)/run.stamp
	$(BIN)/zhaogu demo --output out

test: lint types layers unit wheel judge
	@echo "all checks passed"

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

layers: $(VENV)/dev.stamp
	$(BIN)/python tools/check_layers.py
	$(BIN)/python tools/make_docs.py --check

unit: $(VENV)/dev.stamp
	$(BIN)/python -m pytest

wheel: $(VENV)/dev.stamp
	$(BIN)/python tools/check_wheel.py

judge: $(VENV)/dev.stamp
	$(BIN)/python tools/judge.py

docs: $(VENV)/dev.stamp
	$(BIN)/python tools/make_docs.py

compiled: $(VENV)/dev.stamp
	$(BIN)/python tools/compiled.py --keep dist

bench: $(VENV)/dev.stamp
	for f in benchmarks/[a-z]*.py; do $(BIN)/python $$f || exit 1; done

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache

$(VENV)/python.stamp:
	@test -n "$(PYTHON)" || { echo "zhaogu needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/python.stamp pyproject.toml
	$(PIP) -e '.[excel,parquet,html]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/python.stamp pyproject.toml
	$(PIP) -e '.[dev]'
	@touch $@ $(VENV)/run.stamp

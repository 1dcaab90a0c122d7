# What a maintainer runs. One virtual environment, .venv, that nobody has to activate.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# uv takes seconds for what takes pip a minute. Where it fails, as with an index that only pip is told of, pip does it.
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode
install = $(UV) $(2) $(1) || $(PIP) install $(1)
SOURCES := pyproject.toml $(shell find src -name '*.py' -o -name '*.sql')
# PySpark comes as source: half a minute would go into packing what is unpacked at once.
STORED := --config-settings-package 'pyspark:--build-option=bdist_wheel --compression=stored'
COMMUNITY := examples/community

# Where the tests have been set up, the package is there already, editable.
INSTALLED := $(if $(wildcard $(VENV)/test.stamp),$(VENV)/test.stamp,$(VENV)/package.stamp)

.DEFAULT_GOAL := help
.PHONY: help demo test fuzz spark lint types docs bench bench-large bench-memory validate clean

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 21

demo: $(INSTALLED) ## Score the example community
	$(BIN)/kibbutz score $(COMMUNITY) --config $(COMMUNITY)/kibbutz.toml

test: $(VENV)/test.stamp ## Run every test
	@# Told to write no bytecode, Python would compile the program for each of the commands that the tests run.
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m pytest -n 2 --dist worksteal

fuzz: $(VENV)/test.stamp ## Try the laws and the readers on what was never tried, for an hour
	$(BIN)/python -m pytest -n 2 -m hypothesis --hypothesis-profile=fuzz -o faulthandler_timeout=3600

spark: $(VENV)/spark.stamp ## Run the tests of the Spark engine, beside DuckDB
	$(BIN)/python -m pytest -o faulthandler_timeout=1800 tests/engines/test_spark.py tests/engines/test_differential.py

lint: $(VENV)/test.stamp types ## Check style, imports and sizes
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_texture.py

types: $(VENV)/test.stamp ## Check the types
	$(BIN)/mypy --strict
	$(BIN)/mypy --strict --platform win32 --python-version 3.11 --cache-dir .mypy_cache/windows

docs: $(VENV)/test.stamp ## Write the generated pages again
	$(BIN)/python docs/generate.py

bench: $(VENV)/bench.stamp ## Measure, and write benchmarks/RESULTS.md
	$(BIN)/python benchmarks/run.py

bench-memory: $(VENV)/bench.stamp ## Measure the peak of memory by the size of the input, and write benchmarks/MEMORY.md
	$(BIN)/python benchmarks/memory.py

bench-large: $(VENV)/bench.stamp ## Measure communities of millions, and write benchmarks/SCALE.md
	$(BIN)/python benchmarks/scale.py

validate: $(VENV)/bench.stamp ## Write docs/validation.md again, from ../shared
	$(BIN)/python benchmarks/validation.py

clean: ## Remove everything that was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kibbutz needs Python 3.11 or newer: name one with make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install uv || echo 'without uv, pip takes a minute' >&2
	@touch $@

$(VENV)/package.stamp: $(VENV)/python.stamp $(SOURCES)
	$(call install,.,--reinstall-package kibbutz-cli)
	@touch $@

$(VENV)/test.stamp: $(VENV)/python.stamp pyproject.toml
	$(call install,--editable '.[test]')
	@touch $@

$(VENV)/spark.stamp: $(VENV)/test.stamp
	$(call install,--editable '.[spark]',$(STORED))
	@touch $@

$(VENV)/bench.stamp: $(VENV)/test.stamp
	$(call install,--editable '.[bench]')
	@touch $@

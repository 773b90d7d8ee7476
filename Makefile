# `make demo` and `make test` do all their set-up: Python 3.11 or later, pip and make are enough.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
OUT    ?= out

.PHONY: demo test check browser clean

$(VENV)/.installed: pyproject.toml constraints.txt tests/followthemoney.txt
	$(PYTHON) -c 'import sys; sys.exit("Twosource needs Python 3.11 or later; set PYTHON=") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m pip install --quiet --no-deps --requirement tests/followthemoney.txt
	@touch $@

demo: $(VENV)/.installed
	@mkdir -p $(OUT)
	$(BIN)/twosource dossier examples/talks -o $(OUT)/talks.html
	$(BIN)/twosource dossier examples/flood -o $(OUT)/flood.html
	@echo "The dossiers are in $(OUT)/talks.html and $(OUT)/flood.html"

check: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/python -m pytest tests/test_layering.py
	$(BIN)/python -m pytest --doctest-modules src/twosource

# Browser tests need Chromium: taken from Debian when we are root and it is absent.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "chromium is absent and cannot be installed without root: browser tests will fail" >&2

test: $(VENV)/.installed browser check
	$(BIN)/python -m pytest -n 2 tests

clean:
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache

# Everything is installed into .venv, in the versions of pins.txt; a stamp there makes the second time quick.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=

.PHONY: lab app test lint matrix docs look dist audit pins clean

# Open the notebooks, in my_hiplog/. Arguments for JupyterLab: make lab ARGS="-- --no-browser"
lab: .venv/installed
	@$(BIN)/hiplog lab my_hiplog $(ARGS)

# Open the timer alone, on the same log.
app: .venv/installed-for-app
	@$(BIN)/hiplog app my_hiplog $(ARGS)

# Run all tests, or some: make test ARGS="tests/test_log.py -k undo". Two at a time, file by file: the tests that
# drive a browser share one for each file, and measure seconds, so that they want a core each.
test: .venv/installed-for-tests
	$(BIN)/python tests/chromium.py
	$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

lint: .venv/installed-for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/nbstripout --keep-id --verify notebooks/*.ipynb

# Run the tests that need no browser on each Python of noxfile.py that is here, with the newest and with the lowest
# versions that pyproject.toml allows: make matrix ARGS="--session \"matrix-3.13(versions='highest')\"".
matrix: .venv/installed
	@$(BIN)/pip install -q --disable-pip-version-check "nox[uv]"
	@$(BIN)/nox $(ARGS)

# Build the site from docs/ into docs/_build/html/, offline; whatever Sphinx warns of, a link that leads nowhere among
# it, is an error.
docs: .venv/installed-for-docs
	$(BIN)/python -m sphinx -b html -d docs/_build/doctrees -q -W --keep-going docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

# Look at the built site in a browser: its widths, light and dark, its search, and what axe finds.
look: docs
	$(BIN)/python tests/chromium.py
	$(BIN)/python -m pytest -q docs/check_site.py

# Build the source archive and the wheel, look at both, and use the wheel in an empty environment. The tools are in an
# environment of their own, for they are of no use to whoever runs hiplog.
dist: .venv/installed-for-tests
	@test -x .venv/dist/bin/twine || ($(PYTHON) -m venv .venv/dist && .venv/dist/bin/pip install -q build twine check-wheel-contents "validate-pyproject[all]")
	rm -rf dist
	.venv/dist/bin/validate-pyproject pyproject.toml
	.venv/dist/bin/python -m build
	.venv/dist/bin/twine check --strict dist/*
	.venv/dist/bin/check-wheel-contents dist/*.whl
	$(BIN)/python -m pytest -q tests/test_wheel.py
	@! grep -q ADDRESS_OF_THIS_REPOSITORY README.md || echo "No public address yet: a package index would show neither links nor pictures. docs/address.py gives it one."

# Look for known faults in the versions of pins.txt (this asks the registry's database about each of them, and fails
# where that does not know one: what could not be looked up is not free of faults), and list licences, which needs no
# network once the two tools are there.
audit: .venv/installed
	@test -x .venv/audit/bin/pip-audit || ($(BIN)/python -m venv .venv/audit && .venv/audit/bin/pip install -q pip-audit pip-licenses)
	.venv/audit/bin/pip-licenses --python=$(BIN)/python --order=license
	.venv/audit/bin/pip-audit --strict --no-deps --disable-pip -r pins.txt

# Renew the versions that are installed and tested: one file for every Python and system we support. Without hashes:
# pip then wants one for hiplog itself, which is installed from its folder and has none.
pins: .venv/installed
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --extra app --extra docs --extra test --upgrade --no-annotate \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make pins" pyproject.toml -o pins.txt

# Your own folder, my_hiplog/, is left alone.
clean:
	rm -rf .venv build dist docs/_build .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/installed: pyproject.toml pins.txt | .venv/made
	@echo "Installing hiplog into .venv; this takes a minute or two, once."
	@$(BIN)/pip install -q --disable-pip-version-check -c pins.txt -e .
	@touch $@

.venv/installed-for-app: .venv/installed
	@echo "Installing Voila, which shows the timer alone."
	@$(BIN)/pip install -q --disable-pip-version-check -c pins.txt -e ".[app]"
	@touch $@

.venv/installed-for-tests: .venv/installed
	@echo "Installing what the tests need."
	@$(BIN)/pip install -q --disable-pip-version-check -c pins.txt -e ".[test]"
	@touch $@

.venv/installed-for-docs: .venv/installed-for-tests
	@echo "Installing what builds the site."
	@$(BIN)/pip install -q --disable-pip-version-check -c pins.txt -e ".[docs,test]"
	@touch $@

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit("hiplog needs Python 3.11 or newer, and this is %d.%d; name another one: make PYTHON=python3.13" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv
	@touch $@

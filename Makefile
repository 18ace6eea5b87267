# Everything here works on a machine with only Python >= 3.11 and make: the virtual environment makes itself.
# On Windows use a shell with make (Git Bash, MSYS2), or do by hand what `run` does:
#   py -m venv .venv  &&  .venv\Scripts\pip install -e .  &&  .venv\Scripts\tui-home

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python
RECENT := import sys; sys.exit(sys.version_info < (3, 11))
# The first that really runs (version managers leave names that do not) and is recent enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c '$(RECENT)' >/dev/null 2>&1 && { echo $$p; break; }; done)
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check format bench soak screenshots clean
# Where Python is told to keep nothing compiled, every start of the program in a test would compile it anew.
export PYTHONDONTWRITEBYTECODE :=

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r t d; do printf '%-20s%s\n' "$$t" "$$d"; done

run: $(VENV)/.run ## the homepage, full screen; ARGS="--site PATH" for yours
	@$(PY) -m tui_home $(ARGS)

# Pilots and programs in terminals wait for one another half of the time: two workers for each core.
test: $(VENV)/.collected ## every test; ARGS="-k news" for some
	@$(PY) -m pytest --numprocesses $$($(PY) -c 'import os; print(2 * (os.cpu_count() or 1))') --dist loadgroup $(ARGS)

check: $(VENV)/.dev ## format, lint, types and the rooms' dependencies
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev ## put the source into ruff's format
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: $(VENV)/.dev ## how fast, beside its peers, to tests/benchmarks/RESULTS.md; ARGS="ssh" for a part
	@$(PY) -m tests.benchmarks $(ARGS)

soak: $(VENV)/.dev ## 2,000 visits over SSH, a third of them rude, and what they leave behind; some minutes
	@$(PY) -m tests.soak $(ARGS)

screenshots: $(VENV)/.dev ## draw the README's picture from the running program
	@$(PY) -m tests.screenshots

clean: ## remove all that make has made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What the program needs, or what its developers need, too; each anew when pyproject.toml changes.
$(VENV)/.run: $(VENV)/.made
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.made
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.run $@

# Once for all workers, of which each would do it for itself at the same time: compiling the source and the tests, and
# gathering what hypothesis learns from them. Whatever cannot be collected says so when the tests are run.
$(VENV)/.collected: $(VENV)/.dev
	@$(PY) -m pytest --collect-only --quiet --numprocesses 0 >/dev/null 2>&1 || true
	@touch $@

$(VENV)/.made: pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "tui-home needs Python 3.11 or later; name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c '$(RECENT)' 2>/dev/null || \
		{ echo "$(PYTHON) is not Python 3.11 or later; name another: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@touch $@

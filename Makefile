# The commands that everybody runs. `make demo` and `make test` are all a newcomer needs.

SWIFT ?= swift
BUILD := .build
RELEASE := .build-release
BENCH ?= all
# `swift build` passes over imports that the manifest does not declare, unless it is told not to.
STRICT := --explicit-target-dependency-import-check error

.PHONY: setup demo build test lint format fuzz soak bench clean

setup:
	@sh Makefile.d/setup.sh

build: setup
	$(SWIFT) build $(STRICT)

demo: setup
	@sh Makefile.d/demo.sh

# The closing line of the test runner is the last thing printed.
test: setup
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Generators Tests Benchmarks

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Generators Tests Benchmarks

# COUNT byte strings through both parsers; SEED makes the run repeatable.
COUNT ?= 1000000
SEED ?= 1
fuzz: setup
	$(SWIFT) build -c release --scratch-path $(RELEASE) --product Fuzz
	$(RELEASE)/release/Fuzz --count $(COUNT) --seed $(SEED) --dialect both

# STATEMENTS drawn statements on model and SQLite, compared after each; SEED makes the run repeatable.
STATEMENTS ?= 1000000
soak: setup
	$(SWIFT) build -c release --scratch-path $(RELEASE) --product Soak
	$(RELEASE)/release/Soak --statements $(STATEMENTS) --seed $(SEED)

# `make bench BENCH=name` runs one benchmark; without a name all of them.
bench: setup
	$(SWIFT) build -c release --scratch-path $(RELEASE) --product Benchmarks
	$(RELEASE)/release/Benchmarks $(BENCH)

clean:
	rm -rf $(BUILD) $(RELEASE)

# Needs Swift on PATH; everything else that is missing is installed by .ci/packages, which says so.

docgen := .build/docgen
site := .build/site
browser_tools := .build/browser-tools
distributed_tools := .build/distributed-tools
swift_sources := Package.swift Sources Tests

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help docgen site test test-fast test-distributed layers mutants new-rule record-rules torture fuzz benchmark benchmark-lint benchmark-scale benchmark-stages properties dist dist-check embedded format format-check clean packages packages-for-dist packages-for-tests packages-for-distributed

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

docgen: packages ## build the release binary, with the Swift runtime linked in
	swift build -c release --static-swift-stdlib --product docgen
	@ln -sf release/docgen $(docgen)
	@echo "docgen is $(docgen)"

site: docgen ## build docgen, and with it the site of content/
	$(docgen) build --output $(site)
	@echo "The site is in $(site): open $(site)/index.html in a browser"

test: packages-for-tests format-check layers docgen ## check the format and the layers, and run all tests
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" swift test
	@.ci/browser-tools $(browser_tools)
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" DOCGEN_BROWSER_TOOLS="$(CURDIR)/$(browser_tools)" \
	  python3 -B -m unittest discover --verbose --start-directory Tests/Browser
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" python3 -B -m unittest discover --verbose --start-directory Tests/Guide
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" python3 -B -m unittest discover --verbose --start-directory Tests/Torture

test-fast: ## run tests that take below 10 seconds of a processor, of what 'swift build --build-tests' has built
	@.ci/test-fast

layers: ## check that no folder of a module uses one above it, the words, and the files of the repository
	python3 -B -m unittest discover --verbose --start-directory Tests/Repository

mutants: packages-for-tests ## see whether tests notice COUNT mutations of the sources (60), drawn by SEED (1)
	@.ci/mutants $(or $(COUNT),60) $(or $(SEED),1) $(or $(FOLDER),Sources)

new-rule: ## begin a rule, NAME=… GROUP=… [SEVERITY=…], or the translation of its page, NAME=… LOCALE=…
	@.ci/new-rule $(NAME) $(if $(LOCALE),--locale $(LOCALE),$(GROUP) $(SEVERITY))

# What names rules: pages, lists and schemas are built in, and tests record what is expected of them.
rule_tests = LintSnapshot|RulePage|RuleCatalog|RuleCommand|InventoryTests|ConfigurationKey|UserLanguage|MessageTests|MessageCatalog

record-rules: packages-for-tests embedded ## build, and record what tests expect of rules; read the change afterwards
	swift build --build-tests
	DOCGEN_RECORD=1 swift test --skip-build --filter '$(rule_tests)' || true
	@.ci/embedded
	swift build --build-tests
	swift test --skip-build --filter '$(rule_tests)'

torture: packages-for-tests docgen ## run the tests with hostile and broken inputs in their long form
	DOCGEN_TORTURE=long DOCGEN_BINARY="$(CURDIR)/$(docgen)" \
	  python3 -B -m unittest discover --verbose --start-directory Tests/Torture

test-distributed: packages-for-distributed docgen ## build sites on workers of Slurm and of Dask, and kill one of each
	@.ci/distributed-tools $(distributed_tools)
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" DOCGEN_DISTRIBUTED_TOOLS="$(CURDIR)/$(distributed_tools)" \
	  python3 -B -m unittest discover --verbose --start-directory Tests/Distributed

fuzz: packages-for-tests ## feed the readers and the fixer random input, FUZZ_SECONDS each (300)
	@.ci/fuzz

# The pages of Tests/Benchmark/pages, and those of an unpacked corpus where there is one: make benchmark-lint CORPUS=DIR
CORPUS ?= $(shell if test -x ../shared/corpus/unpack; then ../shared/corpus/unpack; fi)

benchmark-lint: packages-for-tests ## measure how right lint is, and write the tables of the guide
	swift build -c release --static-swift-stdlib --product docgen-benchmark
	.build/release/docgen-benchmark --content Tests/Benchmark/pages $(if $(CORPUS),--content $(CORPUS)/en) --check \
	  $(if $(CORPUS),$(addprefix --write-tables ,$(wildcard content/*/guide/how-right-the-linter-is.md)))

benchmark-scale: docgen ## measure what 60 locales cost: catalog, shards and merge, and how they grow (SIZES=100,200 SHARDS=64)
	.ci/benchmark-scale --docgen $(docgen) --sizes $(or $(SIZES),100,200) --shards $(or $(SHARDS),64) $(if $(CORPUS),--pages $(CORPUS))

# The pages of which the benchmarks of speed are made: a folder for each locale.
speed_content = $(if $(wildcard $(CORPUS)/win32),$(CORPUS)/win32,$(if $(CORPUS),$(CORPUS),content))
speed = python3 -B Tests/Benchmark/speed.py --docgen $(docgen) --content $(speed_content)

benchmark: packages-for-tests docgen ## measure how fast docgen is, and write the table and the plot of the guide
	$(speed) --copies $(or $(COPIES),1) --runs $(or $(RUNS),5) \
	  $(if $(CORPUS),--write $(wildcard content/*/guide/how-fast-docgen-is.md))

benchmark-stages: packages-for-tests docgen ## show what each stage of a lint and a build takes for a page
	$(speed) --sizes 1000 --stages

properties: packages-for-tests docgen ## compare 1,000 builds and lints after random edits with those from nothing
	DOCGEN_TORTURE=long DOCGEN_CORPUS="$(CORPUS)" DOCGEN_BINARY="$(CURDIR)/$(docgen)" \
	  python3 -B -m unittest discover --verbose --start-directory Tests/Torture --pattern test_incremental.py

dist: packages-for-dist ## make what a release has, in .build/dist: archive, Debian package, checksums, list of contents
	@.ci/dist/make

dist-check: dist ## build it a second time, and run it on bare systems; as root
	@.ci/dist/check

embedded: ## list rules and the files that are compiled in, after one came or went
	@.ci/rule-lists

format: ## format the Swift sources
	swift format --in-place --parallel --recursive $(swift_sources)

clean: ## remove everything that was built
	rm -rf .build

packages: ## install the Debian packages that a build needs
	@.ci/packages build

packages-for-dist: ## install what a release needs as well
	@.ci/packages dist

packages-for-distributed: ## install those that the tests of many machines need
	@.ci/packages distributed

packages-for-tests: ## install those that the tests need as well
	@.ci/packages test

format-check: packages-for-tests ## check the format of the Swift sources
	swift format lint --strict --parallel --recursive $(swift_sources)

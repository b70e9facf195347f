# Needs Swift on PATH; everything else that is missing is installed by .ci/packages, which says so.

docgen := .build/docgen
site := .build/site
swift_sources := Package.swift Sources Tests

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help docgen site test embedded format clean packages packages-for-tests format-check

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

docgen: packages ## build the release binary, with the Swift runtime linked in
	swift build -c release --static-swift-stdlib --product docgen
	@ln -sf release/docgen $(docgen)
	@echo "docgen is $(docgen)"

site: docgen ## build docgen, and with it the site of content/
	$(docgen) build --output $(site)
	@echo "The site is in $(site): open $(site)/index.html in a browser"

test: packages-for-tests format-check docgen ## check the format and run all tests
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" swift test
	DOCGEN_BINARY="$(CURDIR)/$(docgen)" python3 -B -m unittest discover --verbose --start-directory Tests/Browser

embedded: ## list the files of locales/ and site/ that are compiled in, after one came or went
	@.ci/embedded

format: ## format the Swift sources
	swift format --in-place --parallel --recursive $(swift_sources)

clean: ## remove everything that was built
	rm -rf .build

packages:
	@.ci/packages build

packages-for-tests:
	@.ci/packages test

format-check: packages-for-tests
	swift format lint --strict --parallel --recursive $(swift_sources)

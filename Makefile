# make demo   the main job for real, on loopback
# make test   every test
# make bench  benchmarks, as ratios within one run
# make lint   style and structure checks

SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := swift build
RELEASE := $(BUILD) -c release --static-swift-stdlib
# What the programs are built with, and what the demonstration and the tests run for real.
LIBRARIES := libcurl4-openssl-dev libzstd-dev libsqlite3-dev zlib1g-dev libbrotli-dev pkg-config
PARTS := nginx-light poppler-utils python3
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo test bench lint packages release build

demo: packages release
	Tests/Demo/run.sh "$$($(RELEASE) --show-bin-path)"

test: packages
	Tests/run.sh

release: packages
	$(RELEASE) --product brief-syncd
	$(RELEASE) --product brief-sync

build: packages
	$(BUILD)

# Asks apt only for what is missing, so that a second run needs neither root nor a network.
packages:
	@missing=$$(for package in $(LIBRARIES) $(PARTS); do \
	  [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing $$missing"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; fi

lint:
	swift format lint --strict --recursive Package.swift Sources Daemon Client Tests
	.ci/structure

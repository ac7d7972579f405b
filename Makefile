# make demo   the main job for real, on loopback
# make test   every test
# make bench  benchmarks, as ratios within one run
# make lint   style and structure checks
# make test-systemd   the installation under a booted systemd, as root

SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := swift build
RELEASE := $(BUILD) -c release --static-swift-stdlib
# What the programs are built with, and what the demonstration and the tests run for real.
LIBRARIES := libcurl4-openssl-dev libzstd-dev libsqlite3-dev zlib1g-dev libbrotli-dev pkg-config
PARTS := nginx-light poppler-utils python3 openssl bsdutils
# A real mail server for the tests.
MAIL := python3-aiosmtpd
# A session bus with a server of notifications, and clocks that jump; a test without one says so and goes on.
DESKTOP := dbus python3-dbus python3-gi faketime
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# For what may be missing: a password is not asked for.
NO_QUESTION := $(if $(SUDO),sudo -n)

# Programs that read what the reports write, and a browser for the pages; a test without one says so and counts as skipped.
READERS := texlive-binaries tidy newsboat chromium
# Modules for the tests, those of PyPI in a folder of the build's own: nothing of the system is changed.
MODULES := aiosmtpd rispy citeproc feedparser prometheus_client icalendar
MODULE_FOLDER := $(CURDIR)/.build/python
export PYTHONPATH := $(MODULE_FOLDER)$(if $(PYTHONPATH),:$(PYTHONPATH))

.PHONY: readers demo test bench lint packages release build pages install uninstall fuzz sanitize test-systemd

demo: packages release
	Tests/Demo/run.sh "$$($(RELEASE) --show-bin-path)"

test: packages readers
	Tests/run.sh

release: packages
	$(RELEASE) --product brief-syncd
	$(RELEASE) --product brief-sync-alert
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

# Without root or a network nothing of this is had, and the tests begin all the same. One by one, so that a package that is
# not to be had takes no other with it.
readers:
	@missing=$$(for package in $$(python3 -c 'import aiosmtpd' 2>/dev/null || echo $(MAIL)) $(READERS) $(DESKTOP); do \
	  [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing $$missing"; \
	  $(NO_QUESTION) apt-get update -qq || true; \
	  for package in $$missing; do \
	    $(NO_QUESTION) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$package || true; done; fi
	@for module in $(MODULES); do \
	  python3 -c "import $$module" 2>/dev/null || \
	  python3 -m pip install --quiet --target "$(MODULE_FOLDER)" "$$(echo $$module | sed s/citeproc/citeproc-py/)" || true; done

bench: packages release
	$(RELEASE) --product DiffWords
	$(RELEASE) --product StoreMaker
	$(RELEASE) --product StoreProbe
	$(RELEASE) --product EmptyProgram
	$(RELEASE) --product StageCost
	$(RELEASE) --product TopicCost
	Tests/Benchmarks/stage_cost.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/topic_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/poll_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/poll_bench.py "$$($(RELEASE) --show-bin-path)" daemon 1000
	Tests/Benchmarks/poll_bench.py "$$($(RELEASE) --show-bin-path)" peers
	Tests/Benchmarks/outbox_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/diff_compare.py "$$($(RELEASE) --show-bin-path)/DiffWords"
	Tests/Benchmarks/report_cost.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/query_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/record_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/upgrade_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/size_bench.py "$$($(RELEASE) --show-bin-path)"
	Tests/Benchmarks/sharing_bench.py "$$($(RELEASE) --show-bin-path)" 120
	Tests/Endurance/soak.py "$$($(RELEASE) --show-bin-path)"
	Tests/Endurance/hostile_mix.py "$$($(RELEASE) --show-bin-path)"
	Tests/Endurance/dead_names.py "$$($(RELEASE) --show-bin-path)"
	Tests/Endurance/huge_text.py "$$($(RELEASE) --show-bin-path)"

# Seconds that each fuzzing target runs.
FUZZ_SECONDS ?= 60
fuzz: packages
	Tests/Fuzz/run.sh .build-fuzz $(FUZZ_SECONDS)

# The readers' tests under the sanitizer that is asked for: address or thread.
SANITIZER ?= address
sanitize: packages
	swift build --build-tests --sanitize=$(SANITIZER) --scratch-path .build-$(SANITIZER)
	ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --sanitize=$(SANITIZER) --scratch-path .build-$(SANITIZER) --filter 'BriefModelTests|BriefParsingTests|BriefExtractionTests|BriefTopicsTests'

# Pages of the manual and shell completions, made by the programs themselves.
PAGES := .build/pages
pages: release
	rm -rf $(PAGES); mkdir -p $(PAGES)/man1 $(PAGES)/bash $(PAGES)/zsh $(PAGES)/fish
	bin="$$($(RELEASE) --show-bin-path)"; "$$bin/brief-syncd" --experimental-dump-help > $(PAGES)/brief-syncd.json || exit 1; \
	page() { "$$bin/brief-sync" manual "$${@:2}" > "$(PAGES)/man1/$$1.1"; }; \
	page brief-sync || exit 1; for verb in $$("$$bin/brief-sync" manual --verbs); do page brief-sync-$$verb $$verb || exit 1; done; \
	page brief-syncd --of $(PAGES)/brief-syncd.json || exit 1; \
	for verb in $$("$$bin/brief-sync" manual --of $(PAGES)/brief-syncd.json --verbs); do \
	  page brief-syncd-$$verb --of $(PAGES)/brief-syncd.json $$verb || exit 1; done; \
	for program in brief-sync brief-syncd; do \
	  "$$bin/$$program" --generate-completion-script bash > $(PAGES)/bash/$$program; \
	  "$$bin/$$program" --generate-completion-script zsh > $(PAGES)/zsh/_$$program; \
	  "$$bin/$$program" --generate-completion-script fish > $(PAGES)/fish/$$program.fish; done

install: pages
	install -D -m 755 -t "$(DESTDIR)$(PREFIX)/bin" "$$($(RELEASE) --show-bin-path)"/brief-sync{,d,-alert}
	install -D -m 644 -t "$(DESTDIR)/usr/lib/systemd/system" Systemd/*.service Systemd/*.socket Systemd/*.timer
	sed -i 's|/usr/bin/brief-sync|$(PREFIX)/bin/brief-sync|' "$(DESTDIR)/usr/lib/systemd/system"/brief-sync*.service
	install -D -m 644 Systemd/brief-sync.sysusers "$(DESTDIR)/usr/lib/sysusers.d/brief-sync.conf"
	install -D -m 644 Systemd/brief-sync.tmpfiles "$(DESTDIR)/usr/lib/tmpfiles.d/brief-sync.conf"
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/man/man1" $(PAGES)/man1/*.1
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" $(PAGES)/bash/*
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" $(PAGES)/zsh/*
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d" $(PAGES)/fish/*
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/doc/brief-sync" README.md LICENSE Systemd/config.example.toml
	@[ -n "$(DESTDIR)" ] || echo "Next: systemd-sysusers && systemd-tmpfiles --create, a configuration in /etc/brief-sync/config.toml (see $(PREFIX)/share/doc/brief-sync), systemctl enable --now brief-sync"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin"/brief-sync{,d,-alert} "$(DESTDIR)/usr/lib/systemd/system"/brief-sync{,-once,-alert}.service \
	  "$(DESTDIR)/usr/lib/systemd/system"/brief-sync-{once.timer,alert.socket} "$(DESTDIR)/usr/lib/sysusers.d/brief-sync.conf" \
	  "$(DESTDIR)/usr/lib/tmpfiles.d/brief-sync.conf" "$(DESTDIR)$(PREFIX)/share/man/man1"/brief-sync{,d}{,-*}.1 \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"/brief-sync{,d} \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions"/_brief-sync{,d} \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"/brief-sync{,d}.fish
	rm -rf "$(DESTDIR)$(PREFIX)/share/doc/brief-sync"

# Under a systemd that is really booted; minutes, the first time some more. SYSTEMD_ROOTS keeps the Debian root.
CONTAINER := systemd-container debootstrap
test-systemd: pages
	@missing=$$(for package in $(CONTAINER); do \
	  [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || echo $$package; done); \
	[ -z "$$missing" ] || $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing
	Tests/Systemd/booted.sh

lint:
	swift format lint --strict --recursive Package.swift Sources Daemon Client Tests
	.ci/structure

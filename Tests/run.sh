#!/bin/bash
# Every test: the unit tests, then the programs as a user runs them. Ends in a line "N passed, N failed, N skipped". A
# program that lacks what it needs says so and ends with 77: that is no pass.
set -uo pipefail
# Tests start servers and programs: a few at a time, so that none waits for the threads of another.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8
cd "$(dirname "$0")/.."
passed=0 failed=0 skipped=0

swift build --build-tests || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
programs=$(swift build --show-bin-path)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

swift test --skip-build --parallel 2>&1 | tee "$log" | grep -vE '^(✔|◇|􀟈|􁁛|\[[0-9]+/[0-9]+\] Testing)|passed after' || true
# The last line of Swift Testing: "Test run with N tests in M suites passed|failed after ... with K issues."
tests=$(grep -oE 'Test run with [0-9]+ tests?' "$log" | grep -oE '[0-9]+' | tail -1)
broken=$(grep -cE '^✘ Test (".*"|[A-Za-z_]+\(.*\)).* failed after' "$log")
# Those that say "skipped" are among the N.
skipped=$(grep -cE '^➜ Test (".*"|[A-Za-z_`].*\)) skipped' "$log")
passed=$((passed + ${tests:-0} - broken - skipped))
failed=$((failed + broken))
if [ "${tests:-0}" = 0 ] || { [ "$broken" = 0 ] && ! grep -qE 'Test run with .* passed' "$log"; }; then
  echo "the unit tests did not end as they should" >&2
  failed=$((failed + 1))
fi

# Pairs of words in the largest document: a debug build takes minutes to find topics in what a release build does in a second.
LARGE=${LARGE:-10000}

# A test that is a program of its own: its name and how to run it.
run() {
  local name=$1; shift
  echo "== $name"
  local status=0
  "$@" || status=$?
  case $status in
    0) passed=$((passed + 1)) ;;
    77) skipped=$((skipped + 1)); echo "SKIPPED: $name" ;;
    *) failed=$((failed + 1)); echo "FAILED: $name" >&2 ;;
  esac
}
wrong_usage() { "$1" "${@:2}" >/dev/null 2>&1; [ $? = 2 ]; }
run "a wrong command line of the daemon ends with 2" wrong_usage "$programs/brief-syncd" once --al
run "no input found so far and none made in ${FUZZ_SECONDS:-20} s a target breaks a rule of reading" Tests/Fuzz/run.sh .build-fuzz "${FUZZ_SECONDS:-20}"
run "the units are sound, explained and closed" Tests/Systemd/units.sh "$programs"
run "this installation passes its own test" "$programs/brief-syncd" selftest
run "a new catalogue tags the store again without an edit and without an alert" Tests/Topics/retag.py "$programs"
run "the demonstration finds every change" Tests/Demo/run.sh "$programs"
run "the service does what systemd, its administrator and a monitor ask" Tests/Service/service.py "$programs"
run "kill -9 at random moments loses nothing" Tests/Crash/kill_nine.py "$programs" "${KILLS:-50}"
run "killed at points between seeing a change and marking its last delivery it loses nothing" env FAULT_STEP="${FAULT_STEP:-9}" Tests/Crash/fault_points.py "$programs" kill
# Every write and sync that fails, too; some minutes.
if [ -n "${FAULTS:-}" ]; then run "a write or sync that fails loses nothing" Tests/Crash/fault_points.py "$programs" eio full readonly; fi
run "the reports stand on every screen and on paper, to be read by all" Tests/Pages/in_browser.py "$programs"
run "status says while the store cannot be written that it cannot" Tests/Crash/fault_points.py "$programs" degraded
run "a kill at any write leaves a store as it was, or as it is to be" Tests/Crash/migration_faults.py "$programs" "${FAULT_STEP:-23}"
run "no title and no address is more than words, in any channel" Tests/Alerts/hostile.py "$programs"
run "clocks that jump lose, double and hold up nothing" Tests/Alerts/clock.py "$programs"
run "a long run grows neither memory nor descriptors nor the log, and tells everything" Tests/Endurance/soak.py "$programs" 10000
run "publishers that misbehave hold up nobody else" Tests/Endurance/hostile_mix.py "$programs" 200 64 $LARGE
run "a full table of descriptors fails few polls, and heals by itself" Tests/Endurance/few_descriptors.py "$programs"
run "another user reads while the daemon runs, after it stopped, after it was killed" Tests/Sharing/two_users.py "$programs"
corpus=${BRIEF_SYNC_SHARED:-../shared}/corpus/feeds
if [ -d "$corpus" ]; then
  run "real feeds are read, and not modified the second time" Tests/RealFeeds/real_feeds.py "$programs" "$corpus"
else
  skipped=$((skipped + 1))
  echo "== real feeds"
  echo "SKIPPED: there is no corpus at $corpus"
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]

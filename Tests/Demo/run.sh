#!/bin/bash
# Runs the main job for real: a publisher on loopback whose spotlights change, the daemon that polls it
# over HTTP into a fresh store, and the reader's commands. Ends non-zero when a change was missed.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
programs=${1:?usage: run.sh FOLDER-OF-PROGRAMS}
room=$(mktemp -d "${TMPDIR:-/tmp}/brief-sync-demo.XXXXXX")
store=$room/store
export BRIEF_SYNC_STORE=$store

finish() {
  [ -z "${daemon:-}" ] || { kill "$daemon" && wait "$daemon" || true; } 2>/dev/null
  [ -z "${publisher:-}" ] || { kill "$publisher" && wait "$publisher" || true; } 2>/dev/null
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'demo: FAILED: %s (what is left is in %s)\n' "$*" "$room" >&2; exit 1; }

# Waits until the command prints the number.
await() {
  local wanted=$1 what=$2; shift 2
  for _ in $(seq 1 300); do
    [ "$("$@" 2>/dev/null || true)" = "$wanted" ] && return 0
    sleep 0.1
  done
  fail "$what did not happen within 30 seconds"
}
changes_of() { "$programs/brief-sync" changes --jsonl 2>/dev/null | grep -c "\"kind\":\"$1\"" || true; }
alerts() { [ -f "$room/alerts.jsonl" ] && wc -l <"$room/alerts.jsonl" || echo 0; }

start_publisher() {
  mkdir "$room/site"
  cp "$here"/round-1/* "$room/site/"
  # A port that nobody listens on: the kernel refuses a second listener, so try until one is free.
  for _ in $(seq 1 20); do
    port=$((20000 + RANDOM % 20000))
    # Started as root, nginx would give up the right to read the room.
    sed -e "s|@USER@|$([ "$(id -u)" = 0 ] && echo "user root;")|" -e "s|@ROOM@|$room|g" -e "s|@PORT@|$port|g" "$here/nginx.conf.in" >"$room/nginx.conf"
    nginx -p "$room" -e "$room/nginx-error.log" -c "$room/nginx.conf" &
    publisher=$!
    for _ in $(seq 1 50); do
      (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && kill -0 "$publisher" 2>/dev/null && return 0
      kill -0 "$publisher" 2>/dev/null || break
      sleep 0.1
    done
    kill "$publisher" 2>/dev/null || true
  done
  fail "nginx did not start; see $room/nginx-error.log"
}

write_configuration() {
  cat >"$room/config.toml" <<TOML
store = "$store"
missing_polls = 3

[[source]]
id = "vistula-spotlight"
url = "http://127.0.0.1:$port/spotlights.xml"
interval = "1s"
max_interval = "1s"
series = "Spotlight"
allow_private = true

[[source]]
id = "obserwatorium"
url = "http://127.0.0.1:$port/commentary.atom"
interval = "1s"
max_interval = "1s"
allow_private = true

[[channel]]
id = "desk"
kind = "webhook"
url = "http://127.0.0.1:$port/alerts"
allow_private = true

[[rule]]
name = "everything"
channels = ["desk"]
TOML
}

start_publisher
write_configuration
"$programs/brief-syncd" check-config "$room/config.toml"

say "Round 1: the daemon starts on an empty store"
"$programs/brief-syncd" run --config "$room/config.toml" 2>"$room/daemon.log" &
daemon=$!
await 6 "the first sync" changes_of added
echo "6 publications found"

say "Round 2: one digit of a date is changed without a word, a passage is reworded, a spotlight is new"
cp "$here"/round-2/* "$room/site/"
await 7 "the new spotlight" changes_of added
await 2 "the two edits" changes_of revised

say "Round 3: a spotlight is taken down"
cp "$here"/round-3/* "$room/site/"
await 1 "the withdrawal" changes_of withdrawn
await 6 "the alerts" alerts

say "brief-sync status"
"$programs/brief-sync" status
say "brief-sync changes"
"$programs/brief-sync" changes --since 1d
edited=$("$programs/brief-sync" changes --jsonl | grep '"kind":"revised"' | grep '"after":"2025"' |
  sed 's/.*"publication":{[^}]*"id":"\([0-9a-f]*\)".*/\1/')
[ -n "$edited" ] || fail "the edited date is not among the changes"
say "brief-sync log ${edited:0:12}"
"$programs/brief-sync" log "${edited:0:12}"
say "brief-sync diff ${edited:0:12}"
"$programs/brief-sync" diff "${edited:0:12}"

say "Where the alerts went"
echo "POST http://127.0.0.1:$port/alerts, $(alerts) of them, kept in $room/alerts.jsonl:"
cut -c1-150 "$room/alerts.jsonl"

"$programs/brief-sync" changes --jsonl | grep '"after":"2025"' | grep -q '"silent":true' ||
  fail "the edit of the date was not found to be silent"
not_modified=$(grep -c '^304' "$room/polls.log" || true)
[ "$not_modified" -gt 0 ] || fail "no poll was answered 304"
say "One page on what happened, and one on a topic"
"$programs/brief-sync" brief --html >"$room/brief.html"
"$programs/brief-sync" dossier single-gas-market --html >"$room/dossier.html"
grep -q '<del>2024</del><ins>2025</ins>' "$room/dossier.html" || fail "the dossier does not show the edited date"
grep -q 'withdrawn' "$room/brief.html" || fail "the brief does not tell of the withdrawal"
echo "The brief stands in $room/brief.html, the dossier on the single gas market in $room/dossier.html"
finish
daemon='' publisher=''
say "All changes found: 7 added, 2 revised (silently), 1 withdrawn, 6 alerts; $not_modified polls answered 304"
echo "The store stays in $store; look around with: BRIEF_SYNC_STORE=$store $programs/brief-sync list"

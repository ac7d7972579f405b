#!/bin/bash
# Runs inside the booted machine: each line of the output is a thing that was tried.
cd /opt/brief-sync-test
until_true() { local n; for n in $(seq 300); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done; return 1; }
try() {
  local name=$1 said; shift
  if said=$("$@" 2>&1); then echo "ok      $name"; else echo "FAILED  $name"; sed 's/^/          /' <<<"$said" | tail -5; fi
}
status() { systemctl show -p StatusText --value brief-sync; }
says() { status | grep -q "$1"; }
state() { brief-sync sources --json | python3 -c "import json, sys; print({s['id']: s['state'] for s in json.load(sys.stdin)['sources']}['$1'])"; }
is() { [ "$(state "$1")" = "$2" ]; }
restarts() { systemctl show -p NRestarts --value brief-sync; }
restarted_since() { [ "$(restarts)" -gt "$1" ] && systemctl is-active -q brief-sync; }
filed() { [ -n "$(journalctl -q -o cat "MESSAGE_ID=$1")" ]; }
asked() { grep -q "$1" /run/asked; }
journal() { journalctl -q -o cat -u brief-sync "$@"; }

echo "It opens in 2023." > /run/text
python3 publisher.py &
mkdir -p /home/desk /etc/systemd/system/brief-sync.service.d
echo "A text." > /home/desk/brief.txt
printf 'whsec_b3Blbi1zZXNhbWUtb3Blbi1zZXNhbWU=\n' > /etc/brief-sync/word
chmod 600 /etc/brief-sync/word
cp config.toml /etc/brief-sync/
printf '[Service]\nLoadCredential=word:/etc/brief-sync/word\nWatchdogSec=4\n' > /etc/systemd/system/brief-sync.service.d/test.conf
systemctl daemon-reload

try "sysusers and tmpfiles made the account, the configuration's folder and the store's" \
  test "$(stat -c '%U %G %a' /var/lib/brief-sync) $(stat -c '%a' /etc/brief-sync)" = "brief-sync brief-sync 2750 755"
try "check-config takes the configuration, as the daemon's account" runuser -u brief-sync -- brief-syncd check-config
systemctl enable -q --now brief-sync-alert.socket
try "the service starts and says READY=1" systemctl start brief-sync
try "STATUS= counts the sources" until_true says "2 sources"
try "a feed is polled" until_true is open ok
try "/home is not readable: a folder there fails and says so" until_true is home failing
try "the event is in the journal under its MESSAGE_ID" until_true filed 8612e573c04b5d279727f60972259983

echo "It opens in 2024." > /run/text
try "root asks for a poll over the control socket" brief-syncd sync open
try "a change is in the journal under its MESSAGE_ID" until_true filed 7b7b929b5951576289575f1e3083d9c9
try "an alert of the journal channel is seen in journalctl" until_true filed 5b1d7c0e9f8a4e61a3c47d2b6f90e815
try "a command channel really runs its command over the socket" until_true asked '^/told/change/'
try "a credential is readable: the webhook is signed with it" until_true asked '^/hook signed'
told=$(grep -m1 '^/told/change/' /run/asked)
try "the command has an account of its own and does not see the store ($told)" \
  bash -c "[[ '$told' =~ /([0-9]+)/blind$ ]] && [ \${BASH_REMATCH[1]} -ne 0 ] && [ \${BASH_REMATCH[1]} -ne $(id -u brief-sync) ]"

printf '\n[[source]]\nid = "more"\nurl = "http://127.0.0.1:8080/more"\nallow_private = true\n' >> /etc/brief-sync/config.toml
try "a reload takes a new source over" systemctl reload brief-sync
try "and it is polled" until_true is more ok
cp /etc/brief-sync/config.toml /run/sound.toml
echo 'intervall = 1' >> /etc/brief-sync/config.toml
try "a reload of a broken configuration fails" bash -c '! systemctl reload brief-sync'
try "it is refused, and the log says why" until_true bash -c 'journalctl -q -o cat MESSAGE_ID=ca6884bab8c3522c841de60b58940a94 | grep -q intervall'
try "and the sources stay" says "3 sources"
cp /run/sound.toml /etc/brief-sync/config.toml

before=$(restarts)
systemctl kill -s KILL brief-sync
try "killed with signal 9 it starts again" until_true restarted_since "$before"
try "with the store intact" runuser -u brief-sync -- brief-sync verify --data
before=$(restarts)
systemctl kill -s STOP brief-sync
try "a process that hangs is started again by the watchdog" until_true restarted_since "$before"
before=$(restarts)
python3 - <<'PYTHON' &
import sqlite3, subprocess, time
store = sqlite3.connect("/var/lib/brief-sync/store.sqlite", isolation_level=None)
store.execute("BEGIN IMMEDIATE")
while "Watchdog timeout" not in subprocess.run(
        ["journalctl", "-q", "-o", "cat", "-u", "brief-sync", "--since", "-20s"], capture_output=True, text=True).stdout.rpartition("Started")[2]:
    time.sleep(0.2)
PYTHON
try "a loop that cannot write is started again by the watchdog" until_true restarted_since "$before"
wait %2
try "with the store intact" until_true runuser -u brief-sync -- brief-sync verify --data

start=$(date +%s%N)
systemctl stop brief-sync
took=$((($(date +%s%N) - start) / 1000000))
try "it stops in under 5 seconds ($took ms)" test "$took" -lt 5000
try "and was not killed for it" test "$(systemctl show -p Result --value brief-sync)" = success
try "another member of the group reads the store of a stopped daemon" \
  setpriv --reuid=65534 --regid="$(id -g brief-sync)" --clear-groups brief-sync list
try "the timer's service polls once" bash -c 'systemctl start brief-sync-once.service; [ "$(systemctl show -p Result --value brief-sync-once.service)" = success ]'
try "the manual is there" test -s /usr/share/man/man1/brief-syncd.1
journalctl -q > /var/log/brief-sync-journal
echo done

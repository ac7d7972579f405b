#!/bin/bash
# The units as systemd itself judges them: without a fault, exposed at most 1.2, a sentence above every directive.
# usage: units.sh PROGRAMS
set -uo pipefail
cd "$(dirname "$0")/../.."
programs=$(realpath "$1")
status=0
complain() { printf 'units: %s\n' "$*" >&2; status=1; }

while read -r line; do complain "no sentence above: $line"; done < <(
  awk 'FNR == 1 { last = "" } /^[A-Za-z]+=/ && last !~ /^#/ { print FILENAME ": " $0 } { last = $0 }' Systemd/brief-sync*.{service,socket,timer})

# What no second start mends: usage, no store, a newer store, a damaged record.
grep -qx 'RestartPreventExitStatus=2 10 12 13' Systemd/brief-sync.service ||
  complain "brief-sync.service is started again for ever after an end that trying does not mend"

if ! command -v systemd-analyze >/dev/null; then
  echo "units: systemd-analyze is not installed, so that systemd's own judgement was not asked for"
  exit "$status"
fi
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
for unit in Systemd/brief-sync*.{service,socket,timer}; do
  sed "s|/usr/bin/brief-sync|$programs/brief-sync|" "$unit" > "$room/$(basename "$unit")"
done
# Its exit status says nothing of unknown keys; what it prints does.
for unit in "$room"/*; do
  said=$(SYSTEMD_UNIT_PATH="$room:" systemd-analyze verify --man=no "$unit" 2>&1 | grep -F brief-sync)
  [ -z "$said" ] || complain "verify says of $(basename "$unit"): $said"
done
for unit in "$room"/*.service; do
  said=$(systemd-analyze security --offline=true --threshold=12 "$unit" 2>&1) ||
    complain "$(basename "$unit") is exposed: $(tail -1 <<<"$said")"
done
for file in sysusers:systemd-sysusers tmpfiles:systemd-tmpfiles; do
  kind=${file%%:*}
  command -v "${file#*:}" >/dev/null || continue
  mkdir -p "$room/root/etc"
  case $kind in
    sysusers) said=$(systemd-sysusers --root="$room/root" "$PWD/Systemd/brief-sync.sysusers" 2>&1) || complain "sysusers: $said" ;;
    tmpfiles) said=$(systemd-tmpfiles --root="$room/root" --create "$PWD/Systemd/brief-sync.tmpfiles" 2>&1) || complain "tmpfiles: $said" ;;
  esac
done
"$programs/brief-syncd" check-config Systemd/config.example.toml >/dev/null || complain "the example configuration is not sound"
[ "$status" = 0 ] && echo "units: sound"
exit "$status"

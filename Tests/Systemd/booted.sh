#!/bin/bash
# brief-sync under a systemd that was really booted: installed by `make install` into a Debian root, started in
# systemd-nspawn, watched. Needs root, systemd-container and debootstrap (make test-systemd installs them).
#
# SYSTEMD_ROOTS holds the Debian root between runs; without it a folder beside the other temporary files does.
set -uo pipefail
cd "$(dirname "$0")/../.."
roots=${SYSTEMD_ROOTS:-${TMPDIR:-/tmp}/brief-sync-systemd}
base=$roots/base room=$roots/run
# What the programs link, and what the test itself runs inside.
packages=systemd,systemd-sysv,dbus,python3,libcurl4,libzstd1,libsqlite3-0,libbrotli1,zlib1g,ca-certificates
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

if [ "$(id -u)" != 0 ]; then echo "test-systemd: a container is booted as root: sudo make test-systemd" >&2; exit 1; fi
if [ ! -e "$base/.complete" ]; then
  rm -rf "$base"; mkdir -p "$base"
  echo "test-systemd: making a Debian root in $base (minutes, once)"
  debootstrap --variant=minbase --include="$packages" bookworm "$base" "$mirror" > "$roots/debootstrap.log" 2>&1 ||
    { tail -5 "$roots/debootstrap.log" >&2; exit 1; }
  touch "$base/.complete"
fi
rm -rf "$room"; cp -a --reflink=auto "$base" "$room" || exit 1
make -s install DESTDIR="$room" PREFIX=/usr > "$roots/install.log" 2>&1 || { tail -5 "$roots/install.log" >&2; exit 1; }
cp -r Tests/Systemd/inside "$room/opt/brief-sync-test"
mkdir -p "$room/etc/systemd/system/multi-user.target.wants"
cp "$room/opt/brief-sync-test/brief-sync-test.service" "$room/etc/systemd/system/"
ln -s ../brief-sync-test.service "$room/etc/systemd/system/multi-user.target.wants/"

# Four minutes: the test inside takes one on an idle machine.
timeout 240 systemd-nspawn -q -D "$room" --boot --register=no --keep-unit --private-network \
  -M "brief-sync-test-$$" </dev/null > "$roots/boot.log" 2>&1
results=$room/var/log/brief-sync-test
[ -s "$results" ] || { echo "test-systemd: nothing was tried; the end of $roots/boot.log:" >&2; tail -20 "$roots/boot.log" >&2; exit 1; }
cat "$results"
if ! grep -q '^done' "$results" || grep -q '^FAILED' "$results"; then
  echo "test-systemd: the journal is in $room/var/log/brief-sync-journal" >&2
  exit 1
fi

# Nothing of it is left behind.
make -s uninstall DESTDIR="$room" PREFIX=/usr
left=$(find "$room/usr" "$room/lib" -name '*brief-sync*' 2>/dev/null)
[ -z "$left" ] || { echo "FAILED: uninstall left $left" >&2; exit 1; }
echo "ok      make uninstall leaves nothing behind"

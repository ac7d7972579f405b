#!/usr/bin/env python3
"""First and second round over many sources on loopback, against a bare libcurl program that only fetches.

usage: poll_bench.py PROGRAMS [SOURCES] [ENTRIES]

Prints wall seconds, CPU seconds and peak memory of each, and the ratios within this run.
"""
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
SYLLABLES = "ba re mi no ta lu ki so ve da ri po ne ga tu se".split()
# Words that the catalogue's patterns look for; one word in twelve is one of them.
WORDS = ("gas oil electricity market Belarus Russia Union State customs tax doctrine border Minsk Moscow programme "
         "deadline agreement ministers refinery transit price pipeline tariff summit council treaty").split()


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs = pathlib.Path(sys.argv[1])
    sources = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    entries = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-bench-"))
    nginx = None
    try:
        floor = room / "poll_floor"
        subprocess.run(["cc", "-O2", "-o", floor, HERE / "poll_floor.c", "-lcurl"], check=True)
        port = free_port()
        nginx = start_nginx(room, port)
        size = publish(room, port, sources, entries)
        print(f"{sources} sources of {entries} entries, {size / 1e6:.1f} MB")
        poll = [programs / "brief-syncd", "once", "--all", "--config", room / "config.toml"]
        bare = measure([floor, room / "urls"])
        report("libcurl alone, everything", bare, bare)
        report("first round", measure(poll), bare)
        report("second round (304)", measure(poll), bare)
        status = [programs / "brief-sync", "status", "--store", room / "store"]
        cold = measure(status)
        warm = min((measure(status) for _ in range(10)), key=lambda figures: figures[0])
        print(f"status: {cold[0] * 1000:.1f} ms first, {warm[0] * 1000:.1f} ms best of ten, {warm[2]:.0f} MB")
        size = sum(f.stat().st_size for f in (room / "store").glob("*") if f.is_file())
        print(f"store: {size / 1e6:.1f} MB")
    finally:
        if nginx:
            nginx.terminate()
            nginx.wait()
        shutil.rmtree(room, ignore_errors=True)
    return 0


def measure(command):
    """Wall seconds, CPU seconds, peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"{command} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, figures, floor):
    wall, cpu, memory = figures
    print(f"{name}: {wall:.2f} s ({wall / floor[0]:.1f}x), CPU {cpu:.2f} s ({cpu / floor[1]:.1f}x), peak {memory:.0f} MB")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_nginx(room, port):
    (room / "site").mkdir()
    folders = "".join(f"{kind}_temp_path {room}/{kind};"
                      for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # Started as root, nginx would give up the right to read the room.
    user = "user root;" if os.geteuid() == 0 else ""
    (room / "nginx.conf").write_text(f"""
daemon off; worker_processes 1; {user} pid {room}/nginx.pid; error_log {room}/error.log;
events {{ worker_connections 512; }}
http {{ access_log off; {folders} types {{ application/rss+xml xml; }}
  server {{ listen 127.0.0.1:{port}; root {room}/site; }} }}
""")
    process = subprocess.Popen(["nginx", "-p", room, "-e", room / "error.log", "-c", room / "nginx.conf"])
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.05)
    raise SystemExit("nginx did not start")


def prose(dice, words):
    """Sentences of 8 to 24 words."""
    sentences = []
    while words > 0:
        length = min(words, dice.randint(8, 24))
        words -= length
        sentence = " ".join(
            dice.choice(WORDS) if dice.random() < 1 / 12 else "".join(dice.choices(SYLLABLES, k=dice.randint(1, 4)))
            for _ in range(length))
        sentences.append(sentence[0].upper() + sentence[1:] + ".")
    return " ".join(sentences)


def publish(room, port, sources, entries):
    dice = random.Random(1)
    size = 0
    configuration = [f'store = "{room}/store"\n']
    urls = []
    for source in range(sources):
        items = []
        for entry in range(entries):
            text = prose(dice, 500)
            day = 1 + entry % 28
            items.append(f"<item><guid>http://127.0.0.1:{port}/{source}/{entry}</guid><title>Brief {source}-{entry}</title>"
                         f"<pubDate>{day:02d} Jan 2024 09:00:00 GMT</pubDate><description>{text}</description></item>")
        document = f"<rss version='2.0'><channel><title>Source {source}</title>{''.join(items)}</channel></rss>"
        (room / "site" / f"{source}.xml").write_text(document)
        size += len(document)
        url = f"http://127.0.0.1:{port}/{source}.xml"
        urls.append(url)
        configuration.append(f'[[source]]\nid = "s{source}"\nurl = "{url}"\nallow_private = true\n')
    (room / "config.toml").write_text("\n".join(configuration))
    (room / "urls").write_text("\n".join(urls) + "\n")
    return size


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Rounds over many sources on loopback, against a C program that does the least: libcurl, expat, SQLite, one commit a round
(store_floor.c).

usage: poll_bench.py PROGRAMS [SOURCES] [ENTRIES]     first, unchanged and changed rounds; status
       poll_bench.py PROGRAMS growth [SOURCES...]     CPU of an unchanged poll by number of sources
       poll_bench.py PROGRAMS idle [SOURCES]          a minute of the daemon with nothing due
       poll_bench.py PROGRAMS daemon [SOURCES] [ENTRIES]  the same rounds by a daemon that runs, without a program's start
       poll_bench.py PROGRAMS peers [SOURCES] [ENTRIES]   first and unchanged rounds of others beside ours: a script of
                                                      requests, feedparser and sqlite3 (poll_script.py), and newsboat

Prints wall seconds, CPU seconds (user and system, best of the runs) and peak memory of each, and the ratios within this run.
CPU ratios bear a busy machine, seconds do not.
"""
import importlib.util
import os
import pathlib
import random
import shutil
import socket
import sqlite3
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
    programs, rest = pathlib.Path(sys.argv[1]), sys.argv[2:]
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-bench-"))
    scene = None
    try:
        scene = Scene(programs, room)
        if rest[:1] == ["growth"]:
            scene.growth([int(n) for n in rest[1:]] or [100, 1000, 10_000])
        elif rest[:1] == ["idle"]:
            scene.idle(int(rest[1]) if len(rest) > 1 else 1000)
        elif rest[:1] == ["daemon"]:
            scene.running(int(rest[1]) if len(rest) > 1 else 200, int(rest[2]) if len(rest) > 2 else 20)
        elif rest[:1] == ["peers"]:
            scene.peers(int(rest[1]) if len(rest) > 1 else 200, int(rest[2]) if len(rest) > 2 else 20)
        else:
            scene.rounds(int(rest[0]) if rest else 200, int(rest[1]) if len(rest) > 1 else 20)
    finally:
        if scene:
            scene.nginx.terminate()
            scene.nginx.wait()
        shutil.rmtree(room, ignore_errors=True)
    return 0


class Scene:
    def __init__(self, programs, room):
        self.programs, self.room = programs, room
        self.floor = room / "store_floor"
        subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", "-o", self.floor, HERE / "store_floor.c",
                        "-lcurl", "-lexpat", "-lsqlite3"], check=True)
        self.port = free_port()
        self.nginx = start_nginx(room, self.port)

    def commands(self):
        return ([self.floor, self.room / "floor.sqlite", self.room / "urls"],
                [self.programs / "brief-syncd", "once", "--all", "--config", self.room / "config.toml"])

    def rounds(self, sources, entries):
        size = publish(self.room, self.port, sources, entries)
        print(f"{sources} sources of {entries} entries, {size / 1e6:.1f} MB")
        floor, poll = self.commands()
        bare = measure(floor)
        report("first round", measure(poll), bare)
        report("first round of the floor with an index", measure([floor[0], self.room / "indexed.sqlite", floor[2], "index"]), bare)
        self.unchanged("unchanged round (304)", 5)
        best = None
        for turn in range(2):
            edited = edit(self.room, sources, entries, turn)
            pair = measure(poll), measure(floor)
            if best is None or pair[0][1] / pair[1][1] < best[0][1] / best[1][1]:
                best = pair
        report(f"changed round ({edited})", *best)
        status = [self.programs / "brief-sync", "status", "--store", self.room / "store"]
        cold = measure(status)
        warm = min((measure(status) for _ in range(10)), key=lambda figures: figures[0])
        print(f"status: {cold[0] * 1000:.1f} ms first, {warm[0] * 1000:.1f} ms best of ten, {warm[2]:.0f} MB")
        size = sum(f.stat().st_size for f in (self.room / "store").glob("*") if f.is_file())
        print(f"store: {size / 1e6:.1f} MB")

    def unchanged(self, name, runs):
        """Interleaved, best of each; the first is a warming-up."""
        floor, poll = self.commands()
        pairs = [(measure(poll), measure(floor)) for _ in range(runs)]
        ours = min((pair[0] for pair in pairs), key=lambda figures: figures[1])
        bare = min((pair[1] for pair in pairs), key=lambda figures: figures[1])
        report(name, ours, bare)
        return ours[1]

    def running(self, sources, entries):
        """Rounds that `sync` asks of a daemon; what it uses for them is read from outside, so that only they count."""
        size = publish(self.room, self.port, sources, entries, interval="1d")
        print(f"{sources} sources of {entries} entries, {size / 1e6:.1f} MB")
        floor, poll = self.commands()
        measure(floor)
        measure(poll)
        daemon = subprocess.Popen([self.programs / "brief-syncd", "run", "--config", self.room / "config.toml"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(3)
            pairs = [(self.asked_round(daemon, sources), measure(floor)) for _ in range(5)]
            best = [min((pair[side] for pair in pairs), key=lambda figures: figures[1]) for side in (0, 1)]
            report("unchanged round (304), a running daemon", *best)
            pairs = []
            for turn in range(3):
                edited = edit(self.room, sources, entries, turn)
                pairs.append((self.asked_round(daemon, sources), measure(floor)))
            # The first of them also compiles the catalogue.
            for name, (ours, bare) in zip(("first changed round", "changed round", "changed round"), pairs):
                report(f"{name} ({edited}), a running daemon", ours, bare)
        finally:
            daemon.terminate()
            daemon.wait()

    def asked_round(self, daemon, sources):
        """Wall seconds, CPU seconds and resident MB of one round over all sources."""
        store = sqlite3.connect(f"file:{self.room}/store/store.sqlite?mode=ro", uri=True)

        def polls():
            return store.execute("SELECT total(polls) FROM poll_state").fetchone()[0]

        before, wanted, start = ticks(daemon.pid), polls() + sources, time.monotonic()
        subprocess.run([self.programs / "brief-syncd", "sync", "--config", self.room / "config.toml"], check=True,
                       stdout=subprocess.DEVNULL)
        while polls() < wanted:
            if time.monotonic() - start > 120:
                raise SystemExit(f"{wanted - polls()} polls are missing after two minutes")
            time.sleep(0.02)
        wall = time.monotonic() - start
        # What follows a round (the log's checkpoint, a merge in the index) belongs to it.
        time.sleep(1)
        cpu = ticks(daemon.pid) - before
        store.close()
        return wall, cpu, usage(daemon.pid)[2]

    def peers(self, sources, entries):
        """What the multiples of the floor mean: those of programs that people know. None of them keeps an index or old texts."""
        size = publish(self.room, self.port, sources, entries)
        print(f"{sources} sources of {entries} entries, {size / 1e6:.1f} MB")
        floor, poll = self.commands()
        (self.room / "newsboat").mkdir()
        (self.room / "newsboat/config").write_text("")
        programs = {"brief-syncd": poll}
        if has_modules("requests", "feedparser"):
            programs["script"] = [sys.executable, HERE / "poll_script.py", self.room / "script.sqlite", self.room / "urls"]
        if shutil.which("newsboat"):
            programs["newsboat"] = ["newsboat", "-u", self.room / "urls", "-c", self.room / "newsboat/cache.db",
                                    "-C", self.room / "newsboat/config", "-x", "reload"]
        bare = measure(floor)
        for name, command in programs.items():
            report(f"first round, {name}", measure(command), bare)
        for name, command in programs.items():
            pairs = [(measure(command), measure(floor)) for _ in range(3)]
            best = [min((pair[side] for pair in pairs), key=lambda figures: figures[1]) for side in (0, 1)]
            report(f"unchanged round (304), {name}", *best)

    def growth(self, sizes):
        costs = {}
        for sources in sizes:
            for name in ("store", "floor.sqlite", "floor.sqlite-wal", "floor.sqlite-shm", "site"):
                path = self.room / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            publish(self.room, self.port, sources, 1, words=20)
            floor, poll = self.commands()
            first = measure(poll)
            measure(floor)
            print(f"{sources} sources: first round CPU {first[1]:.2f} s, peak {first[2]:.0f} MB")
            empty = self.start_alone()
            costs[sources] = (self.unchanged(f"{sources} sources, unchanged", 3), empty)
        for sources, (cpu, empty) in costs.items():
            print(f"{sources} sources: {cpu / sources * 1e6:.0f} us of CPU a poll, "
                  f"{(cpu - empty) / sources * 1e6:.0f} us without the program's start ({empty:.2f} s)")

    def start_alone(self):
        """CPU seconds of a round with one source: what a program's start costs."""
        (self.room / "one.toml").write_text(
            f'store = "{self.room}/one"\n[[source]]\nid = "s0"\nurl = "http://127.0.0.1:{self.port}/0.xml"\nallow_private = true\n')
        one = [self.programs / "brief-syncd", "once", "--all", "--config", self.room / "one.toml"]
        return min(measure(one)[1] for _ in range(4))

    def idle(self, sources):
        """A minute in which nothing falls due; wake-ups are voluntary context switches of all threads."""
        publish(self.room, self.port, sources, 1, words=20, interval="30m")
        measure(self.commands()[1])
        daemon = subprocess.Popen([self.programs / "brief-syncd", "run", "--config", self.room / "config.toml"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(20)
            before = usage(daemon.pid)
            time.sleep(60)
            after = usage(daemon.pid)
            print(f"idle, {sources} sources: {(after[0] - before[0]) * 1000:.0f} ms of CPU a minute, "
                  f"{(after[1] - before[1]) / 60:.2f} wake-ups a second, {after[2]:.0f} MB, {after[3]} threads")
        finally:
            daemon.terminate()
            daemon.wait()


def ticks(process):
    """CPU seconds of a process in steps of 10 ms, those of threads that have ended among them."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def usage(process):
    """CPU seconds, voluntary switches of all threads, resident MB, threads."""
    tasks = list(pathlib.Path(f"/proc/{process}/task").iterdir())
    # schedstat counts nanoseconds on a CPU; stat only ticks of 10 ms.
    cpu = sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
    switches = sum(int(line.split()[1]) for task in tasks
                   for line in (task / "status").read_text().splitlines() if line.startswith("voluntary"))
    pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
    return cpu, switches, pages * os.sysconf("SC_PAGE_SIZE") / 1e6, len(tasks)


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
    print(f"{name}: {wall:.2f} s, CPU {cpu:.3f} s, the floor's {floor[1]:.3f} s ({cpu / floor[1]:.1f}x), "
          f"peak {memory:.0f} MB")


def has_modules(*names):
    return all(importlib.util.find_spec(name) for name in names)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_nginx(room, port):
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


def publish(room, port, sources, entries, words=500, interval=None):
    dice = random.Random(1)
    size = 0
    # As many at once as may be; the floor has 32.
    configuration = [f'store = "{room}/store"\npolling = {{ transfers_per_host = 16 }}\n']
    urls = []
    (room / "site").mkdir(exist_ok=True)
    # Texts are dear to make: a few hundred are shared, each entry has its own number in it.
    texts = [prose(dice, words) for _ in range(min(sources * entries, 2000))]
    for source in range(sources):
        items = [item(port, source, entry, f"Number {source}-{entry}. " + texts[(source * entries + entry) % len(texts)])
                 for entry in range(entries)]
        size += write(room, source, items)
        url = f"http://127.0.0.1:{port}/{source}.xml"
        urls.append(url)
        every = f'interval = "{interval}"\n' if interval else ""
        configuration.append(f'[[source]]\nid = "s{source}"\nurl = "{url}"\nallow_private = true\n{every}')
    (room / "config.toml").write_text("\n".join(configuration))
    (room / "urls").write_text("\n".join(urls) + "\n")
    return size


def item(port, source, entry, text):
    return (f"<item><guid>http://127.0.0.1:{port}/{source}/{entry}</guid><title>Brief {source}-{entry}</title>"
            f"<pubDate>{1 + entry % 28:02d} Jan 2024 09:00:00 GMT</pubDate><description>{text}</description></item>\n")


def write(room, source, items):
    document = f"<rss version='2.0'><channel><title>Source {source}</title>\n{''.join(items)}</channel></rss>"
    (room / "site" / f"{source}.xml").write_text(document)
    return len(document)


def edit(room, sources, entries, turn):
    """5% of the sources have a new entry, 2% an edited one."""
    dice = random.Random(100 + turn)
    chosen = dice.sample(range(sources), max(2, sources * 7 // 100))
    new = chosen[:max(1, sources * 5 // 100)]
    for source in chosen:
        path = room / "site" / f"{source}.xml"
        lines = path.read_text().split("\n")
        if source in new:
            fresh = item(0, source, entries + turn, prose(dice, 500)).rstrip()
            lines.insert(1, fresh)
        else:
            lines[2] = lines[2].replace("Number ", f"Number {turn + 1} of ", 1)
        path.write_text("\n".join(lines))
        # Whole seconds make a modification time: two turns must differ.
        os.utime(path, (time.time() + turn + 1, time.time() + turn + 1))
    return f"{len(new)} new, {len(chosen) - len(new)} edited"


if __name__ == "__main__":
    sys.exit(main())

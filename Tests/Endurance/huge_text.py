#!/usr/bin/env python3
"""One huge text beside everything else: how long the daemon then takes to answer, and what memory it needs.

usage: huge_text.py PROGRAMS [KIB]     default 1024

A source brings a text of so many KiB, full of dates and topics; another one changes a figure in it. What must hold: both are
recorded, and the daemon answers all the while. Printed: the longest wait for an answer, and how far the memory rose.
"""
import pathlib
import shutil
import sys
import tempfile
import time

from hostile_mix import Answers
from running import Daemon, feed, free_port, start_nginx, until

SENTENCES = (
    "The transit of gas through Belarus is to be agreed by {day} March 2025, the ministers said in Minsk.",
    "A common market for electricity was promised for {year}, and the price fell to {day} dollars.",
    "Nobody in the villages along the river had heard of it before the harvest was brought in.",
    "The tax code of the Union State enters into force on {day} January {year}.",
    "It rained, and the train that should have left in the morning stood in the station until the evening.",
)


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    programs, size = pathlib.Path(sys.argv[1]).resolve(), (int(sys.argv[2]) if len(sys.argv) > 2 else 1024) << 10
    room = pathlib.Path(tempfile.mkdtemp(prefix="brief-sync-huge-"))
    port = free_port()
    nginx = start_nginx(room, port, ["127.0.0.1"])
    daemon = None
    try:
        page = room / "site" / "book.xml"
        page.write_text(feed("book", [(1, "A word before the book.")]))
        (room / "config.toml").write_text(
            f'store = "{room}/store"\n[[source]]\nid = "book"\nurl = "http://127.0.0.1:{port}/book.xml"\nallow_private = true\n')
        daemon = Daemon(programs, room)
        until("the first poll", lambda: daemon.metrics()["brief_sync_polls_total"] >= 1, daemon)
        before = daemon.usage()[0]
        text = book(size)
        for name, body in (("a new text", text), ("an edited one", text.replace(" 17 ", " 71 ", 1))):
            page.write_text(feed("book", [(1, "A word before the book."), (2, body)]))
            polls = daemon.metrics()["brief_sync_polls_total"]
            answers = Answers(daemon)
            answers.start()
            begun = time.monotonic()
            assert daemon.ask("POST /sync")[0] == 202
            until("the poll", lambda: daemon.metrics()["brief_sync_polls_total"] > polls, daemon, 0.02)
            took = time.monotonic() - begun
            answers.over.set()
            answers.join()
            print(f"huge text: {name} of {len(body) >> 10} KiB was recorded in {took:.2f} s; the daemon answered within "
                  f"{answers.longest * 1000:.0f} ms", flush=True)
        counts = daemon.metrics()
        assert counts['brief_sync_changes_total{kind="added"}'] == 2, counts
        assert counts['brief_sync_changes_total{kind="revised"}'] == 1, counts
        print(f"huge text: {before:.0f} MB before, peak {daemon.peak():.0f} MB")
    finally:
        if daemon:
            daemon.end()
        nginx.terminate()
        nginx.wait()
        shutil.rmtree(room, ignore_errors=True)
    return 0


def book(size):
    text, number, length = [], 0, 0
    while length < size:
        sentence = SENTENCES[number % len(SENTENCES)].format(day=number % 27 + 1, year=2020 + number % 9)
        number += 1
        text.append(sentence + ("\n\n" if number % 9 == 0 else " "))
        length += len(text[-1])
    return "".join(text)[:size]


if __name__ == "__main__":
    sys.exit(main())

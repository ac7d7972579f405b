#!/usr/bin/env python3
"""What reading a feed costs: CPU against the C floor, peak memory, and how the cost grows on hostile shapes.

    feed_cost.py floor  FLOOR 'brief-sync inspect --json {file}' [MEGABYTES]
    feed_cost.py shapes 'brief-sync inspect --json {file}' [MEGABYTES ...]

FLOOR is feed_floor.c, compiled. CPU is user and system time, best of three; read the ratios, not the seconds.
"""
import os
import random
import shlex
import subprocess
import sys
import tempfile

SYLLABLES = {
    "pl": "gra ni ca wschod ni ej po li ty ka bez pie czeń stwo róż ne prze ciw".split(),
    "ru": "гра ни ца вос точ ной по ли ти ка без о пас ность раз ны е про тив".split(),
    "en": "bor der east ern pol icy se cu ri ty dif fer ent a gainst the of".split(),
}


def text(rng, language, words):
    syllables = SYLLABLES[language]
    return " ".join("".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(words))


def page(rng, language):
    parts = []
    for number in range(rng.randint(6, 12)):
        if number % 4 == 0:
            parts.append("<h2>%s</h2>" % text(rng, language, 5))
        parts.append('<p>%s <a href="https://example.org/?a=1&amp;b=%d">%s</a> &mdash;&nbsp;<em>%s</em> &laquo;%s&raquo;</p>' % (
            text(rng, language, 30), number, text(rng, language, 2), text(rng, language, 3), text(rng, language, 20)))
    return "\n".join(parts)


def feed(path, megabytes, escaped):
    rng = random.Random(7)
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
                  ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bench</title><link>https://example.org/</link>\n')
        number = 0
        while out.tell() < megabytes * 1_000_000:
            language = ("ru", "pl", "en")[number % 3]
            html = page(rng, language)
            body = html.replace("&", "&amp;").replace("<", "&lt;") if escaped else "<![CDATA[%s]]>" % html
            out.write("<item><title>%s</title><link>https://example.org/%d?utm_source=rss</link><guid isPermaLink='false'>%d</guid>"
                      "<pubDate>Mon, %02d Nov 2021 09:%02d:00 +0100</pubDate><dc:creator>%s</dc:creator><category>EU</category>"
                      "<description>%s</description><content:encoded>%s</content:encoded>"
                      "<enclosure url='https://example.org/%d.pdf' type='application/pdf' length='9'/></item>\n" % (
                          text(rng, language, 8), number, number, number % 28 + 1, number % 60, text(rng, "pl", 2),
                          text(rng, language, 30), body, number))
            number += 1
        out.write("</channel></rss>\n")


def cost(command):
    best, peak = None, 0
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        seconds = usage.ru_utime + usage.ru_stime
        best = seconds if best is None else min(best, seconds)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak


def item(content):
    return "<rss><channel><item><description>%s</description></item></channel></rss>" % content


SHAPES = {
    "depth": lambda n: "<rss><channel>" + "<a>" * (n // 3),
    "depth of HTML, CDATA": lambda n: item("<![CDATA[%s]]>" % ("<div>" * (n // 5))),
    "depth of HTML, escaped": lambda n: item("&lt;div>" * (n // 8)),
    "attributes of one tag": lambda n: "<rss><channel><item " + " ".join("a%d=''" % i for i in range(n // 10)) + "/></channel></rss>",
    "attributes of many tags": lambda n: "<rss><channel>" + ("<x " + " ".join("a%d=''" % i for i in range(250)) + "/>") * (n // 2200),
    "namespaces": lambda n: "<rss><channel>" + "".join("<x xmlns:p%d='u'/>" % (i % 1000) for i in range(n // 20)),
    "entries": lambda n: "<rss><channel>" + "<item><title>x</title></item>" * (n // 29) + "</channel></rss>",
    "categories of one entry": lambda n: "<rss><channel><item>" + "".join("<category>%d</category>" % i for i in range(n // 26)),
    "names": lambda n: "<rss>" + "".join("<n%d/>" % i for i in range(n // 10)),
    "stray end tags": lambda n: item("</x>" * (n // 4)),
    "ampersands": lambda n: item("&" * n),
    "brackets": lambda n: item("<![CDATA[%s]]>" % ("<" * n)),
    "unclosed quotes": lambda n: item("<![CDATA[%s]]>" % ("<a b='" * (n // 6))),
    "unclosed comments": lambda n: item("<![CDATA[%s]]>" % ("<!--" * (n // 4))),
    "doctypes": lambda n: "<!DOCTYPE x [>" * (n // 14) + "<rss/>",
    "CDATA ends": lambda n: item("<![CDATA[]]]]>" * (n // 14)),
    "dates": lambda n: "<rss><channel>" + "<item><pubDate>8 listopada 2021 o godz. 9</pubDate></item>" * (n // 55),
    "wrong UTF-8": lambda n: b"<rss><channel><title>" + "ж".encode() * 10 + b"\xff\xc3\xb6" * (n // 3),
    "JSON arrays": lambda n: '{"items":[' + "[" * n,
    "JSON entries": lambda n: '{"items":[' + ",".join(['{"id":"x"}'] * (n // 11)) + "]}",
}


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "feed")
        if sys.argv[1] == "floor":
            for escaped in (False, True):
                feed(path, int(sys.argv[4]) if len(sys.argv) > 4 else 30, escaped)
                floor, _ = cost([sys.argv[2], path])
                ours, peak = cost([part.replace("{file}", path) for part in shlex.split(sys.argv[3])])
                print("%-8s floor %.3f s, inspect %.3f s: %.2f times, peak %.0f MiB" % (
                    "escaped" if escaped else "CDATA", floor, ours, ours / floor, peak))
        else:
            sizes = [int(size) for size in sys.argv[3:]] or [1, 2, 4, 8]
            command = shlex.split(sys.argv[2])
            open(path, "w").write("<rss/>")
            start, _ = cost([part.replace("{file}", path) for part in command])
            print("%-26s" % "CPU seconds, less start-up" + "".join("%9d MB" % size for size in sizes) + "    worst step")
            for name, shape in SHAPES.items():
                times = []
                for size in sizes:
                    document = shape(size << 20)
                    with open(path, "wb") as out:
                        out.write(document.encode() if isinstance(document, str) else document)
                    seconds, _ = cost([part.replace("{file}", path) for part in command])
                    times.append(max(seconds - start, 0))
                # Steps of a few milliseconds are noise.
                steps = [b / a for a, b in zip(times, times[1:]) if a > 0.01]
                print("%-26s" % name + "".join("%12.3f" % t for t in times) + "%13s" % ("%.2f" % max(steps) if steps else "-"))


main()

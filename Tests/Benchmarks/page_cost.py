#!/usr/bin/env python3
"""How the cost of reading a page grows with its size on hostile shapes.

    page_cost.py 'brief-sync extract --json {file}' [MEGABYTES ...]

CPU is user and system time of one run, start-up included. Ends with 1 when twice the size costs more than 2.2 times.
"""
import os
import resource
import shlex
import subprocess
import sys
import tempfile

PROSE = "<p>Minsk had asked for the transition period to be shortened, and Moscow refused it again.</p>"
LINK = '<li><a href="/2021/11/a-brief-on-gas">A brief on the single gas market</a></li>'
SHAPES = {
    "depth": ("<body>", "<div>", ""),
    "links": ("<body><ul>", LINK, ""),
    "paragraphs": ("<body><article>", PROSE, ""),
    "unclosed elements": ("<body>", "<p><b><i>word ", ""),
    "tables": ("<body><table>", "<tr><td>a cell of text</td><td>another</td></tr>", ""),
    "tables in tables": ("<body>", "<table><tr><td>x", ""),
    "attributes": ("<body><p ", "a='b' c=d ", ">x</p>"),
    "classes": ("<body>", '<div class="related sidebar article content main post">x</div>', ""),
    "brackets": ("<body>", "<", ""),
    "ampersands": ("<body><p>", "&amp", ""),
    "headings": ("<head><title>A - B: C</title></head><body>", "<h2>A heading</h2><p>Text of it.</p>", ""),
    "metas": ("<head>", '<meta name="author" content="Jan Nowak">', "</head><body>" + PROSE),
    "JSON-LD": ('<script type="application/ld+json">', '[{"a":', "</script>" + PROSE),
    "one text": ("<body><p>", "word and another word, ", ""),
}


def cost(command, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([part.replace("{file}", path) for part in shlex.split(command)], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=120, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    command, sizes = sys.argv[1], [int(size) for size in sys.argv[2:]] or [1, 2, 4, 8]
    print("%-20s" % "CPU seconds", *("%9d MB" % size for size in sizes), "  worst step")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        for name, (head, piece, tail) in SHAPES.items():
            row = []
            for size in sizes:
                with open(path, "w", encoding="utf-8") as page:
                    page.write("<html>" + head + piece * (size * 1_000_000 // len(piece)) + tail)
                row.append(cost(command, path))
            # Steps shorter than this are start-up and the clock's own grain.
            steps = [b / a for a, b in zip(row, row[1:]) if b > 0.1 and a > 0]
            failed = failed or any(step > 2.2 for step in steps)
            print("%-20s" % name, *("%12.2f" % value for value in row), "%12.2f" % max(steps) if steps else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

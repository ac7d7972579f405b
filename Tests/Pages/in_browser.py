#!/usr/bin/env python3
"""The pages of the reports in a real browser: at the widths of a telephone, a laptop and a desk, in light and dark, and on paper.

    in_browser.py FOLDER_OF_PROGRAMS [--keep DIR]

Nothing may stand wider than the screen (a table that scrolls by itself may), every text has a contrast of 4.5 or more
(WCAG 2.2, 1.4.3), the keyboard meets links in the order of the page and each leads somewhere, and the print has pages.
--keep leaves pages, pictures and prints in DIR.
"""
import argparse
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTHS = (360, 1024, 1920)
SCHEMES = {"light": 1, "dark": 0}
DOCUMENTS = {
    "gas.md": ("# Spotlight 12: The gas market\n\n12 January 2022\n\nBelarus and Russia will create a single gas market of the "
               "Union State by 1 December 2023. The gas price is $128.52 per 1,000 m3.\n"),
    "oil.md": ("# Spotlight 13: The oil market\n\n3 March 2023\n\nMinsk and Moscow postponed the common oil market of the Union "
               "State from 1 January 2024 to 1 January 2027. Both governments have finished 74% of the union programmes.\n"),
    "doctrine.md": ("# Spotlight 14: Ein_sehr_langes_Wort_ohne_Trennstelle_wie_es_in_Adressen_und_Namen_vorkommt\n\n5 May 2023\n\n"
                    "The military doctrine of the Union State of Belarus and Russia was adopted on 4 November 2021.\n"),
}
PAGES = {
    "dossier": "dossier single-gas-market --html",
    "family": "dossier union-programmes --html",
    "brief": "brief --since 2000-01-01 --html",
    "matrix": "matrix --html",
    "difference": "diff GAS --html",
    "empty": "dossier wagner --html",
}
MEASURE = r"""
function numbers(text) { const found = text.match(/[\d.]+/g).map(Number); return found.length < 4 ? [...found, 1] : found; }
function over(top, below) { return [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1); }
function light(colour) {
  const [r, g, b] = colour.map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ground(element, view) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.unshift(numbers(view.getComputedStyle(at).backgroundColor));
  return layers.reduce((below, top) => over(top, below), view.matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]);
}
function measure(page) {
  const view = page.defaultView, faults = [], width = page.documentElement.clientWidth;
  if (page.documentElement.scrollWidth > width) faults.push(`the page is ${page.documentElement.scrollWidth} wide`);
  for (const element of page.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    const box = element.getBoundingClientRect(), style = view.getComputedStyle(element);
    if (!own || !box.width || style.visibility === 'hidden' || box.right < 0) continue;
    const what = `<${element.localName}> “${element.textContent.trim().slice(0, 40)}”`;
    if (box.right > width + 1 && !element.closest('.scroll')) faults.push(`${what} ends at ${Math.round(box.right)}`);
    const inDrawing = element.closest('svg');
    const back = ground(element, view);
    const front = over(numbers(inDrawing ? style.fill : style.color), back);
    const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < 4.5) faults.push(`${what} has a contrast of ${contrast.toFixed(2)}`);
  }
  for (const link of page.querySelectorAll('a[href], [tabindex]')) {
    if (link.tabIndex > 0) faults.push(`${link.outerHTML.slice(0, 60)} jumps the keyboard's order`);
    const target = link.getAttribute('href') || '';
    if (target.startsWith('#') && !page.getElementById(target.slice(1))) faults.push(`${target} leads nowhere`);
  }
  const first = page.querySelector('a[href]');
  if (!first || !first.classList.contains('skip')) faults.push('the first stop of the keyboard is no way past the navigation');
  if (view.matchMedia('(prefers-color-scheme: dark)').matches !== (light(ground(page.body, view)) < 0.2)) faults.push('the ground is not that of the scheme');
  return faults;
}
const frame = document.querySelector('iframe');
frame.addEventListener('load', () => {
  document.querySelector('#answer').textContent = JSON.stringify(measure(frame.contentDocument));
});
frame.srcdoc = PAGE;
"""


def browser():
    return next((found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found), None)


def chromium(*arguments):
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run(
            [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
             f"--user-data-dir={profile}", "--virtual-time-budget=5000", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=180, check=False).stdout


def store(programs, room):
    """A store in which a date moved, one was edited, and a word is longer than a narrow screen."""
    folder, config = room / "store", room / "config.toml"
    config.write_text(f'store = "{folder}"\n[[source]]\nid = "desk"\nurl = "https://example.org/feed"\n')
    def take(name, text):
        (room / name).write_text(text)
        subprocess.run([f"{programs}/brief-syncd", "import", "--config", str(config), "--source", "desk", str(room / name)],
                       check=True, stdout=subprocess.DEVNULL)
    for name, text in DOCUMENTS.items():
        take(name, text)
    take("gas.md", DOCUMENTS["gas.md"].replace("1 December 2023", "1 December 2024"))
    return folder


def written(programs, folder):
    def ask(arguments):
        run = subprocess.run([f"{programs}/brief-sync", *arguments.split(), "--store", str(folder), "--no-pager"],
                             stdout=subprocess.PIPE, text=True, check=False)
        if run.returncode not in (0, 3, 4):
            sys.exit(f"brief-sync {arguments} ended with {run.returncode}")
        return run.stdout
    listed = json.loads(ask("list --json"))["publications"]
    gas = next(publication["id"] for publication in listed if "gas" in publication["title"])
    return {name: ask(arguments.replace("GAS", gas)) for name, arguments in PAGES.items()}


def wrapped(page, width):
    """The page in a frame of this width: a window of a browser is never so narrow. Our own measuring needs scripts, which
    the page's policy forbids."""
    inside = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    literal = json.dumps(inside).replace("<", "\\u003c")
    return (f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><iframe style="width:{width}px;height:900px;border:0">'
            f'</iframe><pre id="answer"></pre><script>{MEASURE.replace("PAGE;", literal + ";")}</script>')


def faults(page, width, scheme, room):
    place = room / "frame.html"
    place.write_text(wrapped(page, width))
    shown = chromium(f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}", "--window-size=2000,1000", "--dump-dom", place.as_uri())
    answer = re.search(r'<pre id="answer">(.*?)</pre>', shown, re.DOTALL)
    if not answer or not answer.group(1):
        return ["the browser did not answer"]
    return json.loads(html.unescape(answer.group(1)))


def prints(path):
    """How many sheets the page takes on paper."""
    chromium("--no-pdf-header-footer", f"--print-to-pdf={path.with_suffix('.pdf')}", path.as_uri())
    shown = subprocess.run(["pdfinfo", str(path.with_suffix(".pdf"))], stdout=subprocess.PIPE, text=True, check=False).stdout
    pages = re.search(r"^Pages:\s+(\d+)", shown, re.MULTILINE)
    return int(pages.group(1)) if pages else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs")
    parser.add_argument("--keep")
    options = parser.parse_args()
    if not browser():
        print("skipped: there is no browser (Debian: chromium)")
        return 77
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        room = Path(options.keep or folder).absolute()
        room.mkdir(parents=True, exist_ok=True)
        pages = written(os.path.abspath(options.programs), store(os.path.abspath(options.programs), room))
        for name, page in pages.items():
            path = room / f"{name}.html"
            path.write_text(page)
            for scheme in SCHEMES:
                for width in WIDTHS:
                    found = faults(page, width, scheme, room)
                    wrong += len(found)
                    for fault in found[:5]:
                        print(f"{name}, {width} pixels, {scheme}: {fault}")
            sheets = prints(path)
            if not sheets:
                wrong += 1
                print(f"{name}: it does not print")
            if shutil.which("tidy"):
                said = subprocess.run(["tidy", "-e", "-q", "--drop-empty-elements", "no", str(path)], stderr=subprocess.PIPE, text=True, check=False)
                wrong += bool(said.stderr)
                print(said.stderr, end="")
    print(f"{len(pages)} pages, {len(WIDTHS)} widths, {len(SCHEMES)} schemes, print: {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

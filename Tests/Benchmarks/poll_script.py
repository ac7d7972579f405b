#!/usr/bin/env python3
"""What many write for themselves: requests, feedparser and sqlite3. The peer of poll_bench.py; no index, no old texts.

usage: poll_script.py DATABASE URLS
"""
import sqlite3
import sys

import feedparser
import requests


def main():
    database = sqlite3.connect(sys.argv[1])
    database.executescript(
        "CREATE TABLE IF NOT EXISTS feed (url TEXT PRIMARY KEY, etag TEXT, modified TEXT);"
        "CREATE TABLE IF NOT EXISTS entry (feed TEXT, guid TEXT, title TEXT, published TEXT, text TEXT, PRIMARY KEY (feed, guid));")
    session = requests.Session()
    with open(sys.argv[2], encoding="utf-8") as urls:
        for url in urls.read().split():
            poll(database, session, url)
    database.commit()


def poll(database, session, url):
    known = database.execute("SELECT etag, modified FROM feed WHERE url = ?", (url,)).fetchone()
    fields = {"If-None-Match": known[0], "If-Modified-Since": known[1]} if known else {}
    response = session.get(url, headers=fields, timeout=50)
    if response.status_code == 304:
        return
    response.raise_for_status()
    for entry in feedparser.parse(response.content).entries:
        database.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)",
                         (url, entry.id, entry.title, entry.get("published"), entry.get("summary")))
    database.execute("INSERT OR REPLACE INTO feed VALUES (?, ?, ?)",
                     (url, response.headers.get("ETag"), response.headers.get("Last-Modified")))


if __name__ == "__main__":
    main()

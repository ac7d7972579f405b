#!/usr/bin/env python3
"""Drives a polling policy through JSON lines and prints how long news waits under it.

usage: schedule_replay.py [--traces FILE] [--cut last|first] [--span DAYS] [--budgets 4,12,48]
                          [--window ITEMS] [--fixed] PROGRAM [ARGUMENT...]

The traces are a table of `source<TAB>seconds`. Each source's last (or first) 84 days are moved by whole
weeks onto one clock; 56 days teach, 28 count. Every answer is asked for in the order of the shared
clock. Printed are, as shares of a fixed interval's mean delay (a day / budget / 2, its phase being
random):

  over publications  the mean delay of all publications of the counted days
  over sources       the mean over the sources of each one's own mean delay
  polls              polls of the counted days for each source and day, as a share of the budget

`--fixed` plays the fixed interval itself through the same clockwork instead of a program.
"""
import argparse
import collections
import heapq
import json
import subprocess
import sys

DAY = 86400
WEEK = 7 * DAY
START = 2800 * WEEK
COUNTING = START + 56 * DAY
END = COUNTING + 28 * DAY


def read(path, cut, span):
    times = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            source, _, second = line.rstrip("\n").partition("\t")
            times[source].append(int(second))
    traces = {}
    for source, moments in sorted(times.items()):
        moments.sort()
        if moments[-1] - moments[0] < span * DAY:
            continue
        if cut == "first":
            shift = (moments[0] - START) // WEEK * WEEK
        else:
            shift = -((END - moments[-1]) // WEEK) * WEEK
        traces[source] = [m - shift for m in moments if START <= m - shift < END]
    return traces


class Program:
    def __init__(self, command, feeds, budget, window):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.ask({"op": "init", "feeds": feeds, "budget": budget, "start": START, "window": window})

    def ask(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            sys.exit(f"the program answers: {answer['error']}")
        return answer

    def next(self, feed, now, posts):
        request = {"op": "poll", "feed": feed, "now": now, "posts": posts,
                   "status": 200 if posts else 304}
        return self.ask(request)["next"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Fixed:
    def __init__(self, budget):
        self.interval = DAY / budget

    def next(self, feed, now, posts):
        return now + self.interval

    def close(self):
        pass


def replay(policy, traces, budget, window):
    names = list(traces)
    queue = [(START + index * 7919 % int(DAY / budget), index) for index in range(len(names))]
    heapq.heapify(queue)
    seen = [0] * len(names)
    delays = [[] for _ in names]
    polls = 0
    while queue:
        now, index = heapq.heappop(queue)
        if now >= END + 28 * DAY:
            continue
        times, posts = traces[names[index]], []
        while seen[index] < len(times) and times[seen[index]] <= now:
            moment = times[seen[index]]
            posts.append(moment)
            if moment >= COUNTING:
                delays[index].append(now - moment)
            seen[index] += 1
        if COUNTING <= now < END:
            polls += 1
        if now >= END and seen[index] == len(times):
            continue
        following = policy.next(names[index], now, posts[-window:])
        heapq.heappush(queue, (max(following, now + 1), index))
    policy.close()
    fixed = DAY / budget / 2
    own = [sum(d) / len(d) for d in delays if d]
    count = sum(map(len, delays))
    return (sum(map(sum, delays)) / max(count, 1) / fixed, sum(own) / max(len(own), 1) / fixed,
            polls / 28 / len(names) / budget)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("--traces", default="../shared/bench/data/traces-real.tsv")
    parser.add_argument("--cut", choices=["last", "first"], default="last")
    parser.add_argument("--span", type=float, default=0)
    parser.add_argument("--budgets", default="4,12,48")
    parser.add_argument("--window", type=int, default=20)
    parser.add_argument("--fixed", action="store_true")
    parser.add_argument("program", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not options.fixed and not options.program:
        parser.error("name the program, or --fixed")
    traces = read(options.traces, options.cut, options.span)
    if not traces:
        sys.exit(f"no source of {options.traces} published over {options.span:g} days")
    print("budget  over publications  over sources  polls")
    for budget in map(float, options.budgets.split(",")):
        policy = (Fixed(budget) if options.fixed else
                  Program(options.program, len(traces), budget, options.window))
        print("%6g %18.3f %13.3f %6.3f" % (budget, *replay(policy, traces, budget, options.window)))


main()

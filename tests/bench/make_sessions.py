#!/usr/bin/env python3
"""Many finished sessions in a data folder, to measure with: a few that were really played, copied to other days.

usage: make_sessions.py PROGRAM HOME COUNT [--days N] [--gap N] [--without-digests]
HOME/data and HOME/config are made (ONSITE_DATA_DIR, XDG_CONFIG_HOME). A loop and every drill of tests/support/answers
are played and graded first; each further session is a copy of one of them, rows and all, under an id of its own,
spread evenly over N days (700) up to GAP days ago (0), and so are the played ones. The copies need no digests: the program makes them at the first need; here
they are copied, too, unless --without-digests is given.
"""
import argparse
import glob
import json
import os
import sqlite3
import subprocess
import time

ANSWERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/answers")
DAY_MS = 86_400_000


def play(program, home):
    environment = dict(os.environ, ONSITE_DATA_DIR=os.path.join(home, "data"),
                       XDG_CONFIG_HOME=os.path.join(home, "config"))
    runs = [["loop", "onsite-mle", "--answers", os.path.join(ANSWERS, "onsite-mle")]]
    runs += [["drill", "--answers", file] for file in sorted(glob.glob(os.path.join(ANSWERS, "drills/*.json")))]
    for run in runs + [["due", "--json"]]:  # the last one makes the digests
        subprocess.run([program, *run], env=environment, check=True, stdout=subprocess.DEVNULL)


def shifted(digest, by):
    """A digest whose moments are `by` milliseconds earlier."""
    value = json.loads(digest)
    for part in value["attempts"] + value["rounds"]:
        part["at"] -= by
    return json.dumps(value, separators=(",", ":"))


def copy(database, count, days, gap, with_digests):
    played = database.execute("SELECT id, started_ms FROM sessions WHERE finished ORDER BY started_ms").fetchall()
    now = int(time.time() * 1000)
    for number in range(len(played), count):
        original, began = played[number % len(played)]
        started = now - int((gap + number * days / count) * DAY_MS)
        made = f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime(started / 1000))}-{number:06x}"
        database.execute("INSERT INTO sessions (id, started_ms, kind, title, finished, score, decision) "
                         "SELECT ?, ?, kind, title, finished, score, decision FROM sessions WHERE id = ?",
                         (made, started, original))
        database.execute("INSERT INTO events SELECT ?, seq, at_ms, name, payload FROM events WHERE session = ?",
                         (made, original))
        database.execute("INSERT INTO question_uses SELECT question, ? FROM question_uses WHERE session = ?",
                         (made, original))
        if with_digests:
            for version, digest in database.execute(
                    "SELECT version, digest FROM digests WHERE session = ?", (original,)).fetchall():
                database.execute("INSERT INTO digests VALUES (?, ?, ?)",
                                 (made, version, shifted(digest, began - started)))
    for number, (original, began) in enumerate(played):
        started = now - int((gap + number * days / count) * DAY_MS)
        database.execute("UPDATE sessions SET started_ms = ? WHERE id = ?", (started, original))
        for (digest,) in database.execute("SELECT digest FROM digests WHERE session = ?", (original,)).fetchall():
            database.execute("UPDATE digests SET digest = ? WHERE session = ?",
                             (shifted(digest, began - started), original))
    if not with_digests:
        database.execute("DELETE FROM digests")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("home")
    parser.add_argument("count", type=int)
    parser.add_argument("--days", type=int, default=700)
    parser.add_argument("--gap", type=int, default=0)
    parser.add_argument("--without-digests", action="store_true")
    options = parser.parse_args()
    os.makedirs(os.path.join(options.home, "config"), exist_ok=True)
    play(os.path.abspath(options.program), options.home)
    with sqlite3.connect(os.path.join(options.home, "data/onsite.db")) as database:
        copy(database, options.count, options.days, options.gap, not options.without_digests)


if __name__ == "__main__":
    main()

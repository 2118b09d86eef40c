#!/usr/bin/python3
"""Measures `onsite judge --batch`: throughput against one worker, memory over a long run, and that it may be killed at
any moment. Prints one figure a line and exits with 1 where a promise is missed.

    tests/bench/batch_bench.py [--onsite build/onsite] [--submissions 1000] [--kills 10]

The submissions are the references and wrong solutions of the shipped coding questions, in turn; those that exist to be
too slow are left out, because they would measure the time limit. Every distinct source is judged once before anything
is measured, so programs and growth come from the cache as they do for a user's second run.

The rate is taken once every worker has seen each question, as it has for nearly all of a long run. On a machine that does
other work, N workers get a larger share of it than one has; so what a submission costs in its boxes is compared as well:
where it is the same with N workers as with one, they do not hinder each other.
"""
import argparse
import json
import os
import pathlib
import random
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST_SHARE = 0.9     # of cores x the rate of one worker
MOST_GROWTH = 1.10    # resident memory of the last third over the first
CHUNK = 84
SETTLED = 42           # results of a stretch before its rate is taken


def sources():
    for folder in sorted((ROOT / "rubrics/coding").iterdir()):
        slow = {m["file"] for m in json.loads((folder / "mutants/mutants.json").read_text())["mutants"]
                if m["expect"] == "time_limit"}
        for file in sorted([*folder.glob("solutions/ref.*"), *folder.glob("mutants/m*")]):
            language = {".py": "python", ".cpp": "cpp"}.get(file.suffix)
            if language and file.name not in slow:
                yield {"id": folder.name, "language": language, "source": file.read_text()}


def submissions(count, seed):
    """Shuffled whole rounds over all sources, so that any stretch of them costs about the same."""
    rng, distinct, made = random.Random(seed), list(sources()), []
    while len(made) < count:
        rng.shuffle(distinct)
        made += [{"key": "s%d" % (len(made) + i), **one} for i, one in enumerate(distinct)]
    return made[:count]


def write(path, items):
    path.write_text("".join(json.dumps(item) + "\n" for item in items))
    return path


class Batch:
    """One run of the command."""

    def __init__(self, onsite, lines, output, jobs):
        self.process = subprocess.Popen([onsite, "judge", "--batch", lines, "-o", output, "--jobs", str(jobs)],
                                        stderr=subprocess.DEVNULL)

    def wait(self):
        if self.process.wait() not in (0, 1):
            sys.exit("the batch ended with %d" % self.process.returncode)

    def resident_mb(self):
        try:
            for line in open("/proc/%d/status" % self.process.pid):
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
        except OSError:
            pass
        return None


def results(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def rate(onsite, chunk, output, workers):
    """Submissions a second once settled, and what the boxes of one submission cost in milliseconds."""
    output.unlink(missing_ok=True)
    batch, seen = Batch(onsite, chunk, output, workers), 0
    while seen < SETTLED and batch.process.poll() is None:
        time.sleep(0.02)
        seen = output.read_bytes().count(b"\n") if output.exists() else 0
    begin = time.monotonic()
    batch.wait()
    told = results(output)
    return (len(told) - seen) / (time.monotonic() - begin), statistics.mean(r["cpu_ms"] for r in told)


def measure_throughput(onsite, folder, items, jobs, rounds):
    """Stretches of the same submissions with one worker and with all, in turn."""
    shares, costs = [], []
    for turn in range(rounds):
        chunk = write(folder / "chunk.jsonl", items[turn * CHUNK:(turn + 1) * CHUNK])
        rates, cost = {}, {}
        for workers in (1, jobs) if turn % 2 == 0 else (jobs, 1):
            rates[workers], cost[workers] = rate(onsite, chunk, folder / "chunk.out", workers)
        shares.append(rates[jobs] / rates[1] / jobs)
        costs.append(cost[jobs] / cost[1])
        print("  round %d: one worker %.2f a second, %d workers %.2f a second" % (
            turn + 1, rates[1], jobs, rates[jobs]), flush=True)
    return statistics.median(shares), statistics.median(costs)


def measure_memory(onsite, folder, items, jobs):
    output = folder / "long.out"
    begin, samples = time.monotonic(), []
    batch = Batch(onsite, write(folder / "long.jsonl", items), output, jobs)
    waiting = os.pidfd_open(batch.process.pid)

    while not select.select([waiting], [], [], 0.25)[0]:
        sample = batch.resident_mb()
        if sample:
            samples.append(sample)
    os.close(waiting)
    batch.wait()
    third = max(1, len(samples) // 3)
    complete = [r["key"] for r in results(output)] == [item["key"] for item in items]
    return (statistics.median(samples[:third]), statistics.median(samples[-third:]), max(samples),
            time.monotonic() - begin, complete)


def measure_kills(onsite, folder, items, jobs, kills, rng):
    lines = write(folder / "kill.jsonl", items)
    whole, broken = folder / "whole.out", folder / "killed.out"
    begin = time.monotonic()
    Batch(onsite, lines, whole, jobs).wait()
    length = time.monotonic() - begin
    killed = 0
    for _ in range(kills):
        batch = Batch(onsite, lines, broken, jobs)
        time.sleep(rng.uniform(0.05, 2 * length / kills))
        killed += batch.process.poll() is None
        batch.process.send_signal(signal.SIGKILL)
        batch.process.wait()
    Batch(onsite, lines, broken, jobs).wait()
    told = lambda path: [(r["line"], r["key"], r["verdict"], r["passed"]) for r in results(path)]
    return killed, told(whole) == told(broken)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--onsite", default=str(ROOT / "build/onsite"))
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--kill-submissions", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    jobs, holds = os.cpu_count(), True

    def tell(text, is_kept):
        nonlocal holds
        holds &= is_kept
        print("%s  %s" % ("holds " if is_kept else "MISSED", text), flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        warm = [{"key": str(i), **one} for i, one in enumerate(sources())]
        Batch(options.onsite, write(folder / "warm.jsonl", warm), folder / "warm.out", jobs).wait()
        print("%d distinct sources; load %.1f on %d cores" % (len(warm), os.getloadavg()[0], jobs), flush=True)
        items = submissions(options.submissions, options.seed)
        share, cost = measure_throughput(options.onsite, folder, items, jobs, options.rounds)
        tell("throughput with %d workers: %.2f of cores x the rate of one (at least %.1f)" % (jobs, share, LEAST_SHARE),
             share >= LEAST_SHARE)
        print("        processor time of a submission's boxes with %d workers: %.2f of that with one" % (jobs, cost))
        killed, same = measure_kills(options.onsite, folder, items[:options.kill_submissions], jobs, options.kills,
                                     random.Random(options.seed))
        tell("killed %d times in %d submissions and resumed: the same results, none lost, none double" % (
            killed, options.kill_submissions), same and killed > 0)
        first, last, most, seconds, complete = measure_memory(options.onsite, folder, items, jobs)
        tell("%d submissions in %.0f s: each key once, in order" % (len(items), seconds), complete)
        tell("memory: first third %.0f MB, last third %.0f MB, most %.0f MB" % (first, last, most),
             last <= MOST_GROWTH * first)
    return 0 if holds else 1


sys.exit(main())

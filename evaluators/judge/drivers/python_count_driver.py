"""Runs a Python solution three times for each request: counting its steps, by the clock, and tracing its memory."""
import gc
import random
import sys
import tracemalloc

sys.path.insert(0, "/onsite")
import python_driver  # noqa: E402
from onsite_rewrite import names_for, rewritten  # noqa: E402
from onsite_source import ready_names  # noqa: E402
from onsite_steps import steps  # noqa: E402
from onsite_values import GraphNode, ListNode, TreeNode  # noqa: E402
from onsite_wire import Wire, import_ahead  # noqa: E402

sys.path[:] = [place for place in sys.path if place != "/onsite"]

BYTES_PER_FRAME = 160
CHARGES_PER_TICK = 16       # C code is that much faster
clock = python_driver.now
ENOUGH_NS = 2_000_000       # of one size by the clock; shorter calls are run again, up to
MOST_RUNS = 5


class Counting:
    """Stands in for the driver's clock: it is read before and after each call of the solution."""

    def __init__(self):
        self.total = 0
        self._before = None

    def read(self):
        if self._before is None:
            self._before = steps.taken()
        else:
            self.total += steps.taken() - self._before
            self._before = None
        return 0


class Tracing:
    """As Counting, for the memory that the calls hold between them."""

    def __init__(self):
        self.peak = 0
        self._held = 0
        self._before = None

    def read(self):
        if self._before is None:
            tracemalloc.reset_peak()
            self._before = tracemalloc.get_traced_memory()[0]
        else:
            now, peak = tracemalloc.get_traced_memory()
            self.peak = max(self.peak, self._held + peak - self._before)
            self._held += now - self._before
            self._before = None
        return 0


class Timing:
    def __init__(self):
        self.total = 0
        self._before = None

    def read(self):
        at = clock()
        if self._before is None:
            self._before = clock()
        else:
            self.total += at - self._before
            self._before = None
        return 0


def run(runner, request, meter):
    python_driver.now = meter.read
    random.seed(20_251)
    return runner.run(request)


def measure(request, counting_runner, counting_names, plain_runner):
    steps.restart()
    counting_names.update(names_for(steps))
    counting = Counting()
    counted = run(counting_runner, request, counting)
    if steps.is_over():
        return {"over": True}
    gc.collect()
    gc.disable()
    best, spent = None, 0
    for _ in range(MOST_RUNS):
        timing = Timing()
        plain = run(plain_runner, request, timing)
        best = timing.total if best is None else min(best, timing.total)
        spent += timing.total
        if spent > ENOUGH_NS:
            break
    gc.enable()
    tracing = Tracing()
    tracemalloc.start()
    run(plain_runner, request, tracing)
    tracemalloc.stop()
    return {"count": counting.total,
            "effort": steps.ticks() + steps.charged // CHARGES_PER_TICK,
            "peak": tracing.peak + BYTES_PER_FRAME * steps.deepest,
            "ms": best / 1e6,
            "guessed": steps.unknown > 0 or counted.get("result") != plain.get("result")}


def names_of_solution():
    names = ready_names()
    names.update(TreeNode=TreeNode, ListNode=ListNode, GraphNode=GraphNode)
    return names


def main():
    wire = Wire()
    import_ahead()
    load = wire.wait_for_work()
    sys.setrecursionlimit(240_000)
    counting_names, plain_names = names_of_solution(), names_of_solution()
    counting_names.update(names_for(steps))
    runner = python_driver.FunctionRunner if load["kind"] == "function" else python_driver.ClassRunner
    fault = python_driver.load_solution(load, plain_names)
    if fault is None:
        try:
            exec(rewritten(load["source"]), counting_names)
        except BaseException as error:
            fault = {"error": str(error)}
    wire.send(fault or {"ready": True})
    if fault is not None:
        return
    counting_runner, plain_runner = runner(load, counting_names), runner(load, plain_names)
    gc.collect()
    gc.freeze()
    while (request := wire.receive()) is not None:
        try:
            answer = measure(request, counting_runner, counting_names, plain_runner)
        except BaseException as error:
            answer = {"error": "%s: %s" % (type(error).__name__, error)}
        answer["id"] = request[0]
        wire.send(answer)


main()

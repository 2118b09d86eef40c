"""Loads the source of a solution: its names, its syntax errors, and its tracebacks without ours."""
import linecache
import traceback
from collections import deque

MOST_MESSAGE = 2000     # characters of an exception's text
MOST_TRACE = 20_000
MOST_NAME = 200
SHOWN_FRAMES = 6        # from the outside, and as many from the inside
SHOWN_CHAIN = 3

# What an interview's editor has ready without a line of imports.
_READY = """
import bisect, collections, functools, heapq, itertools, math, operator, random, re, string, sys
from bisect import bisect_left, bisect_right
from collections import Counter, OrderedDict, defaultdict, deque
from functools import cache, lru_cache, reduce
from heapq import heapify, heappop, heappush
from math import inf
from typing import *
"""


def compile_source(source, name):
    """The code object; raises SyntaxError (or ValueError for NUL bytes) before anything of it has run."""
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    return compile(source, name, "exec", dont_inherit=True)


def ready_names():
    names = {"__name__": "solution", "__builtins__": __builtins__}
    exec(_READY, names)
    return names


def syntax_fault(error):
    """Where and what; `trace` points at the place."""
    return {"line": getattr(error, "lineno", 0) or 0, "column": getattr(error, "offset", 0) or 0,
            "message": "%s: %s" % (type(error).__name__, getattr(error, "msg", None) or str(error)),
            "trace": "".join(traceback.format_exception_only(error))[:MOST_TRACE]}


def _text_of(error):
    try:
        text = str.__str__(str(error))      # a plain str, whatever __str__ returns
    except BaseException:
        return "(no text)"
    return text if len(text) <= MOST_MESSAGE else text[:MOST_MESSAGE] + "…"


def _frames(error, name):
    """The frames of the solution: how many, the first and the last few."""
    count, first, last = 0, [], deque(maxlen=SHOWN_FRAMES)
    at = error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == name:
            count += 1
            if len(first) < SHOWN_FRAMES:
                first.append((at.tb_frame, at.tb_lineno))
            else:
                last.append((at.tb_frame, at.tb_lineno))
        at = at.tb_next
    return count, first, list(last)


def _kind(error):
    return type(error).__name__[:MOST_NAME]


def _trace(error, name):
    """(line of the innermost frame, the traceback as text), without our own frames."""
    count, first, last = _frames(error, name)
    lines = ["Traceback (most recent call last):\n"]
    lines += traceback.StackSummary.extract(first).format()
    if count > len(first) + len(last):
        lines.append("  … %d more calls …\n" % (count - len(first) - len(last)))
    lines += traceback.StackSummary.extract(last).format()
    if isinstance(error, SyntaxError):      # of text that the solution compiles itself
        lines += traceback.format_exception_only(error)
    else:
        text = _text_of(error)
        lines.append("%s: %s\n" % (_kind(error), text) if text else _kind(error) + "\n")
    return (last or first or [(None, 0)])[-1][1], "".join(lines)


def _chain(error):
    """The error and what it came from, the cause first; a few of them."""
    found, between = [error], []
    while len(found) < SHOWN_CHAIN:
        if error.__cause__ is not None:
            error, why = error.__cause__, "The above exception was the direct cause of the following one:"
        elif error.__context__ is not None and not error.__suppress_context__:
            error, why = error.__context__, "During handling of the above exception, another one occurred:"
        else:
            break
        if any(error is seen for seen in found):
            break
        found.append(error)
        between.append(why)
    return found[::-1], between[::-1]


def describe(error, name):
    """Type, message and the frames of the solution alone."""
    try:
        chain, between = _chain(error)
        traces = [_trace(one, name) for one in chain]
        text = traces[0][1] + "".join("\n%s\n\n%s" % (why, trace) for why, (_, trace) in zip(between, traces[1:]))
        return {"type": _kind(error), "message": _text_of(error), "line": traces[-1][0],
                "trace": text[-MOST_TRACE:]}
    except Exception:
        return {"type": "Exception", "message": "(an exception that cannot be described)", "line": 0, "trace": ""}

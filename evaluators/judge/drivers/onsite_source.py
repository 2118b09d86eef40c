"""Loads the source of a solution: its names, its syntax errors, and its tracebacks without ours."""
import linecache
import traceback

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
    return {"line": getattr(error, "lineno", 0) or 0, "column": getattr(error, "offset", 0) or 0,
            "message": "%s: %s" % (type(error).__name__, getattr(error, "msg", None) or str(error))}


def describe(error, name):
    """Type, message and the frames of the solution alone."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == name]
    shown = frames if len(frames) <= 12 else frames[:6] + frames[-6:]
    lines = ["Traceback (most recent call last):\n"] + traceback.format_list(shown)
    try:
        message = str(error)
    except BaseException:
        message = "(no text)"
    kind = type(error).__name__
    lines.append("%s: %s\n" % (kind, message) if message else kind + "\n")
    return {"type": kind, "message": message[:2000], "line": frames[-1].lineno if frames else 0,
            "trace": "".join(lines)[:20000]}

"""Counts the steps of a rewritten Python solution: what its own code runs, and what it has C code do for it.

The rewritten source (onsite_rewrite.py) calls `tick` wherever a block of its own runs, and sends calls and operators
whose cost depends on their operands through the functions below, which do what was asked and charge for it: one step
for each element that is copied, compared, searched or hashed.
"""
import bisect
import collections
import copy
import functools
import heapq
import itertools
import math
import operator
import random
import re
import types

NAME = "solution.py"
MOST_TICKS = 6_000_000      # of one request; beyond it every tick raises

_SEQUENCES = frozenset((str, list, tuple, bytes, bytearray, set, frozenset, dict, collections.deque,
                        collections.Counter, collections.OrderedDict, collections.defaultdict))
_MODULE = types.ModuleType
_WORD = 1 << 62             # whole numbers below it fit a machine word


class Steps:
    """Ticks of one request and charges beside them."""

    def __init__(self):
        self.restart()

    def restart(self):
        self._ticks = itertools.count(1)
        self.tick = itertools.islice(self._ticks, MOST_TICKS).__next__
        self.charged = 0
        self.unknown = 0        # calls of C code whose cost is a guess
        self.depth = self.deepest = 0

    def ticks(self):
        return self._ticks.__reduce__()[1][0] - 1

    def taken(self):
        return self.ticks() + self.charged

    def is_over(self):
        return self.ticks() >= MOST_TICKS


steps = Steps()


def charge(n):
    steps.charged += n


def enter():
    steps.depth += 1
    if steps.depth > steps.deepest:
        steps.deepest = steps.depth


def leave():
    steps.depth -= 1


def _log(n):
    return n.bit_length() if n > 0 else 1


def _length(value):
    kind = type(value)
    if kind in _SEQUENCES or kind is range:
        return len(value)
    try:
        return len(value)
    except Exception:
        return 1


def _sized(values):
    """`values`, charged: at once where its length is known, else element by element."""
    if hasattr(values, "__len__"):
        charge(len(values))
        return values
    return _flowing(values)


def _flowing(values):
    """`values` as an iterable that charges for each element taken from it."""
    if isinstance(values, types.GeneratorType) and values.gi_code.co_filename == NAME:
        return values       # ticks by itself
    return _metered(values)


def _metered(values):
    for value in values:
        steps.charged += 1
        yield value


def _watched(function):
    """A function for C code to call for each element, charged like any other call."""
    kind = type(function)
    if kind is types.BuiltinFunctionType and function not in _CONSTANT or kind is type and function not in _CONSTANT:
        return functools.partial(call, function)
    return function


# --- operators

def grown(value):
    """A sequence that was just made; anything else is free."""
    kind = type(value)
    if kind in _SEQUENCES:
        steps.charged += len(value)
    elif kind is int:
        if not -_WORD < value < _WORD:
            steps.charged += value.bit_length() >> 6
    elif kind.__module__ == "numpy":
        steps.charged += getattr(value, "size", 1)
        steps.unknown += 1
    return value


def _digits(value):
    return (value.bit_length() >> 5) + 1


def _charge_product(a, b):
    if type(a) is int and type(b) is int:
        if not (-_WORD < a < _WORD and -_WORD < b < _WORD):
            less, more = sorted((_digits(a), _digits(b)))
            steps.charged += more * less if less < 70 else more * int(70 * (less / 70) ** 0.585)
        return True
    return False


def multiplied(a, b):
    result = a * b
    if not _charge_product(a, b):
        grown(result)
    return result


def raised(a, b):
    result = a ** b
    if type(result) is int and not -_WORD < result < _WORD:
        size = _digits(result)
        steps.charged += size * size if size < 70 else int(70 * 70 * (size / 70) ** 1.585)
    else:
        steps.charged += 1
    return result


def combined(a, b, operation):
    """- & | ^, which also work on sets."""
    kind = type(a)
    if kind is int or kind is float or kind is bool:
        result = operation(a, b)
        if kind is int and not -_WORD < a < _WORD:
            steps.charged += a.bit_length() >> 6
        return result
    _charge_set_operation(a, b, operation)
    return operation(a, b)


def _charge_set_operation(a, b, operation):
    if operation is operator.and_:
        charge(min(_length(a), _length(b)))
    elif operation is operator.sub:
        charge(_length(a))
    else:
        charge(_length(a) + _length(b))


def added_to(target, value):
    """The right side of `target += value`: strings and lists grow in place."""
    kind = type(value)
    if kind in _SEQUENCES:
        steps.charged += len(value)
        if type(target) is tuple:
            steps.charged += len(target)
    elif kind is not int and kind is not float and type(target) is list:
        return _flowing(value)
    elif kind is int and not -_WORD < value < _WORD:
        steps.charged += value.bit_length() >> 6
    return value


def joined(a, b):
    """`a + b` that is stored to the name of `a`: a string grows in place."""
    result = a + b
    if type(a) is str:
        steps.charged += len(b)
        return result
    return grown(result)


def multiplied_to(target, value):
    if not _charge_product(target, value):
        charge(_length(target) * (value if type(value) is int else 1))
    return value


def combined_to(target, value, operation):
    if type(target) is not int and type(target) is not float:
        if operation is operator.and_:
            charge(_length(target))
        else:
            charge(_length(value))
    return value


def is_in(value, container):
    kind = type(container)
    if kind is dict or kind is set or kind is frozenset or kind is range:
        return value in container
    if kind is list or kind is tuple or kind is collections.deque:
        found = value in container
        charge(container.index(value) + 1 if found and value == value else len(container))
        return found
    if kind is str or kind is bytes:
        at = container.find(value)
        charge(at + 1 if at >= 0 else len(container))
        return at >= 0
    if hasattr(kind, "__contains__"):
        if isinstance(container, type({}.values())):
            charge(len(container))
        return value in container
    return value in _flowing(container)


def compared(a, b, operation):
    kind = type(a)
    if kind is int or kind is float:
        return operation(a, b)
    result = operation(a, b)
    if kind in _SEQUENCES and result is (operation is operator.eq) and type(b) is kind:
        if operation is operator.eq or operation is operator.ne or a == b:
            charge(min(len(a), len(b)))
    return result


def slice_set(target, key, value):
    if type(target) is list:
        value = list(_sized(value))
        before = len(target)
        target[key] = value
        if len(target) != before:
            charge(before - key.indices(before)[0])
    else:
        target[key] = value


def item_deleted(target, key):
    if type(target) is list:
        at = key.indices(len(target))[0] if isinstance(key, slice) else key % (len(target) or 1)
        charge(len(target) - at)
    del target[key]


# --- calls

def call(function, *args, **kwargs):
    kind = type(function)
    if kind is types.FunctionType:
        if function.__code__.co_filename == NAME:
            return function(*args, **kwargs)
        model = _MODELS.get(function)
        if model is None:
            return _guessed(function, args, kwargs)
        return model(function, *args, **kwargs)
    if kind is types.MethodType:
        if getattr(function.__func__, "__code__", None) and function.__func__.__code__.co_filename == NAME:
            return function(*args, **kwargs)
        return _call_method(function, function.__self__, function.__name__, args, kwargs)
    if kind is types.BuiltinFunctionType:
        owner = function.__self__
        if owner is None or type(owner) is _MODULE:
            model = _MODELS.get(function)
            if model is not None:
                return model(function, *args, **kwargs)
            if function in _CONSTANT or function.__module__ in _CONSTANT_MODULES:
                return function(*args, **kwargs)
            return _guessed(function, args, kwargs)
        return _call_method(function, owner, function.__name__, args, kwargs)
    if isinstance(function, type):
        model = _MODELS.get(function)
        return model(function, *args, **kwargs) if model else function(*args, **kwargs)
    if kind is functools.partial:
        return call(function.func, *function.args, *args, **{**function.keywords, **kwargs})
    if kind is types.MethodDescriptorType and args:     # str.lower, list.append
        return call(getattr(args[0], function.__name__), *args[1:], **kwargs)
    if kind.__module__ in _OWN_MODULES:
        return function(*args, **kwargs)
    return _guessed(function, args, kwargs)


def _guessed(function, args, kwargs):
    """Code that is not the solution's and that nobody described: linear in what it is given."""
    if getattr(function, "__module__", None) not in _LINEAR_MODULES:
        steps.unknown += 1
    for value in args:
        charge(_length(value))
    return grown(function(*args, **kwargs))


def _call_method(function, owner, name, args, kwargs):
    for kind in type(owner).__mro__:
        models = _METHODS.get(kind)
        if models is not None:
            model = models.get(name) or models.get("")
            if model is not None:
                return model(function, owner, *args, **kwargs)
            break
    module = type(owner).__module__
    if module not in ("builtins", "collections", "random", "itertools", "functools", "solution", "_random", "re"):
        return _guessed(function, args, kwargs)
    return function(*args, **kwargs)


def _linear(function, values=(), *args, **kwargs):
    return function(_sized(values), *args, **kwargs)


def _of_result(function, *args, **kwargs):
    return grown(function(*args, **kwargs))


def _flow(function, values, *args, **kwargs):
    return function(_flowing(values), *args, **kwargs)


def _extreme(function, *args, **kwargs):
    if "key" in kwargs:
        kwargs["key"] = _watched(kwargs["key"])
    if len(args) == 1:
        return function(_sized(args[0]), **kwargs)
    charge(len(args))
    return function(*args, **kwargs)


def _sum(function, values, start=0):
    if type(start) in (list, tuple):
        for value in values:
            start = grown(start + value)
        return start
    return function(_sized(values), start)


def _charge_sort(keys):
    """Merging natural runs: n + n log(runs) comparisons."""
    n = len(keys)
    if n < 2:
        return
    falls = sum(map(operator.lt, keys[1:], keys))
    runs = 1 if falls == n - 1 else falls + 1
    charge(n + int(n * math.log2(runs)))


def _in_order(values, key, reverse):
    values = list(values)
    if key is None:
        _charge_sort(values)
        values.sort(reverse=reverse)
        return values
    keys = list(map(_watched(key), values))
    _charge_sort(keys)
    order = sorted(range(len(keys)), key=keys.__getitem__, reverse=reverse)
    return [values[i] for i in order]


def _sorted(function, values, *, key=None, reverse=False):
    return _in_order(_flowing(values), key, reverse)


def _sort(function, owner, *, key=None, reverse=False):
    owner[:] = _in_order(owner, key, reverse)


def _map(function, each, *values):
    return function(_watched(each), *values)


def _zip(function, *values, **kwargs):
    if len(values) < 5:
        return function(*values, **kwargs)
    return _wide(function(*values, **kwargs), len(values))


def _wide(rows, width):
    for row in rows:
        steps.charged += width
        yield row


def _filter(function, each, values):
    return function(_watched(each), _flowing(values))


def _reduce(function, each, values, *start):
    return function(_watched(each), _sized(values), *start)


def _accumulate(function, values, func=operator.add, **kwargs):
    return function(values, _watched(func), **kwargs)


def _heap(function, heap, *args):
    charge(_log(len(heap)))
    return function(heap, *args)


def _n_best(function, n, values, key=None):
    values = list(values)
    charge(len(values) * _log(max(1, min(n, len(values)))))
    return function(n, values, key=_watched(key))


def _bisect(function, values, x, *args, **kwargs):
    charge(_log(len(values)))
    return function(values, x, *args, **kwargs)


def _insort(function, values, x, *args, **kwargs):
    key = kwargs.get("key")
    at = bisect.bisect_right(values, x if key is None else key(x), key=key)
    charge(_log(len(values)) + len(values) - at)
    return function(values, x, *args, **kwargs)


def _deep(value):
    if type(value) in (list, tuple, set, frozenset):
        return 1 + sum(map(_deep, value))
    if type(value) is dict:
        return 1 + sum(map(_deep, value.values()))
    return 1


def _deepcopy(function, value, *args):
    charge(_deep(value))
    return function(value, *args)


def _gcd(function, *values):
    charge(_log(min(map(abs, values), default=0)))
    return function(*values)


def _pow(function, a, b, *rest):
    if rest:
        charge(_log(abs(b)))
        return function(a, b, *rest)
    return raised(a, b)


def _random_many(function, *args, **kwargs):
    charge(kwargs.get("k", args[1] if len(args) > 1 else 1))
    return function(*args, **kwargs)


def _pattern(function, *args, **kwargs):
    charge(max([len(a) for a in args if isinstance(a, (str, bytes))], default=1))
    return function(*args, **kwargs)


def _list_pop(function, owner, *args):
    if args and args[0] != -1:
        charge(len(owner) - args[0] if args[0] >= 0 else -args[0])
    return function(*args)


def _list_insert(function, owner, at, value):
    charge(max(len(owner) - at, 1) if at >= 0 else min(-at, len(owner)))
    function(at, value)


def _list_remove(function, owner, value):
    charge(len(owner))
    function(value)


def _index(function, owner, *args):
    try:
        at = function(*args)
    except ValueError:
        charge(len(owner))
        raise
    charge(at + 1 if at >= 0 else len(owner))
    return at


def _whole(function, owner, *args, **kwargs):
    charge(len(owner))
    return grown(function(*args, **kwargs))


def _whole_once(function, owner, *args, **kwargs):
    charge(len(owner))
    return function(*args, **kwargs)


def _extend(function, owner, values=(), *args, **kwargs):
    return function(_sized(values), *args, **kwargs)


def _rotate(function, owner, by=1):
    charge(min(abs(by), len(owner)))
    function(by)


def _prefix(function, owner, part, *args):
    charge(len(part) if isinstance(part, str) else 1)
    return function(part, *args)


def _join(function, owner, parts):
    return grown(function(_sized(parts)))


def _union(function, owner, *others):
    charge(sum(map(_length, others)) + (0 if function.__name__.endswith("update") else len(owner)))
    return function(*others)


def _common(function, owner, *others):
    charge(min([len(owner)] + [_length(o) for o in others]) if others else 1)
    return function(*others)


def _free(function, owner, *args, **kwargs):
    return function(*args, **kwargs)


def _most_common(function, owner, n=None):
    charge(len(owner) * _log(len(owner) if n is None else max(1, min(n, len(owner)))))
    return function(n)


_MODELS = {
    list: _linear, tuple: _linear, set: _linear, frozenset: _linear, dict: _linear, bytes: _of_result,
    bytearray: _of_result, str: _of_result, collections.deque: _linear, collections.Counter: _linear,
    collections.OrderedDict: _linear, map: _map, zip: _zip, filter: _filter,
    repr: _of_result, bin: _of_result, hex: _of_result, oct: _of_result, format: _of_result,
    sum: _sum, math.prod: _linear, math.fsum: _linear, min: _extreme, max: _extreme,
    any: _flow, all: _flow, sorted: _sorted, functools.reduce: _reduce, itertools.accumulate: _accumulate,
    heapq.heappush: _heap, heapq.heappop: _heap, heapq.heapreplace: _heap, heapq.heappushpop: _heap,
    heapq.heapify: _linear, heapq.nlargest: _n_best, heapq.nsmallest: _n_best,
    bisect.bisect_left: _bisect, bisect.bisect_right: _bisect, bisect.insort_left: _insort,
    bisect.insort_right: _insort,
    copy.deepcopy: _deepcopy, copy.copy: _linear, math.gcd: _gcd, math.lcm: _gcd, pow: _pow,
    math.factorial: lambda f, n: charge(n) or f(n), math.comb: lambda f, n, k: charge(min(k, n - k)) or f(n, k),
    re.findall: _pattern, re.sub: _pattern, re.split: _pattern, re.match: _pattern, re.search: _pattern,
    re.fullmatch: _pattern, re.finditer: _pattern,
    print: lambda f, *a, **k: f(*a, **k),
}
_LIST = {"pop": _list_pop, "insert": _list_insert, "remove": _list_remove, "index": _index, "extend": _extend,
         "append": _free, "sort": _sort, "": _whole_once, "appendleft": _free, "popleft": _free,
         "extendleft": _extend, "rotate": _rotate}
_SET = {"update": _union, "union": _union, "difference": _whole, "symmetric_difference": _union,
        "difference_update": _union, "intersection": _common, "intersection_update": _whole_once,
        "isdisjoint": _common, "issubset": _whole_once, "issuperset": _union, "copy": _whole_once,
        "clear": _whole_once, "": _free}
_TEXT = {"join": _join, "find": _index, "index": _index, "startswith": _prefix, "endswith": _prefix, "": _whole}
_MAPPING = {"update": _extend, "copy": _whole_once, "clear": _whole_once, "subtract": _extend, "total": _whole_once,
            "most_common": _most_common, "fromkeys": lambda f, owner, keys, *a: f(_sized(keys), *a), "": _free}
_METHODS = {list: _LIST, collections.deque: _LIST, set: _SET, frozenset: _SET, str: _TEXT, bytes: _TEXT,
            bytearray: {**_LIST, **_TEXT}, dict: _MAPPING, re.Pattern: {"": lambda f, owner, *a: _pattern(f, *a)},
            random.Random: {"shuffle": lambda f, owner, x: charge(len(x)) or f(x), "sample": lambda f, owner, *a, **k:
                            _random_many(f, *a, **k), "choices": lambda f, owner, *a, **k: _random_many(f, *a, **k),
                            "": _free}}
_CONSTANT = frozenset((len, abs, ord, chr, hash, id, iter, next, callable, isinstance, issubclass, divmod, round,
                       getattr, setattr, hasattr, int, float, bool, complex, functools.lru_cache, functools.cache,
                       functools.wraps, functools.cmp_to_key, functools.total_ordering, collections.namedtuple))
_CONSTANT_MODULES = frozenset(("math", "_operator", "operator", "itertools", "time", "sys", "_functools", "_random",
                               "_thread", "cmath"))
_OWN_MODULES = frozenset(("solution", "builtins", "functools", "operator", "abc", "enum", "typing", "types"))
_LINEAR_MODULES = frozenset((None, "statistics", "_statistics", "string", "textwrap", "json", "copy", "re", "_json",
                             "array", "collections", "heapq", "_heapq", "_collections", "binascii", "zlib"))
for _model in (functools.lru_cache, functools.cache, functools.wraps, functools.total_ordering,
               collections.namedtuple):
    _MODELS[_model] = lambda f, *a, **k: f(*a, **k)

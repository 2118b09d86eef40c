"""Calls across the judge: two programs in two boxes call each other's functions, one message at a time.

A message is {"call": [object, name, args, kwargs]}, {"get": [object, name]}, {"return": value, "ms": cpu} or
{"raise": {...}}. The judge hands it on as {"message": …, "cpu_ms": …, "bytes": …} with what it measured itself.
Arguments cross by value: what the other side does to its copy stays there.
"""
import builtins
import copy
import operator
import time

import numpy as np
from onsite_crossing import Broken, Crossing
from onsite_source import describe


class Gone(BaseException):
    """The other side is dead or the judge has hung up."""


# What can be done to an object besides calling its methods and asking for its attributes.
_CLAIMS = {"__len__": len, "__getitem__": operator.getitem, "__iter__": iter, "__next__": next,
           "__float__": float, "__int__": int, "__index__": operator.index}
_CHANGES = {"__setattr__": setattr, "__setitem__": operator.setitem, "__delitem__": operator.delitem,
            "__enter__": lambda target: target.__enter__(),
            "__exit__": lambda target, *_: target.__exit__(None, None, None),
            "__copy__": copy.copy, "__deepcopy__": lambda target, *_: copy.deepcopy(target)}
_ARITHMETIC = {"__neg__": operator.neg, "__pos__": operator.pos, "__abs__": operator.abs}
for _name in "add sub mul matmul truediv floordiv mod pow".split():
    _function = getattr(operator, "__%s__" % _name)
    _ARITHMETIC["__%s__" % _name] = _function
    _ARITHMETIC["__r%s__" % _name] = lambda target, other, _f=_function: _f(other, target)
_OPERATIONS = {"__call__": lambda target, *args, **kwargs: target(*args, **kwargs),
               **_CLAIMS, **_CHANGES, **_ARITHMETIC}


class Remote:
    """An object of the other side. Attributes are asked for, methods are called there.

    It is never asked whether it equals, contains or differs from something: whoever holds the answer could lie.
    For the same reason its arithmetic makes objects, and no numbers."""

    __array_ufunc__ = None      # numpy leaves arithmetic with it to it

    def __init__(self, peer, handle, kind):
        object.__setattr__(self, "_peer", peer)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_kind", kind)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._peer.get(self._handle, name)

    def __bool__(self):
        return True

    def __repr__(self):
        return "<%s>" % self._kind


def _forward(name):
    def method(self, *args, **kwargs):
        value = self._peer.call(self._handle, name, args, kwargs)
        if name in _ARITHMETIC and not isinstance(value, Remote):
            raise TypeError("%s of %r must make such an object again, but made a %s."
                            % (name, self, type(value).__name__))
        return value
    return method


for _name in _OPERATIONS:
    setattr(Remote, _name, _forward(_name))


class Symbol:
    """A function or class that the other side published by name; its attributes are those of the class."""

    def __init__(self, peer, name):
        self._peer, self._name = peer, name

    def __call__(self, *args, **kwargs):
        return self._peer.call(0, self._name, args, kwargs)

    def __getattr__(self, name):
        return getattr(self._peer.get(0, self._name), name)


class Peer(Crossing):
    """One end. `last_call_ms` is the processor time inside the last call that this end made.

    `own_classes`: None, or the modules whose classes have attributes and methods for the other side. Of everything
    else it may then only use the operations: a function can be called, but not be looked into."""

    def __init__(self, wire, own_classes=None):
        super().__init__()
        self._wire = wire
        self._own_classes = own_classes
        self._raised = {}
        self.last_call_ms = 0.0

    def make_remote(self, handle, kind):
        return Remote(self, handle, kind)

    def pack_remote(self, value):
        if isinstance(value, Remote):
            return {"$yours": value._handle}
        if isinstance(value, Symbol):
            return {"$symbol": value._name}
        return None

    def _read_symbol(self, body):
        return getattr(self._objects[0], body)

    # --- messages out

    def call(self, handle, name, args, kwargs):
        return self._converse({"call": [handle, name, self.pack(tuple(args)), self.pack(dict(kwargs))]})

    def get(self, handle, name):
        value = self._converse({"get": [handle, name]})
        if isinstance(value, Remote) and value._kind == "method":
            return lambda *args, **kwargs: self.call(handle, name, args, kwargs)
        return value

    def _converse(self, message):
        """Sends, serves what the other side asks meanwhile, and returns what it returns."""
        self._wire.send(message)
        while True:
            reply, envelope = self.receive()
            if "return" in reply:
                self._measure(reply, envelope)
                return self.unpack(reply["return"])
            if "raise" in reply:
                raise self._rebuilt(reply["raise"])
            self.serve(reply)

    def _measure(self, reply, envelope):
        # What the driver inside says, unless the judge saw much more than the crossing can have cost.
        claimed = reply.get("ms", 0.0)
        if type(claimed) not in (int, float):
            raise Broken("a time that is no number")
        crossing = 40.0 + 40.0 * envelope.get("bytes", 0) / 1e6
        self.last_call_ms = max(float(claimed), envelope.get("cpu_ms", 0.0) - crossing)

    # --- messages in

    def receive(self):
        envelope = self._wire.receive()
        if envelope is None or "message" not in envelope:
            raise Gone
        message = envelope["message"]
        if not isinstance(message, dict):
            raise Broken("a message of no known kind")
        return message, envelope

    def serve(self, message):
        """Answers one call or get of the other side."""
        try:
            answer = self._answer(message)
        except (Gone, Broken):
            raise
        except BaseException as error:
            answer = {"raise": self._explain(error)}
        self._wire.send(answer)

    def _answer(self, message):
        if "call" in message:
            handle, name, args, kwargs = self._parts(message["call"], 4)
            operation = self._operation(self._objects[handle], name)
            args, kwargs = self.unpack(args), self.unpack(kwargs)
            begin = time.thread_time_ns()
            value = operation(*args, **kwargs)
            spent = time.thread_time_ns() - begin
            return {"return": self.pack(value), "ms": spent / 1e6}
        if "get" in message:
            handle, name = self._parts(message["get"], 2)
            target = self._objects[handle]
            self._check_name(target, name)
            value = getattr(target, name)
            if callable(value) and not isinstance(value, (np.generic, type)):
                return {"return": {"$object": [-1, "method"]}, "ms": 0.0}
            return {"return": self.pack(value), "ms": 0.0}
        raise Broken("a message of no known kind")

    def _parts(self, parts, count):
        if not isinstance(parts, list) or len(parts) != count or parts[0] not in self._objects or \
                type(parts[1]) is not str:
            raise Broken("a call of nothing")
        return parts

    def _operation(self, target, name):
        operation = _OPERATIONS.get(name)
        if operation is not None:
            if name in _CHANGES:
                return lambda *args, **kwargs: self._change(operation, target, args, kwargs)
            return lambda *args, **kwargs: operation(target, *args, **kwargs)
        self._check_name(target, name)
        return getattr(target, name)

    def _change(self, operation, target, args, kwargs):
        self._check_name(target, args[0] if operation is setattr else "item")
        return operation(target, *args, **kwargs)

    def _check_name(self, target, name):
        if self._own_classes is None:
            return
        if name.startswith("_") or type(target).__module__.split(".")[0] not in self._own_classes:
            raise AttributeError("%r of this object cannot be reached from here" % name)

    # --- exceptions

    def _explain(self, error):
        if hasattr(error, "remote") and "origin" in error.remote:   # it came from there
            return {"yours": error.remote["origin"]}
        described = describe(error, "solution.py")
        described["bases"] = [c.__name__[:80] for c in type(error).__mro__]
        if all(type(a) in (str, int, float, bool, type(None)) for a in error.args):
            try:
                described["args"] = self.pack(list(error.args))
            except Exception:
                pass            # the message says it as well
        described["origin"] = id(error)
        self._raised = {id(error): error}
        return described

    def _rebuilt(self, described):
        try:
            return self._rebuild(described)
        except Exception:
            raise Broken("an exception of no known kind")

    def _rebuild(self, described):
        """The exception of the other side, as a class of its name below the nearest built-in one (or numpy's)."""
        if described.get("yours") in self._raised:
            return self._raised[described["yours"]]
        base = RuntimeError
        for name in described.get("bases", []):
            known = np.linalg.LinAlgError if name == "LinAlgError" else getattr(builtins, str(name), None)
            if isinstance(known, type) and issubclass(known, Exception):
                base = known
                break
        text = str(described.get("message", ""))
        name = str(described.get("type", ""))[:80]
        kind = base if name == base.__name__ or not name.isidentifier() else type(name, (base,), {})
        args = self.unpack(described["args"]) if isinstance(described.get("args"), list) else [text]
        try:
            error = kind(*args)
        except Exception:
            error = RuntimeError(text)
        error.remote = described
        return error

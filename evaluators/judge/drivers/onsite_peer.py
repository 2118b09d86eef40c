"""Calls across the judge: two programs in two boxes call each other's functions, one message at a time.

A message is {"call": [object, name, args, kwargs]}, {"get": [object, name]}, {"return": value, "ms": cpu} or
{"raise": {...}}. The judge hands it on as {"message": …, "cpu_ms": …, "bytes": …} with what it measured itself.
Values cross as JSON: arrays by dtype, shape and bytes, objects and functions by handle. Nothing is unpickled.
"""
import base64
import builtins
import math
import re
import time
import types

import numpy as np

EXACT_JSON = 2**53
# Through an attribute of one of these every other object of the process can be reached.
_CLOSED = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, types.GeneratorType,
           types.CoroutineType, types.AsyncGeneratorType, types.FrameType, types.CodeType, types.TracebackType,
           types.MappingProxyType, type)
_OPERATIONS = ("__call__", "__len__", "__getitem__", "__list__")
_DTYPE = re.compile(r"[<>|=]?[biufcUS][0-9]{1,4}\Z")


class Gone(BaseException):
    """The other side is dead or the judge has hung up."""


class Broken(BaseException):
    """The other side sent what its driver never sends."""


class Unfit(TypeError):
    """A value that cannot cross."""


def _pack_array(array):
    if array.dtype.kind not in "biufcUS":
        raise Unfit("An array of type %s cannot be passed; use numbers, booleans or text." % array.dtype)
    return {"dtype": array.dtype.str, "shape": list(array.shape),
            "data": base64.b64encode(np.ascontiguousarray(array).tobytes()).decode("ascii")}


def _unpack_array(packed):
    dtype, shape = packed["dtype"], packed["shape"]
    if not _DTYPE.match(dtype) or any(type(n) is not int or n < 0 for n in shape):
        raise Broken("an array without type or shape")
    flat = np.frombuffer(base64.b64decode(packed["data"], validate=True), dtype=np.dtype(dtype))
    if flat.size != math.prod(shape):
        raise Broken("an array whose bytes do not fit its shape")
    return flat.reshape(shape).copy()


class Remote:
    """An object of the other side. Attributes are asked for, methods are called there."""

    def __init__(self, peer, handle, kind):
        object.__setattr__(self, "_peer", peer)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_kind", kind)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._peer.get(self._handle, name)

    def __setattr__(self, name, value):
        self._peer.call(self._handle, "__setattr__", (name, value), {})

    def __call__(self, *args, **kwargs):
        return self._peer.call(self._handle, "__call__", args, kwargs)

    def __len__(self):
        return self._peer.call(self._handle, "__len__", (), {})

    def __getitem__(self, key):
        return self._peer.call(self._handle, "__getitem__", (key,), {})

    def __iter__(self):
        return iter(self._peer.call(self._handle, "__list__", (), {}))

    def __repr__(self):
        return "<%s>" % self._kind


class Peer:
    """One end. `last_call_ms` is the processor time inside the last call that this end made.

    A guarded end lets the other side call what it was passed and use the public methods and attributes of objects,
    nothing else: a function that is passed must not give away the module it comes from.
    """

    def __init__(self, wire, is_guarded=False):
        self._wire = wire
        self._is_guarded = is_guarded
        self._objects = {}
        self.last_call_ms = 0.0

    def publish(self, handle, value):
        self._objects[handle] = value

    # --- values

    def pack(self, value):
        if value is None or value is True or value is False or type(value) is str:
            return value
        if type(value) is int:
            return value if -EXACT_JSON <= value <= EXACT_JSON else {"$int": str(value)}
        if type(value) is float:
            return value if math.isfinite(value) else {"$float": repr(value)}
        if type(value) is list:
            return [self.pack(v) for v in value]
        if isinstance(value, np.ndarray):
            return {"$array": _pack_array(value)}
        if isinstance(value, np.generic):
            return {"$scalar": _pack_array(np.asarray(value))}
        if isinstance(value, tuple):
            return {"$tuple": [self.pack(v) for v in value]}
        if isinstance(value, dict):
            return {"$dict": [[self.pack(k), self.pack(v)] for k, v in value.items()]}
        if isinstance(value, (set, frozenset)):
            return {"$set": [self.pack(v) for v in value]}
        if isinstance(value, (int, float, str, list)):
            return self.pack(next(t for t in (bool, int, float, str, list) if isinstance(value, t))(value))
        if isinstance(value, complex):
            return {"$complex": [self.pack(value.real), self.pack(value.imag)]}
        if isinstance(value, bytes):
            return {"$bytes": base64.b64encode(value).decode("ascii")}
        if isinstance(value, slice):
            return {"$slice": [self.pack(v) for v in (value.start, value.stop, value.step)]}
        if isinstance(value, np.random.Generator):
            return {"$generator": self.pack(value.bit_generator.state)}
        if isinstance(value, Remote):
            return {"$yours": value._handle}
        handle = id(value)
        self._objects[handle] = value       # kept, so that the handle stays its own
        return {"$object": [handle, type(value).__name__]}

    def unpack(self, packed):
        if not isinstance(packed, (list, dict)):
            return packed
        if isinstance(packed, list):
            return [self.unpack(v) for v in packed]
        if len(packed) != 1:
            raise Broken("a value of no known kind")
        (kind, body), = packed.items()
        if kind == "$array":
            return _unpack_array(body)
        if kind == "$scalar":
            return _unpack_array(body)[()]
        if kind == "$tuple":
            return tuple(self.unpack(v) for v in body)
        if kind == "$dict":
            return {self.unpack(k): self.unpack(v) for k, v in body}
        if kind == "$set":
            return {self.unpack(v) for v in body}
        if kind == "$int":
            return int(body)
        if kind == "$float":
            return float(body)
        if kind == "$complex":
            return complex(*(self.unpack(v) for v in body))
        if kind == "$bytes":
            return base64.b64decode(body, validate=True)
        if kind == "$slice":
            return slice(*(self.unpack(v) for v in body))
        if kind == "$generator":
            generator = np.random.default_rng(0)
            generator.bit_generator.state = self.unpack(body)
            return generator
        if kind == "$yours":
            return self._objects[body]
        if kind == "$object":
            return Remote(self, int(body[0]), str(body[1])[:80])
        raise Broken("a value of no known kind")

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
                try:
                    return self.unpack(reply["return"])
                except (KeyError, ValueError, TypeError, IndexError) as error:
                    raise Broken(str(error))
            if "raise" in reply:
                raise rebuild(reply["raise"])
            self.serve(reply)

    def _measure(self, reply, envelope):
        # What the driver inside says, unless the judge saw much more than the crossing can have cost.
        claimed = reply.get("ms", 0.0)
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
        spent = 0
        try:
            if "call" in message:
                handle, name, args, kwargs = message["call"]
                target, args, kwargs = self._objects[handle], self.unpack(args), self.unpack(kwargs)
                self._admit(target, args[0] if name == "__setattr__" else name)
                begin = time.thread_time_ns()
                value = self._perform(target, name, args, kwargs)
                spent = time.thread_time_ns() - begin
            elif "get" in message:
                handle, name = message["get"]
                self._admit(self._objects[handle], name)
                value = getattr(self._objects[handle], name)
                if callable(value) and not isinstance(value, np.generic):
                    self._wire.send({"return": {"$object": [handle, "method"]}, "ms": 0.0})
                    return
            else:
                raise Broken("a message of no known kind")
            answer = {"return": self.pack(value), "ms": spent / 1e6}
        except (Gone, Broken):
            raise
        except BaseException as error:
            answer = {"raise": self.explain(error)}
        self._wire.send(answer)

    def _admit(self, target, name):
        if self._is_guarded and name not in _OPERATIONS and (name.startswith("_") or isinstance(target, _CLOSED)):
            raise AttributeError("%r is not for the solution" % name)

    @staticmethod
    def _perform(target, name, args, kwargs):
        if name == "__setattr__":
            return setattr(target, *args)
        if name == "__list__":
            return list(target)
        if name == "__call__":
            return target(*args, **kwargs)
        return getattr(target, name)(*args, **kwargs)

    def explain(self, error):
        from onsite_source import describe
        described = describe(error, "solution.py")
        described["bases"] = [c.__name__ for c in type(error).__mro__]
        return described


def rebuild(described):
    """The exception of the other side as the nearest built-in one (or numpy's), with its text and trace."""
    base = RuntimeError
    for name in described.get("bases", []):
        known = np.linalg.LinAlgError if name == "LinAlgError" else getattr(builtins, str(name), None)
        if isinstance(known, type) and issubclass(known, Exception):
            base = known
            break
    text = str(described.get("message", ""))
    try:
        error = base(text)
    except Exception:
        error = RuntimeError(text)
    error.remote = described
    return error

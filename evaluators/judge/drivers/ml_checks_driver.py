"""Runs a question's checks against a solution that lives in another box."""
import sys
import traceback

sys.path.insert(0, __file__.rpartition("/")[0])
import numpy as np  # noqa: E402
from onsite_crossing import Broken  # noqa: E402
from onsite_peer import Gone, Peer, Symbol  # noqa: E402
from onsite_source import compile_source, describe  # noqa: E402
from onsite_wire import Wire, import_ahead  # noqa: E402

NAME = "checks.py"


class Solution:
    """`sol`: the entry symbols of the candidate, and the time inside the last call."""

    def __init__(self, peer, symbols):
        self._peer = peer
        for symbol in symbols:
            setattr(self, symbol, Symbol(peer, symbol))

    @property
    def last_call_ms(self):
        return self._peer.last_call_ms


def run_check(check, solution, seed):
    try:
        check(solution, np, np.random.default_rng(seed))
        return {"passed": True}
    except Gone:
        return {"passed": False, "cause": "gone", "message": ""}
    except Broken as broken:
        return {"passed": False, "cause": "violation", 
                "message": "The program wrote to the judge's channel (%s); return the answer from the function instead."
                           % broken}
    except AssertionError as error:
        if not hasattr(error, "remote"):
            return {"passed": False, "cause": "check", "message": str(error)}
        return {"passed": False, "cause": "solution", "message": "AssertionError: %s" % error,
                "trace": error.remote.get("trace", "")}
    except Exception as error:
        if hasattr(error, "remote"):
            remote = error.remote
            return {"passed": False, "cause": "solution", "trace": str(remote.get("trace", "")),
                    "message": "%s: %s" % (remote.get("type"), remote.get("message"))}
        return {"passed": False, "cause": "check", "message": "%s: %s" % (type(error).__name__, error),
                "trace": "".join(traceback.format_exception(error))}


def main():
    wire = Wire()
    import_ahead()
    load = wire.wait_for_work()
    names = {"__name__": "checks", "np": np}
    try:
        exec(compile_source(load["source"], NAME), names)
    except Exception as error:
        wire.send({"error": describe(error, NAME)})
        return
    wire.send({"ready": True})
    peer = Peer(wire, own_classes=("checks", "sklearn"))
    solution = Solution(peer, load["symbols"])
    request = wire.receive()
    while request is not None:
        if "check" in request:
            np.seterr(all="warn")
            wire.send({"verdict": run_check(names[request["check"]], solution, request["seed"])})
        request = wire.receive()


main()

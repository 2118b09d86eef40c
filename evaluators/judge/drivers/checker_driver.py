"""Runs a question's checker, which says what is wrong with an answer by raising an exception."""
import sys

sys.path.insert(0, __file__.rpartition("/")[0])
from onsite_source import compile_source, describe  # noqa: E402
from onsite_wire import Wire  # noqa: E402

NAME = "checker.py"


def main():
    wire = Wire()
    names = {"__name__": "checker"}
    try:
        exec(compile_source(wire.wait_for_work()["source"], NAME), names)
        wire.send({"ready": callable(names.get("check"))})
    except Exception as error:
        wire.send({"error": describe(error, NAME)})
        return
    request = wire.receive()
    while request is not None:
        try:
            names["check"](request["args"], request["got"], request["reference"])
            wire.send({"accepted": True})
        except Exception as error:
            fault = describe(error, NAME)
            wire.send({"accepted": False, "type": fault["type"], "message": fault["message"]})
        request = wire.receive()


main()

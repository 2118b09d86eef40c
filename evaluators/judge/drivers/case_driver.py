"""Makes test cases: runs a question's generator with a fixed seed, and its ramp of growing inputs."""
import sys

sys.path.insert(0, __file__.rpartition("/")[0])
from onsite_source import compile_source, describe  # noqa: E402
from onsite_wire import Wire  # noqa: E402

NAME = "generator.py"


def answer_to(request, names):
    if "generate" in request:
        return {"cases": names["generate"](request["generate"])}
    return {"input": names["ramp"](request["ramp"], request["seed"])}


def main():
    wire = Wire()
    names = {"__name__": "generator"}
    request = wire.wait_for_work()
    while request is not None:
        try:
            if "source" in request:
                exec(compile_source(request["source"], NAME), names)
                answer = {"ready": True}
            else:
                answer = answer_to(request, names)
            wire.send(answer)
        except Exception as error:
            wire.send({"error": describe(error, NAME)})
        request = wire.receive()


main()

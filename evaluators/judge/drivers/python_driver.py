"""Runs a Python solution: loads its source, then calls it once per request. Knows arguments, never answers."""
import faulthandler
import sys
import time

sys.path.insert(0, __file__.rpartition("/")[0])
from onsite_source import compile_source, describe, ready_names, syntax_fault  # noqa: E402
from onsite_values import (GraphNode, ListNode, TreeNode, Unfit, build, dump_result, has_nodes,  # noqa: E402
                           link_tail)
from onsite_wire import Wire, import_ahead  # noqa: E402

sys.path.pop(0)

NAME = "solution.py"
# Not the clock of the process: under RLIMIT_CPU the kernel advances that one by whole ticks only.
now = time.thread_time_ns


def build_arguments(params, values):
    """What the solution receives; the list before a `tail_to` is closed to a ring with it."""
    passed, last_list = [], None
    for param, value in zip(params, values):
        if param.get("is_tail"):
            link_tail(last_list, value)
            continue
        built = build(param["type"], value)
        if param["type"][0] == "linkedlist":
            last_list = built
        passed.append(built)
    return passed


class FunctionRunner:
    def __init__(self, load, names):
        self._params, self._returns = load["params"], load["returns"]
        self._function = names.get(load["name"])

    def is_there(self):
        return callable(self._function)

    def run(self, request):
        _, values = request
        passed = build_arguments(self._params, values)
        shown = [p for p in self._params if not p.get("is_tail")]
        watched = [i for i, p in enumerate(shown) if not p["mutates"] and p["type"][0] == "list"
                   and not has_nodes(p["type"])]
        before = build_arguments(self._params, values) if watched else None
        if watched:     # lists of plain values are passed as they came: the copy must be deep
            passed = [deep_copy(v) if i in watched else v for i, v in enumerate(passed)]
        passed = [deep_copy(v) if p["mutates"] else v for p, v in zip(shown, passed)]
        begin = now()
        result = self._function(*passed)
        spent = (now() - begin) / 1e6
        answer = {"result": dump_result(self._returns, result), "ms": spent}
        mutated = {str(i): dump_result(p["type"], passed[i]) for i, p in enumerate(shown) if p["mutates"]}
        if mutated:
            answer["args"] = mutated
        changed = [shown[i]["name"] for i in watched if passed[i] != before[i]]
        if changed:
            answer["changed"] = changed
        return answer


class ClassRunner:
    def __init__(self, load, names):
        self._load, self._class = load, names.get(load["name"])

    def is_there(self):
        return isinstance(self._class, type)

    def run(self, request):
        _, ops, values = request
        methods, outputs, spent, target = self._load["methods"], [], 0, None
        for op, args in zip(ops, values):
            method = methods.get(op)
            passed = build_arguments(method["params"] if method else self._load["params"], args)
            begin = now()
            if method is None:
                target = self._class(*passed)
                result = None
            else:
                result = getattr(target, op)(*passed)
            spent += now() - begin
            outputs.append(dump_result(method["returns"], result) if method else None)
        return {"result": outputs, "ms": spent / 1e6}


def deep_copy(value):
    return [deep_copy(v) for v in value] if type(value) is list else value


def load_solution(load, names):
    """None when the solution is ready, else what the judge is told."""
    try:
        code = compile_source(load["source"], NAME)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"compile_error": syntax_fault(error)}
    try:
        exec(code, names)
    except BaseException as error:
        return {"error": describe(error, NAME)}
    return None


def main():
    faulthandler.enable()      # says on stderr what was being called when a library crashed
    wire = Wire()
    import_ahead()
    names = ready_names()
    names.update(TreeNode=TreeNode, ListNode=ListNode, GraphNode=GraphNode)
    sys.setrecursionlimit(120_000)
    load = wire.wait_for_work()
    fault = load_solution(load, names)
    runner = None
    if fault is None:
        runner = (FunctionRunner if load["kind"] == "function" else ClassRunner)(load, names)
        if not runner.is_there():
            fault = {"compile_error": {"line": 0, "column": 0, "message": "There is no %s named %s; keep the name "
                                       "that the starter has." % (load["kind"], load["name"])}}
    wire.send(fault or {"ready": True})
    while fault is None:
        request = wire.receive()
        if request is None:
            return
        if request == [0]:
            wire.send({"id": 0, "bye": True})
            continue
        try:
            answer = runner.run(request)
        except Unfit as unfit:
            answer = {"unfit": str(unfit)}
        except BaseException as error:
            answer = {"error": describe(error, NAME)}
        answer["id"] = request[0]
        wire.send(answer)


if __name__ == "__main__":
    main()

"""Runs an ML solution: scans it for what is forbidden, loads it, then serves calls. Knows no check."""
import ast
import sys

sys.path.insert(0, __file__.rpartition("/")[0])
from onsite_crossing import Broken  # noqa: E402
from onsite_peer import Gone, Peer  # noqa: E402
from onsite_source import compile_source, describe, syntax_fault  # noqa: E402
from onsite_wire import Wire, import_ahead  # noqa: E402

sys.path.pop(0)

NAME = "solution.py"


class Scan(ast.NodeVisitor):
    """Collects imported modules, and the full dotted names that are used."""

    def __init__(self):
        self.modules, self.names, self._aliases = [], [], {}

    def visit_Import(self, node):
        for item in node.names:
            self.modules.append((item.name, node.lineno))
            self._aliases[item.asname or item.name.split(".")[0]] = (
                item.name if item.asname else item.name.split(".")[0])

    def visit_ImportFrom(self, node):
        module = node.module or ""
        self.modules.append((module, node.lineno))
        for item in node.names:
            self._aliases[item.asname or item.name] = module + "." + item.name
            self.names.append((module + "." + item.name, node.lineno))

    def visit_Call(self, node):
        name = self._dotted(node.func)
        first = node.args[0] if node.args else None
        if name in ("__import__", "importlib.import_module") and isinstance(first, ast.Constant):
            self.modules.append((str(first.value), node.lineno))
        self.generic_visit(node)

    def visit_Name(self, node):
        self.names.append((self._aliases.get(node.id, node.id), node.lineno))

    def visit_Attribute(self, node):
        name = self._dotted(node)
        self.names.append((name or node.attr, node.lineno))
        self.generic_visit(node)

    def _dotted(self, node):
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        return ".".join([self._aliases.get(node.id, node.id)] + parts[::-1])


def find_forbidden(tree, imports, names):
    """One sentence about the first forbidden thing, or None."""
    scan = Scan()
    scan.visit(tree)
    for module, line in scan.modules:
        if module.split(".")[0] in imports or module in imports:
            return line, "Line %d imports %s, which this question forbids; write it without." % (line, module)
    full = {("numpy" + n[2:] if n.startswith("np.") else n): n for n in names}
    for name, line in scan.names:
        for forbidden, said in full.items():
            if name == forbidden or name.endswith("." + forbidden):
                return line, "Line %d uses %s, which this question forbids; write it without." % (line, said)
    return None


def load_solution(load):
    """(names, None) or (None, what the judge is told)."""
    try:
        code = compile_source(load["source"], NAME)
        found = find_forbidden(ast.parse(load["source"]), set(load["forbidden_imports"]), load["forbidden_names"])
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return None, {"compile_error": syntax_fault(error)}
    if found:
        return None, {"forbidden": {"line": found[0], "message": found[1]}}
    for module in load["forbidden_imports"]:
        sys.modules[module] = None          # whoever finds another way to import it meets ImportError
    names = {"__name__": "solution"}
    try:
        exec(code, names)
        if load.get("mutant"):
            other = {"__name__": "mutants"}
            exec(compile_source(load["mutant"]["source"], "mutants.py"), other)
            names[load["mutant"]["replaces"]] = other[load["mutant"]["function"]]
    except BaseException as error:
        return None, {"error": describe(error, NAME)}
    return names, None


class Symbols:
    """What the checks may reach by name."""


def main():
    wire = Wire()
    import_ahead()
    load = wire.wait_for_work()
    names, fault = load_solution(load)
    symbols = Symbols()
    if fault is None:
        missing = [s for s in load["symbols"] if not callable(names.get(s))]
        if missing:
            fault = {"compile_error": {"line": 0, "column": 0, "message":
                                       "There is no %s; keep the names that the task gives." % ", ".join(missing)}}
        for symbol in load["symbols"]:
            setattr(symbols, symbol, names.get(symbol))
    wire.send(fault or {"ready": True})
    if fault:
        return
    peer = Peer(wire)
    peer.publish(0, symbols)
    try:
        while True:
            message, _ = peer.receive()
            peer.serve(message)
    except (Gone, Broken):
        pass


main()

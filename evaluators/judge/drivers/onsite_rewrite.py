"""Rewrites a Python solution so that it counts its steps: see onsite_steps.py for what is called and charged."""
import ast
import operator

import onsite_steps
from onsite_steps import NAME

# What the rewritten source calls, by the name it has there.
HELPERS = {"__%s__" % name: getattr(onsite_steps, name) for name in (
    "enter", "leave", "grown", "multiplied", "raised", "combined", "added_to", "joined", "multiplied_to",
    "combined_to", "is_in", "compared", "slice_set", "item_deleted", "call")}

# Calls that cost the same whatever they are given, or that must stay where they are.
_PLAIN_FUNCTIONS = {"len", "range", "isinstance", "issubclass", "abs", "ord", "chr", "int", "float", "bool", "iter",
                    "id", "hash", "next", "super", "enumerate", "reversed", "type", "divmod", "round", "getattr",
                    "setattr", "hasattr", "callable", "locals", "globals", "vars", "defaultdict", "print"}
_PLAIN_METHODS = {"append", "add", "get", "popleft", "appendleft", "setdefault", "discard", "items", "keys", "values",
                  "popitem", "bit_length", "bit_count", "move_to_end"}
_COSTLY_METHODS = {"pop", "insert", "remove", "index", "count", "extend", "extendleft", "rotate", "copy", "sort",
                   "reverse", "join", "split", "find", "replace", "update", "union", "clear"}
_NUMERIC = (ast.Sub, ast.FloorDiv, ast.Div, ast.Mod, ast.RShift)
_COMPARED = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge"}
_COMBINED = {ast.Sub: "sub", ast.BitAnd: "and_", ast.BitOr: "or_", ast.BitXor: "xor"}
OPERATORS = {"__%s__" % name: getattr(operator, name) for name in [*_COMPARED.values(), *_COMBINED.values()]}


def _name(name):
    return ast.Name("__%s__" % name, ast.Load())


def _call(name, *args):
    return ast.Call(_name(name), list(args), [])


def _tick():
    return ast.Expr(_call("tick"))


def _is_number(node):
    """True where the value is plainly a number, or a text of fixed length."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not) or _is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, _NUMERIC) and (_is_number(node.left) or _is_number(node.right)) or (
            isinstance(node.op, ast.Add) and (_is_number(node.left) or _is_number(node.right)))
    return (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id in ("len", "ord", "int", "abs"))


def _called_names(node):
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            if isinstance(inner.func, ast.Name):
                yield inner.func.id
            elif isinstance(inner.func, ast.Attribute):
                yield inner.func.attr


def _recursive_functions(tree):
    """The functions that may be on the stack twice, by their names."""
    calls = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            calls.setdefault(node.name, set()).update(_called_names(node))
    found = set()
    for name in calls:
        seen, waiting = set(), [name]
        while waiting:
            for callee in calls.get(waiting.pop(), ()):
                if callee in calls and callee not in seen:
                    seen.add(callee)
                    waiting.append(callee)
        if name in seen:
            found.add(name)
    return found


class _Rewriter(ast.NodeTransformer):
    def __init__(self, tree):
        self._own = {n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
                self._own.update(t.id for t in node.targets if isinstance(t, ast.Name))
        self._recursive = _recursive_functions(tree)

    # --- blocks

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        body, head = node.body, []
        if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            head, body = body[:1], body[1:]
        is_generator = any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in ast.walk(node))
        if node.name in self._recursive and not is_generator and body:
            body = [ast.Expr(_call("enter")), ast.Try(body, [], [], [ast.Expr(_call("leave"))])]
        node.body = head + [_tick()] + body
        return node

    def visit_Lambda(self, node):
        self.generic_visit(node)
        node.body = ast.BoolOp(ast.And(), [_call("tick"), node.body])
        return node

    def _loop(self, node):
        self.generic_visit(node)
        node.body.insert(0, _tick())
        return node

    visit_For = visit_While = _loop

    def visit_comprehension(self, node):
        self.generic_visit(node)
        node.ifs.insert(0, _call("tick"))
        return node

    # --- expressions

    def visit_Call(self, node):
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        is_spread = any(isinstance(a, ast.Starred) for a in node.args)
        if name in self._own or name in _PLAIN_FUNCTIONS or name.startswith("__"):
            return node
        if name in ("min", "max") and len(node.args) > 1 and not is_spread:
            return node
        if method in _PLAIN_METHODS or (method == "pop" and not node.args):
            return node
        if method in self._own and method not in _COSTLY_METHODS:
            return node
        if method and isinstance(node.func.value, ast.Call) and getattr(node.func.value.func, "id", "") == "super":
            return node
        return ast.Call(_name("call"), [node.func] + node.args, node.keywords)

    def visit_BinOp(self, node):
        self.generic_visit(node)
        simple = _is_number(node.left) and not isinstance(node.left, ast.Constant) or (
            isinstance(node.left, ast.Constant) and isinstance(node.left.value, (int, float))) or (
            isinstance(node.right, ast.Constant) and isinstance(node.right.value, (int, float)))
        if isinstance(node.op, ast.Add):
            return node if simple else _call("grown", node)
        if isinstance(node.op, ast.Mult):
            return _call("multiplied", node.left, node.right)
        if isinstance(node.op, ast.Pow):
            return _call("raised", node.left, node.right)
        if isinstance(node.op, (ast.LShift, ast.MatMult)):
            return _call("grown", node)
        if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant) and isinstance(node.left.value, str):
            return _call("grown", node)
        if type(node.op) in _COMBINED and not simple:
            return _call("combined", node.left, node.right, _name(_COMBINED[type(node.op)]))
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) != 1:
            return node
        op, right = node.ops[0], node.comparators[0]
        if isinstance(op, (ast.In, ast.NotIn)):
            if isinstance(right, (ast.Constant, ast.Tuple, ast.Set)):
                return node
            found = _call("is_in", node.left, right)
            return ast.UnaryOp(ast.Not(), found) if isinstance(op, ast.NotIn) else found
        if type(op) in _COMPARED and not _is_number(node.left) and not _is_number(right):
            return _call("compared", node.left, right, _name(_COMPARED[type(op)]))
        return node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        is_read = isinstance(node.ctx, ast.Load)
        return _call("grown", node) if is_read and isinstance(node.slice, ast.Slice) else node

    def visit_JoinedStr(self, node):
        self.generic_visit(node)
        return _call("grown", node)

    def visit_FormattedValue(self, node):
        node.value = self.visit(node.value)     # a format stays a plain text
        return node

    def _display(self, node):
        self.generic_visit(node)
        is_read = isinstance(getattr(node, "ctx", None) or ast.Load(), ast.Load)
        spreads = any(isinstance(e, ast.Starred) for e in node.elts)
        return _call("grown", node) if is_read and spreads else node

    visit_List = visit_Tuple = visit_Set = _display

    def visit_Dict(self, node):
        self.generic_visit(node)
        return _call("grown", node) if None in node.keys else node

    # --- statements

    def visit_Assign(self, node):
        target = node.targets[0]
        value = node.value
        grows_in_place = (len(node.targets) == 1 and isinstance(target, ast.Name) and isinstance(value, ast.BinOp)
                          and isinstance(value.op, ast.Add) and isinstance(value.left, ast.Name)
                          and value.left.id == target.id)
        if grows_in_place:
            node.value = _call("joined", value.left, self.visit(value.right))
            return node
        self.generic_visit(node)
        if len(node.targets) == 1 and isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice):
            return ast.Expr(_call("slice_set", target.value, _slice(target.slice), node.value))
        if isinstance(target, (ast.Tuple, ast.List)) and any(isinstance(e, ast.Starred) for e in target.elts):
            node.value = _call("grown", node.value)
        return node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if isinstance(node.value, ast.Constant) and not isinstance(node.op, ast.Mult):
            return node
        target = ast.Constant(None)
        if isinstance(node.target, ast.Name):
            target = ast.Name(node.target.id, ast.Load())
        if isinstance(node.op, ast.Add):
            node.value = _call("added_to", target, node.value)
        elif isinstance(node.op, ast.Mult) and isinstance(node.target, ast.Name):
            node.value = _call("multiplied_to", target, node.value)
        elif type(node.op) in _COMBINED and isinstance(node.target, ast.Name):
            node.value = _call("combined_to", target, node.value, _name(_COMBINED[type(node.op)]))
        return node

    def visit_Delete(self, node):
        self.generic_visit(node)
        statements = []
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                key = _slice(target.slice) if isinstance(target.slice, ast.Slice) else target.slice
                statements.append(ast.Expr(_call("item_deleted", target.value, key)))
            else:
                statements.append(ast.Delete([target]))
        return statements


def _slice(node):
    parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
    return ast.Call(_name("slice"), parts, [])


def rewritten(source):
    """The code object of the solution that counts. Raises what compile raises."""
    tree = ast.parse(source, NAME)
    tree = ast.fix_missing_locations(_Rewriter(tree).visit(tree))
    return compile(tree, NAME, "exec", dont_inherit=True)


def names_for(steps):
    """What the rewritten source needs, to be renewed for each request."""
    return {"__tick__": steps.tick, "__slice__": slice, **HELPERS, **OPERATORS}

"""Values of the typed signatures: from JSON to what a solution receives, and back. A type is ["list", ["int"]]."""
import math
from collections import deque

EXACT_JSON = 2**53      # above it, numbers travel as strings
MOST_NODES = 2_000_000


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val, self.left, self.right = val, left, right


class ListNode:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


class GraphNode:
    def __init__(self, val=0, neighbors=None):
        self.val, self.neighbors = val, [] if neighbors is None else neighbors


class Unfit(Exception):
    """A result that is not of the declared type."""


def has_nodes(kind):
    return kind[0] in ("tree", "linkedlist", "graph") or any(has_nodes(inner) for inner in kind[1:])


def _tree(kind, items):
    if not items:
        return None
    root = TreeNode(build(kind[1], items[0]))
    open_nodes, at = deque([root]), 1
    while at < len(items):
        node = open_nodes.popleft()
        for side in ("left", "right"):
            if at < len(items) and items[at] is not None:
                child = TreeNode(build(kind[1], items[at]))
                setattr(node, side, child)
                open_nodes.append(child)
            at += 1
    return root


def _linked_list(kind, items):
    head = None
    for item in reversed(items):
        head = ListNode(build(kind[1], item), head)
    return head


def _graph(rows):
    nodes = [GraphNode(i) for i in range(len(rows))]
    for node, row in zip(nodes, rows):
        node.neighbors = [nodes[i] for i in row]
    return nodes[0] if nodes else None


def build(kind, value):
    name = kind[0]
    if name == "list":
        if kind[1][0] in ("int", "double", "bool", "string"):
            return value
        return [build(kind[1], item) for item in value]
    if name == "long":
        return int(value)
    if name == "double":
        return float(value)
    if name == "optional":
        return None if value is None else build(kind[1], value)
    if name == "tree":
        return _tree(kind, value)
    if name == "linkedlist":
        return _linked_list(kind, value)
    if name == "graph":
        return _graph(value)
    return value


def link_tail(head, tail_to):
    """Makes the last node of the list point to the node at index `tail_to`; -1 leaves it open."""
    if tail_to < 0 or head is None:
        return
    target, last, at = None, head, 0
    while True:
        if at == tail_to:
            target = last
        if last.next is None:
            break
        last, at = last.next, at + 1
    last.next = target


def _whole(value):
    if type(value) is bool or not hasattr(value, "__index__"):
        raise Unfit
    value = value.__index__()
    return value if -EXACT_JSON <= value <= EXACT_JSON else str(value)


def _real(value):
    if type(value) is bool:
        raise Unfit
    if not isinstance(value, float):
        if not hasattr(value, "__float__") or isinstance(value, str):
            raise Unfit
        value = float(value)
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _dump_tree(kind, root):
    out, waiting = [], deque([root])
    while waiting:
        node = waiting.popleft()
        if node is None:
            out.append(None)
            continue
        out.append(dump(kind[1], node.val))
        waiting += (node.left, node.right)
        if len(out) > MOST_NODES:
            raise Unfit("a tree with a cycle")
    while out and out[-1] is None:
        out.pop()
    return out


def _dump_linked_list(kind, head):
    out, seen = [], set()
    while head is not None:
        if id(head) in seen:
            raise Unfit("a linked list with a cycle")
        seen.add(id(head))
        out.append(dump(kind[1], head.val))
        head = head.next
    return out


def _dump_graph(entry):
    if entry is None:
        return []
    found, waiting = {}, deque([entry])
    while waiting:
        node = waiting.popleft()
        if node.val in found:
            if found[node.val] is not node:
                raise Unfit("a graph with two nodes of the value %r" % (node.val,))
            continue
        found[node.val] = node
        waiting += node.neighbors
    if sorted(found) != list(range(len(found))):
        raise Unfit("a graph whose node values are not 0 to %d" % (len(found) - 1))
    return [[n.val for n in found[i].neighbors] for i in range(len(found))]


_NODES = {"tree": (TreeNode, _dump_tree), "linkedlist": (ListNode, _dump_linked_list)}


def dump(kind, value):
    """JSON of a result; raises Unfit where it is not of the declared type."""
    name = kind[0]
    if name in ("int", "long"):
        return _whole(value)
    if name == "double":
        return _real(value)
    if name == "bool":
        if type(value).__name__ not in ("bool", "bool_"):
            raise Unfit
        return bool(value)
    if name == "string":
        if not isinstance(value, str):
            raise Unfit
        return value.encode("utf-8", "replace").decode()
    if name == "list":
        if not isinstance(value, (list, tuple)) and type(value).__name__ not in ("deque", "ndarray"):
            raise Unfit
        return [dump(kind[1], item) for item in value]
    if name == "optional":
        return None if value is None else dump(kind[1], value)
    if name in _NODES:
        node_class, dumper = _NODES[name]
        if value is not None and not isinstance(value, node_class):
            raise Unfit
        return dumper(kind, value)
    if name == "graph":
        return _dump_graph(value)
    if value is not None:
        raise Unfit
    return None


def spell(kind):
    return kind[0] if len(kind) == 1 else "%s<%s>" % (kind[0], spell(kind[1]))


def dump_result(kind, value):
    try:
        return dump(kind, value)
    except Unfit as unfit:
        what = str(unfit) or "%s of type %s" % (_short(value), type(value).__name__[:200])
    except RecursionError:
        what = "a value nested without end"
    except AttributeError as missing:
        what = "a node without its fields (%s)" % missing
    raise Unfit("The result must be of type %s, but is %s." % (spell(kind), what))


def _short(value):
    try:
        text = repr(value)
    except Exception:
        text = "a value without repr()"
    return text if len(text) <= 200 else text[:200] + "…"

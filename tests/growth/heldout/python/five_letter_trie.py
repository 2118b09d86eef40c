class Node:
    def __init__(self):
        self.children = {}
        self.count = 0


def work(s):
    root = Node()
    for i in range(0, len(s) - 4, 5):
        node = root
        for c in s[i:i + 5]:
            node = node.children.setdefault(c, Node())
            node.count += 1
    return sum(child.count * ord(c) for c, child in root.children.items())

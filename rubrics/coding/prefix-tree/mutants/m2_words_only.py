class PrefixTree:
    def __init__(self):
        self.root = {}

    def add(self, w):
        node = self.root
        for letter in w:
            node = node.setdefault(letter, {})
        node["end"] = True

    def _walk(self, text):
        node = self.root
        for letter in text:
            if letter not in node:
                return None
            node = node[letter]
        return node

    def has(self, w):
        node = self._walk(w)
        return node is not None and "end" in node

    def has_prefix(self, p):
        return self.has(p) if p else bool(self.root)

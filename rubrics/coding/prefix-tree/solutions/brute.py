class PrefixTree:
    def __init__(self):
        self.words = []

    def add(self, w):
        self.words.append(w)

    def has(self, w):
        return any(word == w for word in self.words)

    def has_prefix(self, p):
        return any(word[:len(p)] == p for word in self.words)

class PrefixTree:                          # each question reads the whole list
    def __init__(self):
        self.words = []

    def add(self, w):
        if w not in self.words:
            self.words.append(w)

    def has(self, w):
        return w in self.words

    def has_prefix(self, p):
        return any(word.startswith(p) for word in self.words)

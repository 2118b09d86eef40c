def work(x):
    def place(row, cols, a, b):
        if row == x:
            return 1
        return sum(place(row + 1, cols | {c}, a | {row + c}, b | {row - c}) for c in range(x)
                   if c not in cols and row + c not in a and row - c not in b)
    return place(0, frozenset(), frozenset(), frozenset())

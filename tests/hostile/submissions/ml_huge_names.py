Long = type("L" * 7_000_000, (Exception,), {})


def attention(Q, K, V, mask=None):
    raise Long("x" * 1_000_000)

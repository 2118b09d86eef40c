"""Scripts of calls: generate(seed) -> list of {"tag", "ops", "args", "oracle"}; ramp(n, seed) -> {"ops", "args"}."""
import random


def script(cap, calls):
    """calls: (k,) for get(k), (k, v) for put(k, v)."""
    names = {1: "get", 2: "put"}
    return {
        "ops": ["LruCache"] + [names[len(call)] for call in calls],
        "args": [[cap]] + [list(call) for call in calls],
    }


def random_script(r, cap, length, keys, share_of_gets):
    calls = []
    for _ in range(length):
        k = r.randint(0, keys - 1)
        calls.append((k,) if r.random() < share_of_gets else (k, r.randint(0, 99)))
    return script(cap, calls)


def generate(seed):
    r = random.Random(seed)
    edges = [
        script(1, [(5,)]),
        script(1, [(5, 50), (5,)]),
        script(1, [(1, 10), (2, 20), (1,), (2,)]),                          # room for one
        script(1, [(1, 10), (1, 11), (1,), (2, 20), (1,)]),
        script(2, [(1, 10), (2, 20), (1, 11), (3, 30), (1,), (2,), (3,)]),  # an update is a use
        script(2, [(1, 10), (2, 20), (1,), (3, 30), (1,), (2,), (3,)]),     # a get is a use
        script(2, [(1, 10), (2, 20), (2, 21), (1,), (2,)]),                 # overwriting at full capacity
        script(2, [(1, 10), (2, 20), (9,), (3, 30), (1,), (2,), (3,)]),     # a miss is no use
        script(3, [(1, 10), (2, 20), (9,), (3, 30), (1,), (2,), (3,)]),     # ... and takes no room
        script(2, [(0, 0), (0,), (1, 0), (2, 0), (0,), (1,), (2,)]),        # key and value zero
        script(2, [(1, 10), (2, 20), (3, 30), (1, 12), (2,), (3,), (1,)]),  # a dropped key comes back
        script(3, [(1, 1), (2, 2), (3, 3), (1,), (2,), (3,), (4, 4), (1,), (2,), (3,), (4,)]),
        script(5, [(1, 1), (2, 2), (1,), (2,), (3,)]),                      # never full
        script(2, [(10**9, 10**9), (10**9,), (1, 1), (2, 2), (10**9,)]),
    ]
    cases = [{"tag": "edge", **edge, "oracle": "brute"} for edge in edges]
    for _ in range(110):                                                    # few keys: hits, updates and drops
        cap = r.randint(1, 4)
        calls = random_script(r, cap, r.randint(5, 25), cap + r.randint(0, 2), r.choice([0.3, 0.5, 0.7]))
        cases.append({"tag": "random-small", **calls, "oracle": "brute"})
    for _ in range(25):
        cap = r.randint(5, 15)
        calls = random_script(r, cap, 120, cap + r.randint(-2, 6), 0.5)
        cases.append({"tag": "random-mid", **calls, "oracle": "brute"})
    large = [
        script(20_000, [(k, k) for k in range(59_999)]),                    # 39999 drops in a row
        script(1, [(k // 2, k) if k % 2 == 0 else (k // 2,) for k in range(59_999)]),
        ramp(59_999, r.random()),
    ]
    return cases + [{"tag": "large", **calls, "oracle": "ref"} for calls in large]


def ramp(n, seed):
    """n calls: fill a cache of n // 4 keys, then by turns a hit on a random old key and a new key."""
    r = random.Random(seed)
    cap = max(1, min(n // 4, 20_000))
    calls = [(k, k) for k in range(cap)]
    fresh = cap
    while len(calls) < n:
        if len(calls) % 2:
            calls.append((fresh, fresh))
            fresh += 1
        else:
            calls.append((r.randint(max(0, fresh - cap), fresh - 1),))
    return script(cap, calls)

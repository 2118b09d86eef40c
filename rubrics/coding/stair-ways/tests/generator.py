"""All flights there are: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""


def generate(seed):
    del seed                                            # the domain is small enough to list
    tags = {1: "edge", 2: "edge", 3: "edge", 4: "edge"}
    cases = []
    for n in range(1, 46):
        tag = tags.get(n, "random-small" if n <= 12 else "random-mid" if n <= 30 else "large")
        if n in (35, 40, 44, 45):
            tag = "adversarial-large"                   # out of reach for a recursion without memory
        cases.append({"tag": tag, "args": [n], "oracle": "brute"})
    return cases


def ramp(n, seed):
    return [n]

"""Values as numbers, beyond 2^53 as strings: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def portable(x):
    return x if x <= 2**53 else str(x)


def generate(seed):
    r = random.Random(seed)
    edges = list(range(20)) + [31, 32, 33, 255, 256, 257]
    for k in (15, 16, 30, 31, 32, 33, 40, 52, 53, 54, 61, 62):
        edges += [2**k, 2**k - 1, 2**k + 1]
    edges += [2**63 - 1, 2**63 - 2, 2**62 + 2**31, 2**62 + 2**32, 0x5555555555555555, 0x2AAAAAAAAAAAAAAA, 2**63 - 2**32]
    cases = [{"tag": "edge", "args": [portable(x)], "oracle": "brute"} for x in edges]
    for _ in range(40):
        cases.append({"tag": "random-small", "args": [r.randint(0, 300)], "oracle": "brute"})
    for _ in range(40):
        cases.append({"tag": "random-mid", "args": [portable(r.randint(0, 2**r.randint(10, 40)))], "oracle": "brute"})
    for _ in range(60):                                        # few or many ones, anywhere in 63 places
        chosen = r.sample(range(63), r.choice([1, 2, 3, 10, 31, 60, 62]))
        cases.append({"tag": "large", "args": [portable(sum(2**place for place in chosen))], "oracle": "brute"})
    for k in (32, 45, 55, 62):                                 # all ones above a run of zeros
        cases.append({"tag": "adversarial", "args": [portable(2**63 - 2**k)], "oracle": "brute"})
    return cases


def ramp(n, seed):
    """A value with n ones, spread at random over 63 places."""
    return [portable(sum(2**place for place in random.Random(seed).sample(range(63), n)))]

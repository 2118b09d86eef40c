import os

import numpy as np

state = {"at": 0}


def sparse():
    with open("/tmp/onsite-hostile-sparse", "wb") as file:
        file.truncate(12 << 20)
    return np.memmap("/tmp/onsite-hostile-sparse", dtype="u1", mode="r+")


MAKERS = [sparse, lambda: np.broadcast_to(np.float64(1), (1 << 20, 1 << 20)), lambda: np.zeros((40 << 20,), "u1"),
          lambda: np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 40,), (0,)),
          lambda: np.array([[], [[]], None, {}], dtype=object), lambda: np.zeros(3, "M8[s]"), lambda: np.zeros((0, 1 << 40)),
          lambda: np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 20,), (4096,))]


def attention(Q, K, V, mask=None):
    state["at"] += 1
    made = MAKERS[state["at"] % len(MAKERS)]()
    return made, made

class _Entry:
    __slots__ = ("key", "value", "older", "newer")

    def __init__(self, key, value):
        self.key, self.value = key, value
        self.older = self.newer = self


class LruCache:
    """A map for finding entries and a ring for their order: ring.newer is the oldest, ring.older the newest."""

    def __init__(self, cap):
        self._cap = cap
        self._entries = {}
        self._ring = _Entry(None, None)

    def get(self, k):
        entry = self._entries.get(k)
        if entry is None:
            return -1
        self._unlink(entry)
        self._link_as_newest(entry)
        return entry.value

    def put(self, k, v):
        entry = self._entries.get(k)
        if entry is not None:
            entry.value = v
            self._unlink(entry)
        else:
            if len(self._entries) == self._cap:
                oldest = self._ring.newer
                self._unlink(oldest)
                del self._entries[oldest.key]
            entry = self._entries[k] = _Entry(k, v)
        self._link_as_newest(entry)

    def _unlink(self, entry):
        entry.older.newer, entry.newer.older = entry.newer, entry.older

    def _link_as_newest(self, entry):
        entry.older, entry.newer = self._ring.older, self._ring
        entry.older.newer = entry.newer.older = entry

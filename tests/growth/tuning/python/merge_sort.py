def work(x):
    def split(v):
        if len(v) < 2:
            return v
        m = len(v) // 2
        a, b = split(v[:m]), split(v[m:])
        out, i, j = [], 0, 0
        while i < len(a) and j < len(b):
            if a[i] <= b[j]:
                out.append(a[i])
                i += 1
            else:
                out.append(b[j])
                j += 1
        return out + a[i:] + b[j:]
    return split(x)[0]

def work(s):
    backwards = ""
    for c in s:
        backwards = c + backwards
    return ord(backwards[0]) * 31 + ord(backwards[-1])

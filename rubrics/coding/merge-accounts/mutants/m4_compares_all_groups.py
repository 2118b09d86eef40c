def merge_accounts(accts):
    groups = []
    for name, *addresses in accts:
        mine, apart = set(addresses), []
        for other, known in groups:
            if known & mine:
                mine |= known
            else:
                apart.append((other, known))
        groups = apart + [(name, mine)]
    return [[name, *sorted(addresses)] for name, addresses in groups]

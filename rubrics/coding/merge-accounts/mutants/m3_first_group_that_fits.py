def merge_accounts(accts):
    group_of, groups = {}, []
    for name, *addresses in accts:
        known = next((group_of[a] for a in addresses if a in group_of), None)
        if known is None:
            known = len(groups)
            groups.append((name, set()))
        for a in addresses:
            if a not in group_of:           # an address of a second group stays there
                group_of[a] = known
                groups[known][1].add(a)
    return [[name, *sorted(addresses)] for name, addresses in groups]

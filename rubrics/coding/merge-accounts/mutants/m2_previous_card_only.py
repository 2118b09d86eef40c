def merge_accounts(accts):
    people = []
    for name, *addresses in accts:
        if people and people[-1][1] & set(addresses):
            people[-1][1].update(addresses)
        else:
            people.append((name, set(addresses)))
    return [[name, *sorted(addresses)] for name, addresses in people]

def merge_accounts(accts):
    people = {}
    for name, *addresses in accts:
        people.setdefault(name, set()).update(addresses)
    return [[name, *sorted(addresses)] for name, addresses in people.items()]

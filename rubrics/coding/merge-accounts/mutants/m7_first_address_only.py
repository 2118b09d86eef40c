def merge_accounts(accts):
    people = {}                             # by the first address of a card
    for name, *addresses in accts:
        people.setdefault(addresses[0], (name, set()))[1].update(addresses)
    return [[name, *sorted(addresses)] for name, addresses in people.values()]

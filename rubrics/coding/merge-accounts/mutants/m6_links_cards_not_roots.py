def merge_accounts(accts):
    parent = list(range(len(accts)))

    def root(card):
        while parent[card] != card:
            card = parent[card]
        return card

    first = {}
    for card, (_, *addresses) in enumerate(accts):
        for address in addresses:
            parent[card] = root(first.setdefault(address, card))
    people = {}
    for address, card in first.items():
        people.setdefault(root(card), []).append(address)
    return [[accts[card][0], *sorted(addresses)] for card, addresses in people.items()]

from collections import defaultdict


def merge_accounts(accts):
    parent = list(range(len(accts)))

    def root(card):
        while parent[card] != card:
            parent[card] = card = parent[parent[card]]
        return card

    first = {}                              # the first card of every address
    for card, (_, *addresses) in enumerate(accts):
        for address in addresses:
            parent[root(card)] = root(first.setdefault(address, card))
    people = defaultdict(list)
    for address, card in first.items():
        people[root(card)].append(address)
    return [[accts[card][0], *sorted(addresses)] for card, addresses in people.items()]

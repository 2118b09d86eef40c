from itertools import combinations


def merge_accounts(accts):
    groups = [(card[0], set(card[1:])) for card in accts]
    while True:                             # joins any two groups that share an address until no two do
        pair = next((p for p in combinations(range(len(groups)), 2) if groups[p[0]][1] & groups[p[1]][1]), None)
        if pair is None:
            return [[name, *sorted(addresses)] for name, addresses in groups]
        name, more = groups.pop(pair[1])
        groups[pair[0]] = (name, groups[pair[0]][1] | more)

def merge_accounts(accts):
    cards_of = {}
    for card, (_, *addresses) in enumerate(accts):
        for address in addresses:
            cards_of.setdefault(address, []).append(card)
    seen = [False] * len(accts)

    def collect(card, found):
        seen[card] = True
        for address in accts[card][1:]:
            found.add(address)
            for other in cards_of[address]:
                if not seen[other]:
                    collect(other, found)   # as deep as the chain is long
        return found

    return [[accts[card][0], *sorted(collect(card, set()))] for card in range(len(accts)) if not seen[card]]

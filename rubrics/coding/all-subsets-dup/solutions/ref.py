from collections import Counter


def all_subsets_dup(nums):
    selections = [[]]
    for colour, count in Counter(nums).items():
        selections = [chosen + [colour] * copies for chosen in selections for copies in range(count + 1)]
    return selections

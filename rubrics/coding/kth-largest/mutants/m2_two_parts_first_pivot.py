def kth_largest(nums, k):                  # quadratic on sorted lists and on equal marks
    part = list(nums)
    while True:
        pivot = part[0]
        larger = [value for value in part[1:] if value > pivot]
        others = [value for value in part[1:] if value <= pivot]
        if k <= len(larger):
            part = larger
        elif k == len(larger) + 1:
            return pivot
        else:
            k -= len(larger) + 1
            part = others

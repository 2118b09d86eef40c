int popcount(long long x) {  // the copy keeps the lower 32 bits
    unsigned rest = static_cast<unsigned>(x);
    int ones = 0;
    for (; rest != 0; rest &= rest - 1) ++ones;
    return ones;
}

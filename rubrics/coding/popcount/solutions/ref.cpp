int popcount(long long x) {
    int ones = 0;
    while (x != 0) {
        x &= x - 1;  // switches the lowest one off
        ++ones;
    }
    return ones;
}

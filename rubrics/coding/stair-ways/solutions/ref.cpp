int stair_ways(int n) {
    int below = 1;
    int here = 1;  // ways to reach step i, for i = 1 at first
    for (int i = 2; i <= n; ++i) {
        const int next = below + here;
        below = here;
        here = next;
    }
    return here;
}

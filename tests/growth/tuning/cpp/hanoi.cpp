#include <bits/stdc++.h>
using namespace std;

long long moves(int n, int a, int b, int c) {
  return n == 0 ? 0 : moves(n - 1, a, c, b) + 1 + moves(n - 1, c, b, a);
}
long long work(long long x) { return moves(x, 0, 1, 2); }

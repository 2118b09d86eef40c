#include <bits/stdc++.h>
using namespace std;

int place(int row, int n, int a, int b, int c) {
  if (row == n) return 1;
  int total = 0;
  for (int i = 0; i < n; ++i) {
    if (a >> i & 1 || b >> (row + i) & 1 || c >> (row - i + n) & 1) continue;
    total += place(row + 1, n, a | 1 << i, b | 1 << (row + i), c | 1 << (row - i + n));
  }
  return total;
}
long long work(long long x) { return place(0, x, 0, 0, 0); }

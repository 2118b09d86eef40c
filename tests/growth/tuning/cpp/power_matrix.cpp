#include <bits/stdc++.h>
using namespace std;

using M = array<array<long long, 2>, 2>;
M times(const M& a, const M& b) {
  M c{};
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 2; ++j)
      for (int k = 0; k < 2; ++k) c[i][j] = (c[i][j] + a[i][k] * b[k][j]) % 1000007;
  return c;
}
long long work(long long x) {
  M r{{{1, 0}, {0, 1}}}, b{{{1, 1}, {1, 0}}};
  for (; x; x /= 2) {
    if (x & 1) r = times(r, b);
    b = times(b, b);
  }
  return r[0][1];
}

#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  int n = x;
  vector<vector<int>> best(1 << n, vector<int>(n, 1 << 20));
  best[1][0] = 0;
  for (int m = 1; m < (1 << n); ++m)
    for (int i = 0; i < n; ++i) {
      if (!(m >> i & 1)) continue;
      for (int j = 0; j < n; ++j)
        if (!(m >> j & 1))
          best[m | 1 << j][j] = min(best[m | 1 << j][j], best[m][i] + (i * 7 + j * 3) % 11);
    }
  return best[(1 << n) - 1][n - 1];
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  int n = x.size();
  vector<vector<long long>> t(n, vector<long long>(n));
  for (int len = 2; len < n; ++len)
    for (int i = 0; i + len < n; ++i) {
      long long best = LLONG_MAX;
      for (int k = i + 1; k < i + len; ++k)
        best = min(best, t[i][k] + t[k][i + len] + (long long)(x[i] % 9 + 1) * (x[k] % 9 + 1));
      t[i][i + len] = best;
    }
  return t[0][n - 1];
}

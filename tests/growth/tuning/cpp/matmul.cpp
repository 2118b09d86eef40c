#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  int n = x.size();
  vector<vector<long long>> o(n, vector<long long>(n));
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) o[i][j] += x[i][k] * x[k][j];
  return o[n / 2][n / 2];
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  int n = x.size();
  for (int k = 0; k < n; ++k)
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j) x[i][j] = min(x[i][j], x[i][k] + x[k][j]);
  return x[0][n - 1];
}

#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  string y(x.rbegin(), x.rend());
  int n = x.size();
  vector<vector<int>> t(n + 1, vector<int>(n + 1));
  for (int i = 1; i <= n; ++i)
    for (int j = 1; j <= n; ++j)
      t[i][j] = x[i - 1] == y[j - 1] ? t[i - 1][j - 1] + 1 : max(t[i - 1][j], t[i][j - 1]);
  return t[n][n];
}

#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  int n = x.size();
  vector<vector<char>> p(n, vector<char>(n));
  long long c = 0;
  for (int i = n - 1; i >= 0; --i)
    for (int j = i; j < n; ++j) {
      p[i][j] = x[i] == x[j] && (j - i < 2 || p[i + 1][j - 1]);
      c += p[i][j];
    }
  return c;
}

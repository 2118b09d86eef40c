#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  int n = x.size();
  vector<int> d(n, INT_MAX);
  vector<bool> done(n);
  d[0] = 0;
  for (int r = 0; r < n; ++r) {
    int u = -1;
    for (int i = 0; i < n; ++i)
      if (!done[i] && (u < 0 || d[i] < d[u])) u = i;
    done[u] = true;
    for (int v = 0; v < n; ++v) d[v] = min(d[v], d[u] + x[u][v]);
  }
  return d[n - 1];
}

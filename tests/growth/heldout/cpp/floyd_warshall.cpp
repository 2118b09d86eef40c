#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& g) {
  int n = g.size();
  vector<vector<long long>> d(n, vector<long long>(n));
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) d[i][j] = i == j ? 0 : abs((long long)g[i][j]) % 1000 + 1;
  for (int k = 0; k < n; k++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) d[i][j] = min(d[i][j], d[i][k] + d[k][j]);
  long long sum = 0;
  for (auto& row : d) sum += accumulate(row.begin(), row.end(), 0LL);
  return sum;
}

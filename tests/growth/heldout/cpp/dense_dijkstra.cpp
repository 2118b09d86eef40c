#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& w) {
  int n = w.size();
  const long long INF = 4e18;
  vector<long long> dist(n, INF);
  vector<bool> done(n, false);
  dist[0] = 0;
  for (int round = 0; round < n; round++) {
    int u = -1;
    for (int v = 0; v < n; v++)
      if (!done[v] && (u == -1 || dist[v] < dist[u])) u = v;
    done[u] = true;
    for (int v = 0; v < n; v++) {
      long long d = dist[u] + abs((long long)w[u][v]) % 1000 + 1;
      if (d < dist[v]) dist[v] = d;
    }
  }
  return *max_element(dist.begin(), dist.end());
}

#include <bits/stdc++.h>
using namespace std;

struct DSU {
  vector<int> parent, size;
  explicit DSU(int n) : parent(n), size(n, 1) { iota(parent.begin(), parent.end(), 0); }
  int find(int x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  }
  bool unite(int a, int b) {
    a = find(a); b = find(b);
    if (a == b) return false;
    if (size[a] < size[b]) swap(a, b);
    parent[b] = a;
    size[a] += size[b];
    return true;
  }
};
long long work(vector<vector<int>>& pairs) {
  int n = pairs.size();
  vector<array<long long, 3>> edges;
  for (auto& p : pairs) {
    long long a = (p[0] % n + n) % n, b = (p[1] % n + n) % n;
    edges.push_back({(a * 7919 + b * 104729) % 1000003, a, b});
  }
  sort(edges.begin(), edges.end());
  DSU dsu(n);
  long long weight = 0;
  for (auto& [w, a, b] : edges)
    if (dsu.unite(a, b)) weight += w;
  return weight;
}

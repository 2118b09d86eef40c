#include <bits/stdc++.h>
using namespace std;

struct UnionFind {
  vector<int> p;
  UnionFind(int n) : p(n) { for (int i = 0; i < n; i++) p[i] = i; }
  int find(int x) { return p[x] == x ? x : p[x] = find(p[x]); }
};
long long work(vector<vector<int>>& connected) {
  int n = connected.size();
  UnionFind uf(n);
  int groups = n;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      if (connected[i][j] % 7 != 0) continue;
      int a = uf.find(i), b = uf.find(j);
      if (a != b) { uf.p[a] = b; groups--; }
    }
  return groups;
}

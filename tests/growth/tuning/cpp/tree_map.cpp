#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  map<int, int> m;
  for (int v : x) ++m[v];
  long long best = 0;
  for (auto& [k, c] : m) best = max<long long>(best, c);
  return best;
}

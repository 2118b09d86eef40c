#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  set<pair<int, int>> s;
  for (auto& p : x) s.insert({p[0], p[1]});
  return s.size();
}

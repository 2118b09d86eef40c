#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  long long s = 0;
  for (auto& r : x)
    for (int v : r) s += v;
  return s;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  unordered_map<int, int> m;
  for (int i = 0; i < 10; ++i) m[x[i * 6]] = i;
  return m.size();
}

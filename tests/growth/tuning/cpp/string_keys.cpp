#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  unordered_map<string, int> m;
  for (int v : x) ++m["key" + to_string(v % 3000)];
  return m.size();
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<int> p(x.size());
  iota(p.begin(), p.end(), 0);
  function<int(int)> find = [&](int v) { return p[v] == v ? v : p[v] = find(p[v]); };
  long long joined = 0;
  for (int i = 0; i < (int)x.size(); ++i) {
    int a = find(i), b = find(x[i]);
    if (a != b) {
      p[a] = b;
      ++joined;
    }
  }
  return joined;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<int> count(x.size());
  for (int v : x) ++count[v];
  vector<int> out;
  for (size_t v = 0; v < count.size(); ++v)
    for (int c = 0; c < count[v]; ++c) out.push_back(v);
  return out.back();
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  partition(x.begin(), x.end(), [](int v) { return v % 2; });
  rotate(x.begin(), x.begin() + x.size() / 3, x.end());
  x.erase(unique(x.begin(), x.end()), x.end());
  return x.size();
}

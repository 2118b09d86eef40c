#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  sort(x.begin(), x.end(), [](const auto& a, const auto& b) { return a[1] < b[1]; });
  long long end = -1, taken = 0;
  for (auto& p : x)
    if (p[0] > end) {
      end = p[1];
      ++taken;
    }
  return taken;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& height) {
  int l = 0, r = (int)height.size() - 1;
  long long best = 0;
  while (l < r) {
    long long a = abs(height[l]), b = abs(height[r]);
    best = max(best, min(a, b) * (r - l));
    if (a < b) l++; else r--;
  }
  return best;
}

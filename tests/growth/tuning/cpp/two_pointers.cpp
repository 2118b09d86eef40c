#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  size_t i = 0, j = x.size() - 1;
  long long hits = 0, target = x[0] + x.back();
  while (i < j) {
    long long s = x[i] + x[j];
    if (s == target) ++hits;
    if (s < target)
      ++i;
    else
      --j;
  }
  return hits;
}

#include <bits/stdc++.h>
using namespace std;

// smallest capacity that carries all weights, in order, within ten days
long long work(vector<int>& weights) {
  long long lo = weights.size(), hi = accumulate(weights.begin(), weights.end(), 0LL);
  while (lo < hi) {
    long long cap = (lo + hi) / 2, load = 0;
    int days = 1;
    for (int w : weights) {
      if (load + w > cap) { days++; load = 0; }
      load += w;
    }
    if (days <= 10) hi = cap;
    else lo = cap + 1;
  }
  return lo;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  int n = x.size();
  vector<long long> t(2 * n);
  long long s = 0;
  for (int i = 0; i < n; ++i) {
    for (int p = i + n; p; p /= 2) t[p] += x[i];
    for (int l = n, r = n + i + 1; l < r; l /= 2, r /= 2) {
      if (l & 1) s += t[l++];
      if (r & 1) s += t[--r];
    }
  }
  return s;
}

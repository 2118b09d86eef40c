#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  long long c = 0;
  int n = x.size();
  for (int m = 0; m < (1 << n); ++m) {
    int s = 0;
    for (int i = 0; i < n; ++i)
      if (m >> i & 1) s ^= x[i];
    c += s % 2;
  }
  return c;
}

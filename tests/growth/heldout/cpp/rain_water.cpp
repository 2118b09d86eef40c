#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& h) {
  int l = 0, r = h.size() - 1;
  long long lm = 0, rm = 0, water = 0;
  while (l <= r) {
    long long a = llabs(h[l]), b = llabs(h[r]);
    if (lm <= rm) {
      lm = max(lm, a);
      water += lm - a;
      l++;
    } else {
      rm = max(rm, b);
      water += rm - b;
      r--;
    }
  }
  return water;
}

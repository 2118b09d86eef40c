#include <bits/stdc++.h>
using namespace std;

long long go(vector<int>& x, size_t i, long long s) {
  return i == x.size() ? s % 3 == 0 : go(x, i + 1, s) + go(x, i + 1, s + x[i]);
}
long long work(vector<int>& x) { return go(x, 0, 0); }

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  long long s = 0;
  for (size_t i = 0; i < x.size(); ++i) {
    vector<int> y = x;
    s += y[i];
  }
  return s;
}

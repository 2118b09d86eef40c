#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<int> y = x;
  nth_element(y.begin(), y.begin() + y.size() / 2, y.end());
  return y[y.size() / 2];
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  partial_sort(x.begin(), x.begin() + x.size() / 2, x.end(), greater<>());
  return x[x.size() / 2 - 1];
}

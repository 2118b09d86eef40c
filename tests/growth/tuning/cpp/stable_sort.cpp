#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  stable_sort(x.begin(), x.end(), greater<int>());
  return x[0];
}

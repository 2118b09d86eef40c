#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  sort(x.begin(), x.end());
  return x[0];
}

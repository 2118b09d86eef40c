#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  long long s = 0;
  while (!x.empty()) {
    s = s * 31 + x[0];
    x.erase(x.begin());
  }
  return s;
}

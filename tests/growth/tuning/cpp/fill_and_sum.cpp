#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  vector<int> v(x, 1);
  return accumulate(v.begin(), v.end(), 0LL);
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<long long> sums;
  long long s = 0;
  for (int v : x) sums.push_back(s += v);
  return sums[sums.size() / 2];
}

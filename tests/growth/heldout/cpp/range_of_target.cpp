#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& a) {
  int target = a[a.size() * 3 / 4];
  auto first = lower_bound(a.begin(), a.end(), target);
  auto last = upper_bound(a.begin(), a.end(), target);
  return (first - a.begin()) * 10 + (last - first);
}

#include <bits/stdc++.h>
using namespace std;

// for every pair: how many first coordinates are not larger than its second
long long work(vector<vector<int>>& pairs) {
  vector<int> starts;
  for (const auto& p : pairs) starts.push_back(p[0]);
  stable_sort(starts.begin(), starts.end());
  long long total = 0;
  for (const auto& p : pairs) total += upper_bound(starts.begin(), starts.end(), p[1]) - starts.begin();
  return total;
}

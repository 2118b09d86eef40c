#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  vector<long long> prefix(n + 1, 0);
  for (int i = 0; i < n; i++) prefix[i + 1] = prefix[i] + nums[i];
  long long closest = LLONG_MAX;
  int where = -1;
  for (int i = 0; i < n; i++) {
    long long gap = llabs(prefix[i] - (prefix[n] - prefix[i + 1]));
    if (gap < closest) { closest = gap; where = i; }
  }
  return where;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  vector<long long> sum(1 << n, 0);
  long long positive = 0;
  for (int mask = 1; mask < (1 << n); mask++) {
    int low = __builtin_ctz(mask);
    sum[mask] = sum[mask & (mask - 1)] + nums[low];
    positive += sum[mask] > 0;
  }
  return positive;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  sort(nums.begin(), nums.end());
  long long best = LLONG_MAX;
  for (size_t i = 1; i < nums.size(); i++) best = min<long long>(best, (long long)nums[i] - nums[i - 1]);
  return best;
}

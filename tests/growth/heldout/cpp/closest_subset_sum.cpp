#include <bits/stdc++.h>
using namespace std;

long long best;
void choose(vector<int>& nums, size_t i, long long sum) {
  if (i == nums.size()) {
    best = min(best, llabs(sum - 12345));
    return;
  }
  choose(nums, i + 1, sum);
  choose(nums, i + 1, sum + nums[i]);
}
long long work(vector<int>& nums) {
  best = LLONG_MAX;
  choose(nums, 0, 0);
  return best;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  vector<long long> dp(n + 2, 0);
  for (int i = n - 1; i >= 0; --i) dp[i] = max(dp[i + 1], dp[i + 2] + abs(nums[i]));
  return dp[0];
}

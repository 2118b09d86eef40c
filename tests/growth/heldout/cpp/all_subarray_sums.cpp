#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  long long best = LLONG_MIN;
  for (int i = 0; i < n; i++)
    for (int j = i; j < n; j++) {
      long long sum = 0;
      for (int k = i; k <= j; k++) sum += nums[k];
      best = max(best, sum);
    }
  return best;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  long long best = nums[0], cur = 0;
  for (int x : nums) {
    cur = max<long long>(cur + x, x);
    best = max(best, cur);
  }
  return best;
}

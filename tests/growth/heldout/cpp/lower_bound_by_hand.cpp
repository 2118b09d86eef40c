#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int target = nums[nums.size() / 3];
  int lo = 0, hi = nums.size();
  while (lo < hi) {
    int mid = lo + (hi - lo) / 2;
    if (nums[mid] < target) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

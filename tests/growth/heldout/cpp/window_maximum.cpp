#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size(), k = n / 4;
  deque<int> dq;
  long long total = 0;
  for (int i = 0; i < n; i++) {
    if (!dq.empty() && dq.front() <= i - k) dq.pop_front();
    while (!dq.empty() && nums[dq.back()] <= nums[i]) dq.pop_back();
    dq.push_back(i);
    if (i >= k - 1) total += nums[dq.front()];
  }
  return total;
}

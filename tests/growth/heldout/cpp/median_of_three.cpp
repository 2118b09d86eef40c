#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  int a = nums[0], b = nums[n / 2], c = nums[n - 1];
  return max(min(a, b), min(max(a, b), c));
}

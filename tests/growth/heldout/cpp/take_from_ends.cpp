#include <bits/stdc++.h>
using namespace std;

long long lead(vector<int>& a, int l, int r) {
  if (l > r) return 0;
  return max(a[l] - lead(a, l + 1, r), a[r] - lead(a, l, r - 1));
}
long long work(vector<int>& nums) { return lead(nums, 0, nums.size() - 1); }

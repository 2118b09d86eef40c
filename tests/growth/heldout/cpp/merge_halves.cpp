#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  vector<int> odd, even, out;
  for (size_t i = 0; i < nums.size(); i++) (i % 2 ? odd : even).push_back(nums[i]);
  size_t i = 0, j = 0;
  while (i < odd.size() || j < even.size()) {
    if (j == even.size() || (i < odd.size() && odd[i] < even[j])) out.push_back(odd[i++]);
    else out.push_back(even[j++]);
  }
  long long check = 0;
  for (int x : out) check = (check * 31 + x) % 998244353;
  return check;
}

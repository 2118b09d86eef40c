#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size(), k = n / 3;
  multiset<int> window(nums.begin(), nums.begin() + k);
  long long sum = 0;
  for (int i = k; i < n; i++) {
    sum += *window.begin() / 2 + *window.rbegin() / 2;
    window.erase(window.find(nums[i - k]));
    window.insert(nums[i]);
  }
  return sum;
}

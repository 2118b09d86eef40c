#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  for (int i = 0; i < n - 1; i++) {
    int smallest = i;
    for (int j = i + 1; j < n; j++)
      if (nums[j] < nums[smallest]) smallest = j;
    swap(nums[i], nums[smallest]);
  }
  return nums[n - 1];
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int candidate = 0, votes = 0;
  for (int& x : nums) {
    if (votes == 0) candidate = x;
    votes += (x == candidate) ? 1 : -1;
  }
  return candidate + count(nums.begin(), nums.end(), candidate);
}

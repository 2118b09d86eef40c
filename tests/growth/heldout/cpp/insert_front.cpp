#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  vector<int> out;
  for (int x : nums) out.insert(out.begin(), x);
  return out[0] * 3LL + out[nums.size() / 2];
}

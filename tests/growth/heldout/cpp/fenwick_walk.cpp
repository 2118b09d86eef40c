#include <bits/stdc++.h>
using namespace std;

// visits the Fenwick cells an update of the first index would touch
long long work(vector<int>& nums) {
  int n = nums.size();
  long long seen = 0;
  for (int i = 1; i <= n; i += i & -i) seen = seen * 31 + nums[i - 1] % 1000;
  return seen;
}

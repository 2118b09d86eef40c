#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  long long count = 0;
  for (size_t i = 0; i < nums.size(); ++i)
    for (size_t j = i + 1; j < nums.size(); ++j)
      if (((long long)nums[i] + nums[j]) % 60 == 0) ++count;
  return count;
}

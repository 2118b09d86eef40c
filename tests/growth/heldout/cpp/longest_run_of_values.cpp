#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  unordered_set<int> all(nums.begin(), nums.end());
  long long best = 0;
  for (int x : all) {
    if (all.count(x - 1)) continue;
    int y = x;
    while (all.count(y + 1)) y++;
    best = max<long long>(best, y - x + 1);
  }
  return best;
}

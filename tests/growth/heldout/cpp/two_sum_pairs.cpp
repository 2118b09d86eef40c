#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  const int target = 77;
  unordered_map<int, int> seen;
  long long pairs = 0;
  for (int x : nums) {
    auto it = seen.find(target - x);
    if (it != seen.end()) pairs += it->second;
    seen[x]++;
  }
  return pairs * 1000003 + seen.size();
}

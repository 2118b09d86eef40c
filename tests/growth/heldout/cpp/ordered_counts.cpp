#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  map<int, int> count;
  for (int x : nums) count[x]++;
  long long sum = 0, rank = 0;
  for (auto& [value, times] : count) sum += (++rank % 10) * value * times;
  return sum;
}

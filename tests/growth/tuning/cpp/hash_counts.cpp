#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  unordered_map<int, int> seen;
  long long pairs = 0;
  for (int v : x) pairs += seen[v % 5000]++;
  return pairs;
}

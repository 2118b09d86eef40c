#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  unordered_set<int> seen(x.begin(), x.end());
  long long best = 0;
  for (int v : seen) {
    if (seen.count(v - 1)) continue;
    long long run = 1;
    while (seen.count(v + run)) ++run;
    best = max(best, run);
  }
  return best;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& p) {
  vector<bool> seen(p.size(), false);
  long long cycles = 0;
  for (size_t i = 0; i < p.size(); i++) {
    if (seen[i]) continue;
    cycles++;
    for (int j = i; !seen[j]; j = p[j]) seen[j] = true;
  }
  return cycles;
}

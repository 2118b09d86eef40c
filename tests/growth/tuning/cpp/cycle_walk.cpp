#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<bool> seen(x.size());
  long long cycles = 0;
  for (size_t i = 0; i < x.size(); ++i) {
    if (seen[i]) continue;
    ++cycles;
    for (size_t j = i; !seen[j]; j = x[j]) seen[j] = true;
  }
  return cycles;
}

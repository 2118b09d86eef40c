#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  vector<int> fail(x.size());
  for (size_t i = 1; i < x.size(); ++i) {
    int k = fail[i - 1];
    while (k && x[i] != x[k]) k = fail[k - 1];
    fail[i] = k + (x[i] == x[k]);
  }
  return *max_element(fail.begin(), fail.end());
}

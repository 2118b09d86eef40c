#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<int> seen;
  long long c = 0;
  for (int v : x) {
    if (find(seen.begin(), seen.end(), v + 1) == seen.end()) ++c;
    seen.push_back(v);
  }
  return c;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  for (size_t i = 0; i < x.size(); ++i)
    if (x[i] == (int)x.size()) return i;
  return -1;
}

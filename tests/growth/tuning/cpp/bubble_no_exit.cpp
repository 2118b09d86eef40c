#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  for (size_t r = 0; r < x.size(); ++r)
    for (size_t i = 1; i < x.size(); ++i)
      if (x[i - 1] > x[i]) swap(x[i - 1], x[i]);
  return x[0];
}

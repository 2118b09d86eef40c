#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  for (size_t i = 1; i < x.size(); ++i)
    for (size_t j = i; j > 0 && x[j - 1] > x[j]; --j) swap(x[j - 1], x[j]);
  return x[0];
}

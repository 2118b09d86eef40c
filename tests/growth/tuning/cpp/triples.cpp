#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  long long c = 0;
  int n = x.size();
  for (int i = 0; i < n; ++i)
    for (int j = i + 1; j < n; ++j)
      for (int k = j + 1; k < n; ++k) c += (x[i] + x[j] + x[k]) % 10 == 0;
  return c;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  long long c = 0;
  for (size_t i = 0; i < x.size(); ++i)
    for (size_t j = i + 1; j < x.size(); ++j) c += (x[i] + x[j]) % 7 == 0;
  return c;
}

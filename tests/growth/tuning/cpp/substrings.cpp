#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  long long best = 0;
  for (size_t i = 0; i < x.size(); ++i) best = max<long long>(best, x.substr(i).size() % 17);
  return best;
}

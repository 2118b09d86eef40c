#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  list<int> l(x.begin(), x.end());
  long long s = 0;
  for (int k = 0; !l.empty(); ++k) {
    auto it = find(l.begin(), l.end(), k);
    s += *it * k;
    l.erase(it);
  }
  return s;
}

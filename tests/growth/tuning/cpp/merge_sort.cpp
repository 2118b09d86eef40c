#include <bits/stdc++.h>
using namespace std;

void split(vector<int>& x, int l, int r, vector<int>& t) {
  if (r - l < 2) return;
  int m = (l + r) / 2;
  split(x, l, m, t);
  split(x, m, r, t);
  int i = l, j = m, k = l;
  while (i < m || j < r) t[k++] = (j == r || (i < m && x[i] <= x[j])) ? x[i++] : x[j++];
  copy(t.begin() + l, t.begin() + r, x.begin() + l);
}
long long work(vector<int>& x) {
  vector<int> t(x.size());
  split(x, 0, x.size(), t);
  return x[1];
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  int n = x.size();
  vector<int> tree(n + 1);
  long long inversions = 0;
  for (int i = n - 1; i >= 0; --i) {
    for (int j = x[i]; j > 0; j -= j & -j) inversions += tree[j];
    for (int j = x[i] + 1; j <= n; j += j & -j) ++tree[j];
  }
  return inversions;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& m) {
  int n = m.size();
  long long best = LLONG_MIN;
  for (int top = 0; top < n; top++) {
    vector<long long> col(n, 0);
    for (int bottom = top; bottom < n; bottom++) {
      long long run = 0;
      for (int c = 0; c < n; c++) {
        col[c] += m[bottom][c];
        run = max(run, 0LL) + col[c];
        best = max(best, run);
      }
    }
  }
  return best;
}

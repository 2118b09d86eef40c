#include <bits/stdc++.h>
using namespace std;

typedef vector<vector<long long>> Mat;
long long work(vector<vector<int>>& a) {
  int n = a.size();
  Mat c(n, vector<long long>(n, 0));
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      for (int j = 0; j < n; j++) c[i][j] += (long long)(a[i][k] % 1000) * (a[k][j] % 1000);
  long long trace = 0;
  for (int i = 0; i < n; i++) trace += c[i][n - 1 - i];
  return trace;
}

#include <bits/stdc++.h>
using namespace std;

long long work(long long n) {
  vector<int> f(n + 1);
  f[1] = 1;
  for (int i = 2; i <= n; i++) f[i] = (f[i - 1] + f[i - 2]) % 1000000007;
  return f[n];
}

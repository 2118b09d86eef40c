#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  vector<bool> composite(x + 1);
  vector<int> primes;
  for (int i = 2; i <= x; ++i) {
    if (!composite[i]) primes.push_back(i);
    for (int p : primes) {
      if ((long long)p * i > x) break;
      composite[p * i] = true;
      if (i % p == 0) break;
    }
  }
  return primes.size();
}

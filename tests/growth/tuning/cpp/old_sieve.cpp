#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  vector<bool> composite(x + 1);
  long long primes = 0;
  for (long long i = 2; i <= x; ++i) {
    if (composite[i]) continue;
    ++primes;
    for (long long j = i * i; j <= x; j += i) composite[j] = true;
  }
  return primes;
}

#include <bits/stdc++.h>
using namespace std;

long long work(long long n) {
  long long count = 0;
  for (long long p = 1; p <= n; p *= 10) {
    long long high = n / (p * 10), cur = n / p % 10, low = n % p;
    count += high * p;
    if (cur > 1) count += p;
    else if (cur == 1) count += low + 1;
  }
  return count;
}

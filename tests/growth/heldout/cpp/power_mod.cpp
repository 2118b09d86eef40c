#include <bits/stdc++.h>
using namespace std;

const long long MOD = 1e9 + 7;
long long work(long long n) {
  long long base = 3, result = 1;
  while (n > 0) {
    if (n & 1) result = result * base % MOD;
    base = base * base % MOD;
    n >>= 1;
  }
  return result;
}

#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  long long base = 3, result = 1, m = 1000000007;
  while (x > 0) {
    if (x & 1) result = result * base % m;
    base = base * base % m;
    x >>= 1;
  }
  return result;
}

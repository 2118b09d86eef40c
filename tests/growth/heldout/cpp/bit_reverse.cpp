#include <bits/stdc++.h>
using namespace std;

long long work(long long n) {
  uint32_t x = n, out = 0;
  for (int i = 0; i < 32; i++) {
    out = (out << 1) | (x & 1);
    x >>= 1;
  }
  return out;
}

#include <bits/stdc++.h>
using namespace std;

long long work(long long n) {
  auto upTo = [&](long long k) {
    long long m = (n - 1) / k;
    return k * m * (m + 1) / 2;
  };
  return upTo(3) + upTo(5) - upTo(15);
}

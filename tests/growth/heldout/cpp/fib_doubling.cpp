#include <bits/stdc++.h>
using namespace std;

const long long M = 1000000007LL;
pair<long long, long long> fib(long long n) {
  if (n == 0) return {0, 1};
  auto [a, b] = fib(n / 2);
  long long c = a * ((2 * b % M - a + M) % M) % M;
  long long d = (a * a % M + b * b % M) % M;
  if (n % 2) return {d, (c + d) % M};
  return {c, d};
}
long long work(long long n) { return fib(n).first; }

#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  long long a = x, b = x * 618 / 1000 + 1;
  while (b) {
    long long c = a % b;
    a = b;
    b = c;
  }
  return a;
}

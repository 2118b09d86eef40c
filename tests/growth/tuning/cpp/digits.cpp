#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  long long sum = 0;
  while (x) {
    sum += x % 10;
    x /= 10;
  }
  return sum;
}

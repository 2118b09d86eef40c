#include <bits/stdc++.h>
using namespace std;

long long work(long long x) {
  vector<long long> ways(x + 1);
  ways[0] = 1;
  for (long long c = 1; c <= x; ++c)
    for (long long s = c; s <= x; ++s) ways[s] = (ways[s] + ways[s - c]) % 1000007;
  return ways[x];
}

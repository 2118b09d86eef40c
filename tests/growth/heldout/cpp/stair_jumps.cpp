#include <bits/stdc++.h>
using namespace std;

// any jump length at every step, no memo
int ways(int left) {
  if (left == 0) return 1;
  int total = 0;
  for (int jump = 1; jump <= left; jump++) total += ways(left - jump);
  return total;
}
long long work(long long n) { return ways(n); }

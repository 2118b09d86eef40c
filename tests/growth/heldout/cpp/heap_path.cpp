#include <bits/stdc++.h>
using namespace std;

// sum of the labels from node n up to the root of a complete binary tree
long long work(long long n) {
  long long sum = 0;
  for (long long v = n; v >= 1; v /= 2) sum += v;
  return sum;
}

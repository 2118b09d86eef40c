#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  int a = x[0], b = x[x.size() / 2], c = x.back();
  if (a > b) swap(a, b);
  if (b > c) swap(b, c);
  if (a > b) swap(a, b);
  return b;
}

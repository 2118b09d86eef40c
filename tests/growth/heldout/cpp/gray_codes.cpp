#include <bits/stdc++.h>
using namespace std;

long long work(long long n) {
  vector<int> codes = {0};
  for (int bit = 0; bit < n; bit++) {
    for (int i = (int)codes.size() - 1; i >= 0; i--) codes.push_back(codes[i] | (1 << bit));
  }
  long long check = 0;
  for (int c : codes) check = (check * 3 + c) % 1000000007;
  return check;
}

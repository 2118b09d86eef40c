#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<int> tails;
  for (int v : x) {
    auto it = lower_bound(tails.begin(), tails.end(), v);
    if (it == tails.end())
      tails.push_back(v);
    else
      *it = v;
  }
  return tails.size();
}

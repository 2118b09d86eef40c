#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<int> v;
  for (int a : x) v.insert(v.begin(), a);
  return v[0];
}

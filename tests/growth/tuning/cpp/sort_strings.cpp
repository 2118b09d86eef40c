#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  vector<string> s;
  for (int v : x) s.push_back(to_string(v));
  sort(s.begin(), s.end());
  return s[0].size();
}

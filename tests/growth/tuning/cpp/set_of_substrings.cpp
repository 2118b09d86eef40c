#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  unordered_set<string> s;
  for (size_t i = 0; i + x.size() / 2 <= x.size(); ++i) s.insert(x.substr(i, x.size() / 2));
  return s.size();
}

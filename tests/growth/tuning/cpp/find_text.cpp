#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  string y = x + "#";
  long long hits = 0;
  for (size_t i = 0; i < x.size(); ++i) hits += y.find('#', i) == x.size();
  return hits;
}

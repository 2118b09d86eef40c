#include <bits/stdc++.h>
using namespace std;

long long work(string& s) {
  string best = "";
  for (size_t i = 0; i < s.size(); i++) {
    string suffix = s.substr(i);
    if (suffix > best) best = suffix;
  }
  return (long long)best.size() * 1000 + best[0];
}

#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  string s;
  for (char c : x) s = c + s;
  return s[0];
}

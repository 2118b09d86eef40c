#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  string s;
  for (char c : x) s = s + c;
  return s.size();
}

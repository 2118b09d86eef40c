#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  string out;
  for (char c : x)
    if (c != 'e') out += c;
  reverse(out.begin(), out.end());
  return out.size();
}

#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  int count[26] = {};
  for (char c : x) ++count[c - 'a'];
  return *max_element(count, count + 26);
}

#include <bits/stdc++.h>
using namespace std;

long long work(string& x) {
  long long c = 0;
  for (size_t i = 0; i < x.size(); ++i)
    for (size_t j = i; j < x.size(); ++j) {
      string s = x.substr(i, j - i + 1);
      for (char a : s) c += a == 'e';
    }
  return c;
}

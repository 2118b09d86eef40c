#include <bits/stdc++.h>
using namespace std;

long long work(string& s) {
  string t = s.substr(s.size() / 2) + s.substr(0, s.size() / 2);
  int n = s.size();
  vector<int> prev(n + 1), cur(n + 1);
  iota(prev.begin(), prev.end(), 0);
  for (int i = 1; i <= n; i++) {
    cur[0] = i;
    for (int j = 1; j <= n; j++) {
      cur[j] = min({prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (s[i - 1] != t[j - 1])});
    }
    swap(prev, cur);
  }
  return prev[n];
}

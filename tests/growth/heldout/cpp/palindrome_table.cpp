#include <bits/stdc++.h>
using namespace std;

long long work(string& s) {
  int n = s.size();
  vector<vector<char>> pal(n, vector<char>(n, 0));
  long long count = 0;
  for (int len = 1; len <= n; len++)
    for (int i = 0; i + len <= n; i++) {
      int j = i + len - 1;
      pal[i][j] = s[i] == s[j] && (len < 3 || pal[i + 1][j - 1]);
      count += pal[i][j];
    }
  return count;
}

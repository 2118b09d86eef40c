#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& x) {
  int n = x.size(), steps = 0;
  vector<vector<bool>> seen(n, vector<bool>(n));
  queue<pair<int, int>> q;
  q.push({0, 0});
  seen[0][0] = true;
  while (!q.empty()) {
    auto [i, j] = q.front();
    q.pop();
    ++steps;
    for (auto [a, b] : {pair{i + 1, j}, {i - 1, j}, {i, j + 1}, {i, j - 1}})
      if (a >= 0 && b >= 0 && a < n && b < n && !seen[a][b] && x[a][b] < 90) {
        seen[a][b] = true;
        q.push({a, b});
      }
  }
  return steps;
}

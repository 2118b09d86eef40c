#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& grid) {
  int n = grid.size();
  vector<vector<int>> dist(n, vector<int>(n, -1));
  queue<pair<int, int>> q;
  q.push({0, 0});
  dist[0][0] = 0;
  const int dr[] = {1, -1, 0, 0}, dc[] = {0, 0, 1, -1};
  long long sum = 0;
  while (!q.empty()) {
    auto [r, c] = q.front();
    q.pop();
    sum += (long long)dist[r][c] * (grid[r][c] % 3);
    for (int d = 0; d < 4; d++) {
      int x = r + dr[d], y = c + dc[d];
      if (x < 0 || y < 0 || x >= n || y >= n || dist[x][y] != -1) continue;
      dist[x][y] = dist[r][c] + 1;
      q.push({x, y});
    }
  }
  return sum;
}

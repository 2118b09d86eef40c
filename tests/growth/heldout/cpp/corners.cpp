#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& grid) {
  int n = grid.size();
  long long total = 0;
  for (int r : {0, n - 1})
    for (int c : {0, n - 1}) total += grid[r][c];
  return total + grid[n / 2][n / 2];
}

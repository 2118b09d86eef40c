#include <bits/stdc++.h>
using namespace std;

class Solution {
  vector<vector<long long>> memo;
  long long go(vector<vector<int>>& g, int r, int c) {
    if (r == 0 && c == 0) return abs(g[0][0]);
    if (r < 0 || c < 0) return LLONG_MAX / 4;
    long long& m = memo[r][c];
    if (m != -1) return m;
    return m = abs(g[r][c]) + min(go(g, r - 1, c), go(g, r, c - 1));
  }
public:
  long long minPathSum(vector<vector<int>>& g) {
    memo.assign(g.size(), vector<long long>(g.size(), -1));
    return go(g, g.size() - 1, g.size() - 1);
  }
};
long long work(vector<vector<int>>& grid) {
  Solution s;
  return s.minPathSum(grid);
}

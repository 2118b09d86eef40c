#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  vector<long long> a{1};
  for (int x : nums) a.push_back(abs(x) % 100);
  a.push_back(1);
  int m = a.size();
  vector<vector<long long>> dp(m, vector<long long>(m, 0));
  for (int gap = 2; gap < m; gap++)
    for (int l = 0; l + gap < m; l++) {
      int r = l + gap;
      for (int k = l + 1; k < r; k++) dp[l][r] = max(dp[l][r], dp[l][k] + dp[k][r] + a[l] * a[k] * a[r]);
    }
  return dp[0][m - 1];
}

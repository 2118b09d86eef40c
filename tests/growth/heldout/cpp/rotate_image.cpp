#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& m) {
  int n = m.size();
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++) swap(m[i][j], m[j][i]);
  for (auto& row : m) reverse(row.begin(), row.end());
  long long check = 0;
  for (int i = 0; i < n; i++) check = check * 5 % 1000003 + m[i][0] % 100;
  return check;
}

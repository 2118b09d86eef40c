#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  deque<int> q;
  long long total = 0;
  for (int i = 0; i < (int)x.size(); ++i) {
    while (!q.empty() && x[q.back()] <= x[i]) q.pop_back();
    q.push_back(i);
    if (q.front() + 32 <= i) q.pop_front();
    total += x[q.front()];
  }
  return total;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  priority_queue<int> q;
  for (int v : x) q.push(v);
  long long sum = 0, i = 0;
  while (!q.empty()) {
    sum += q.top() * (++i % 3);
    q.pop();
  }
  return sum;
}

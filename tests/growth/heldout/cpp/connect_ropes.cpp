#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  priority_queue<long long, vector<long long>, greater<long long>> pq;
  for (int x : nums) pq.push(abs(x) % 100000);
  long long cost = 0;
  while (pq.size() > 1) {
    long long a = pq.top(); pq.pop();
    long long b = pq.top(); pq.pop();
    cost += a + b;
    pq.push(a + b);
  }
  return cost;
}

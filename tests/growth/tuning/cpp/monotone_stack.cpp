#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  stack<int> s;
  long long total = 0;
  for (int i = 0; i < (int)x.size(); ++i) {
    while (!s.empty() && x[s.top()] < x[i]) {
      total += i - s.top();
      s.pop();
    }
    s.push(i);
  }
  return total;
}

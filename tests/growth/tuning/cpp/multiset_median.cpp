#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  multiset<int> low, high;
  long long sum = 0;
  for (int v : x) {
    if (low.empty() || v <= *low.rbegin())
      low.insert(v);
    else
      high.insert(v);
    if (low.size() > high.size() + 1) {
      high.insert(*low.rbegin());
      low.erase(prev(low.end()));
    }
    if (high.size() > low.size()) {
      low.insert(*high.begin());
      high.erase(high.begin());
    }
    sum += *low.rbegin();
  }
  return sum;
}

#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  int target = x[x.size() / 3] + 1;
  int low = 0, high = (int)x.size();
  while (low < high) {
    int middle = (low + high) / 2;
    if (x[middle] < target)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

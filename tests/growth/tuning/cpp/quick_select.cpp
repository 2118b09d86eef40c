#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  int k = x.size() / 2, low = 0, high = (int)x.size() - 1;
  while (low < high) {
    int p = x[(low + high) / 2], i = low, j = high;
    while (i <= j) {
      while (x[i] < p) ++i;
      while (x[j] > p) --j;
      if (i <= j) swap(x[i++], x[j--]);
    }
    if (k <= j)
      high = j;
    else if (k >= i)
      low = i;
    else
      break;
  }
  return x[k];
}

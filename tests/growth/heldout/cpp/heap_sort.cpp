#include <bits/stdc++.h>
using namespace std;

void siftDown(vector<int>& a, int i, int n) {
  while (true) {
    int big = i, l = 2 * i + 1, r = 2 * i + 2;
    if (l < n && a[l] > a[big]) big = l;
    if (r < n && a[r] > a[big]) big = r;
    if (big == i) return;
    swap(a[i], a[big]);
    i = big;
  }
}
long long work(vector<int>& a) {
  int n = a.size();
  for (int i = n / 2 - 1; i >= 0; i--) siftDown(a, i, n);
  for (int end = n - 1; end > 0; end--) {
    swap(a[0], a[end]);
    siftDown(a, 0, end);
  }
  long long ok = 0;
  for (int i = 0; i < n; i++) ok += a[i] == i;
  return ok;
}

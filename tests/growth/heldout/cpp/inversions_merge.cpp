#include <bits/stdc++.h>
using namespace std;

long long sortCount(vector<int>& a, vector<int>& tmp, int lo, int hi) {
  if (hi - lo < 2) return 0;
  int mid = (lo + hi) / 2;
  long long inv = sortCount(a, tmp, lo, mid) + sortCount(a, tmp, mid, hi);
  int i = lo, j = mid, k = lo;
  while (i < mid && j < hi) {
    if (a[i] <= a[j]) tmp[k++] = a[i++];
    else { inv += mid - i; tmp[k++] = a[j++]; }
  }
  while (i < mid) tmp[k++] = a[i++];
  while (j < hi) tmp[k++] = a[j++];
  for (int t = lo; t < hi; t++) a[t] = tmp[t];
  return inv;
}
long long work(vector<int>& nums) {
  vector<int> tmp(nums.size());
  return sortCount(nums, tmp, 0, nums.size());
}

#include <bits/stdc++.h>
using namespace std;

long long work(string& s) {
  array<int, 26> cnt{};
  for (char c : s) ++cnt[c - 'a'];
  int odd = 0;
  for (int c : cnt) odd += c % 2;
  return (long long)s.size() - max(0, odd - 1) + *max_element(cnt.begin(), cnt.end());
}

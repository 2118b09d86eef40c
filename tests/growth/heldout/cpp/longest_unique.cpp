#include <bits/stdc++.h>
using namespace std;

long long work(string& s) {
  vector<int> last(26, -1);
  int start = 0, best = 0;
  long long sum = 0;
  for (int i = 0; i < (int)s.size(); i++) {
    int c = s[i] - 'a';
    if (last[c] >= start) start = last[c] + 1;
    last[c] = i;
    best = max(best, i - start + 1);
    sum += i - start + 1;
  }
  return sum * 100 + best;
}

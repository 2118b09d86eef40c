#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) {
  ostringstream out;
  for (int v : x) out << v << ',';
  return out.str().size();
}

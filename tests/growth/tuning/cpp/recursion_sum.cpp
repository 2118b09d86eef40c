#include <bits/stdc++.h>
using namespace std;

long long add(vector<int>& x, size_t i) { return i == x.size() ? 0 : x[i] + add(x, i + 1); }
long long work(vector<int>& x) { return add(x, 0); }

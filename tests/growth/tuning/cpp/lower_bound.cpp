#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) { return lower_bound(x.begin(), x.end(), x.back() / 2) - x.begin(); }

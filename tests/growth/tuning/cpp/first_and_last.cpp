#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& x) { return x.front() + x.back(); }

#include <bits/stdc++.h>
using namespace std;

long long work(long long x) { return x < 2 ? x : work(x - 1) + work(x - 2); }

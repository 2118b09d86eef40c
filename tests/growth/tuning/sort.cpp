long long work(std::vector<int>& x) { std::sort(x.begin(), x.end()); return x[0]; }

long long work(std::vector<int>& x) { return x[0] + x.back(); }

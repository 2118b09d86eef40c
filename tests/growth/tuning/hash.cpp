long long work(std::vector<int>& x) { std::unordered_map<int,int> m; for (int v : x) ++m[v]; return (long long)m.size(); }

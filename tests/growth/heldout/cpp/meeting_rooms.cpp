#include <bits/stdc++.h>
using namespace std;

long long work(vector<vector<int>>& meetings) {
  for (auto& m : meetings) if (m[0] > m[1]) swap(m[0], m[1]);
  sort(meetings.begin(), meetings.end());
  priority_queue<int, vector<int>, greater<>> ends;
  size_t rooms = 0;
  for (auto& m : meetings) {
    while (!ends.empty() && ends.top() <= m[0]) ends.pop();
    ends.push(m[1]);
    rooms = max(rooms, ends.size());
  }
  return rooms;
}

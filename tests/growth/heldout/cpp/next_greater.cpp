#include <bits/stdc++.h>
using namespace std;

long long work(vector<int>& nums) {
  int n = nums.size();
  vector<int> answer(n, -1);
  stack<int> st;
  for (int i = 0; i < n; i++) {
    while (!st.empty() && nums[st.top()] < nums[i]) {
      answer[st.top()] = i;
      st.pop();
    }
    st.push(i);
  }
  return accumulate(answer.begin(), answer.end(), 0LL);
}

#include <bits/stdc++.h>
using namespace std;

struct ListNode {
  int val;
  ListNode* next;
};
long long work(vector<int>& nums) {
  ListNode* head = nullptr;
  for (int x : nums) head = new ListNode{x, head};
  ListNode* prev = nullptr;
  while (head) {
    ListNode* next = head->next;
    head->next = prev;
    prev = head;
    head = next;
  }
  long long sum = 0;
  int i = 0;
  while (prev) {
    sum += (long long)prev->val * (++i % 7);
    ListNode* gone = prev;
    prev = prev->next;
    delete gone;
  }
  return sum;
}

#include <bits/stdc++.h>
using namespace std;

struct Node {
  Node* next[26] = {};
};
long long work(string& x) {
  Node root;
  long long made = 0;
  for (size_t i = 0; i + 8 <= x.size(); i += 8) {
    Node* at = &root;
    for (size_t j = i; j < i + 8; ++j) {
      Node*& child = at->next[x[j] - 'a'];
      if (!child) {
        child = new Node();
        ++made;
      }
      at = child;
    }
  }
  return made;
}

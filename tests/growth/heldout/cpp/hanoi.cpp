#include <bits/stdc++.h>
using namespace std;

long long moves, weight;
void hanoi(int n, int from, int to, int via) {
  if (n == 0) return;
  hanoi(n - 1, from, via, to);
  moves++;
  weight += from * 3 + to;
  hanoi(n - 1, via, to, from);
}
long long work(long long n) {
  moves = weight = 0;
  hanoi(n, 1, 3, 2);
  return moves + weight;
}

// Reads a request and writes an answer, value by value: what the generated glue around a C++
// solution calls. Runs inside the box; single-threaded; knows arguments, never expected values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onsite {

// A cursor over one JSON line that the judge wrote, so its form can be relied on.
class In {
 public:
  explicit In(std::string_view text) : text_(text) {}

  void Skip(char expected);  // past one character; the program ends when it is another
  bool SkipIf(char expected);
  bool SkipNull();
  long long Whole();
  double Real();
  bool Truth();
  std::string Text();

 private:
  char Peek();

  std::string_view text_;
  std::size_t at_ = 0;
};

class Out {
 public:
  void Raw(std::string_view text) { text_ += text; }
  void Whole(long long value);
  void Real(double value);
  void Text(std::string_view value);
  std::string& text() { return text_; }

 private:
  std::string text_;
};

// Raised where a result cannot be told as JSON: a ring where a list was promised.
struct Unfit {
  std::string what;
};

inline void Read(In& in, int& value) { value = static_cast<int>(in.Whole()); }
inline void Read(In& in, long long& value) { value = in.Whole(); }
inline void Read(In& in, double& value) { value = in.Real(); }
inline void Read(In& in, bool& value) { value = in.Truth(); }
inline void Read(In& in, std::string& value) { value = in.Text(); }

template <class T>
concept TreeLike = requires(T node) {
  node.left;
  node.right;
  node.val;
};
template <class T>
concept ListLike = requires(T node) {
  node.next;
  node.val;
};
template <class T>
concept GraphLike = requires(T node) {
  node.neighbors;
  node.val;
};

template <class T>
void Read(In& in, std::vector<T>& values);
template <class T>
void Read(In& in, std::optional<T>& value);
template <TreeLike Node>
void Read(In& in, Node*& root);
template <ListLike Node>
void Read(In& in, Node*& head);
template <GraphLike Node>
void Read(In& in, Node*& entry);

// Calls `item` before each item of the array at the cursor.
template <class Item>
void ReadArray(In& in, Item item) {
  in.Skip('[');
  if (in.SkipIf(']')) return;
  do {
    item();
  } while (in.SkipIf(','));
  in.Skip(']');
}

template <class T>
void Read(In& in, std::vector<T>& values) {
  ReadArray(in, [&] {
    T value{};
    Read(in, value);
    values.push_back(std::move(value));
  });
}

template <class T>
void Read(In& in, std::optional<T>& value) {
  if (in.SkipNull()) return;
  value.emplace();
  Read(in, *value);
}

// Nodes are made with new and left to the solution: it may delete what it removes.
template <TreeLike Node>
void Read(In& in, Node*& root) {
  std::vector<Node*> nodes;
  std::size_t parent = 0;
  bool is_left = true;
  root = nullptr;
  ReadArray(in, [&] {
    Node* node = nullptr;
    if (!in.SkipNull()) {
      node = new Node();
      Read(in, node->val);
    }
    if (root == nullptr) {
      root = node;
    } else {
      (is_left ? nodes[parent]->left : nodes[parent]->right) = node;
      if (!is_left) ++parent;
      is_left = !is_left;
    }
    if (node != nullptr) nodes.push_back(node);
  });
}

template <ListLike Node>
void Read(In& in, Node*& head) {
  Node* last = nullptr;
  head = nullptr;
  ReadArray(in, [&] {
    Node* node = new Node();
    Read(in, node->val);
    (last == nullptr ? head : last->next) = node;
    last = node;
  });
}

// Makes the last node point to the one at index `tail_to`; -1 leaves the list open.
template <ListLike Node>
void LinkTail(Node* head, int tail_to) {
  if (head == nullptr || tail_to < 0) return;
  Node* target = head;
  for (int i = 0; i < tail_to; ++i) target = target->next;
  while (head->next != nullptr) head = head->next;
  head->next = target;
}

template <GraphLike Node>
void Read(In& in, Node*& entry) {
  std::vector<std::vector<int>> rows;
  Read(in, rows);
  std::vector<Node*> nodes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    nodes.push_back(new Node());
    nodes.back()->val = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const int neighbor : rows[i]) {
      nodes[i]->neighbors.push_back(nodes[static_cast<std::size_t>(neighbor)]);
    }
  }
  entry = nodes.empty() ? nullptr : nodes[0];
}

inline constexpr std::size_t kMostNodes = 2'000'000;

inline void Write(Out& out, int value) { out.Whole(value); }
inline void Write(Out& out, long value) { out.Whole(value); }
inline void Write(Out& out, long long value) { out.Whole(value); }
inline void Write(Out& out, unsigned value) { out.Whole(value); }
inline void Write(Out& out, unsigned long value) { out.Whole(static_cast<long long>(value)); }
inline void Write(Out& out, double value) { out.Real(value); }
inline void Write(Out& out, bool value) { out.Raw(value ? "true" : "false"); }
inline void Write(Out& out, const std::string& value) { out.Text(value); }

template <class T>
void Write(Out& out, const std::vector<T>& values);
template <class T>
void Write(Out& out, const std::optional<T>& value);
template <TreeLike Node>
void Write(Out& out, Node* root);
template <ListLike Node>
void Write(Out& out, Node* head);
template <GraphLike Node>
void Write(Out& out, Node* entry);

template <class T>
void Write(Out& out, const std::vector<T>& values) {
  out.Raw("[");
  bool is_first = true;
  for (const auto& value : values) {
    if (!is_first) out.Raw(",");
    is_first = false;
    Write(out, static_cast<const T&>(value));
  }
  out.Raw("]");
}

template <class T>
void Write(Out& out, const std::optional<T>& value) {
  if (value) {
    Write(out, *value);
  } else {
    out.Raw("null");
  }
}

template <TreeLike Node>
void Write(Out& out, Node* root) {
  std::vector<Node*> order = {root};
  std::size_t used = root == nullptr ? 0 : 1;  // without trailing nulls
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] == nullptr) continue;
    used = i + 1;
    order.push_back(order[i]->left);
    order.push_back(order[i]->right);
    if (order.size() > kMostNodes) throw Unfit{"a tree with a cycle"};
  }
  out.Raw("[");
  for (std::size_t i = 0; i < used; ++i) {
    if (i > 0) out.Raw(",");
    if (order[i] == nullptr) {
      out.Raw("null");
    } else {
      Write(out, order[i]->val);
    }
  }
  out.Raw("]");
}

template <ListLike Node>
void Write(Out& out, Node* head) {
  out.Raw("[");
  std::size_t count = 0;
  for (; head != nullptr; head = head->next) {
    if (count++ > 0) out.Raw(",");
    if (count > kMostNodes) throw Unfit{"a linked list with a cycle"};
    Write(out, head->val);
  }
  out.Raw("]");
}

template <GraphLike Node>
void Write(Out& out, Node* entry) {
  std::vector<Node*> by_value;
  std::vector<Node*> waiting;
  if (entry != nullptr) waiting.push_back(entry);
  while (!waiting.empty()) {
    Node* node = waiting.back();
    waiting.pop_back();
    const auto value = static_cast<std::size_t>(node->val);
    if (value >= kMostNodes) throw Unfit{"a graph whose node values are not 0 to n-1"};
    if (by_value.size() <= value) by_value.resize(value + 1);
    if (by_value[value] == node) continue;
    if (by_value[value] != nullptr) throw Unfit{"a graph with two nodes of one value"};
    by_value[value] = node;
    waiting.insert(waiting.end(), node->neighbors.begin(), node->neighbors.end());
  }
  out.Raw("[");
  for (std::size_t i = 0; i < by_value.size(); ++i) {
    if (by_value[i] == nullptr) throw Unfit{"a graph whose node values are not 0 to n-1"};
    if (i > 0) out.Raw(",");
    std::vector<int> row;
    for (const Node* neighbor : by_value[i]->neighbors) row.push_back(neighbor->val);
    Write(out, row);
  }
  out.Raw("]");
}

// Instantiated once, in the driver: the glue of most solutions then instantiates nothing.
#define ONSITE_INSTANTIATE(prefix, value)                        \
  prefix template void Read(In& in, std::vector<value>& values); \
  prefix template void Write(Out& out, const std::vector<value>& values);
#define ONSITE_INSTANTIATE_ALL(prefix)               \
  ONSITE_INSTANTIATE(prefix, int)                    \
  ONSITE_INSTANTIATE(prefix, long long)              \
  ONSITE_INSTANTIATE(prefix, double)                 \
  ONSITE_INSTANTIATE(prefix, bool)                   \
  ONSITE_INSTANTIATE(prefix, std::string)            \
  ONSITE_INSTANTIATE(prefix, std::vector<int>)       \
  ONSITE_INSTANTIATE(prefix, std::vector<long long>) \
  ONSITE_INSTANTIATE(prefix, std::vector<double>)    \
  ONSITE_INSTANTIATE(prefix, std::vector<bool>)      \
  ONSITE_INSTANTIATE(prefix, std::vector<std::string>)
ONSITE_INSTANTIATE_ALL(extern)

// CPU time of this thread, for "ms" in an answer.
double CpuMs();

// Written by the generated glue: reads the arguments, calls the solution, writes the fields of the
// answer.
void RunCase(In& in, Out& out);

}  // namespace onsite

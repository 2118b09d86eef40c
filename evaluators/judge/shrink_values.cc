// Smaller trees, graphs, texts and numbers, and the chunks that lists are cut by.
#include "evaluators/judge/shrink_values.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace evaluators {

using interview::Json;

bool EachChunk(std::size_t size, const std::function<bool(std::size_t, std::size_t)>& try_chunk) {
  if (size == 0) return true;
  if (size > 1 && !try_chunk(0, size)) return false;
  for (std::size_t pieces = 2;; pieces *= 2) {
    const std::size_t length = std::max<std::size_t>(1, (size + pieces - 1) / pieces);
    if (pieces > kMostChunks && length > 1) return true;
    // From the end: what comes first is more often needed.
    for (std::size_t end = size; end > 0; end -= std::min(end, length)) {
      if (!try_chunk(end - std::min(end, length), end)) return false;
    }
    if (length == 1) return true;
  }
}

namespace {

constexpr std::size_t kMostLetters = 60;  // tried one by one

// A tree as nodes.
struct TreeNodes {
  struct Node {
    Json value;
    int left = -1, right = -1;
  };
  std::vector<Node> nodes;  // the root is the first

  explicit TreeNodes(const Json& levels) {
    if (levels.empty()) return;
    nodes.push_back({levels[0], -1, -1});
    std::size_t next = 1;
    for (std::size_t i = 0; i < nodes.size() && next < levels.size(); ++i) {
      for (const bool left : {true, false}) {
        if (next >= levels.size()) break;
        const Json& child = levels[next++];
        if (child.is_null()) continue;
        (left ? nodes[i].left : nodes[i].right) = static_cast<int>(nodes.size());
        nodes.push_back({child, -1, -1});
      }
    }
  }

  Json Levels(int root) const {
    Json levels = Json::array();
    std::vector<int> queue = {root};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      if (queue[i] < 0) {
        levels.push_back(nullptr);
        continue;
      }
      const Node& node = nodes[static_cast<std::size_t>(queue[i])];
      levels.push_back(node.value);
      queue.push_back(node.left);
      queue.push_back(node.right);
    }
    while (!levels.empty() && levels.back().is_null()) levels.erase(levels.size() - 1);
    return levels;
  }
};

std::vector<Json> SmallerNumbers(const Json& value) {
  std::vector<Json> smaller;
  if (value.is_number_float()) {
    const double x = value.get<double>();
    smaller = {0.0, 1.0, std::trunc(x), x / 2};
    return smaller;
  }
  const auto x = value.get<std::int64_t>();
  const std::int64_t sign = x < 0 ? -1 : 1;
  smaller = {0, sign, x / 2, x - sign};
  if (x < 0) smaller.push_back(-x);
  return smaller;
}

std::vector<std::string> Characters(const std::string& text) {
  std::vector<std::string> characters;
  for (const char c : text) {
    if (characters.empty() || (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      characters.emplace_back();
    }
    characters.back() += c;
  }
  return characters;
}

bool EachSmallerText(const std::string& text, const std::function<bool(Json)>& take) {
  const std::vector<std::string> characters = Characters(text);
  const bool all = EachChunk(characters.size(), [&](std::size_t begin, std::size_t end) {
    std::string kept;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      if (i < begin || i >= end) kept += characters[i];
    }
    return take(std::move(kept));
  });
  if (!all) return false;
  // The letters that occur, in their order, become the first of their kind.
  std::map<char, char> plain;
  char next_letter = 'a', next_digit = '0';
  for (const char c : std::set<char>(text.begin(), text.end())) {
    if (c >= 'a' && c <= 'z') plain[c] = next_letter++;
    if (c >= '0' && c <= '9') plain[c] = next_digit++;
  }
  std::string renamed = text;
  for (char& c : renamed) {
    if (const auto found = plain.find(c); found != plain.end()) c = found->second;
  }
  if (renamed != text && !take(renamed)) return false;
  for (std::size_t i = 0; i < std::min(text.size(), kMostLetters); ++i) {
    std::string changed = text;
    changed[i] = *std::min_element(text.begin(), text.end());
    if (changed[i] != text[i] && !take(changed)) return false;
  }
  return true;
}

}  // namespace

bool EachSmallerTree(const Json& levels, const std::function<bool(Json)>& take) {
  const TreeNodes tree(levels);
  const std::size_t count = std::min(tree.nodes.size(), kMostChunks);
  for (std::size_t i = 1; i < count; ++i) {
    if (!take(tree.Levels(static_cast<int>(i)))) return false;
  }
  if (!tree.nodes.empty() && !take(Json::array())) return false;
  for (std::size_t i = 0; i < count; ++i) {
    for (int TreeNodes::Node::*side : {&TreeNodes::Node::left, &TreeNodes::Node::right}) {
      const int child = tree.nodes[i].*side;
      if (child < 0) continue;
      const auto& below = tree.nodes[static_cast<std::size_t>(child)];
      for (const int instead : std::set<int>{-1, below.left, below.right}) {
        TreeNodes changed = tree;
        changed.nodes[i].*side = instead;
        if (!take(changed.Levels(0))) return false;
      }
    }
  }
  return true;
}

bool EachSmallerGraph(const Json& rows, const std::function<bool(Json)>& take) {
  for (std::size_t node = rows.size(); node-- > 1;) {
    Json kept = Json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == node) continue;
      Json row = Json::array();
      for (const Json& next : rows[i]) {
        const auto to = next.get<std::size_t>();
        if (to != node) row.push_back(to > node ? to - 1 : to);
      }
      kept.push_back(std::move(row));
    }
    if (!take(std::move(kept))) return false;
  }
  for (std::size_t from = 0; from < rows.size(); ++from) {
    for (std::size_t i = 0; i < rows[from].size(); ++i) {
      const auto to = rows[from][i].get<std::size_t>();
      Json kept = rows;
      kept[from].erase(i);
      const auto back = std::find(kept[to].begin(), kept[to].end(), Json(from));
      if (back != kept[to].end()) kept[to].erase(back);
      if (!take(std::move(kept))) return false;
    }
  }
  return true;
}

bool EachSmallerLeaf(const Json& value, const std::function<bool(Json)>& take) {
  if (value.is_string()) return EachSmallerText(value.get<std::string>(), take);
  if (value == Json(true)) return take(false);
  if (!value.is_number()) return true;
  for (const Json& smaller : SmallerNumbers(value)) {
    if (smaller != value && !take(smaller)) return false;
  }
  return true;
}

}  // namespace evaluators

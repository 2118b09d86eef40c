// Walks two values side by side.
#include "interview/model/value_diff.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "interview/model/value_text.h"

namespace interview {
namespace {

constexpr std::size_t kMostAligned = 400;  // items of a list that is aligned; beyond, item by item
constexpr std::size_t kShownValue = 160;   // bytes of a value in a line
constexpr std::size_t kContext = 12;       // characters around the place where texts part

std::string Number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::size_t CharacterStart(const std::string& text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return std::min(at, text.size());
}

// "they part at character 4: …cdX… against …cdY…".
std::string WhereTextsPart(const std::string& expected, const std::string& got) {
  std::size_t at = 0;
  while (at < expected.size() && at < got.size() && expected[at] == got[at]) ++at;
  at = CharacterStart(expected, at);
  const auto around = [at](const std::string& text) {
    const std::size_t begin = CharacterStart(text, at > kContext ? at - kContext : 0);
    const std::size_t end = CharacterStart(text, std::min(text.size(), at + kContext));
    return (begin > 0 ? "…" : "") + DumpJson(Json(text.substr(begin, end - begin))) +
           (end < text.size() ? "…" : "");
  };
  std::string note = "they part at byte " + std::to_string(at + 1);
  if (expected.size() > 2 * kContext || got.size() > 2 * kContext) {
    note += ": expected " + around(expected) + ", got " + around(got);
  }
  if (expected.size() != got.size()) {
    note += "; " + WithThousands(expected.size()) + " bytes against " + WithThousands(got.size());
  }
  return note;
}

std::string_view KindInWords(const Json& value) {
  return value.is_null()      ? "nothing"
         : value.is_array()   ? "a list"
         : value.is_string()  ? "a text"
         : value.is_boolean() ? "a truth value"
         : value.is_number()  ? "a number"
                              : "an object";
}

class Walker {
 public:
  Walker(const CompareRule& rule, ValueDiff* diff) : rule_(rule), diff_(*diff) {}

  void Walk(const Json& expected, const Json& got, const Type& type, const std::string& path,
            bool is_top) {
    if (Equal(expected, got)) return;
    const bool are_lists = expected.is_array() && got.is_array();
    if (are_lists && is_top && rule_.mode == CompareRule::Mode::kUnordered) {
      return WalkBags(expected, got, path);
    }
    if (are_lists && type.kind == Type::Kind::kTree) return WalkTrees(expected, got, path);
    if (are_lists) return WalkLists(expected, got, ItemType(type), path);
    if (expected.is_object() && got.is_object()) return WalkObjects(expected, got, path);
    Add({Difference::Kind::kDifferent, path, expected, got, Note(expected, got)});
  }

 private:
  static const Type& ItemType(const Type& type) {
    static const Type kUnknown;
    return type.of.empty() ? kUnknown : type.of[0];
  }

  bool IsClose(double expected, double got) const {
    if (expected == got) return true;
    const bool tolerant =
        rule_.mode == CompareRule::Mode::kFloat || rule_.mode == CompareRule::Mode::kClass;
    return tolerant && std::abs(expected - got) <= rule_.atol + rule_.rtol * std::abs(expected);
  }

  bool Equal(const Json& expected, const Json& got) const {
    if (expected.is_number() && got.is_number()) {
      if (expected.is_number_integer() && got.is_number_integer()) return expected == got;
      return IsClose(expected.get<double>(), got.get<double>());
    }
    if (!expected.is_array() || !got.is_array()) return expected == got;
    return expected.size() == got.size() &&
           std::equal(expected.begin(), expected.end(), got.begin(),
                      [this](const Json& a, const Json& b) { return Equal(a, b); });
  }

  std::string Note(const Json& expected, const Json& got) const {
    if (expected.is_string() && got.is_string()) {
      return WhereTextsPart(expected.get<std::string>(), got.get<std::string>());
    }
    if (!expected.is_number() || !got.is_number()) {
      const std::string_view wanted = KindInWords(expected), came = KindInWords(got);
      return wanted == came ? "" : std::string(wanted) + " against " + std::string(came);
    }
    const double x = expected.get<double>(), y = got.get<double>();
    std::string note = "off by " + Number(y - x);
    if (rule_.mode == CompareRule::Mode::kFloat) {
      note += ", allowed are " + Number(rule_.atol + rule_.rtol * std::abs(x));
    }
    return note;
  }

  void Add(Difference difference) {
    if (diff_.differences.size() < kMostDifferences) {
      diff_.differences.push_back(std::move(difference));
    } else {
      ++diff_.more;
    }
  }

  static std::string At(const std::string& path, std::size_t index) {
    return path + "[" + std::to_string(index) + "]";
  }

  void WalkLists(const Json& expected, const Json& got, const Type& item, const std::string& path) {
    const bool aligns = expected.size() != got.size() && expected.size() <= kMostAligned &&
                        got.size() <= kMostAligned;
    if (aligns) return WalkAligned(expected, got, item, path);
    const std::size_t both = std::min(expected.size(), got.size());
    for (std::size_t i = 0; i < both; ++i) {
      Walk(expected[i], got[i], item, At(path, i), false);
    }
    AddRest(expected, got, both, path);
  }

  void AddRest(const Json& expected, const Json& got, std::size_t from, const std::string& path) {
    for (std::size_t i = from; i < expected.size(); ++i) {
      Add({Difference::Kind::kMissing, At(path, i), expected[i], nullptr, ""});
    }
    for (std::size_t i = from; i < got.size(); ++i) {
      Add({Difference::Kind::kExtra, At(path, i), nullptr, got[i], ""});
    }
  }

  // The longest common subsequence stays; a run that is missing on one side and extra on the other
  // is compared item by item.
  void WalkAligned(const Json& expected, const Json& got, const Type& item,
                   const std::string& path) {
    const std::size_t n = expected.size(), m = got.size();
    std::vector<std::vector<std::size_t>> common(n + 1, std::vector<std::size_t>(m + 1, 0));
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t j = m; j-- > 0;) {
        common[i][j] = Equal(expected[i], got[j]) ? common[i + 1][j + 1] + 1
                                                  : std::max(common[i + 1][j], common[i][j + 1]);
      }
    }
    std::size_t i = 0, j = 0;
    while (i < n || j < m) {
      std::size_t end_i = i, end_j = j;
      while (end_i < n || end_j < m) {
        if (end_i < n && end_j < m && Equal(expected[end_i], got[end_j])) break;
        const bool skips_expected =
            end_j >= m || (end_i < n && common[end_i + 1][end_j] >= common[end_i][end_j + 1]);
        ++(skips_expected ? end_i : end_j);
      }
      for (; i < end_i && j < end_j; ++i, ++j) {
        Walk(expected[i], got[j], item, At(path, i), false);
      }
      for (; i < end_i; ++i) {
        Add({Difference::Kind::kMissing, At(path, i), expected[i], nullptr, ""});
      }
      for (; j < end_j; ++j) {
        Add({Difference::Kind::kExtra, At(path, j), nullptr, got[j], ""});
      }
      ++i;
      ++j;
    }
  }

  void WalkBags(const Json& expected, const Json& got, const std::string& path) {
    const auto key = [this](Json item) {
      if (rule_.rows_sorted && item.is_array()) std::sort(item.begin(), item.end());
      return DumpJson(item);
    };
    std::map<std::string, std::size_t> left;
    for (const Json& item : got) ++left[key(item)];
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto found = left.find(key(expected[i]));
      if (found != left.end() && found->second > 0) {
        --found->second;
      } else {
        Add({Difference::Kind::kMissing, At(path, i), expected[i], nullptr, "in any place"});
      }
    }
    for (std::size_t i = got.size(); i-- > 0;) {  // of equal ones the last are too many
      const auto found = left.find(key(got[i]));
      if (found == left.end() || found->second == 0) continue;
      --found->second;
      Add({Difference::Kind::kExtra, At(path, i), nullptr, got[i], ""});
    }
  }

  void WalkObjects(const Json& expected, const Json& got, const std::string& path) {
    const auto at = [&path](const std::string& key) {
      return path + (path.empty() ? "" : ".") + key;
    };
    static const Type kUnknown;
    for (const auto& [key, value] : expected.items()) {
      const auto found = got.find(key);
      if (found == got.end()) {
        Add({Difference::Kind::kMissing, at(key), value, nullptr, ""});
      } else {
        Walk(value, *found, kUnknown, at(key), false);
      }
    }
    for (const auto& [key, value] : got.items()) {
      if (!expected.contains(key)) Add({Difference::Kind::kExtra, at(key), nullptr, value, ""});
    }
  }

  // The nodes of a tree by their way from the root.
  static std::map<std::string, Json> NodesOf(const Json& levels) {
    std::map<std::string, Json> nodes;
    if (levels.empty() || levels[0].is_null()) return nodes;
    std::vector<std::string> ways = {"root"};
    nodes["root"] = levels[0];
    std::size_t next = 1;
    for (std::size_t i = 0; i < ways.size(); ++i) {
      for (const char* side : {".left", ".right"}) {
        if (next >= levels.size()) return nodes;
        const Json& child = levels[next++];
        if (child.is_null()) continue;
        ways.push_back(ways[i] + side);
        nodes[ways.back()] = child;
      }
    }
    return nodes;
  }

  void WalkTrees(const Json& expected, const Json& got, const std::string& path) {
    const std::map<std::string, Json> wanted = NodesOf(expected), found = NodesOf(got);
    const std::string prefix = path.empty() ? "" : path + ".";
    for (const auto& [way, value] : wanted) {
      const auto other = found.find(way);
      if (other == found.end()) {
        Add({Difference::Kind::kMissing, prefix + way, value, nullptr, ""});
      } else if (!Equal(value, other->second)) {
        Add({Difference::Kind::kDifferent, prefix + way, value, other->second,
             Note(value, other->second)});
      }
    }
    for (const auto& [way, value] : found) {
      if (!wanted.contains(way)) Add({Difference::Kind::kExtra, prefix + way, nullptr, value, ""});
    }
  }

  const CompareRule& rule_;
  ValueDiff& diff_;
};

}  // namespace

ValueDiff DiffValues(const Json& expected, const Json& got, const CompareRule& rule,
                     const Type& type) {
  ValueDiff diff;
  Walker(rule, &diff).Walk(expected, got, type, "", true);
  return diff;
}

std::string DescribeDifference(const Difference& difference) {
  const auto shown = [](const Json& value) { return DumpJson(Shortened(value, kShownValue)); };
  const std::string place = difference.path.empty() ? "" : difference.path + ": ";
  const std::string note = difference.note.empty() ? "" : " (" + difference.note + ")";
  switch (difference.kind) {
    case Difference::Kind::kMissing:
      return "- " + place + shown(difference.expected) + " is missing" + note;
    case Difference::Kind::kExtra:
      return "+ " + place + shown(difference.got) + " is too many" + note;
    case Difference::Kind::kDifferent:
      break;
  }
  return "~ " + place + "expected " + shown(difference.expected) + ", got " +
         shown(difference.got) + note;
}

}  // namespace interview

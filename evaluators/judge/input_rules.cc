// Looks at the values of a case, and at pairs of them.
#include "evaluators/judge/input_rules.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace evaluators {

using interview::Json;
using interview::Parameter;
using interview::Signature;
using interview::Type;

namespace {

constexpr std::size_t kMostItems = 2000;  // items of a list in a case that is learned from

// How often the most frequent item of a list comes.
constexpr std::string_view kRepeats = "repeats in ";

std::optional<double> NumberOf(const Json& value) {
  if (value.is_number()) return value.get<double>();
  return std::nullopt;
}

void CollectNumbers(const Json& value, std::vector<double>* numbers) {
  if (value.is_array()) {
    for (const Json& item : value) CollectNumbers(item, numbers);
  } else if (const auto number = NumberOf(value)) {
    numbers->push_back(*number);
  }
}

std::vector<double> NumbersIn(const Json& value) {
  std::vector<double> numbers;
  CollectNumbers(value, &numbers);
  return numbers;
}

// Items of lists are compared by their first item, as intervals and edges are.
const Json& SortKey(const Json& item) {
  return item.is_array() && !item.empty() ? SortKey(item[0]) : item;
}

class Observer {
 public:
  explicit Observer(Observations* seen) : seen_(*seen) {}

  void SeeValue(const Type& type, const Json& value, const std::string& place) {
    if (const auto number = NumberOf(value)) {
      seen_.SeeNumber(place, *number);
    } else if (value.is_string()) {
      const std::string& text = value.get_ref<const std::string&>();
      seen_.SeeNumber("length of " + place, static_cast<double>(text.size()));
      seen_.characters[place].insert(text.begin(), text.end());
      SeeOrder(LettersOf(text), place);
    } else if (value.is_array()) {
      SeeList(type, value, place);
    } else if (value.is_null()) {
      seen_.broken.insert("a value at " + place);
    }
  }

  void SeeOrder(const Json& list, const std::string& place) {
    const auto holds = [&](const char* promise, const auto& between) {
      for (std::size_t i = 1; i < list.size(); ++i) {
        if (between(SortKey(list[i - 1]), SortKey(list[i]))) continue;
        seen_.broken.insert(std::string(promise) + place);
        return;
      }
    };
    holds("ascending ", [](const Json& a, const Json& b) { return a <= b; });
    holds("strictly ascending ", [](const Json& a, const Json& b) { return a < b; });
    holds("descending ", [](const Json& a, const Json& b) { return a >= b; });
    holds("neighbors differ in ", [](const Json& a, const Json& b) { return a != b; });
    std::map<std::string, int> counts;
    int most = 1;
    for (const Json& item : list) most = std::max(most, ++counts[interview::DumpJson(item)]);
    if (most > 1) seen_.broken.insert("distinct " + place);
    seen_.SeeNumber(std::string(kRepeats) + place, 1);
    seen_.SeeNumber(std::string(kRepeats) + place, most);
  }

 private:
  static Json LettersOf(const std::string& text) {
    Json letters = Json::array();
    for (const char c : text) letters.push_back(static_cast<int>(c));
    return letters;
  }

  void SeeList(const Type& type, const Json& list, const std::string& place) {
    static const Type kInteger{Type::Kind::kInt, {}};
    static const Type kRow{Type::Kind::kList, {kInteger}};
    seen_.SeeNumber("length of " + place, static_cast<double>(list.size()));
    if (type.kind == Type::Kind::kTree) SeeTree(list, place);
    if (type.kind == Type::Kind::kGraph) SeeGraph(list, place);
    SeeOrder(type.kind == Type::Kind::kTree ? WithoutNulls(list) : list, place);
    SeePermutation(list, place);
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (list[i].is_array() && list[i].size() != list[0].size()) {
        seen_.broken.insert("equal rows in " + place);
      }
    }
    const Type& item = type.kind == Type::Kind::kGraph ? kRow
                       : type.of.empty()               ? kInteger
                                                       : type.of[0];
    for (const Json& one : list) {
      if (!one.is_null() || type.kind != Type::Kind::kTree) SeeValue(item, one, place + "[]");
    }
  }

  void SeePermutation(const Json& list, const std::string& place) {
    for (const int base : {0, 1}) {
      std::vector<bool> found(list.size());
      for (const Json& item : list) {
        if (!item.is_number_integer()) continue;
        const auto at = item.get<std::int64_t>() - base;
        if (at >= 0 && at < static_cast<std::int64_t>(found.size())) {
          found[static_cast<std::size_t>(at)] = true;
        }
      }
      if (std::find(found.begin(), found.end(), false) != found.end()) {
        seen_.broken.insert("permutation from " + std::to_string(base) + " in " + place);
      }
    }
  }

  static Json WithoutNulls(const Json& list) {
    Json kept = Json::array();
    for (const Json& item : list) {
      if (!item.is_null()) kept.push_back(item);
    }
    return kept;
  }

  void SeeTree(const Json& list, const std::string& place) {
    // Level order: the children of the nodes come in the order of the nodes.
    struct Node {
      double value;
      double low, high;
    };
    if (list.empty() || !list[0].is_number()) return;
    std::vector<Node> nodes = {{list[0].get<double>(), -1e300, 1e300}};
    std::size_t next = 1;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node node = nodes[i];
      for (const bool left : {true, false}) {
        if (next >= list.size()) return;
        const Json& child = list[next++];
        if (!child.is_number()) continue;
        const double value = child.get<double>();
        const double low = left ? node.low : node.value;
        const double high = left ? node.value : node.high;
        if (value <= low || value >= high) seen_.broken.insert("search tree " + place);
        nodes.push_back({value, low, high});
      }
    }
  }

  void SeeGraph(const Json& rows, const std::string& place) {
    std::vector<int> color(rows.size());
    bool has_cycle = false;
    const std::function<void(std::size_t)> visit = [&](std::size_t node) {
      color[node] = 1;
      for (const Json& next : rows[node]) {
        const auto to = next.get<std::size_t>();
        if (to >= color.size()) continue;
        if (color[to] == 1) has_cycle = true;
        if (color[to] == 0) visit(to);
      }
      color[node] = 2;
    };
    if (!rows.empty()) visit(0);
    if (std::find(color.begin(), color.end(), 0) != color.end()) {
      seen_.broken.insert("connected " + place);
    }
    for (std::size_t node = 0; node < rows.size(); ++node) {
      if (color[node] == 0) visit(node);
      for (const Json& next : rows[node]) {
        const auto to = next.get<std::size_t>();
        if (to >= rows.size()) continue;
        if (to == node) seen_.broken.insert("no loops in " + place);
        if (std::find(rows[to].begin(), rows[to].end(), Json(node)) == rows[to].end()) {
          seen_.broken.insert("symmetric " + place);
        }
      }
    }
    if (has_cycle) seen_.broken.insert("acyclic " + place);
  }

  Observations& seen_;
};

// What can be compared between the parameters of one call.
struct Measure {
  enum class Kind { kNumber, kLength, kRow, kLargest, kSmallest };
  Kind kind;
  std::size_t param;
  std::string name;
  double value;

  bool is_size() const { return kind == Kind::kLength || kind == Kind::kRow; }
};

std::vector<Measure> MeasuresOf(const std::vector<Parameter>& params, const Json& args) {
  using Kind = Measure::Kind;
  std::vector<Measure> measures;
  for (std::size_t i = 0; i < params.size() && i < args.size(); ++i) {
    const std::string& name = params[i].name;
    const Json& value = args[i];
    const auto add = [&](Kind kind, const char* what, double measured) {
      measures.push_back({kind, i, what + name, measured});
    };
    if (const auto number = NumberOf(value)) add(Kind::kNumber, "", *number);
    if (value.is_string()) {
      add(Kind::kLength, "length of ",
          static_cast<double>(value.get_ref<const std::string&>().size()));
    }
    if (!value.is_array() || params[i].type.kind == Type::Kind::kGraph) continue;
    add(Kind::kLength, "length of ", static_cast<double>(value.size()));
    if (!value.empty() && value[0].is_array()) {
      add(Kind::kRow, "row of ", static_cast<double>(value[0].size()));
    }
    const std::vector<double> numbers = NumbersIn(value);
    if (numbers.empty()) continue;
    add(Kind::kLargest, "largest of ", *std::max_element(numbers.begin(), numbers.end()));
    add(Kind::kSmallest, "smallest of ", *std::min_element(numbers.begin(), numbers.end()));
  }
  return measures;
}

// Whether "a is at most b" may be a promise: counts within lists, values that point into lists.
bool MayBound(const Measure& a, const Measure& b) {
  using Kind = Measure::Kind;
  if (a.param == b.param) {
    return b.is_size() && (a.kind == Kind::kLargest || (a.is_size() && a.kind != b.kind));
  }
  if (a.is_size()) return b.is_size() || b.kind == Kind::kNumber;
  if (a.kind == Kind::kNumber) return b.kind != Kind::kLargest;
  return a.kind == Kind::kLargest && (b.is_size() || b.kind == Kind::kNumber);
}

void SeePairs(const std::vector<Parameter>& params, const Json& args, const std::string& call,
              Observations* seen) {
  const std::vector<Measure> measures = MeasuresOf(params, args);
  for (const Measure& a : measures) {
    for (const Measure& b : measures) {
      if (&a == &b || !MayBound(a, b)) continue;
      const std::string pair = call + a.name + " and " + b.name;
      if (a.value > b.value) seen->broken.insert("at most " + pair);
      if (a.value >= b.value) seen->broken.insert("less " + pair);
      if (a.value != b.value + 1) seen->broken.insert("one more " + pair);
    }
  }
  for (std::size_t i = 0; i < params.size() && i < args.size(); ++i) {
    const auto number = NumberOf(args[i]);
    if (!number) continue;
    for (std::size_t j = 0; j < params.size() && j < args.size(); ++j) {
      if (!args[j].is_array()) continue;
      const std::vector<double> numbers = NumbersIn(args[j]);
      if (std::find(numbers.begin(), numbers.end(), *number) == numbers.end()) {
        seen->broken.insert("member " + call + params[i].name + " of " + params[j].name);
      }
    }
  }
}

void SeeCall(const std::vector<Parameter>& params, const Json& args, const std::string& call,
             Observations* seen) {
  for (std::size_t i = 0; i < params.size() && i < args.size(); ++i) {
    Observer(seen).SeeValue(params[i].type, args[i], call + params[i].name);
  }
  SeePairs(params, args, call, seen);
}

void SeeAnswer(const Json& answer, const std::string& place, Observations* seen) {
  if (answer.is_null()) seen->broken.insert(place + " is not null");
  if (answer.is_array() && answer.empty()) seen->broken.insert(place + " is not empty");
  if (answer == Json("")) seen->broken.insert(place + " is not blank");
  if (answer == Json(-1)) seen->broken.insert(place + " is not -1");
}

const std::vector<Parameter>* ParamsOf(const Signature& signature, const Json& op) {
  for (const interview::Method& method : signature.methods) {
    if (op == Json(method.name)) return &method.params;
  }
  return &signature.params;
}

Observations Observe(const Signature& signature, const TestCase& test) {
  Observations seen;
  if (test.ops.is_null()) {
    SeeCall(signature.params, test.args, "", &seen);
    if (test.expected) SeeAnswer(*test.expected, "answer", &seen);
    return seen;
  }
  // The values of a parameter in the order of the calls, whichever method takes it: times that
  // never go back, keys that come once.
  std::map<std::string, Json> sequences;
  for (std::size_t i = 0; i < test.ops.size(); ++i) {
    const std::string op = test.ops[i].get<std::string>();
    const std::vector<Parameter>& params = *ParamsOf(signature, test.ops[i]);
    SeeCall(params, test.args[i], op + ".", &seen);
    for (std::size_t j = 0; i > 0 && j < params.size() && j < test.args[i].size(); ++j) {
      if (!test.args[i][j].is_primitive()) continue;
      for (const std::string& name : {params[j].name, op + "." + params[j].name}) {
        Json& sequence = sequences.emplace(name, Json::array()).first->second;
        sequence.push_back(test.args[i][j]);
      }
    }
    if (test.expected && test.expected->is_array() && i < test.expected->size()) {
      SeeAnswer((*test.expected)[i], "answer of " + op, &seen);
    }
  }
  for (const auto& [name, sequence] : sequences) {
    Observer(&seen).SeeOrder(sequence, "calls of " + name);
  }
  return seen;
}

bool IsLarge(const Json& value) {
  if (!value.is_array()) return false;
  return value.size() > kMostItems || std::any_of(value.begin(), value.end(), IsLarge);
}

void AddDeclared(const std::vector<Parameter>& params, const std::string& call,
                 Observations* seen) {
  for (const Parameter& param : params) {
    const Json& declared = param.constraints;
    if (!declared.is_object()) continue;
    std::string place = call + param.name;
    const auto add = [&](const char* key, const std::string& where) {
      if (const auto found = declared.find(key); found != declared.end() && found->is_number()) {
        seen->SeeNumber(where, found->get<double>());
      }
    };
    add("min_len", "length of " + place);
    const Type* type = &param.type;
    while (!type->of.empty()) {
      place += "[]";
      type = &type->of[0];
    }
    add("min", place);
    add("max", place);
  }
}

}  // namespace

void Observations::SeeNumber(const std::string& place, double value) {
  const auto [found, is_new] = ranges.emplace(place, Range{value, value});
  if (is_new) return;
  found->second.low = std::min(found->second.low, value);
  found->second.high = std::max(found->second.high, value);
}

void Observations::Merge(const Observations& other) {
  for (const auto& [place, range] : other.ranges) {
    SeeNumber(place, range.low);
    SeeNumber(place, range.high);
  }
  for (const auto& [place, letters] : other.characters) {
    characters[place].insert(letters.begin(), letters.end());
  }
  broken.insert(other.broken.begin(), other.broken.end());
}

bool Observations::Covers(const Observations& other) const {
  for (const auto& [place, range] : other.ranges) {
    const auto found = ranges.find(place);
    if (found == ranges.end() || range.low < found->second.low || range.high > found->second.high) {
      return false;
    }
  }
  for (const auto& [place, letters] : other.characters) {
    const auto found = characters.find(place);
    if (found == characters.end() || !std::includes(found->second.begin(), found->second.end(),
                                                    letters.begin(), letters.end())) {
      return false;
    }
  }
  return std::includes(broken.begin(), broken.end(), other.broken.begin(), other.broken.end());
}

InputRules::InputRules(const Signature& signature, const std::vector<TestCase>& cases,
                       const TestCase& sample)
    : signature_(signature), seen_(Observe(signature, sample)) {
  for (const TestCase& test : cases) {
    if (!IsLarge(test.args)) seen_.Merge(Observe(signature, test));
  }
  // A promise of one answer alone ("exactly one pair …") cannot be seen, and is broken by items
  // that become equal: no item may come more often than in the sample.
  for (const auto& [place, range] : Observe(signature, sample).ranges) {
    if (place.starts_with(kRepeats)) seen_.ranges[place] = range;
  }
  const bool is_class = signature.kind == Signature::Kind::kClass;
  AddDeclared(signature.params, is_class ? signature.name + "." : "", &seen_);
  for (const interview::Method& method : signature.methods) {
    AddDeclared(method.params, method.name + ".", &seen_);
  }
}

bool InputRules::Admits(const TestCase& test) const {
  return seen_.Covers(Observe(signature_, test));
}

}  // namespace evaluators

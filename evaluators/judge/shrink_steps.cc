// Steps from one input to smaller ones, by the kind of value.
#include "evaluators/judge/shrink_steps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "evaluators/judge/shrink_values.h"

namespace evaluators {

using interview::Json;
using interview::Parameter;
using interview::Signature;
using interview::Type;
using Pointer = Json::json_pointer;

namespace {

constexpr std::size_t kMostLeaves = 60;  // numbers and strings tried one by one

Json Without(const Json& list, std::size_t begin, std::size_t end) {
  Json kept = Json::array();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i < begin || i >= end) kept.push_back(list[i]);
  }
  return kept;
}

void EachLeaf(const Json& value, const Pointer& at,
              const std::function<void(const Pointer&, const Json&)>& visit) {
  if (!value.is_array()) return visit(at, value);
  for (std::size_t i = 0; i < value.size(); ++i) EachLeaf(value[i], at / i, visit);
}

std::vector<Pointer> Leaves(const Json& value) {
  std::vector<Pointer> leaves;
  EachLeaf(value, Pointer(), [&](const Pointer& at, const Json&) { leaves.push_back(at); });
  return leaves;
}

// --- lists of edges beside a number of nodes

// Drops rows that name `node` and lowers the names above it. `columns`: how many of the first
// values of a row are names.
Json WithoutNodeInRows(const Json& rows, std::int64_t node, std::size_t columns) {
  Json kept = Json::array();
  for (Json row : rows) {
    bool names_it = false;
    for (std::size_t i = 0; i < std::min(row.size(), columns); ++i) {
      const auto name = row[i].get<std::int64_t>();
      names_it = names_it || name == node;
      if (name > node) row[i] = name - 1;
    }
    if (!names_it) kept.push_back(std::move(row));
  }
  return kept;
}

// Whole numbers replaced by their rank, zero staying zero: order and equality are kept. `base`: the
// rank of the smallest positive one.
void ReplaceByRank(std::int64_t base, const std::vector<Json*>& values) {
  std::set<std::int64_t> positive, negative;
  for (const Json* value : values) {
    if (!value->is_number_integer()) continue;
    const auto x = value->get<std::int64_t>();
    if (x > 0) positive.insert(x);
    if (x < 0) negative.insert(-x);
  }
  for (Json* value : values) {
    if (!value->is_number_integer()) continue;
    const auto x = value->get<std::int64_t>();
    if (x > 0) *value = base + std::distance(positive.begin(), positive.find(x));
    if (x < 0) *value = -1 - std::distance(negative.begin(), negative.find(-x));
  }
}

std::vector<Json*> LeafPointers(Json* value) {
  std::vector<Json*> found;
  for (const Pointer& at : Leaves(*value)) found.push_back(&(*value)[at]);
  return found;
}

// --- one case

class Proposer {
 public:
  Proposer(const Signature& signature, const TestCase& test,
           const std::function<bool(TestCase)>& take)
      : signature_(signature), test_(test), take_(take) {}

  void Run() {
    if (test_.ops.is_null()) {
      LeaveOutParts() && LeaveOutNodes() && RankAll() && ShrinkLeaves() && ShrinkTogether();
    } else {
      LeaveOutCalls() && RankCalls() && ShrinkLeaves();
    }
  }

 private:
  bool Take(Json args) { return TakeCalls(test_.ops, std::move(args)); }

  bool TakeCalls(Json ops, Json args) {
    TestCase smaller;
    smaller.tag = test_.tag;
    smaller.is_public = test_.is_public;
    smaller.ops = std::move(ops);
    smaller.args = std::move(args);
    return take_(std::move(smaller));
  }

  bool TakeChanged(std::size_t param, Json value) {
    Json args = test_.args;
    args[param] = std::move(value);
    return Take(std::move(args));
  }

  Type::Kind KindOf(std::size_t param) const { return signature_.params[param].type.kind; }

  bool LeaveOutParts() {
    for (std::size_t i = 0; i < signature_.params.size(); ++i) {
      const Json& value = test_.args[i];
      if (!value.is_array()) continue;
      const auto take = [&](Json smaller) { return TakeWithCounts(i, std::move(smaller)); };
      if (KindOf(i) == Type::Kind::kTree) {
        if (!EachSmallerTree(value, take)) return false;
      } else if (KindOf(i) == Type::Kind::kGraph) {
        if (!EachSmallerGraph(value, take)) return false;
      } else if (!EachChunk(value.size(), [&](std::size_t begin, std::size_t end) {
                   return LeaveOut(i, begin, end);
                 })) {
        return false;
      } else if (!LeaveOutColumns(i)) {
        return false;
      }
    }
    return true;
  }

  // The chunk of one list; and of all lists that are as long.
  bool LeaveOut(std::size_t param, std::size_t begin, std::size_t end) {
    const Json& list = test_.args[param];
    if (!TakeWithCounts(param, Without(list, begin, end))) return false;
    Json args = test_.args;
    bool together = false;
    for (std::size_t i = 0; i < args.size(); ++i) {
      if (!args[i].is_array() || args[i].size() != list.size()) continue;
      args[i] = Without(args[i], begin, end);
      together = together || i != param;
    }
    return !together || TakeWithCounts(param, args[param], std::move(args));
  }

  bool TakeWithCounts(std::size_t param, Json smaller) {
    Json args = test_.args;
    args[param] = smaller;
    return TakeWithCounts(param, smaller, std::move(args));
  }

  // As it is; and with the numbers that counted the list, or pointed into it, made to fit.
  bool TakeWithCounts(std::size_t param, const Json& smaller, Json args) {
    if (!Take(args)) return false;
    const auto before = static_cast<std::int64_t>(test_.args[param].size());
    const auto after = static_cast<std::int64_t>(smaller.size());
    for (const std::int64_t most : {after, after - 1}) {
      Json fitted = args;
      for (Json& number : fitted) {
        if (!number.is_number_integer()) continue;
        const auto x = number.get<std::int64_t>();
        if (std::abs(x - before) <= 1) {
          number = x - before + after;
        } else if (x > most) {
          number = std::max<std::int64_t>(most, 0);
        }
      }
      if (fitted != args && !Take(std::move(fitted))) return false;
    }
    return true;
  }

  // Of every row the same columns, and of each row its own.
  bool LeaveOutColumns(std::size_t param) {
    const Json& rows = test_.args[param];
    if (rows.empty() || !rows[0].is_array()) return true;
    const bool all = EachChunk(rows[0].size(), [&](std::size_t begin, std::size_t end) {
      Json kept = Json::array();
      for (const Json& row : rows) kept.push_back(Without(row, begin, end));
      return TakeChanged(param, std::move(kept));
    });
    if (!all) return false;
    for (std::size_t i = 0; i < std::min(rows.size(), kMostChunks); ++i) {
      const bool each = EachChunk(rows[i].size(), [&](std::size_t begin, std::size_t end) {
        Json changed = rows;
        changed[i] = Without(rows[i], begin, end);
        return TakeChanged(param, std::move(changed));
      });
      if (!each) return false;
    }
    return true;
  }

  // A number of nodes beside rows that name them: one node less.
  bool LeaveOutNodes() {
    for (std::size_t n = 0; n < test_.args.size(); ++n) {
      if (!test_.args[n].is_number_integer()) continue;
      const auto count = test_.args[n].get<std::int64_t>();
      for (std::size_t i = 0; i < test_.args.size(); ++i) {
        const Json& rows = test_.args[i];
        if (!NamesNodes(rows, count)) continue;
        for (std::int64_t node = count; node >= 0 && node > count - 40; --node) {
          Json args = test_.args;
          args[i] = WithoutNodeInRows(rows, node, 2);
          args[n] = count - 1;
          if (!Take(std::move(args))) return false;
        }
      }
    }
    return true;
  }

  static bool NamesNodes(const Json& rows, std::int64_t count) {
    if (!rows.is_array() || count < 2) return false;
    return std::all_of(rows.begin(), rows.end(), [&](const Json& row) {
      if (!row.is_array() || row.size() < 2) return false;
      return std::all_of(row.begin(), row.begin() + 2, [&](const Json& name) {
        return name.is_number_integer() && name >= Json(0) && name <= Json(count);
      });
    });
  }

  bool RankAll() {
    for (const std::int64_t base : {1, 0}) {
      Json all = test_.args;
      ReplaceByRank(base, LeafPointers(&all));
      if (all != test_.args && !Take(all)) return false;
      for (std::size_t i = 0; i < test_.args.size(); ++i) {
        Json value = test_.args[i];
        if (!value.is_array() || KindOf(i) == Type::Kind::kGraph) continue;
        ReplaceByRank(base, LeafPointers(&value));
        if (value != test_.args[i] && !TakeChanged(i, std::move(value))) return false;
      }
    }
    Json halved = test_.args;
    for (Json* number : LeafPointers(&halved)) {
      if (number->is_number_integer()) *number = number->get<std::int64_t>() / 2;
    }
    return halved == test_.args || Take(std::move(halved));
  }

  bool ShrinkLeaves() {
    std::size_t tried = 0;
    for (const Pointer& at : Leaves(test_.args)) {
      if (++tried > kMostLeaves) return true;
      const bool all = EachSmallerLeaf(test_.args[at], [&](Json smaller) {
        Json args = test_.args;
        args[at] = std::move(smaller);
        return Take(std::move(args));
      });
      if (!all) return false;
    }
    return true;
  }

  // A number of a list and one beside it, such as a sum to find, by the same amount; and the same
  // change to two numbers of a list.
  bool ShrinkTogether() {
    const std::vector<Pointer> leaves = Leaves(test_.args);
    if (leaves.size() > 24) return true;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      for (std::size_t j = i + 1; j < leaves.size(); ++j) {
        const Json &a = test_.args[leaves[i]], &b = test_.args[leaves[j]];
        if (!a.is_number_integer() || !b.is_number_integer()) continue;
        const auto x = a.get<std::int64_t>(), y = b.get<std::int64_t>();
        for (const std::int64_t by : {x, x - 1, x / 2}) {
          for (const std::int64_t other : {y - by, y + by}) {
            Json args = test_.args;
            args[leaves[i]] = x - by;
            args[leaves[j]] = other;
            if (by != 0 && std::abs(other) <= std::abs(y) && !Take(std::move(args))) return false;
          }
        }
      }
    }
    return true;
  }

  bool LeaveOutCalls() {
    return EachChunk(test_.ops.size() - 1, [&](std::size_t begin, std::size_t end) {
      return TakeCalls(Without(test_.ops, begin + 1, end + 1),
                       Without(test_.args, begin + 1, end + 1));
    });
  }

  const std::vector<Parameter>& ParamsOf(std::size_t call) const {
    for (const interview::Method& method : signature_.methods) {
      if (call > 0 && test_.ops[call] == Json(method.name)) return method.params;
    }
    return signature_.params;
  }

  // All values that a parameter of one name gets, in all calls, become their ranks.
  bool RankCalls() {
    std::set<std::string> names;
    for (const interview::Method& method : signature_.methods) {
      for (const Parameter& param : method.params) names.insert(param.name);
    }
    for (const std::string& name : names) {
      Json args = test_.args;
      std::vector<Json*> values;
      for (std::size_t call = 1; call < args.size(); ++call) {
        const std::vector<Parameter>& params = ParamsOf(call);
        for (std::size_t i = 0; i < params.size(); ++i) {
          if (params[i].name == name && args[call][i].is_number_integer()) {
            values.push_back(&args[call][i]);
          }
        }
      }
      ReplaceByRank(1, values);
      if (args != test_.args && !Take(std::move(args))) return false;
    }
    return true;
  }

  const Signature& signature_;
  const TestCase& test_;
  const std::function<bool(TestCase)>& take_;
};

}  // namespace

void ProposeSmaller(const Signature& signature, const TestCase& test,
                    const std::function<bool(TestCase)>& take) {
  Proposer(signature, test, take).Run();
}

std::pair<std::size_t, double> SizeOf(const TestCase& test) {
  double magnitude = 0;
  std::size_t bytes = interview::DumpJson(InputOf(test)).size();
  EachLeaf(test.args, Pointer(), [&](const Pointer&, const Json& leaf) {
    if (leaf.is_number()) magnitude += std::abs(leaf.get<double>());
    if (leaf == Json(true)) magnitude += 1;
    if (leaf == Json(false)) --bytes;  // as long as "true", but simpler
    if (!leaf.is_string()) return;
    for (const char c : leaf.get_ref<const std::string&>()) {
      magnitude += static_cast<unsigned char>(c);
    }
  });
  return {bytes, magnitude};
}

}  // namespace evaluators

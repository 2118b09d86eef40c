// Reading of rubrics/panel_rules/.
#include "interview/session/panel_rules.h"

#include <algorithm>

#include "interview/base/files.h"

namespace interview {
namespace {

DimensionRule ParseDimension(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("dimensions"));
  DimensionRule rule;
  rule.id = reader.String("id");
  rule.title = reader.String("title");
  rule.weight = reader.Number("weight");
  rule.blocker = reader.BoolOr("blocker", false);
  const std::vector<std::string> anchors = reader.Strings("anchors");
  if (anchors.size() == rule.anchors.size()) {
    std::copy(anchors.begin(), anchors.end(), rule.anchors.begin());
  } else {
    reader.Complain("anchors", "must be four texts: what a 1, 2, 3 and 4 look like.");
  }
  if (rule.weight <= 0) reader.Complain("weight", "must be above 0.");
  reader.Complaints();
  parent->Absorb(reader);
  return rule;
}

HintCost ParseHintCost(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("hint_cost"));
  HintCost cost;
  cost.dimension = reader.String("dimension");
  for (const Json& level : reader.Array("by_level")) {
    if (level.is_number()) {
      cost.by_level.push_back(level.get<double>());
    } else {
      reader.Complain("by_level", "must hold numbers only.");
    }
  }
  reader.Complaints();
  parent->Absorb(reader);
  return cost;
}

std::vector<CoverageStep> ParseCoverage(JsonReader* parent) {
  std::vector<CoverageStep> steps;
  for (const Json& json : parent->Array("coverage")) {
    JsonReader reader(json, parent->Path("coverage"));
    steps.push_back({reader.Number("share"), reader.Number("score")});
    reader.Complaints();
    parent->Absorb(reader);
  }
  const bool ascending = std::is_sorted(
      steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.share <= b.share; });
  if (steps.empty() || !ascending) {
    parent->Complain("coverage", "must be a list of {\"share\", \"score\"} with ascending shares.");
  }
  return steps;
}

RoundKind ParseKind(JsonReader& reader, std::string_view key) {
  const std::string name = reader.String(key);
  const std::optional<RoundKind> kind = ParseRoundKind(name);
  if (!kind) {
    reader.Complain(key, "\"" + name + "\" is none of coding, ml_coding, concepts, system_design.");
  }
  return kind.value_or(RoundKind::kCoding);
}

LevelRule ParseLevel(const Json& json, const std::string& where, JsonReader* parent) {
  JsonReader reader(json, where);
  LevelRule level;
  for (const Json& item : reader.ArrayOr("conditions")) {
    JsonReader condition(item, reader.Path("conditions"));
    const RoundKind kind = ParseKind(condition, "kind");
    const double at_least = condition.Number("at_least");
    const std::string rounds = condition.String("rounds");
    if (rounds != "every" && rounds != "one") {
      condition.Complain("rounds", "must be \"every\" or \"one\".");
    }
    level.conditions.push_back({kind, at_least, rounds == "every"});
    condition.Complaints();
    reader.Absorb(condition);
  }
  for (const Json& item : reader.ArrayOr("allowances")) {
    JsonReader allowance(item, reader.Path("allowances"));
    const double from = allowance.Number("from");
    const double below = allowance.Number("below");
    const RoundKind kind = ParseKind(allowance, "if_kind");
    level.allowances.push_back({from, below, kind, allowance.Number("if_at_least")});
    allowance.Complaints();
    reader.Absorb(allowance);
  }
  reader.Complaints();
  parent->Absorb(reader);
  return level;
}

DecisionRules ParseDecision(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("decisions"));
  DecisionRules rules;
  rules.id = reader.String("id");
  JsonReader hire(reader.Object("hire"), reader.Path("hire"));
  rules.hire_score = hire.Number("score");
  rules.hire_floor = hire.Number("floor");
  rules.hire_low_round = hire.Number("low_round");
  rules.hire_low_rounds = hire.Int("low_rounds");
  JsonReader strong(reader.Object("strong_hire"), reader.Path("strong_hire"));
  rules.strong_score = strong.Number("score");
  rules.strong_floor = strong.Number("floor");
  rules.strong_best = strong.Number("best");
  JsonReader lean(reader.Object("lean"), reader.Path("lean"));
  rules.lean_score = lean.Number("score");
  rules.lean_miss = lean.Number("miss");
  rules.blockers_no_hire = reader.Int("blockers_no_hire");
  for (JsonReader* part : {&hire, &strong, &lean}) {
    part->Complaints();
    reader.Absorb(*part);
  }
  for (const auto& [name, level] : reader.ObjectOr("levels").items()) {
    rules.levels[name] = ParseLevel(level, reader.Path("levels: " + name), &reader);
  }
  JsonReader words(reader.Object("words"), reader.Path("words"));
  for (const char* rule :
       {"strong_hire", "hire", "lean", "no_hire", "blockers", "not_enough_evidence"}) {
    rules.words[rule] = words.String(rule);
  }
  words.Complaints();
  reader.Absorb(words);
  reader.Complaints();
  parent->Absorb(reader);
  return rules;
}

Result<Json> LoadFile(const std::filesystem::path& path) {
  Result<std::string> text = ReadFile(path);
  if (!text) return Forward(text);
  return ParseJson(*text, path.string());
}

}  // namespace

const DimensionRule* RoundRules::Find(const DimensionId& id) const {
  const auto it = std::find_if(dimensions.begin(), dimensions.end(),
                               [&](const DimensionRule& rule) { return rule.id == id; });
  return it == dimensions.end() ? nullptr : &*it;
}

double HintCost::At(int level) const {
  if (level <= 0 || by_level.empty()) return 0;
  return by_level[std::min(static_cast<std::size_t>(level), by_level.size()) - 1];
}

const std::string& PanelRules::BandOf(double score) const {
  static const std::string kNone;
  for (const Band& band : bands) {
    if (score >= band.at_least) return band.id;
  }
  return bands.empty() ? kNone : bands.back().id;
}

Result<RoundRules> ParseRoundRules(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  RoundRules rules;
  if (reader.String("schema") != "panel_rules/1") {
    reader.Complain("schema", "must be \"panel_rules/1\".");
  }
  ParseKind(reader, "kind");
  for (const Json& d : reader.Array("dimensions")) {
    rules.dimensions.push_back(ParseDimension(d, &reader));
  }
  if (rules.dimensions.empty()) reader.Complain("dimensions", "must list at least one dimension.");
  rules.hint_cost = ParseHintCost(reader.Object("hint_cost"), &reader);
  if (rules.Find(rules.hint_cost.dimension) == nullptr) {
    reader.Complain("hint_cost",
                    "\"" + rules.hint_cost.dimension + "\" is not a dimension of this file.");
  }
  rules.coverage = ParseCoverage(&reader);
  JsonReader misconceptions(reader.Object("misconceptions"), reader.Path("misconceptions"));
  rules.misconception_dimension = misconceptions.String("dimension");
  rules.misconception_cost = misconceptions.Number("cost");
  misconceptions.Complaints();
  reader.Absorb(misconceptions);
  if (rules.Find(rules.misconception_dimension) == nullptr) {
    reader.Complain("misconceptions",
                    "\"" + rules.misconception_dimension + "\" is not a dimension of this file.");
  }
  if (Status s = reader.Finish(); !s) return Forward(s);
  return rules;
}

Status ParseDecisions(const Json& json, const std::string& where, PanelRules* rules) {
  JsonReader reader(json, where);
  if (reader.String("schema") != "decisions/1") {
    reader.Complain("schema", "must be \"decisions/1\".");
  }
  rules->blocker_cap = reader.Number("blocker_cap");
  rules->min_observed = reader.Number("min_observed");
  rules->bands.clear();
  for (const Json& item : reader.Array("bands")) {
    JsonReader band(item, reader.Path("bands"));
    rules->bands.push_back({band.String("id"), band.Number("at_least")});
    band.Complaints();
    reader.Absorb(band);
  }
  const bool best_first =
      std::is_sorted(rules->bands.begin(), rules->bands.end(),
                     [](const Band& a, const Band& b) { return a.at_least >= b.at_least; });
  if (rules->bands.empty() || !best_first) {
    reader.Complain("bands", "must list the bands from the best to the worst.");
  }
  for (const Json& item : reader.Array("decisions")) {
    DecisionRules decision = ParseDecision(item, &reader);
    rules->decisions[decision.id] = std::move(decision);
  }
  return reader.Finish();
}

Result<PanelRules> LoadPanelRules(const std::filesystem::path& folder) {
  PanelRules rules;
  for (const RoundKind kind : kRoundKinds) {
    const std::filesystem::path path = folder / (std::string(ToString(kind)) + ".json");
    const Result<Json> json = LoadFile(path);
    if (!json) return Forward(json);
    Result<RoundRules> round = ParseRoundRules(*json, path.string());
    if (!round) return Forward(round);
    rules.rounds[kind] = *std::move(round);
  }
  const std::filesystem::path path = folder / "decisions.json";
  const Result<Json> json = LoadFile(path);
  if (!json) return Forward(json);
  if (Status s = ParseDecisions(*json, path.string(), &rules); !s) return Forward(s);
  return rules;
}

}  // namespace interview

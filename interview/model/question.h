// A question of the bank, complete: what the candidate sees, the rubric, and where there is code,
// its tests. Any thread; immutable once loaded and shared as std::shared_ptr<const Question>.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "interview/base/json.h"
#include "interview/model/ids.h"
#include "interview/model/rubric.h"
#include "interview/model/signature.h"

namespace interview {

enum class Difficulty { kEasy, kMedium, kHard };
std::string_view ToString(Difficulty difficulty);
std::optional<Difficulty> ParseDifficulty(std::string_view name);

struct CompareRule {
  enum class Mode { kExact, kFloat, kUnordered, kInplace, kClass, kChecker };
  Mode mode = Mode::kExact;
  double rtol = 1e-9;
  double atol = 1e-9;
  bool rows_sorted = false;         // "rows": "sorted": also sort inside each row
  bool prefix_from_return = false;  // compare only the first `ret` items of the mutated list
};

struct Limits {
  std::map<Language, int> time_ms;  // CPU time per test case
  int memory_mb = 256;              // sum over the process tree
};

struct GrowthTarget {
  std::string time;  // "O(n log n)", as the question asks for
  std::string space;
  std::vector<int> sizes;  // of the ramp; empty: not measured
  double max_exponent = 0;
};

// A file of the question, kept as text so that evaluators need no paths.
struct SourceFile {
  std::string name;  // "ref.py"
  std::string text;
};

// A deliberately wrong solution that the tests must reject.
struct Mutant {
  SourceFile file;
  std::string expect;  // verdict name: "wrong_answer", "time_limit", …
  std::string misconception;
};

struct CodingSpec {
  Signature signature;
  CompareRule compare;
  Limits limits;
  GrowthTarget growth;
  std::vector<Json>
      examples;  // {"args"|"ops", "expected"|"expected_args", "note"}: the visible tests
  SourceFile generator;
  std::vector<Json> handmade;  // cases with their expected value
  std::optional<SourceFile> checker;
  std::vector<SourceFile> references;  // ref.py first
  SourceFile brute;
  std::vector<Mutant> mutants;
  bool non_trivial = false;
  std::vector<std::string> secondary_patterns;
};

// One check of an ML coding question: tests/checks.py has a function check_<id> for it.
struct MlCheck {
  std::string id;
  std::string kind;  // shape, allclose, property, …
  double weight = 1;
  bool is_public = false;  // runs on "Run" as well as on "Submit"
  std::string says;        // what the candidate sees when it fails
};

struct MlParameter {
  std::string name;
  std::string type;  // "array[n,d]", shown to the candidate
};

struct MlSymbol {
  enum class Kind { kFunction, kClass };
  Kind kind = Kind::kFunction;
  std::string name;
  std::vector<MlParameter> params;
  std::string returns;
  std::vector<MlSymbol> methods;  // of a class
};

struct MlMutant {
  std::string function;  // in mutants.py
  std::string replaces;  // the entry symbol it stands in for
  std::vector<std::string> killed_by;
};

struct MlCodingSpec {
  std::string library;
  std::string file = "solution.py";
  std::vector<MlSymbol> symbols;
  std::vector<std::string> forbidden_imports;
  std::vector<std::string> forbidden_names;
  Limits limits;
  std::vector<MlCheck> checks;
  SourceFile check_source;  // tests/checks.py
  SourceFile solution;
  SourceFile mutant_source;
  std::vector<MlMutant> mutants;
};

struct ConceptSpec {
  std::string kind;  // explain, compare, compute, diagnose, scenario, true-false-why
  std::optional<AnswerKey> answer;
  std::vector<std::string> axes;
};

// What a part is for in a learning system, where that matters to the checks of a drawing.
enum class ComponentRole {
  kNone,
  kRequest,     // where requests come from
  kModel,       // answers requests by a prediction
  kFeatures,    // holds or computes what models are given
  kProcessing,  // turns events into features
  kLog,         // keeps what happened
  kStorage,     // keeps data or models for later
  kLabels,      // joins events to labelled rows
  kTraining,
  kGate,      // decides whether a trained model may serve
  kRegistry,  // hands models out
  kMonitor,
};
std::string_view ToString(ComponentRole role);  // "features"; empty for kNone
std::optional<ComponentRole> ParseComponentRole(std::string_view name);

struct DiagramComponent {
  std::string id;
  std::string name;  // from the palette where the case gives none
  bool required = false;
  std::vector<std::string> aliases;           // the case's and the palette's
  ComponentRole role = ComponentRole::kNone;  // from the palette where the case gives none
};

struct DiagramConnection {
  std::string from;
  std::string to;
  double weight = 1;
  std::optional<std::vector<std::string>> via;  // absent: any path of at most two extra nodes
  bool both_ways = false;
  std::string why;
};

struct DiagramAntiPattern {
  std::string id;
  std::string text;
  std::string from;  // a direct edge from -> to is the fault
  std::string to;
  std::string missing;  // "a->b": the absence of an edge or allowed path is the fault
};

struct DiagramRubric {
  std::vector<DiagramComponent> components;
  std::vector<DiagramConnection> connections;
  std::vector<DiagramAntiPattern> anti_patterns;
  std::vector<DiagramComponent> palette = {};  // the parts that the case does not name
};

struct Estimate {
  std::string id;
  std::string text;     // what to estimate, in words
  std::string formula;  // Python-style arithmetic
  double value = 0;
  std::string unit;
  double tolerance_pct = 20;
};

struct SystemDesignSpec {
  std::string business_goal;
  std::vector<std::string> scale;
  DiagramRubric diagram;
  std::vector<Estimate> estimates;
  std::vector<SourceFile> answers;  // model.json, mediocre.json, buzzword.json
};

struct Question {
  RoundKind kind = RoundKind::kCoding;
  QuestionId id;
  int version = 1;
  std::string title;
  Difficulty difficulty = Difficulty::kMedium;
  int minutes = 20;
  std::string tier;
  std::string topic;  // coding: pattern; design: family
  std::vector<std::string> tags;

  std::string statement;     // Markdown: what the candidate sees
  std::string model_answer;  // Markdown, after the round: model answer, outline or editorial
  std::vector<Clarification> clarifications;
  std::vector<Hint> hints;
  std::vector<FollowUp> follow_ups;  // and deep dives
  std::vector<Pushback> pushback;
  // Rubric points by dimension (coding, ml_coding), by section (system_design), or one group
  // "answer".
  std::vector<RubricGroup> rubric;
  std::vector<Misconception> misconceptions;
  std::vector<RubricExample> rubric_examples;

  std::variant<CodingSpec, MlCodingSpec, ConceptSpec, SystemDesignSpec> spec;

  std::string folder;        // where it was loaded from, for messages
  std::string content_hash;  // of all its files: the key of its caches

  // All groups as one rubric.
  Rubric WholeRubric() const;
  const FollowUp* FindFollowUp(std::string_view follow_up_id) const;
};

using QuestionPtr = std::shared_ptr<const Question>;

}  // namespace interview

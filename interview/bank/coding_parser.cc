// Coding questions: signature, comparison, limits, growth, tests, references, wrong solutions.
#include <algorithm>

#include "interview/bank/kind_parsers.h"
#include "interview/bank/rubric_parser.h"
#include "interview/model/evaluation.h"

namespace interview {
namespace {

Type ReadType(JsonReader* reader, std::string_view key) {
  const std::string text = reader->String(key);
  Result<Type> type = ParseType(text);
  if (type) return *std::move(type);
  if (!text.empty()) reader->Complain(key, type.error().message);
  return {};
}

std::vector<Parameter> ReadParameters(const Json& array, JsonReader* parent, std::string_view key) {
  static constexpr std::string_view kConstraints[] = {"min",     "max",      "min_len", "max_len",
                                                      "charset", "distinct", "sorted"};
  std::vector<Parameter> params;
  for (const Json& item : array) {
    JsonReader reader(item, parent->Path(key));
    Parameter parameter;
    parameter.name = reader.String("name");
    parameter.type = ReadType(&reader, "type");
    for (const std::string_view constraint : kConstraints) {
      if (reader.Has(constraint)) {
        parameter.constraints[std::string(constraint)] = reader.Any(constraint);
      }
    }
    reader.Complaints();
    parent->Absorb(reader);
    params.push_back(std::move(parameter));
  }
  return params;
}

Signature ReadSignature(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("signature"));
  Signature signature;
  const std::string kind = reader.String("kind");
  signature.name = reader.String("name");
  if (kind == "class") {
    signature.kind = Signature::Kind::kClass;
    signature.params = ReadParameters(reader.Array("init"), &reader, "init");
    for (const Json& item : reader.Array("methods")) {
      JsonReader method(item, reader.Path("methods"));
      Method m;
      m.name = method.String("name");
      m.params = ReadParameters(method.Array("params"), &method, "params");
      m.returns = ReadType(&method, "returns");
      method.Complaints();
      reader.Absorb(method);
      signature.methods.push_back(std::move(m));
    }
  } else {
    if (kind != "function") reader.Complain("kind", "must be function or class.");
    signature.params = ReadParameters(reader.Array("params"), &reader, "params");
    signature.returns = ReadType(&reader, "returns");
    for (const std::string& name : reader.StringsOr("mutates")) {
      const auto found = std::find_if(signature.params.begin(), signature.params.end(),
                                      [&](const Parameter& p) { return p.name == name; });
      if (found == signature.params.end()) {
        reader.Complain("mutates", "\"" + name + "\" is not a parameter.");
      } else {
        found->mutates = true;
      }
    }
  }
  reader.Complaints();
  parent->Absorb(reader);
  return signature;
}

CompareRule ReadCompare(const Json& json, JsonReader* parent) {
  using Mode = CompareRule::Mode;
  static constexpr std::pair<std::string_view, Mode> kModes[] = {
      {"exact", Mode::kExact},     {"float", Mode::kFloat}, {"unordered", Mode::kUnordered},
      {"inplace", Mode::kInplace}, {"class", Mode::kClass}, {"checker", Mode::kChecker}};
  JsonReader reader(json, parent->Path("compare"));
  CompareRule rule;
  const std::string mode = reader.String("mode");
  const auto found = std::find_if(std::begin(kModes), std::end(kModes),
                                  [&](const auto& m) { return m.first == mode; });
  if (found == std::end(kModes)) {
    reader.Complain("mode", "must be exact, float, unordered, inplace, class or checker.");
  } else {
    rule.mode = found->second;
  }
  rule.rtol = rule.mode == Mode::kFloat ? reader.Number("rtol") : reader.NumberOr("rtol", 1e-9);
  rule.atol = rule.mode == Mode::kFloat ? reader.Number("atol") : reader.NumberOr("atol", 1e-9);
  const std::string rows = reader.StringOr("rows");
  rule.rows_sorted = rows == "sorted";
  if (!rows.empty() && rows != "sorted") reader.Complain("rows", "must be sorted, or left out.");
  rule.prefix_from_return = reader.BoolOr("prefix_from_return", false);
  reader.Complaints();
  parent->Absorb(reader);
  return rule;
}

GrowthTarget ReadGrowth(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("complexity"));
  GrowthTarget growth;
  growth.time = reader.String("time");
  growth.space = reader.String("space");
  if (reader.Has("measure")) {
    JsonReader measure(reader.ObjectOr("measure"), reader.Path("measure"));
    measure.String("generator");
    for (const Json& size : measure.Array("sizes")) {
      if (size.is_number_integer()) growth.sizes.push_back(size.get<int>());
    }
    growth.max_exponent = measure.Number("max_exponent");
    measure.Complaints();
    reader.Absorb(measure);
  }
  reader.Complaints();
  parent->Absorb(reader);
  return growth;
}

void ReadMutants(QuestionFolder* folder, JsonReader* parent, CodingSpec* spec) {
  for (const Json& item : folder->RequireList("mutants/mutants.json", "mutants")) {
    JsonReader reader(item, parent->Path("mutants/mutants.json"));
    Mutant mutant;
    const std::string file = reader.String("file");
    mutant.expect = reader.String("expect");
    mutant.misconception = reader.String("misconception");
    const auto verdict = ParseVerdict(mutant.expect);
    if (!verdict || *verdict == Verdict::kAccepted || *verdict == Verdict::kInternalError) {
      reader.Complain("expect",
                      "\"" + mutant.expect + "\" is not the verdict of a wrong solution.");
    }
    reader.Complaints();
    parent->Absorb(reader);
    if (file.empty()) continue;
    if (file.find('/') != std::string::npos) {
      parent->Complain("mutants/mutants.json",
                       "\"" + file + "\" must be a file of the folder mutants, without a path.");
      continue;
    }
    mutant.file = folder->Require("mutants/" + file);
    spec->mutants.push_back(std::move(mutant));
  }
}

}  // namespace

Limits ReadLimits(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("limits"));
  Limits limits;
  const Json& time = reader.Any("time_ms");
  for (const Language language : kLanguages) {
    if (time.is_number_integer()) {
      limits.time_ms[language] = time.get<int>();
    } else if (time.is_object() && time.contains(std::string(ToString(language)))) {
      const Json& value = time[std::string(ToString(language))];
      if (value.is_number_integer()) limits.time_ms[language] = value.get<int>();
    }
  }
  if (limits.time_ms.empty()) {
    reader.Complain("time_ms", "must be milliseconds, or {\"python\": …, \"cpp\": …}.");
  }
  limits.memory_mb = reader.Int("memory_mb");
  reader.Complaints();
  parent->Absorb(reader);
  return limits;
}

void ReadCoding(JsonReader* reader, QuestionFolder* folder, Question* question) {
  CodingSpec spec;
  ReadCommon(reader, "coding/1", question);
  question->topic = reader->String("pattern");
  spec.secondary_patterns = reader->StringsOr("secondary_patterns");
  spec.non_trivial = reader->BoolOr("non_trivial", false);
  spec.signature = ReadSignature(reader->Object("signature"), reader);
  spec.compare = ReadCompare(reader->Object("compare"), reader);
  spec.limits = ReadLimits(reader->Object("limits"), reader);
  spec.growth = ReadGrowth(reader->Object("complexity"), reader);
  for (const Json& example : reader->Array("examples")) spec.examples.push_back(example);
  if (spec.examples.size() < 2) reader->Complain("examples", "needs at least two.");
  if (question->hints.size() < 3) reader->Complain("hints", "needs three levels.");
  question->follow_ups = ReadFollowUps(reader, "follow_ups");
  question->rubric = ReadGroups(reader->Object("rubric"), reader, "rubric");
  question->statement = folder->Require("statement.md").text;
  question->model_answer = folder->Require("editorial.md").text;
  spec.generator = folder->Require("tests/generator.py");
  spec.handmade = folder->OptionalList("tests/handmade.json", "cases");
  spec.checker = folder->Optional("tests/checker.py");
  if (spec.compare.mode == CompareRule::Mode::kChecker && !spec.checker) {
    reader->Complain("compare", "mode \"checker\" needs tests/checker.py; add the file.");
  }
  spec.references.push_back(folder->Require("solutions/ref.py"));
  spec.references.push_back(folder->Require("solutions/ref.cpp"));
  spec.brute = folder->Require("solutions/brute.py");
  ReadMutants(folder, reader, &spec);
  const std::size_t least = question->difficulty == Difficulty::kEasy ? 4 : 5;
  if (spec.mutants.size() < least) {
    reader->Complain("mutants", "needs at least " + std::to_string(least) + " wrong solutions.");
  }
  question->spec = std::move(spec);
}

}  // namespace interview

// ML coding questions: entry symbols, checks, the solution and its wrong variants.
#include <algorithm>

#include "interview/bank/kind_parsers.h"
#include "interview/bank/rubric_parser.h"

namespace interview {
namespace {

constexpr std::string_view kLibraries[] = {"numpy", "sklearn", "torch", "tensorflow"};
constexpr std::string_view kCheckKinds[] = {"shape",    "allclose", "property",    "invariance",
                                            "gradient", "decrease", "stability",   "edge",
                                            "speed",    "leak",     "statistical", "determinism"};

// Complains unless `value` is one of the listed words.
template <std::size_t N>
void RequireOneOf(const std::string_view (&words)[N], const std::string& value,
                  std::string_view key, JsonReader* reader) {
  if (std::find(std::begin(words), std::end(words), value) != std::end(words)) return;
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  reader->Complain(key, "\"" + value + "\" is not one of " + list + ".");
}

MlSymbol ReadSymbol(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("symbols"));
  MlSymbol symbol;
  const std::string kind = reader.StringOr("kind", "function");
  symbol.kind = kind == "class" ? MlSymbol::Kind::kClass : MlSymbol::Kind::kFunction;
  if (kind != "class" && kind != "function") reader.Complain("kind", "must be function or class.");
  symbol.name = reader.String("name");
  for (const Json& item : reader.ArrayOr("params")) {
    JsonReader param(item, reader.Path("params"));
    symbol.params.push_back({param.String("name"), param.String("type")});
    param.Complaints();
    reader.Absorb(param);
  }
  symbol.returns = reader.StringOr("returns");
  for (const Json& method : reader.ArrayOr("methods")) {
    symbol.methods.push_back(ReadSymbol(method, &reader));
  }
  reader.Complaints();
  parent->Absorb(reader);
  return symbol;
}

void ReadEntry(JsonReader* parent, MlCodingSpec* spec) {
  JsonReader entry(parent->Object("entry"), parent->Path("entry"));
  spec->file = entry.String("file");
  for (const Json& symbol : entry.Array("symbols")) {
    spec->symbols.push_back(ReadSymbol(symbol, &entry));
  }
  if (spec->symbols.empty()) entry.Complain("symbols", "needs at least one.");
  entry.Complaints();
  parent->Absorb(entry);
}

void ReadChecks(JsonReader* parent, MlCodingSpec* spec) {
  for (const Json& item : parent->Array("checks")) {
    JsonReader reader(item, parent->Path("checks"));
    MlCheck check;
    check.id = reader.String("id");
    check.kind = reader.String("kind");
    RequireOneOf(kCheckKinds, check.kind, "kind", &reader);
    check.weight = reader.Number("weight");
    check.is_public = reader.Bool("public");
    check.says = reader.String("says");
    reader.NumberOr("rtol", 0);  // documentation of the check's own tolerances
    reader.NumberOr("atol", 0);
    reader.NumberOr("limit_ms", 0);
    std::string function = "def check_" + check.id + "(";
    for (char& c : function) {
      if (c == '-') c = '_';
    }
    if (spec->check_source.text.find(function) == std::string::npos) {
      reader.Complain("id", "tests/checks.py has no \"" + function + "…)\"; add it.");
    }
    reader.Complaints();
    parent->Absorb(reader);
    spec->checks.push_back(std::move(check));
  }
  RequireUnique(parent, "checks", spec->checks);
  if (spec->checks.size() < 4) parent->Complain("checks", "needs at least four.");
}

void CheckMutant(const MlMutant& mutant, const MlCodingSpec& spec, JsonReader* reader) {
  const auto bears = [](const auto& items, const std::string& name, auto member) {
    return std::any_of(items.begin(), items.end(),
                       [&](const auto& item) { return item.*member == name; });
  };
  if (spec.mutant_source.text.find(mutant.function) == std::string::npos) {
    reader->Complain("function", "mutants/mutants.py has no \"" + mutant.function + "\"; add it.");
  }
  if (!bears(spec.symbols, mutant.replaces, &MlSymbol::name)) {
    reader->Complain("replaces", "\"" + mutant.replaces + "\" is no entry symbol; correct it.");
  }
  for (const std::string& id : mutant.killed_by) {
    if (!bears(spec.checks, id, &MlCheck::id)) {
      reader->Complain("killed_by", "\"" + id + "\" is no check of the question; correct it.");
    }
  }
}

void ReadMutants(QuestionFolder* folder, JsonReader* parent, MlCodingSpec* spec) {
  for (const Json& item : folder->RequireList("mutants/mutants.json", "mutants")) {
    JsonReader reader(item, parent->Path("mutants/mutants.json"));
    MlMutant mutant;
    mutant.function = reader.String("function");
    mutant.replaces = reader.StringOr(
        "replaces", spec->symbols.empty() ? std::string() : spec->symbols.front().name);
    mutant.killed_by = reader.Strings("killed_by");
    CheckMutant(mutant, *spec, &reader);
    reader.Complaints();
    parent->Absorb(reader);
    spec->mutants.push_back(std::move(mutant));
  }
}

}  // namespace

void ReadMlCoding(JsonReader* reader, QuestionFolder* folder, Question* question) {
  MlCodingSpec spec;
  ReadCommon(reader, "ml_coding/1", question);
  question->topic = reader->String("topic");
  spec.library = reader->String("library");
  RequireOneOf(kLibraries, spec.library, "library", reader);
  ReadEntry(reader, &spec);
  if (reader->Has("forbidden")) {
    JsonReader forbidden(reader->ObjectOr("forbidden"), reader->Path("forbidden"));
    spec.forbidden_imports = forbidden.StringsOr("imports");
    spec.forbidden_names = forbidden.StringsOr("names");
    forbidden.StringOr("notes");
    forbidden.Complaints();
    reader->Absorb(forbidden);
  }
  spec.limits = ReadLimits(reader->Object("limits"), reader);
  spec.check_source = folder->Require("tests/checks.py");
  ReadChecks(reader, &spec);
  question->follow_ups = ReadFollowUps(reader, "follow_ups");
  question->rubric = ReadGroups(reader->Object("rubric"), reader, "rubric");
  question->statement = folder->Require("statement.md").text;
  question->model_answer = folder->Require("editorial.md").text;
  spec.solution = folder->Require("solution.py");
  spec.mutant_source = folder->Require("mutants/mutants.py");
  ReadMutants(folder, reader, &spec);
  question->spec = std::move(spec);
}

}  // namespace interview

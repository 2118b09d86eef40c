// System design cases: diagram, sections, estimates, deep dives, proving answers.
#include <algorithm>

#include "interview/bank/kind_parsers.h"
#include "interview/bank/rubric_parser.h"

namespace interview {
namespace {

constexpr std::string_view kSections[] = {
    "requirements", "metrics",        "data",    "features",     "labels",
    "model",        "training",       "serving", "eval_offline", "eval_online",
    "monitoring",   "privacy_safety", "cost"};

void ReadComponents(JsonReader* diagram, const Catalogue& catalogue, DiagramRubric* rubric) {
  for (const Json& item : diagram->Array("components")) {
    JsonReader reader(item, diagram->Path("components"));
    DiagramComponent component;
    component.id = reader.String("id");
    component.required = reader.Bool("required");
    component.aliases = reader.Strings("aliases");
    component.name = reader.StringOr("name");
    if (const PaletteEntry* part = catalogue.FindPart(component.id)) {
      if (component.name.empty()) component.name = part->name;
      component.aliases.insert(component.aliases.end(), part->aliases.begin(), part->aliases.end());
      component.role = part->role;
    }
    if (reader.Has("role")) component.role = ReadRole(&reader);
    if (component.name.empty()) {
      component.name = component.id;
      std::replace(component.name.begin(), component.name.end(), '_', ' ');
    }
    reader.Complaints();
    diagram->Absorb(reader);
    rubric->components.push_back(std::move(component));
  }
  for (const PaletteEntry& part : catalogue.palette) {
    const bool named =
        std::any_of(rubric->components.begin(), rubric->components.end(),
                    [&](const DiagramComponent& component) { return component.id == part.id; });
    if (!named) rubric->palette.push_back({part.id, part.name, false, part.aliases, part.role});
  }
}

void RequireComponent(JsonReader* reader, const DiagramRubric& rubric, std::string_view key,
                      const std::string& id) {
  const bool known = std::any_of(rubric.components.begin(), rubric.components.end(),
                                 [&](const DiagramComponent& c) { return c.id == id; });
  if (!id.empty() && !known) {
    reader->Complain(key, "\"" + id + "\" is not a component of the case; add it or correct it.");
  }
}

void ReadConnections(JsonReader* diagram, DiagramRubric* rubric) {
  for (const Json& item : diagram->Array("connections")) {
    JsonReader reader(item, diagram->Path("connections"));
    DiagramConnection c;
    c.from = reader.String("from");
    c.to = reader.String("to");
    c.weight = reader.Number("weight");
    if (reader.Has("via")) c.via = reader.Strings("via");
    c.both_ways = reader.BoolOr("both_ways", false);
    c.why = reader.StringOr("why");
    RequireComponent(&reader, *rubric, "from", c.from);
    RequireComponent(&reader, *rubric, "to", c.to);
    reader.Complaints();
    diagram->Absorb(reader);
    rubric->connections.push_back(std::move(c));
  }
}

void ReadAntiPatterns(JsonReader* diagram, DiagramRubric* rubric) {
  for (const Json& item : diagram->ArrayOr("anti_patterns")) {
    JsonReader reader(item, diagram->Path("anti_patterns"));
    DiagramAntiPattern a;
    a.id = reader.String("id");
    a.text = reader.String("text");
    a.from = reader.StringOr("from");
    a.to = reader.StringOr("to");
    a.missing = reader.StringOr("missing");
    const bool edge = !a.from.empty() && !a.to.empty();
    if (edge == !a.missing.empty()) {
      reader.Complain("missing", "give either \"from\" and \"to\", or \"missing\": \"a->b\".");
    }
    RequireComponent(&reader, *rubric, "from", a.from);
    RequireComponent(&reader, *rubric, "to", a.to);
    const auto arrow = a.missing.find("->");
    if (!a.missing.empty() && arrow == std::string::npos) {
      reader.Complain("missing", "must name two components, as in \"a->b\".");
    } else if (!a.missing.empty()) {
      RequireComponent(&reader, *rubric, "missing", a.missing.substr(0, arrow));
      RequireComponent(&reader, *rubric, "missing", a.missing.substr(arrow + 2));
    }
    reader.Complaints();
    diagram->Absorb(reader);
    rubric->anti_patterns.push_back(std::move(a));
  }
}

void ReadEstimates(JsonReader* reader, SystemDesignSpec* spec) {
  for (const Json& item : reader->Array("estimates")) {
    JsonReader one(item, reader->Path("estimates"));
    Estimate e;
    e.id = one.String("id");
    e.formula = one.String("formula");
    e.value = one.Number("value");
    e.unit = one.String("unit");
    e.tolerance_pct = one.Number("tolerance_pct");
    e.text = one.StringOr("text");
    if (e.text.empty()) {
      e.text = e.id;
      std::replace(e.text.begin(), e.text.end(), '_', ' ');
    }
    one.Complaints();
    reader->Absorb(one);
    spec->estimates.push_back(std::move(e));
  }
}

std::string Statement(const std::string& prompt, const SystemDesignSpec& spec) {
  std::string text = prompt + "\n\n**Business goal.** " + spec.business_goal + "\n\n**Scale**\n\n";
  for (const std::string& line : spec.scale) text += "- " + line + "\n";
  return text;
}

void CheckSections(JsonReader* reader, const Question& question) {
  for (const RubricGroup& group : question.rubric) {
    if (std::find(std::begin(kSections), std::end(kSections), group.id) == std::end(kSections)) {
      reader->Complain("sections", "\"" + group.id + "\" is not a section; see rubrics/README.md.");
    }
  }
}

}  // namespace

void ReadSystemDesign(JsonReader* reader, QuestionFolder* folder, const Catalogue& catalogue,
                      Question* question) {
  SystemDesignSpec spec;
  ReadCommon(reader, "system_design/1", question);
  question->topic = reader->String("family");
  const std::string prompt = reader->String("prompt");
  spec.business_goal = reader->String("business_goal");
  for (const Json& item : reader->Array("scale")) {
    JsonReader line(item, reader->Path("scale"));
    spec.scale.push_back(line.String("text"));
    line.Complaints();
    reader->Absorb(line);
  }
  JsonReader diagram(reader->Object("diagram"), reader->Path("diagram"));
  ReadComponents(&diagram, catalogue, &spec.diagram);
  ReadConnections(&diagram, &spec.diagram);
  ReadAntiPatterns(&diagram, &spec.diagram);
  RequireUnique(&diagram, "components", spec.diagram.components);
  RequireUnique(&diagram, "anti_patterns", spec.diagram.anti_patterns);
  diagram.Complaints();
  reader->Absorb(diagram);
  question->rubric = ReadGroups(reader->Object("sections"), reader, "sections");
  CheckSections(reader, *question);
  ReadEstimates(reader, &spec);
  RequireUnique(reader, "estimates", spec.estimates);
  question->follow_ups = ReadFollowUps(reader, "deep_dives");
  if (question->follow_ups.size() < 3) reader->Complain("deep_dives", "needs at least three.");
  if (question->clarifications.size() < 6 || question->clarifications.size() > 10) {
    reader->Complain("clarifications", "needs six to ten.");
  }
  question->statement = Statement(prompt, spec);
  for (const std::string& line : reader->StringsOr("model_answer_outline")) {
    question->model_answer += "- " + line + "\n";
  }
  for (const char* name :
       {"answers/model.json", "answers/mediocre.json", "answers/buzzword.json"}) {
    spec.answers.push_back(folder->Require(name));
  }
  question->spec = std::move(spec);
}

}  // namespace interview

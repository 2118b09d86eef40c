// How a system design case shows its dimensions; section 3.4 of the loop rules.
//
// A dimension of sections is f(c) over the points of its sections together, observed when one of
// them has text (its own, or the page of its phase) or a point reached elsewhere; the points of an
// answered deep dive count with the sections of its `when_missing` points. framing: c of the
// requirements and the weight of facts uncovered, 60 : 40; at most 3 without a question asked, at
//   most 2.5 without written requirements.
// data_and_labels: data, features, labels. modelling: model, training. evaluation: metrics,
// eval_offline,
//   eval_online. operations_and_safety: monitoring, privacy_safety, cost.
// system_and_serving: f of serving points, diagram and estimates, 40 : 40 : 20 of what is there; at
// most 2.5 without
//   a drawing.
// communication: 1 + 0.6 for each of five: arrows between the boxes, every box connected, most
// required components
//   recognised by their labels, a summary of 30-250 words, half of a deep dive reached.
#include <algorithm>
#include <set>

#include "interview/session/blank.h"
#include "interview/session/observation.h"

namespace interview {
namespace {

bool HasPart(const QuestionWork& work, std::string_view part) {
  const auto it = work.answer.prose.find(std::string(part));
  return it != work.answer.prose.end() && !IsBlank(it->second);
}

// The phase on whose page a section is written where the answer is kept by phases, as in the room.
std::string_view PageOf(std::string_view section) {
  if (section == "requirements") return "frame";
  if (section == "metrics") return "estimate_and_metrics";
  if (section == "eval_offline" || section == "eval_online" || section == "monitoring" ||
      section == "privacy_safety" || section == "cost") {
    return "evaluation_and_operations";
  }
  return "design_and_diagram";
}

// A point of the section was reached, wherever it was written or said.
bool Reached(const QuestionWork& work, const std::string& section) {
  const Evaluation* rubric = work.Find(EvaluationKind::kRubric);
  return rubric != nullptr &&
         std::any_of(rubric->criteria.begin(), rubric->criteria.end(),
                     [&](const Criterion& c) { return c.group == section && c.credit > 0; });
}

// There is something to judge the section by: a text of its own, the page of its phase, or a point.
bool Written(const QuestionWork& work, const std::string& section) {
  return HasPart(work, section) || HasPart(work, PageOf(section)) || Reached(work, section);
}

std::string GroupOf(const Question& question, const std::string& point) {
  for (const RubricGroup& group : question.rubric) {
    for (const RubricPoint& p : group.points) {
      if (p.id == point) return group.id;
    }
  }
  return {};
}

// Adds the points of answered deep dives that belong to these sections; returns whether there were
// any.
bool AddDeepDives(const QuestionFacts& f, const std::vector<std::string>& sections, Share* share,
                  Observation* o) {
  bool any = false;
  for (const auto& [key, evaluation] : f.work.evaluations) {
    if (key.first != EvaluationKind::kFollowUp || f.work.question == nullptr) continue;
    const FollowUp* dive = f.work.question->FindFollowUp(key.second);
    if (dive == nullptr || dive->when_missing.empty()) continue;
    const std::string group = GroupOf(*f.work.question, dive->when_missing.front());
    if (std::find(sections.begin(), sections.end(), group) == sections.end()) continue;
    any = true;
    for (const Criterion& c : evaluation.criteria) {
      share->earned += c.weight * c.credit;
      share->total += c.weight;
      if (c.credit <= 0) continue;
      o->evidence.push_back(Fact(f.work, "Deep dive: " + c.text));
      if (c.span) {
        o->evidence.back().quote = c.span->text;
        o->evidence.back().part = c.span->part;
      }
    }
  }
  return any;
}

// Names the sections of the rubric that nothing was written for and no point was reached of.
void AddUncovered(const QuestionWork& work, const std::vector<std::string>& sections,
                  Observation* o) {
  for (const std::string& section : sections) {
    if (!HasPart(work, section) && !Reached(work, section)) {
      o->evidence.push_back(Fact(work, "Section \"" + section + "\" is not covered", false));
    }
  }
}

void ObserveSections(const QuestionFacts& f, const DimensionId& id,
                     const std::vector<std::string>& sections, Observations* out) {
  Observation o;
  Share share = GroupShare(f.work, sections);
  AddPoints(f.work, sections, &o);
  const bool dived = AddDeepDives(f, sections, &share, &o);
  const bool written = std::any_of(sections.begin(), sections.end(),
                                   [&](const std::string& s) { return Written(f.work, s); });
  if ((!written && !dived) || !share.any()) return;
  o.score = FromCoverage(share.value(), f.rules.coverage);
  AddUncovered(f.work, sections, &o);
  (*out)[id] = std::move(o);
}

void ObserveFraming(const QuestionFacts& f, Observations* out) {
  const QuestionWork& work = f.work;
  const bool written = Written(work, "requirements");
  const bool asked = !work.answer.messages.empty();
  Observation o;
  Share points = GroupShare(work, {"requirements"});
  AddPoints(work, {"requirements"}, &o);
  AddDeepDives(f, {"requirements"}, &points, &o);
  Share facts;
  if (work.question != nullptr) {
    for (const Clarification& fact : work.question->clarifications) {
      facts.total += fact.weight;
      if (work.facts_uncovered.count(fact.id) == 0) continue;
      facts.earned += fact.weight;
    }
  }
  if (!(written && points.any()) && !(asked && facts.any())) return;
  if (written && asked) {
    o.score = FromCoverage(0.6 * points.value() + 0.4 * facts.value(), f.rules.coverage);
  } else if (written) {
    o.score = std::min(3.0, FromCoverage(points.value(), f.rules.coverage));
  } else {
    o.score = std::min(2.5, FromCoverage(facts.value(), f.rules.coverage));
  }
  if (points.any()) AddUncovered(work, {"requirements"}, &o);
  o.evidence.push_back(Fact(work,
                            "Uncovered " + Counted(work.facts_uncovered.size(), "fact") + " with " +
                                Counted(work.answer.messages.size(), "message"),
                            !work.facts_uncovered.empty()));
  (*out)["framing"] = std::move(o);
}

void AddGraphEvidence(const QuestionWork& work, const Evaluation& graph, const std::string& what,
                      Observation* o) {
  int met = 0;
  int counted = 0;
  std::string missing;
  for (const Criterion& c : graph.criteria) {
    if (c.weight <= 0) continue;  // a remark
    ++counted;
    met += c.credit > 0 ? 1 : 0;
    if (c.credit <= 0 && missing.size() < 120) {
      missing += (missing.empty() ? "" : "; ") + c.text;
    }
  }
  o->evidence.push_back(
      Fact(work, what + ": " + std::to_string(met) + " of " + std::to_string(counted) + " met",
           graph.score >= 0.5));
  if (!missing.empty()) o->evidence.push_back(Fact(work, "Missing: " + missing, false));
  for (const RaisedMisconception& m : graph.misconceptions) {
    o->evidence.push_back(Fact(work, "Fault of the drawing: " + m.text, false));
  }
}

void ObserveServing(const QuestionFacts& f, Observations* out) {
  const QuestionWork& work = f.work;
  Observation o;
  double sum = 0;
  double weight = 0;
  Share serving = GroupShare(work, {"serving"});
  AddPoints(work, {"serving"}, &o);
  const bool dived = AddDeepDives(f, {"serving"}, &serving, &o);
  if ((Written(work, "serving") || dived) && serving.any()) {
    sum += 0.4 * serving.value();
    weight += 0.4;
  }
  const Evaluation* diagram = work.Find(EvaluationKind::kDiagram);
  if (diagram != nullptr) {
    sum += 0.4 * diagram->score;
    weight += 0.4;
    AddGraphEvidence(work, *diagram, "Drawing", &o);
  }
  if (const Evaluation* estimates = work.Find(EvaluationKind::kEstimates)) {
    sum += 0.2 * estimates->score;
    weight += 0.2;
    AddGraphEvidence(work, *estimates, "Estimates", &o);
  }
  if (weight <= 0) return;
  if (serving.any()) AddUncovered(work, {"serving"}, &o);
  o.score = FromCoverage(sum / weight, f.rules.coverage);
  if (diagram == nullptr) {
    o.score = std::min(o.score, 2.5);
    o.evidence.push_back(Fact(work, "Nothing was drawn", false));
  }
  (*out)["system_and_serving"] = std::move(o);
}

void ObserveCommunication(const QuestionFacts& f, Observations* out) {
  const QuestionWork& work = f.work;
  const Board& board = work.answer.board;
  const bool summary = HasPart(work, "wrap_up");
  if (!board.has_parts() && !summary) return;
  Observation o;
  int shown = 0;
  const auto add = [&](bool good, const std::string& yes, const std::string& no) {
    shown += good ? 1 : 0;
    o.evidence.push_back(Fact(work, good ? yes : no, good));
  };
  std::set<std::string> connected;
  for (const BoardEdge& edge : board.edges) connected.insert({edge.from, edge.to});
  // Notes, free text and frames around other boxes need no arrow.
  const auto is_box = [](const BoardNode& n) {
    return n.is_part() && n.shape != BoardShape::kFrame;
  };
  const auto boxes =
      static_cast<std::size_t>(std::count_if(board.nodes.begin(), board.nodes.end(), is_box));
  const auto loose = std::count_if(board.nodes.begin(), board.nodes.end(), [&](const BoardNode& n) {
    return is_box(n) && connected.count(n.id) == 0;
  });
  const std::string counts =
      std::to_string(boxes) + " boxes and " + std::to_string(board.edges.size()) + " arrows";
  add(boxes > 0 && board.edges.size() + 1 >= boxes, "A drawing with flow: " + counts,
      "A drawing with little flow: " + counts);
  add(boxes > 0 && loose == 0, "Every box is connected",
      std::to_string(loose) + " boxes connect to nothing");
  Share labels;
  if (const Evaluation* diagram = work.Find(EvaluationKind::kDiagram)) {
    for (const Criterion& c : diagram->criteria) {
      if (c.group != "components") continue;
      labels.total += c.weight;
      labels.earned += c.weight * c.credit;
    }
  }
  add(labels.value() >= 0.6, "Most components are recognised by their labels",
      "Many components are missing or not recognised by their labels");
  const auto text = work.answer.prose.find("wrap_up");
  const int words = summary ? CountWords(text->second) : 0;
  add(words >= 30 && words <= 250, "A summary of " + std::to_string(words) + " words",
      summary ? "A summary of " + std::to_string(words) + " words: 30-250 serve better"
              : "No closing summary");
  if (summary) {
    o.evidence[o.evidence.size() - 1].part = "wrap_up";
    o.evidence[o.evidence.size() - 1].quote = text->second.substr(0, text->second.find('.') + 1);
  }
  add(FollowUpScore(work).value_or(0) >= 0.5, "Carried the deep dives", "Left the deep dives open");
  o.score = 1 + 0.6 * shown;
  (*out)["communication"] = std::move(o);
}

}  // namespace

Observations ObserveSystemDesign(const QuestionFacts& f) {
  Observations out;
  ObserveFraming(f, &out);
  ObserveSections(f, "data_and_labels", {"data", "features", "labels"}, &out);
  ObserveSections(f, "modelling", {"model", "training"}, &out);
  ObserveServing(f, &out);
  ObserveSections(f, "evaluation", {"metrics", "eval_offline", "eval_online"}, &out);
  ObserveSections(f, "operations_and_safety", {"monitoring", "privacy_safety", "cost"}, &out);
  ObserveCommunication(f, &out);
  return out;
}

}  // namespace interview

// Components, connections, anti-patterns, findings: one criterion or finding each.
#include "evaluators/diagram/diagram_grader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "evaluators/diagram/diagram_graph.h"

namespace evaluators {
namespace {

using interview::Board;
using interview::Criterion;
using interview::CriterionState;
using interview::DiagramAntiPattern;
using interview::DiagramComponent;
using interview::DiagramConnection;
using interview::DiagramRubric;
using interview::Evaluation;

constexpr double kComponentShare = 0.4;
constexpr double kHalf = 0.5;
constexpr double kAntiPatternPenalty = 0.1;

std::string NameOf(const DiagramRubric& rubric, std::string_view id) {
  for (const DiagramComponent& component : rubric.components) {
    if (component.id == id && !component.name.empty()) return component.name;
  }
  std::string name(id);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string LabelOf(const interview::BoardNode& node) {
  return !node.label.empty() ? node.label : !node.type.empty() ? node.type : node.id;
}

class BoardGrading {
 public:
  BoardGrading(const Board& board, const DiagramRubric& rubric, const Lexicon& lexicon)
      : board_(board), rubric_(rubric), graph_(board, rubric, lexicon) {}

  void Run(Evaluation* evaluation) {
    for (const DiagramComponent& component : rubric_.components) {
      if (component.required) evaluation->criteria.push_back(GradeComponent(component));
    }
    for (const DiagramConnection& connection : rubric_.connections) {
      if (Counts(connection.from) && Counts(connection.to)) {
        evaluation->criteria.push_back(GradeConnection(connection));
      }
    }
    for (const DiagramAntiPattern& pattern : rubric_.anti_patterns) {
      if (board_.has_parts() && IsPresent(pattern)) Raise(pattern, evaluation);
    }
    AddFindings(evaluation);
  }

 private:
  bool Counts(std::string_view id) const {
    const auto component = std::find_if(rubric_.components.begin(), rubric_.components.end(),
                                        [&](const DiagramComponent& c) { return c.id == id; });
    return (component != rubric_.components.end() && component->required) ||
           !graph_.NodesOf(id).empty();
  }

  interview::Span SpanOf(std::string text) const { return {"board", std::move(text), 0, 0}; }

  Criterion GradeComponent(const DiagramComponent& component) const {
    Criterion criterion;
    criterion.id = component.id;
    criterion.group = "components";
    criterion.text = NameOf(rubric_, component.id);
    const std::vector<std::size_t> nodes = graph_.NodesOf(component.id);
    if (nodes.empty()) {
      criterion.reason = "Not on the board.";
      return criterion;
    }
    criterion.span = SpanOf(LabelOf(board_.nodes[nodes.front()]));
    const bool isolated = std::all_of(nodes.begin(), nodes.end(),
                                      [&](std::size_t node) { return graph_.IsIsolated(node); });
    criterion.credit = isolated ? kHalf : 1;
    criterion.state = isolated ? CriterionState::kPartly : CriterionState::kEarned;
    criterion.reason = isolated ? "Drawn, but connected to nothing."
                                : "Drawn as \"" + criterion.span->text + "\".";
    return criterion;
  }

  Link BestLink(const DiagramConnection& connection) const {
    const Link link = graph_.FindLink(connection.from, connection.to, connection.via);
    if (!connection.both_ways || (link != Link::kNone && link != Link::kReversed)) return link;
    return graph_.FindLink(connection.to, connection.from, connection.via);
  }

  Criterion GradeConnection(const DiagramConnection& connection) const {
    Criterion criterion;
    criterion.id = connection.from + "->" + connection.to;
    criterion.group = "connections";
    const std::string names =
        NameOf(rubric_, connection.from) + " -> " + NameOf(rubric_, connection.to);
    criterion.text = names + (connection.why.empty() ? "" : ": " + connection.why);
    criterion.weight = connection.weight;
    switch (BestLink(connection)) {
      case Link::kDirect:
        criterion.credit = 1;
        criterion.reason = "Drawn.";
        break;
      case Link::kPath:
        criterion.credit = 1;
        criterion.reason = "Drawn by way of other boxes.";
        break;
      case Link::kSameBox:
        criterion.credit = kHalf;
        criterion.reason = "Both are one box.";
        break;
      case Link::kReversed:
        criterion.reason = "Drawn the other way round.";
        criterion.state = CriterionState::kContradicted;
        break;
      case Link::kNone:
        criterion.reason = "No way leads there.";
        break;
    }
    if (criterion.credit > 0) {
      criterion.state = criterion.credit < 1 ? CriterionState::kPartly : CriterionState::kEarned;
      criterion.span = SpanOf(names);
    }
    return criterion;
  }

  bool IsPresent(const DiagramAntiPattern& pattern) const {
    if (pattern.missing.empty()) return graph_.HasDirectEdge(pattern.from, pattern.to);
    const std::size_t arrow = pattern.missing.find("->");
    if (arrow == std::string::npos) return false;
    const std::string from = pattern.missing.substr(0, arrow);
    const std::string to = pattern.missing.substr(arrow + 2);
    std::optional<std::vector<std::string>> via;
    for (const DiagramConnection& connection : rubric_.connections) {
      if (connection.from == from && connection.to == to) via = connection.via;
    }
    const Link link = graph_.FindLink(from, to, via);
    return link == Link::kNone || link == Link::kReversed;
  }

  void Raise(const DiagramAntiPattern& pattern, Evaluation* evaluation) const {
    const std::string where = pattern.missing.empty() ? NameOf(rubric_, pattern.from) + " -> " +
                                                            NameOf(rubric_, pattern.to)
                                                      : pattern.missing;
    evaluation->misconceptions.push_back(
        {pattern.id, pattern.text, kAntiPatternPenalty, "", SpanOf(where)});
  }

  void AddFindings(Evaluation* evaluation) const {
    for (std::size_t i = 0; i < board_.nodes.size(); ++i) {
      // A frame connects nothing by itself, what lies within it does.
      const bool box =
          board_.nodes[i].is_part() && board_.nodes[i].shape != interview::BoardShape::kFrame;
      if (!box || !graph_.IsIsolated(i)) continue;
      Criterion finding;
      finding.id = "isolated/" + board_.nodes[i].id;
      finding.group = "findings";
      finding.text = "\"" + LabelOf(board_.nodes[i]) + "\" is connected to nothing";
      finding.weight = 0;
      finding.span = SpanOf(LabelOf(board_.nodes[i]));
      finding.reason = "Draw what it receives and what it sends.";
      evaluation->criteria.push_back(std::move(finding));
    }
  }

  const Board& board_;
  const DiagramRubric& rubric_;
  DiagramGraph graph_;
};

double ShareOf(const Evaluation& evaluation, std::string_view group) {
  double earned = 0;
  double weights = 0;
  for (const Criterion& criterion : evaluation.criteria) {
    if (criterion.group != group) continue;
    earned += criterion.weight * criterion.credit;
    weights += criterion.weight;
  }
  return weights > 0 ? earned / weights : 0;
}

}  // namespace

DiagramGrader::DiagramGrader(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)) {}

interview::Result<Evaluation> DiagramGrader::Evaluate(const interview::EvaluationRequest& request,
                                                      std::stop_token /*stop*/) const {
  const auto* spec = std::get_if<interview::SystemDesignSpec>(&request.question->spec);
  if (spec == nullptr) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "Question \"" + request.question->id + "\" has no diagram to grade.");
  }
  Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = request.question->id;
  BoardGrading(request.answer.board, spec->diagram, *lexicon_).Run(&evaluation);
  double score = kComponentShare * ShareOf(evaluation, "components") +
                 (1 - kComponentShare) * ShareOf(evaluation, "connections");
  for (const auto& raised : evaluation.misconceptions) score -= raised.penalty;
  evaluation.score = std::clamp(score, 0.0, 1.0);
  return evaluation;
}

}  // namespace evaluators

// Components, connections, anti-patterns, findings: one criterion or finding each.
#include "evaluators/diagram/diagram_grader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "evaluators/diagram/design_lint.h"
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
      : board_(board), rubric_(rubric), labels_(rubric, lexicon), graph_(board, labels_) {}

  void Run(Evaluation* evaluation) const {
    for (const DiagramComponent& component : rubric_.components) {
      if (component.required) evaluation->criteria.push_back(GradeComponent(component));
    }
    for (const DiagramConnection& connection : rubric_.connections) {
      if (Counts(connection.from) && Counts(connection.to)) {
        evaluation->criteria.push_back(GradeConnection(connection));
      }
    }
    for (const DiagramAntiPattern& pattern : rubric_.anti_patterns) {
      if (board_.has_parts()) Raise(pattern, evaluation);
    }
    for (const LintFinding& finding : LintDesign(graph_, rubric_, labels_)) {
      evaluation->criteria.push_back(ToCriterion(finding));
    }
  }

 private:
  bool Counts(std::string_view id) const {
    const auto component = std::find_if(rubric_.components.begin(), rubric_.components.end(),
                                        [&](const DiagramComponent& c) { return c.id == id; });
    return (component != rubric_.components.end() && component->required) ||
           !graph_.NodesOf(id).empty();
  }

  static interview::Span SpanOf(std::string text) { return {"board", std::move(text), 0, 0}; }

  interview::BoardEvidence EvidenceOf(const BoardPlaces& places) const {
    interview::BoardEvidence evidence;
    for (const std::size_t node : places.nodes) evidence.nodes.push_back(board_.nodes[node].id);
    for (const std::size_t edge : places.edges) {
      evidence.edges.push_back(board_.edges[edge].Name());
    }
    return evidence;
  }

  std::string LabelsOf(const std::vector<std::size_t>& nodes) const {
    std::string labels;
    for (const std::size_t node : nodes) {
      labels += (labels.empty() ? "" : ", ") + LabelOf(board_.nodes[node]);
    }
    return labels;
  }

  Criterion GradeComponent(const DiagramComponent& component) const {
    Criterion criterion;
    criterion.id = component.id;
    criterion.group = "components";
    criterion.text = NameOf(rubric_, component.id);
    std::vector<std::size_t> nodes = graph_.NodesOf(component.id);
    if (nodes.empty()) {
      criterion.reason = "Not on the board.";
      criterion.advice = "Draw it as a box of its own and connect it.";
      return criterion;
    }
    const auto stands_alone = [&](std::size_t node) { return !graph_.IsList(node); };
    const auto is_connected = [&](std::size_t node) {
      return !graph_.IsList(node) && !graph_.IsIsolated(node);
    };
    const bool connected = std::any_of(nodes.begin(), nodes.end(), is_connected);
    criterion.credit = connected ? 1 : kHalf;
    criterion.state = connected ? CriterionState::kEarned : CriterionState::kPartly;
    if (connected) std::erase_if(nodes, [&](std::size_t node) { return !is_connected(node); });
    criterion.span = SpanOf(LabelOf(board_.nodes[nodes.front()]));
    criterion.board = EvidenceOf({nodes, {}});
    const bool is_alone = std::any_of(nodes.begin(), nodes.end(), stands_alone);
    criterion.reason = connected  ? "Drawn as \"" + criterion.span->text + "\"."
                       : is_alone ? "Drawn, but connected to nothing."
                                  : "Named in a list of parts, but not drawn as a box of its own.";
    if (!connected) {
      criterion.advice = is_alone ? "Connect it with what feeds it and what it feeds."
                                  : "Give it a box of its own, with its arrows.";
    }
    return criterion;
  }

  FoundLink BestLink(const DiagramConnection& connection) const {
    FoundLink there = graph_.FindLink(connection.from, connection.to, connection.via);
    if (!connection.both_ways || (there.link != Link::kNone && there.link != Link::kReversed)) {
      return there;
    }
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
    const std::string arrow = "an arrow from " + NameOf(rubric_, connection.from) + " to " +
                              NameOf(rubric_, connection.to) + ".";
    const FoundLink found = BestLink(connection);
    criterion.board = EvidenceOf(found.places);
    switch (found.link) {
      case Link::kDirect:
        criterion.credit = 1;
        criterion.reason = "Drawn.";
        break;
      case Link::kPath:
        criterion.credit = 1;
        criterion.reason = Passed(found.places);
        break;
      case Link::kSameBox:
        criterion.credit = kHalf;
        criterion.reason = found.places.nodes.size() == 1 ? "Both are one box."
                                                          : "One is the frame around the other.";
        criterion.advice = "Draw two boxes with " + arrow;
        break;
      case Link::kReversed:
        criterion.reason = "Drawn the other way round.";
        criterion.advice = "Turn it round: draw " + arrow;
        criterion.state = CriterionState::kContradicted;
        break;
      case Link::kNone:
        criterion.reason = "No way leads there.";
        criterion.advice = "Draw " + arrow;
        break;
    }
    if (criterion.credit > 0) {
      criterion.state = criterion.credit < 1 ? CriterionState::kPartly : CriterionState::kEarned;
      criterion.span = SpanOf(names);
    }
    return criterion;
  }

  std::string Passed(const BoardPlaces& route) const {
    if (route.nodes.size() <= 2) return "Drawn by an arrow at a frame.";
    return "Drawn by way of " + LabelsOf({route.nodes.begin() + 1, route.nodes.end() - 1}) + ".";
  }

  void Raise(const DiagramAntiPattern& pattern, Evaluation* evaluation) const {
    interview::RaisedMisconception raised{pattern.id, pattern.text, kAntiPatternPenalty, "", {}};
    if (pattern.missing.empty()) {
      const BoardPlaces edge = graph_.DirectEdge(pattern.from, pattern.to);
      if (edge.empty()) return;
      raised.span = SpanOf(NameOf(rubric_, pattern.from) + " -> " + NameOf(rubric_, pattern.to));
      raised.board = EvidenceOf(edge);
    } else {
      const std::size_t arrow = pattern.missing.find("->");
      if (arrow == std::string::npos) return;
      DiagramConnection wanted;
      wanted.from = pattern.missing.substr(0, arrow);
      wanted.to = pattern.missing.substr(arrow + 2);
      for (const DiagramConnection& connection : rubric_.connections) {
        if (connection.from == wanted.from && connection.to == wanted.to) wanted = connection;
      }
      const FoundLink found = BestLink(wanted);
      if (found.link != Link::kNone && found.link != Link::kReversed) return;
      raised.span = SpanOf(pattern.missing);
      raised.board = EvidenceOf(found.places);
    }
    evaluation->misconceptions.push_back(std::move(raised));
  }

  Criterion ToCriterion(const LintFinding& finding) const {
    Criterion criterion;
    criterion.id = finding.id;
    criterion.group = "findings";
    criterion.text = finding.text;
    criterion.weight = 0;
    criterion.span = SpanOf(LabelsOf(finding.places.nodes));
    criterion.advice = finding.advice;
    criterion.board = EvidenceOf(finding.places);
    return criterion;
  }

  const Board& board_;
  const DiagramRubric& rubric_;
  LabelReader labels_;
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

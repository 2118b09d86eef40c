// One function for each check; each gives at most one finding.
#include "evaluators/diagram/design_lint.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace evaluators {
namespace {

using interview::BoardNode;
using interview::ComponentRole;
using interview::DiagramComponent;
using interview::DiagramConnection;
using interview::DiagramRubric;
using Nodes = std::vector<std::size_t>;
using Finding = std::optional<LintFinding>;

bool Contains(const Nodes& nodes, std::size_t node) {
  return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

Nodes Union(std::initializer_list<Nodes> parts) {
  std::set<std::size_t> all;
  for (const Nodes& part : parts) all.insert(part.begin(), part.end());
  return {all.begin(), all.end()};
}

std::string LabelOf(const BoardNode& node) {
  return "\"" +
         (!node.label.empty()  ? node.label
          : !node.type.empty() ? node.type
                               : node.id) +
         "\"";
}

class Linter {
 public:
  Linter(const DiagramGraph& graph, const DiagramRubric& rubric) : graph_(graph), rubric_(rubric) {}

  std::vector<LintFinding> Run() const {
    std::vector<LintFinding> findings;
    for (const auto check : {&Linter::RequestPath, &Linter::LearningLoop, &Linter::FeatureSkew,
                             &Linter::EvalGate, &Linter::Deployment, &Linter::Monitoring}) {
      if (Finding finding = (this->*check)()) findings.push_back(*std::move(finding));
    }
    return findings;
  }

 private:
  Nodes Of(ComponentRole role) const { return graph_.NodesOf(role); }

  std::optional<BoardPlaces> Route(const Nodes& from, const Nodes& to,
                                   const std::vector<ComponentRole>& not_through) const {
    DiagramGraph::RouteRules rules;
    rules.lookups = true;
    rules.may_pass = [&](std::size_t node) {
      return std::none_of(not_through.begin(), not_through.end(),
                          [&](ComponentRole role) { return graph_.Has(node, role); });
    };
    return graph_.FindRoute(from, to, rules);
  }

  std::string Names(const Nodes& nodes) const {
    std::string names;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (i > 0) names += i + 1 < nodes.size() ? ", " : " and ";
      names += LabelOf(graph_.board().nodes[nodes[i]]);
    }
    return names;
  }

  static LintFinding Make(std::string id, std::string text, std::string advice,
                          BoardPlaces places) {
    return {std::move(id), std::move(text), std::move(advice), std::move(places)};
  }

  // The boxes where requests come in: the clients, or where none is drawn what the reference puts
  // behind them. An optional part may be left out on the way, a required one may not.
  Nodes Entries() const {
    Nodes entries = Of(ComponentRole::kRequest);
    std::vector<std::string> open;
    for (const DiagramComponent& component : rubric_.components) {
      if (component.role == ComponentRole::kRequest) open.push_back(component.id);
    }
    for (std::size_t i = 0; entries.empty() && i < open.size(); ++i) {
      const auto component = std::find_if(rubric_.components.begin(), rubric_.components.end(),
                                          [&](const auto& c) { return c.id == open[i]; });
      if (component == rubric_.components.end() || component->required) continue;
      for (const DiagramConnection& connection : rubric_.connections) {
        const bool is_new = std::find(open.begin(), open.end(), connection.to) == open.end();
        if (connection.from != open[i] || !is_new) continue;
        open.push_back(connection.to);
        entries = Union({entries, graph_.NodesOf(connection.to)});
      }
    }
    return entries;
  }

  Finding RequestPath() const {
    const Nodes entries = Entries();
    const Nodes models = Of(ComponentRole::kModel);
    const std::string advice = "Draw the way of one request, from the client to the model.";
    const std::string id = "no-request-path";
    if (models.empty()) {
      return Make(id, "No model is drawn that answers a request.", advice, {entries, {}});
    }
    if (entries.empty()) {
      return Make(id, "Nothing shows where a request to " + Names(models) + " comes in.", advice,
                  {models, {}});
    }
    const bool same = std::any_of(entries.begin(), entries.end(),
                                  [&](std::size_t node) { return Contains(models, node); });
    const std::vector<ComponentRole> learning = {ComponentRole::kLog, ComponentRole::kTraining};
    if (same || Route(entries, models, learning)) return std::nullopt;
    return Make(id, "No way leads from " + Names(entries) + " to " + Names(models) + ".", advice,
                {Union({entries, models}), {}});
  }

  Finding LearningLoop() const {
    const Nodes logs = Of(ComponentRole::kLog);
    const Nodes training = Of(ComponentRole::kTraining);
    const std::string id = "no-learning-loop";
    const std::string advice =
        "Draw how logged events become labelled rows, and how those reach training.";
    if (logs.empty() && training.empty()) {
      return Make(id, "Neither logged events nor training are drawn: the system never learns.",
                  advice, {});
    }
    if (logs.empty()) {
      return Make(id, "No logged events are drawn that " + Names(training) + " could learn from.",
                  advice, {training, {}});
    }
    if (training.empty()) {
      return Make(id, "No training is drawn that learns from " + Names(logs) + ".", advice,
                  {logs, {}});
    }
    const bool same = std::any_of(logs.begin(), logs.end(),
                                  [&](std::size_t node) { return Contains(training, node); });
    if (same || Route(logs, training, {ComponentRole::kModel, ComponentRole::kMonitor})) {
      return std::nullopt;
    }
    return Make(id, "No way leads from " + Names(logs) + " back to " + Names(training) + ".",
                advice, {Union({logs, training}), {}});
  }

  // A box of features that only training gets, while models are given others.
  Finding FeatureSkew() const {
    const Nodes training = Of(ComponentRole::kTraining);
    const Nodes models = Of(ComponentRole::kModel);
    const std::vector<ComponentRole> no_detour = {ComponentRole::kModel, ComponentRole::kTraining,
                                                  ComponentRole::kLog, ComponentRole::kRegistry,
                                                  ComponentRole::kGate};
    Nodes served;
    Nodes trained;
    for (const std::size_t node : Of(ComponentRole::kFeatures)) {
      if (Route({node}, models, no_detour)) served.push_back(node);
      if (Route({node}, training, no_detour)) trained.push_back(node);
    }
    if (served.empty() || training.empty()) return std::nullopt;
    for (const std::size_t node : trained) {
      if (SharesSource(node, served, no_detour)) continue;
      return Make("feature-skew",
                  Names(training) + " gets its features from " + Names({node}) +
                      ", while serving is given those of " + Names(served) +
                      ": the two are computed apart.",
                  "Compute features once for both: fill the store and the training rows from the "
                  "same job, or log what was served and train on that.",
                  {Union({{node}, served, training}), Route({node}, training, no_detour)->edges});
    }
    return trained.empty() ? ServedFeaturesUnlogged(served) : std::nullopt;
  }

  bool SharesSource(std::size_t trained, const Nodes& served,
                    const std::vector<ComponentRole>& no_detour) const {
    if (Contains(served, trained)) return true;
    if (Route({trained}, served, no_detour) || Route(served, {trained}, no_detour)) return true;
    const Nodes sources = Union({Of(ComponentRole::kProcessing), Of(ComponentRole::kFeatures)});
    return std::any_of(sources.begin(), sources.end(), [&](std::size_t source) {
      return Route({source}, {trained}, no_detour) && Route({source}, served, no_detour);
    });
  }

  // Training reads logged events that only clients write, and they do not know what was served.
  Finding ServedFeaturesUnlogged(const Nodes& served) const {
    const Nodes logs = Of(ComponentRole::kLog);
    const Nodes clients = Of(ComponentRole::kRequest);
    BoardPlaces places;
    for (const std::size_t log : logs) {
      for (const std::size_t edge : graph_.EdgesAt(log)) {
        const auto writer = WriterOf(edge, log);
        if (!writer) continue;
        if (!Contains(clients, *writer)) return std::nullopt;
        places.edges.push_back(edge);
      }
    }
    if (places.edges.empty()) return std::nullopt;
    const Nodes training = Of(ComponentRole::kTraining);
    places.nodes = Union({clients, logs, served, training});
    return Make(
        "feature-skew",
        "Only " + Names(clients) + " writes to " + Names(logs) +
            ", so training has to compute again what serving is given by " + Names(served) + ".",
        "Log the features with the prediction, or let training read the feature store.", places);
  }

  // The box that an arrow to `log` comes from.
  std::optional<std::size_t> WriterOf(std::size_t edge, std::size_t log) const {
    for (std::size_t node = 0; node < graph_.board().nodes.size(); ++node) {
      if (node == log || !Contains(graph_.EdgesAt(node), edge)) continue;
      const auto route = graph_.FindRoute({node}, {log}, {.stops = 0, .drawn_only = true});
      if (route && route->edges.front() == edge) return node;
    }
    return std::nullopt;
  }

  Finding EvalGate() const {
    const Nodes training = Of(ComponentRole::kTraining);
    const Nodes gates = Of(ComponentRole::kGate);
    const Nodes models = Of(ComponentRole::kModel);
    if (training.empty()) return std::nullopt;  // the open loop says it
    const std::string id = "no-eval-gate";
    const std::string advice =
        "Let every trained model pass an offline evaluation before it can be deployed.";
    if (const auto bypass = Bypass(training, models)) {
      return Make(id, "A model goes from " + Names(training) + " to serving without an evaluation.",
                  advice, *bypass);
    }
    if (gates.empty()) {
      return Make(id, "No evaluation is drawn that a model of " + Names(training) + " must pass.",
                  advice, {Union({training, Of(ComponentRole::kRegistry)}), {}});
    }
    const bool same = std::any_of(gates.begin(), gates.end(),
                                  [&](std::size_t node) { return Contains(training, node); });
    if (same || Route(training, gates, {ComponentRole::kModel, ComponentRole::kLog})) {
      return std::nullopt;
    }
    return Make(id, "Nothing that " + Names(training) + " makes reaches " + Names(gates) + ".",
                advice, {Union({training, gates}), {}});
  }

  // Arrows from training to a model, directly or by a store of models that no gate writes to.
  std::optional<BoardPlaces> Bypass(const Nodes& training, const Nodes& models) const {
    const Nodes gates = Of(ComponentRole::kGate);
    Nodes ungated;
    for (const std::size_t node : training) {
      if (!Contains(gates, node)) ungated.push_back(node);
    }
    DiagramGraph::RouteRules rules;
    rules.drawn_only = true;
    rules.may_pass = [&](std::size_t node) {
      if (graph_.Has(node, ComponentRole::kGate)) return false;
      const bool keeps =
          graph_.Has(node, ComponentRole::kRegistry) || graph_.Has(node, ComponentRole::kStorage);
      return keeps && !graph_.FindRoute(gates, {node}, {.stops = 0});
    };
    return graph_.FindRoute(ungated, models, rules);
  }

  Finding Deployment() const {
    const Nodes training = Of(ComponentRole::kTraining);
    const Nodes models = Of(ComponentRole::kModel);
    if (training.empty() || models.empty() || EvalGate()) return std::nullopt;
    const bool same = std::any_of(models.begin(), models.end(),
                                  [&](std::size_t node) { return Contains(training, node); });
    if (same || Route(training, models, {ComponentRole::kLog, ComponentRole::kRequest})) {
      return std::nullopt;
    }
    return Make(
        "no-deployment",
        "No way leads from " + Names(training) + " to " + Names(models) +
            ": what is trained never serves.",
        "Draw how a model that passed its evaluation reaches serving.",
        {Union({training, Of(ComponentRole::kGate), Of(ComponentRole::kRegistry), models}), {}});
  }

  Finding Monitoring() const {
    const Nodes monitors = Of(ComponentRole::kMonitor);
    const std::string advice =
        "Draw what watches the predictions, the features and the service, and what feeds it.";
    if (monitors.empty()) {
      return Make("no-monitoring", "No monitoring is drawn.", advice, {});
    }
    const bool fed = std::any_of(monitors.begin(), monitors.end(),
                                 [&](std::size_t node) { return !graph_.IsIsolated(node); });
    if (fed) return std::nullopt;
    return Make("no-monitoring", Names(monitors) + " is connected to nothing that it could watch.",
                advice, {monitors, {}});
  }

  const DiagramGraph& graph_;
  const DiagramRubric& rubric_;
};

// Where a finding is shown that has no place of its own: at the models, else at all of the drawing.
Nodes Anchor(const DiagramGraph& graph) {
  Nodes models = graph.NodesOf(ComponentRole::kModel);
  if (!models.empty()) return models;
  Nodes all;
  for (std::size_t i = 0; i < graph.board().nodes.size(); ++i) {
    if (graph.board().nodes[i].is_part()) all.push_back(i);
  }
  return all;
}

// The reference of a case as a board.
interview::Board ReferenceBoard(const DiagramRubric& rubric) {
  interview::Board board;
  for (const DiagramComponent& component : rubric.components) {
    board.nodes.push_back({component.id, component.id, "", ""});
  }
  for (const DiagramConnection& connection : rubric.connections) {
    board.edges.push_back({connection.from, connection.to, ""});
  }
  return board;
}

void AddBoxFindings(const DiagramGraph& graph, std::vector<LintFinding>* findings) {
  std::set<std::size_t> told;
  for (const LintFinding& finding : *findings) {
    told.insert(finding.places.nodes.begin(), finding.places.nodes.end());
  }
  for (std::size_t i = 0; i < graph.board().nodes.size(); ++i) {
    const BoardNode& node = graph.board().nodes[i];
    if (!node.is_part()) continue;
    if (graph.IsList(i)) {
      findings->push_back(
          {"crowded/" + node.id,
           LabelOf(node) + " names " + std::to_string(graph.PartsIn(i)) + " parts in one box.",
           "Draw each part as a box of its own, and what flows between them.",
           {{i}, {}}});
    }
    // A frame connects nothing by itself, what lies within it does.
    const bool box = node.shape != interview::BoardShape::kFrame;
    if (box && graph.IsIsolated(i) && !told.contains(i)) {
      findings->push_back({"isolated/" + node.id,
                           LabelOf(node) + " is connected to nothing.",
                           "Draw what it receives and what it sends.",
                           {{i}, {}}});
    }
  }
}

}  // namespace

std::vector<LintFinding> LintDesign(const DiagramGraph& graph, const DiagramRubric& rubric,
                                    const LabelReader& labels) {
  if (!graph.board().has_parts()) return {};
  std::vector<LintFinding> findings = Linter(graph, rubric).Run();
  const interview::Board reference = ReferenceBoard(rubric);
  const std::vector<LintFinding> not_asked = Linter(DiagramGraph(reference, labels), rubric).Run();
  std::erase_if(findings, [&](const LintFinding& finding) {
    return std::any_of(not_asked.begin(), not_asked.end(),
                       [&](const LintFinding& other) { return other.id == finding.id; });
  });
  AddBoxFindings(graph, &findings);
  for (LintFinding& finding : findings) {
    if (finding.places.nodes.empty()) finding.places.nodes = Anchor(graph);
  }
  return findings;
}

}  // namespace evaluators

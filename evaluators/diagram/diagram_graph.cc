// Names are found by the text matcher, ways by breadth-first search.
#include "evaluators/diagram/diagram_graph.h"

#include <algorithm>
#include <map>
#include <utility>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/text_match.h"

namespace evaluators {
namespace {

using interview::Board;
using interview::DiagramComponent;
using interview::DiagramRubric;

constexpr std::size_t kFreeStops = 2;  // further boxes on a path without `via`

struct NamedComponent {
  std::string id;
  std::vector<Pattern> names;  // id, name, aliases
};

struct LabelHit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string id;
};

std::vector<NamedComponent> CompileNames(const DiagramRubric& rubric, const Lexicon& lexicon) {
  std::vector<NamedComponent> named;
  for (const DiagramComponent& component : rubric.components) {
    NamedComponent& entry = named.emplace_back();
    entry.id = component.id;
    entry.names.push_back(CompilePattern({component.id}, lexicon));
    if (!component.name.empty()) entry.names.push_back(CompilePattern({component.name}, lexicon));
    for (const std::string& alias : component.aliases)
      entry.names.push_back(CompilePattern({alias}, lexicon));
  }
  return named;
}

// The components that a label names: longest names first, no two from the same words.
std::vector<std::string> ReadLabel(const std::string& label,
                                   const std::vector<NamedComponent>& named,
                                   const Lexicon& lexicon) {
  AnswerText text(label, "", lexicon);
  std::vector<LabelHit> hits;
  for (const NamedComponent& component : named) {
    LabelHit best;
    for (const Pattern& name : component.names) {
      const auto match = FindPattern(name, &text).match;
      if (match && match->end - match->begin > best.end - best.begin) {
        best = {match->begin, match->end, component.id};
      }
    }
    if (best.end > best.begin) hits.push_back(std::move(best));
  }
  std::stable_sort(hits.begin(), hits.end(), [](const LabelHit& a, const LabelHit& b) {
    return a.end - a.begin > b.end - b.begin;
  });
  std::vector<LabelHit> kept;
  for (LabelHit& hit : hits) {
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const LabelHit& other) {
      return hit.begin < other.end && other.begin < hit.end;
    });
    if (!overlaps) kept.push_back(std::move(hit));
  }
  std::vector<std::string> ids;
  for (LabelHit& hit : kept) ids.push_back(std::move(hit.id));
  return ids;
}

bool NamesSeveral(const std::string& label) {
  return label.find_first_of("+&,/") != std::string::npos ||
         label.find(" and ") != std::string::npos;
}

bool Contains(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

DiagramGraph::DiagramGraph(const Board& board, const DiagramRubric& rubric, const Lexicon& lexicon)
    : components_(board.nodes.size()), next_(board.nodes.size()), before_(board.nodes.size()) {
  const std::vector<NamedComponent> named = CompileNames(rubric, lexicon);
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const interview::BoardNode& node = board.nodes[i];
    if (!node.is_part()) continue;
    by_id.emplace(node.id, i);
    const bool typed =
        std::any_of(named.begin(), named.end(),
                    [&](const NamedComponent& component) { return component.id == node.type; });
    if (typed) components_[i].push_back(node.type);
    if (typed && !NamesSeveral(node.label)) continue;
    for (std::string& id : ReadLabel(node.label, named, lexicon)) {
      if (!Contains(components_[i], id)) components_[i].push_back(std::move(id));
    }
  }
  for (const interview::BoardEdge& edge : board.edges) {
    const auto from = by_id.find(edge.from);
    const auto to = by_id.find(edge.to);
    if (from == by_id.end() || to == by_id.end() || from->second == to->second) continue;
    // A line without arrow heads leads the way it was drawn.
    if (edge.heads != interview::ArrowHeads::kStart) AddWay(from->second, to->second);
    if (edge.heads == interview::ArrowHeads::kStart || edge.heads == interview::ArrowHeads::kBoth) {
      AddWay(to->second, from->second);
    }
  }
}

void DiagramGraph::AddWay(std::size_t from, std::size_t to) {
  next_[from].push_back(to);
  before_[to].push_back(from);
}

bool DiagramGraph::Is(std::size_t node, std::string_view component) const {
  return Contains(components_[node], component);
}

std::vector<std::size_t> DiagramGraph::NodesOf(std::string_view component) const {
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < components_.size(); ++i) {
    if (Is(i, component)) nodes.push_back(i);
  }
  return nodes;
}

bool DiagramGraph::HasDirectEdge(std::string_view from, std::string_view to) const {
  for (const std::size_t node : NodesOf(from)) {
    for (const std::size_t next : next_[node]) {
      if (Is(next, to) && !Is(node, to) && !Is(next, from)) return true;
    }
  }
  return false;
}

bool DiagramGraph::HasPath(std::string_view from, std::string_view to,
                           const std::optional<std::vector<std::string>>& via) const {
  const std::size_t stops = via ? components_.size() : kFreeStops;
  const auto may_pass = [&](std::size_t node) {
    return !via || std::any_of(components_[node].begin(), components_[node].end(),
                               [&](const std::string& id) { return Contains(*via, id); });
  };
  std::vector<std::size_t> frontier = NodesOf(from);
  std::vector<bool> seen(components_.size(), false);
  for (const std::size_t node : frontier) seen[node] = true;
  for (std::size_t step = 0; step <= stops && !frontier.empty(); ++step) {
    std::vector<std::size_t> reached;
    for (const std::size_t node : frontier) {
      for (const std::size_t next : next_[node]) {
        if (seen[next]) continue;
        if (Is(next, to)) return true;
        seen[next] = true;
        if (may_pass(next)) reached.push_back(next);
      }
    }
    frontier = std::move(reached);
  }
  return false;
}

Link DiagramGraph::FindLink(std::string_view from, std::string_view to,
                            const std::optional<std::vector<std::string>>& via) const {
  if (HasDirectEdge(from, to)) return Link::kDirect;
  if (HasPath(from, to, via)) return Link::kPath;
  const std::vector<std::size_t> starts = NodesOf(from);
  if (std::any_of(starts.begin(), starts.end(), [&](std::size_t node) { return Is(node, to); })) {
    return Link::kSameBox;
  }
  return HasDirectEdge(to, from) ? Link::kReversed : Link::kNone;
}

}  // namespace evaluators

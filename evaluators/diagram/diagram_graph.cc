// Ways are found by breadth-first search.
#include "evaluators/diagram/diagram_graph.h"

#include <algorithm>
#include <map>
#include <utility>

namespace evaluators {
namespace {

using interview::ArrowHeads;
using interview::BoardNode;
using interview::ComponentRole;

constexpr std::size_t kFreeStops = 2;     // further boxes on a path without `via`
constexpr std::size_t kMostInOneBox = 4;  // parts; a box that names more is a list

template <class T, class U>
bool Contains(const std::vector<T>& list, const U& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

bool NamesSeveral(const std::string& label) {
  return label.find_first_of("+&,/|\n") != std::string::npos ||
         label.find(" and ") != std::string::npos;
}

// Who reads from what: an arrow to it may be drawn where the data flows back.
bool IsReader(ComponentRole reader, ComponentRole store) {
  switch (store) {
    case ComponentRole::kFeatures:
      return reader == ComponentRole::kModel || reader == ComponentRole::kTraining;
    case ComponentRole::kRegistry:
      return reader == ComponentRole::kModel || reader == ComponentRole::kGate;
    case ComponentRole::kLog:
    case ComponentRole::kStorage:
      return reader == ComponentRole::kTraining || reader == ComponentRole::kLabels;
    case ComponentRole::kLabels:
      return reader == ComponentRole::kTraining;
    default:
      return false;
  }
}

}  // namespace

DiagramGraph::DiagramGraph(const interview::Board& board, const LabelReader& labels)
    : board_(board),
      parts_(board.nodes.size()),
      roles_(board.nodes.size()),
      lists_(board.nodes.size()),
      frames_(board.nodes.size()),
      members_(board.nodes.size()),
      ways_(board.nodes.size()),
      touches_(board.nodes.size()) {
  ReadBoxes(labels);
  ReadFrames();
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    if (board.nodes[i].is_part()) by_id.emplace(board.nodes[i].id, i);
  }
  for (std::size_t e = 0; e < board.edges.size(); ++e) {
    const interview::BoardEdge& edge = board.edges[e];
    const auto from = by_id.find(edge.from);
    const auto to = by_id.find(edge.to);
    if (from == by_id.end() || to == by_id.end() || from->second == to->second) continue;
    // A line without arrow heads leads the way it was drawn.
    if (edge.heads != ArrowHeads::kStart) AddArrow(from->second, to->second, e);
    if (edge.heads == ArrowHeads::kStart || edge.heads == ArrowHeads::kBoth) {
      AddArrow(to->second, from->second, e);
    }
  }
}

void DiagramGraph::ReadBoxes(const LabelReader& labels) {
  for (std::size_t i = 0; i < board_.nodes.size(); ++i) {
    const BoardNode& node = board_.nodes[i];
    if (!node.is_part()) continue;
    const bool typed = labels.Knows(node.type);
    if (typed) parts_[i].push_back(node.type);
    if (!typed || NamesSeveral(node.label)) {
      for (std::string& id : labels.Read(node.label)) {
        if (!Contains(parts_[i], id)) parts_[i].push_back(std::move(id));
      }
    }
    lists_[i] = parts_[i].size() > kMostInOneBox;
    if (lists_[i]) continue;
    for (const std::string& id : parts_[i]) roles_[i].push_back(labels.RoleOf(id));
  }
}

void DiagramGraph::ReadFrames() {
  std::map<std::string, std::size_t> frames;
  for (std::size_t i = 0; i < board_.nodes.size(); ++i) {
    if (board_.nodes[i].shape == interview::BoardShape::kFrame) frames[board_.nodes[i].id] = i;
  }
  for (std::size_t i = 0; i < board_.nodes.size(); ++i) {
    if (!board_.nodes[i].is_part()) continue;
    for (auto at = frames.find(board_.nodes[i].frame);
         at != frames.end() && at->second != i && !Contains(frames_[i], at->second);
         at = frames.find(board_.nodes[at->second].frame)) {
      frames_[i].push_back(at->second);
      members_[at->second].push_back(i);
    }
  }
}

bool DiagramGraph::IsWithin(std::size_t node, std::size_t frame) const {
  return Contains(frames_[node], frame);
}

bool DiagramGraph::Reads(std::size_t reader, std::size_t store) const {
  return std::any_of(roles_[reader].begin(), roles_[reader].end(), [&](ComponentRole role) {
    return std::any_of(roles_[store].begin(), roles_[store].end(),
                       [&](ComponentRole other) { return IsReader(role, other); });
  });
}

void DiagramGraph::AddArrow(std::size_t from, std::size_t to, std::size_t edge) {
  // Each end, what lies within it, and the frames that the arrow crosses.
  const auto ends = [&](std::size_t end, std::size_t other) {
    std::vector<std::size_t> all = {end};
    for (const std::size_t member : members_[end]) {
      if (member != other && !IsWithin(member, other)) all.push_back(member);
    }
    for (const std::size_t frame : frames_[end]) {
      if (frame != other && !IsWithin(other, frame)) all.push_back(frame);
    }
    return all;
  };
  const bool nested = IsWithin(from, to) || IsWithin(to, from);
  const std::vector<std::size_t> starts = nested ? std::vector{from} : ends(from, to);
  const std::vector<std::size_t> goals = nested ? std::vector{to} : ends(to, from);
  for (const std::size_t start : starts) touches_[start].push_back(edge);
  for (const std::size_t goal : goals) touches_[goal].push_back(edge);
  for (const std::size_t start : starts) {
    for (const std::size_t goal : goals) {
      if (lists_[start] || lists_[goal]) continue;
      const bool drawn = start == from && goal == to;
      ways_[start].push_back({goal, edge, drawn, false});
      if (Reads(start, goal)) ways_[goal].push_back({start, edge, drawn, true});
    }
  }
}

bool DiagramGraph::Is(std::size_t node, std::string_view part) const {
  return Contains(parts_[node], part);
}

bool DiagramGraph::Has(std::size_t node, ComponentRole role) const {
  return Contains(roles_[node], role);
}

std::vector<std::size_t> DiagramGraph::NodesOf(std::string_view part) const {
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (Is(i, part)) nodes.push_back(i);
  }
  return nodes;
}

std::vector<std::size_t> DiagramGraph::NodesOf(ComponentRole role) const {
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (Has(i, role)) nodes.push_back(i);
  }
  return nodes;
}

BoardPlaces DiagramGraph::DirectEdge(std::string_view from, std::string_view to) const {
  for (const std::size_t node : NodesOf(from)) {
    for (const Way& way : ways_[node]) {
      if (way.drawn && !way.lookup && Is(way.to, to) && !Is(node, to) && !Is(way.to, from)) {
        return {{node, way.to}, {way.edge}};
      }
    }
  }
  return {};
}

std::optional<BoardPlaces> DiagramGraph::FindRoute(const std::vector<std::size_t>& from,
                                                   const std::vector<std::size_t>& to,
                                                   const RouteRules& rules) const {
  struct Step {
    std::size_t before = 0;
    std::size_t edge = 0;
  };
  std::map<std::size_t, Step> steps;  // of the nodes reached
  std::vector<bool> seen(parts_.size(), false);
  for (const std::size_t node : from) seen[node] = true;
  std::vector<std::size_t> frontier = from;
  const auto trace = [&](std::size_t node) {
    BoardPlaces places{{node}, {}};
    for (auto step = steps.find(node); step != steps.end(); step = steps.find(node)) {
      places.edges.push_back(step->second.edge);
      node = step->second.before;
      places.nodes.push_back(node);
    }
    std::reverse(places.nodes.begin(), places.nodes.end());
    std::reverse(places.edges.begin(), places.edges.end());
    return places;
  };
  for (std::size_t passed = 0; !frontier.empty(); ++passed) {
    std::vector<std::size_t> reached;
    for (const std::size_t node : frontier) {
      for (const Way& way : ways_[node]) {
        if (seen[way.to] || (rules.drawn_only && !way.drawn) || (way.lookup && !rules.lookups)) {
          continue;
        }
        seen[way.to] = true;
        steps[way.to] = {node, way.edge};
        if (Contains(to, way.to)) return trace(way.to);
        if (!rules.may_pass || rules.may_pass(way.to)) reached.push_back(way.to);
      }
    }
    if (passed == rules.stops) break;
    frontier = std::move(reached);
  }
  return std::nullopt;
}

BoardPlaces DiagramGraph::SameBox(std::string_view from, std::string_view to) const {
  for (const std::size_t node : NodesOf(from)) {
    if (lists_[node]) continue;
    if (Is(node, to)) return {{node}, {}};
    for (const std::size_t other : NodesOf(to)) {
      if (!lists_[other] && (IsWithin(node, other) || IsWithin(other, node))) {
        return {{node, other}, {}};
      }
    }
  }
  return {};
}

FoundLink DiagramGraph::FindLink(std::string_view from, std::string_view to,
                                 const std::optional<std::vector<std::string>>& via) const {
  if (BoardPlaces places = DirectEdge(from, to); !places.empty()) return {Link::kDirect, places};
  RouteRules rules;
  if (via) {
    rules.may_pass = [&](std::size_t node) {
      return std::any_of(parts_[node].begin(), parts_[node].end(),
                         [&](const std::string& id) { return Contains(*via, id); });
    };
  } else {
    rules.stops = kFreeStops;
  }
  const std::vector<std::size_t> starts = NodesOf(from);
  const std::vector<std::size_t> goals = NodesOf(to);
  if (auto route = FindRoute(starts, goals, rules)) return {Link::kPath, *std::move(route)};
  if (BoardPlaces places = SameBox(from, to); !places.empty()) return {Link::kSameBox, places};
  if (BoardPlaces places = DirectEdge(to, from); !places.empty()) return {Link::kReversed, places};
  FoundLink none;
  none.places.nodes = starts;
  none.places.nodes.insert(none.places.nodes.end(), goals.begin(), goals.end());
  return none;
}

}  // namespace evaluators

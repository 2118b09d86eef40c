// Differences of whiteboards, by id.
#include "interview/model/board_change.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace interview {
namespace {

using Ids = std::unordered_set<std::string_view>;

void AddIds(const Board& board, Ids* ids) {
  for (const BoardNode& node : board.nodes) ids->insert(node.id);
  for (const BoardEdge& edge : board.edges) ids->insert(edge.id);
  for (const BoardStroke& stroke : board.strokes) ids->insert(stroke.id);
}

bool HasUniqueIds(const Board& board) {
  Ids ids;
  AddIds(board, &ids);
  const std::size_t items = board.nodes.size() + board.edges.size() + board.strokes.size();
  return ids.size() == items && !ids.contains("");
}

template <class Item>
std::unordered_map<std::string_view, std::size_t> IndexOf(const std::vector<Item>& items) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < items.size(); ++i) index.emplace(items[i].id, i);
  return index;
}

template <class Item>
void AddDifference(const std::vector<Item>& before, const std::vector<Item>& after,
                   std::vector<Item>* put, BoardChange* change) {
  const auto old = IndexOf(before);
  const auto now = IndexOf(after);
  std::vector<std::string_view> folded;  // the order that the change alone would give
  for (const Item& item : before) {
    if (now.contains(item.id)) {
      folded.push_back(item.id);
    } else {
      change->removed.push_back(item.id);
    }
  }
  for (const Item& item : after) {
    const auto found = old.find(item.id);
    if (found == old.end()) folded.push_back(item.id);
    if (found == old.end() || before[found->second] != item) put->push_back(item);
  }
  const bool same_order = std::equal(folded.begin(), folded.end(), after.begin(), after.end(),
                                     [](std::string_view id, const Item& i) { return id == i.id; });
  if (same_order) return;
  for (const Item& item : after) change->order.push_back(item.id);
}

template <class Item>
void ApplyTo(std::vector<Item>* items, const std::vector<Item>& put, const Ids& removed,
             const std::unordered_map<std::string_view, std::size_t>& rank) {
  std::erase_if(*items, [&](const Item& item) { return removed.contains(item.id); });
  const auto index = IndexOf(*items);
  std::vector<Item> added;
  for (const Item& item : put) {
    const auto found = index.find(item.id);
    if (found == index.end()) {
      added.push_back(item);
    } else {
      (*items)[found->second] = item;
    }
  }
  items->insert(items->end(), added.begin(), added.end());
  const bool ranked =
      !rank.empty() &&
      std::all_of(items->begin(), items->end(), [&](const Item& i) { return rank.contains(i.id); });
  if (!ranked) return;
  std::stable_sort(items->begin(), items->end(),
                   [&](const Item& a, const Item& b) { return rank.at(a.id) < rank.at(b.id); });
}

}  // namespace

BoardChange MakeBoardChange(const Board& before, const Board& after) {
  if (before.empty() || !HasUniqueIds(before) || !HasUniqueIds(after)) return after;
  BoardChange change;
  AddDifference(before.nodes, after.nodes, &change.put.nodes, &change);
  AddDifference(before.edges, after.edges, &change.put.edges, &change);
  AddDifference(before.strokes, after.strokes, &change.put.strokes, &change);
  return change;
}

Status ApplyChange(const BoardChange& change, Board* board) {
  if (change.whole) {
    *board = change.put;
    return {};
  }
  Ids known;
  AddIds(*board, &known);
  AddIds(change.put, &known);
  const Ids removed(change.removed.begin(), change.removed.end());
  const auto unknown = [&](const std::string& id) { return !known.contains(id); };
  if (std::any_of(change.removed.begin(), change.removed.end(), unknown) ||
      std::any_of(change.order.begin(), change.order.end(), unknown)) {
    return Fail(ErrorCode::kCorrupt,
                "A change of the whiteboard names a part that is not on the board.");
  }
  std::unordered_map<std::string_view, std::size_t> rank;
  for (std::size_t i = 0; i < change.order.size(); ++i) rank.emplace(change.order[i], i);
  ApplyTo(&board->nodes, change.put.nodes, removed, rank);
  ApplyTo(&board->edges, change.put.edges, removed, rank);
  ApplyTo(&board->strokes, change.put.strokes, removed, rank);
  return {};
}

void WriteChange(const BoardChange& change, Json* event) {
  if (change.whole) {
    (*event)["board"] = ToJson(change.put);
    return;
  }
  Json put = ToJson(change.put);
  Json json = Json::object();
  for (auto& [list, items] : put.items()) {
    if (!items.empty()) json[list] = std::move(items);
  }
  if (!change.removed.empty()) json["removed"] = change.removed;
  if (!change.order.empty()) json["order"] = change.order;
  (*event)["change"] = std::move(json);
}

BoardChange ReadChange(JsonReader* event) {
  const bool difference = event->Has("change");
  const std::string_view key = difference ? "change" : "board";
  Json json = event->Object(key);
  BoardChange change;
  if (difference && json.is_object()) {
    JsonReader lists(json, event->Path(key));
    change.removed = lists.StringsOr("removed");
    change.order = lists.StringsOr("order");
    event->Absorb(lists);
    json.erase("removed");
    json.erase("order");
  }
  change.whole = !difference;
  Result<Board> put = ParseBoard(json, event->Path(key));
  if (put) {
    change.put = *std::move(put);
  } else {
    event->Complain(key, put.error().message);
  }
  return change;
}

}  // namespace interview

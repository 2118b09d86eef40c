// Whiteboards from and to JSON.
#include "interview/model/board.h"

#include <algorithm>
#include <cmath>

namespace interview {
namespace {

constexpr std::array<std::string_view, kBoardShapes.size()> kShapeNames = {
    "component", "rectangle", "ellipse", "diamond", "cylinder", "note", "text", "frame"};
constexpr std::array<std::string_view, 5> kSideNames = {"auto", "left", "right", "top", "bottom"};
constexpr std::array<std::string_view, 4> kHeadNames = {"end", "none", "start", "both"};
constexpr std::array<std::string_view, 3> kLineNames = {"solid", "dashed", "thick"};

constexpr double kFarthest = 1e6;  // a place farther out is a slip of the pen
constexpr double kWidestStroke = 100;

template <std::size_t N>
std::string Listed(const std::array<std::string_view, N>& names) {
  std::string text;
  for (std::size_t i = 0; i < N; ++i) {
    if (i > 0) text += i + 1 == N ? " or " : ", ";
    text += names[i];
  }
  return text;
}

// The name of an enumerator; the first one when absent or unknown.
template <class Enum, std::size_t N>
Enum ReadName(JsonReader* reader, std::string_view key,
              const std::array<std::string_view, N>& names) {
  const std::string name = reader->StringOr(key, std::string(names[0]));
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<Enum>(found - names.begin());
  reader->Complain(key, "\"" + name + "\" is not " + Listed(names) + ".");
  return Enum{};
}

std::string ReadColor(JsonReader* reader) {
  std::string color = reader->StringOr("color");
  if (!color.empty() &&
      std::find(kBoardColors.begin(), kBoardColors.end(), color) == kBoardColors.end()) {
    reader->Complain("color", "\"" + color + "\" is not " + Listed(kBoardColors) + ".");
    color.clear();
  }
  return color;
}

double ReadNumber(JsonReader* reader, std::string_view key, double least, double most,
                  double fallback = 0) {
  const double value = reader->NumberOr(key, fallback);
  if (std::isfinite(value) && value >= least && value <= most) return value;
  reader->Complain(
      key, "must be a number from " + Json(least).dump() + " to " + Json(most).dump() + ".");
  return fallback;
}

BoardNode ReadNode(JsonReader* reader) {
  BoardNode node{reader->String("id"), reader->StringOr("type"), reader->StringOr("label"),
                 reader->StringOr("note")};
  node.shape = ReadName<BoardShape>(reader, "shape", kShapeNames);
  node.x = ReadNumber(reader, "x", -kFarthest, kFarthest);
  node.y = ReadNumber(reader, "y", -kFarthest, kFarthest);
  node.w = ReadNumber(reader, "w", 0, kFarthest);
  node.h = ReadNumber(reader, "h", 0, kFarthest);
  node.group = reader->StringOr("group");
  node.frame = reader->StringOr("frame");
  node.color = ReadColor(reader);
  return node;
}

BoardEdge ReadEdge(JsonReader* reader) {
  BoardEdge edge{reader->String("from"), reader->String("to"), reader->StringOr("label")};
  edge.id = reader->StringOr("id");
  edge.heads = ReadName<ArrowHeads>(reader, "heads", kHeadNames);
  edge.line = ReadName<LineStyle>(reader, "line", kLineNames);
  edge.from_side = ReadName<BoardSide>(reader, "from_side", kSideNames);
  edge.to_side = ReadName<BoardSide>(reader, "to_side", kSideNames);
  edge.color = ReadColor(reader);
  return edge;
}

BoardStroke ReadStroke(JsonReader* reader) {
  BoardStroke stroke;
  stroke.id = reader->StringOr("id");
  stroke.color = ReadColor(reader);
  stroke.width = ReadNumber(reader, "width", 0.5, kWidestStroke, stroke.width);
  const Json& numbers = reader->Array("points");
  bool good = numbers.size() % 2 == 0;
  for (std::size_t i = 0; good && i < numbers.size(); ++i) {
    good = numbers[i].is_number() && std::abs(numbers[i].get<double>()) <= kFarthest;
  }
  if (!good) {
    reader->Complain("points", "must be numbers x, y, x, y, … between -1000000 and 1000000.");
    return stroke;
  }
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    stroke.points.push_back({numbers[i].get<double>(), numbers[i + 1].get<double>()});
  }
  return stroke;
}

// The items of one list, each by `read`.
template <class Item>
std::vector<Item> ReadItems(JsonReader* reader, std::string_view key, Item (*read)(JsonReader*)) {
  std::vector<Item> items;
  for (const Json& json : reader->ArrayOr(key)) {
    JsonReader item(json, reader->Path(key));
    items.push_back(read(&item));
    item.Complaints();
    reader->Absorb(item);
  }
  return items;
}

// Whole numbers without a fraction: "x": 12, not 12.0.
Json Number(double value) {
  if (value == std::floor(value)) return static_cast<std::int64_t>(value);
  return value;
}

void Put(Json* json, const char* key, const std::string& text) {
  if (!text.empty()) (*json)[key] = text;
}

}  // namespace

std::string_view ToString(BoardShape shape) { return kShapeNames[static_cast<std::size_t>(shape)]; }
std::string_view ToString(BoardSide side) { return kSideNames[static_cast<std::size_t>(side)]; }
std::string_view ToString(ArrowHeads heads) { return kHeadNames[static_cast<std::size_t>(heads)]; }
std::string_view ToString(LineStyle line) { return kLineNames[static_cast<std::size_t>(line)]; }

bool Board::has_parts() const {
  return std::any_of(nodes.begin(), nodes.end(), [](const BoardNode& n) { return n.is_part(); });
}

Result<Board> ParseBoard(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  Board board;
  board.nodes = ReadItems<BoardNode>(&reader, "nodes", ReadNode);
  board.edges = ReadItems<BoardEdge>(&reader, "edges", ReadEdge);
  board.strokes = ReadItems<BoardStroke>(&reader, "strokes", ReadStroke);
  if (Status s = reader.Finish(); !s) return Forward(s);
  return board;
}

Json ToJson(const BoardNode& node) {
  Json json = {{"id", node.id}};
  Put(&json, "type", node.type);
  Put(&json, "label", node.label);
  Put(&json, "note", node.note);
  if (node.shape != BoardShape::kComponent) json["shape"] = ToString(node.shape);
  if (node.x != 0) json["x"] = Number(node.x);
  if (node.y != 0) json["y"] = Number(node.y);
  if (node.w != 0) json["w"] = Number(node.w);
  if (node.h != 0) json["h"] = Number(node.h);
  Put(&json, "group", node.group);
  Put(&json, "frame", node.frame);
  Put(&json, "color", node.color);
  return json;
}

Json ToJson(const BoardEdge& edge) {
  Json json = {{"from", edge.from}, {"to", edge.to}};
  Put(&json, "label", edge.label);
  Put(&json, "id", edge.id);
  if (edge.heads != ArrowHeads::kEnd) json["heads"] = ToString(edge.heads);
  if (edge.line != LineStyle::kSolid) json["line"] = ToString(edge.line);
  if (edge.from_side != BoardSide::kAuto) json["from_side"] = ToString(edge.from_side);
  if (edge.to_side != BoardSide::kAuto) json["to_side"] = ToString(edge.to_side);
  Put(&json, "color", edge.color);
  return json;
}

Json ToJson(const BoardStroke& stroke) {
  Json json = Json::object();
  Put(&json, "id", stroke.id);
  Put(&json, "color", stroke.color);
  json["width"] = Number(stroke.width);
  Json points = Json::array();
  for (const BoardPoint& p : stroke.points) {
    points.push_back(Number(p.x));
    points.push_back(Number(p.y));
  }
  json["points"] = std::move(points);
  return json;
}

Json ToJson(const Board& board) {
  Json json = {{"nodes", Json::array()}, {"edges", Json::array()}};
  for (const BoardNode& node : board.nodes) json["nodes"].push_back(ToJson(node));
  for (const BoardEdge& edge : board.edges) json["edges"].push_back(ToJson(edge));
  for (const BoardStroke& stroke : board.strokes) json["strokes"].push_back(ToJson(stroke));
  return json;
}

}  // namespace interview

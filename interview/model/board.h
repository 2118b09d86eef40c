// A whiteboard: parts, connections and free-hand strokes, in board units (logical pixels at 100 %),
// x to the right, y downwards. Part of an answer: section 12 of rubrics/README.md.
// Any thread; plain values. What comes later in a list is drawn above what comes before it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"

namespace interview {

enum class BoardShape {
  kComponent,  // a part of the palette (`type`), or a free box when it has no type
  kRectangle,
  kEllipse,
  kDiamond,
  kCylinder,
  kNote,   // a sticky note
  kText,   // free text or an estimate
  kFrame,  // a box around other nodes; they name it in `frame`
};
inline constexpr std::array kBoardShapes = {
    BoardShape::kComponent, BoardShape::kRectangle, BoardShape::kEllipse, BoardShape::kDiamond,
    BoardShape::kCylinder,  BoardShape::kNote,      BoardShape::kText,    BoardShape::kFrame};
std::string_view ToString(BoardShape shape);  // "cylinder": JSON

enum class BoardSide { kAuto, kLeft, kRight, kTop, kBottom };  // where an edge leaves a node
enum class ArrowHeads { kEnd, kNone, kStart, kBoth };
enum class LineStyle { kSolid, kDashed, kThick };
std::string_view ToString(BoardSide side);
std::string_view ToString(ArrowHeads heads);
std::string_view ToString(LineStyle line);

// What a node, an edge or a stroke may be coloured with; the empty name is the theme's own choice.
inline constexpr std::array<std::string_view, 7> kBoardColors = {"grey", "blue",   "green", "amber",
                                                                 "red",  "violet", "teal"};

struct BoardPoint {
  double x = 0;
  double y = 0;
  bool operator==(const BoardPoint&) const = default;
};

struct BoardNode {
  std::string id;
  std::string type;  // a palette id, or empty for a free box
  std::string label;
  std::string note;
  BoardShape shape = BoardShape::kComponent;
  double x = 0;  // the top left corner
  double y = 0;
  double w = 0;  // 0: not placed yet; tidy-up finds a place when the board is first shown
  double h = 0;
  std::string group = {};  // nodes with the same name here are selected and moved together
  std::string frame = {};  // id of the frame that holds this node
  std::string color = {};  // one of kBoardColors, or empty
  bool placed() const { return w > 0 && h > 0; }
  // Notes and free text are prose, not parts of the design.
  bool is_part() const { return shape != BoardShape::kNote && shape != BoardShape::kText; }
  bool operator==(const BoardNode&) const = default;
};

struct BoardEdge {
  std::string from;
  std::string to;
  std::string label;
  std::string id = {};
  ArrowHeads heads = ArrowHeads::kEnd;
  LineStyle line = LineStyle::kSolid;
  BoardSide from_side = BoardSide::kAuto;
  BoardSide to_side = BoardSide::kAuto;
  std::string color = {};
  // How findings point at it: its id, or "from->to" where it has none.
  std::string Name() const { return id.empty() ? from + "->" + to : id; }
  bool operator==(const BoardEdge&) const = default;
};

struct BoardStroke {
  std::string id;
  std::vector<BoardPoint> points;
  std::string color = {};
  double width = 2;
  bool operator==(const BoardStroke&) const = default;
};

struct Board {
  std::vector<BoardNode> nodes;
  std::vector<BoardEdge> edges;
  std::vector<BoardStroke> strokes = {};
  bool empty() const { return nodes.empty() && edges.empty() && strokes.empty(); }
  bool has_parts() const;  // more than notes, free text and strokes
  bool operator==(const Board&) const = default;
};

// Fails with kInvalid that names the field and the remedy. Whatever is new since the first version
// (all but id, type, label, note, from, to) is optional.
Result<Board> ParseBoard(const Json& json, const std::string& where);
Json ToJson(const Board& board);  // leaves out what has its default

}  // namespace interview

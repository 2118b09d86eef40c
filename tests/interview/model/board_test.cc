// Whiteboards survive the way to JSON and back, old ones still read, and broken ones are named.
#include "interview/model/board.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

Result<Board> Parse(const std::string& text) {
  return ParseBoard(*ParseJson(text, "test"), "board.json");
}

Board FullBoard() {
  Board board;
  BoardNode cylinder{"n1", "feature_store", "Features", "online and offline"};
  cylinder.shape = BoardShape::kCylinder;
  cylinder.x = -12.25;
  cylinder.y = 8;
  cylinder.w = 136;
  cylinder.h = 56;
  cylinder.group = "g1";
  cylinder.frame = "n2";
  cylinder.color = "violet";
  BoardNode frame{"n2", "", "Serving", ""};
  frame.shape = BoardShape::kFrame;
  board.nodes = {cylinder, frame};
  BoardEdge edge{"n1", "n2", "10k/s"};
  edge.id = "e1";
  edge.heads = ArrowHeads::kBoth;
  edge.line = LineStyle::kDashed;
  edge.from_side = BoardSide::kTop;
  edge.to_side = BoardSide::kLeft;
  edge.color = "red";
  board.edges = {edge, {"n2", "n1", ""}};
  board.strokes = {{"s1", {{0, 0}, {1.5, -2}}, "teal", 3.5}};
  return board;
}

TEST(Board, EveryFieldComesBackFromJson) {
  const Board board = FullBoard();
  const Result<Board> back = Parse(DumpJson(ToJson(board)));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, board);
}

TEST(Board, WhatHasItsDefaultIsNotWritten) {
  Board board;
  board.nodes = {{"a", "ranker", "", ""}};
  board.edges = {{"a", "a", ""}};
  EXPECT_EQ(DumpJson(ToJson(board)),
            R"({"nodes":[{"id":"a","type":"ranker"}],"edges":[{"from":"a","to":"a"}]})");
}

TEST(Board, WholeNumbersAreWrittenWithoutAFraction) {
  Board board;
  board.nodes = {{"a", "", "", ""}};
  board.nodes[0].w = 120;
  board.nodes[0].x = 0.25;
  EXPECT_EQ(DumpJson(ToJson(board)["nodes"][0]), R"({"id":"a","x":0.25,"w":120})");
}

TEST(Board, ABoardOfTheFirstVersionReadsWithoutPlaces) {
  const Result<Board> board = Parse(R"({"nodes": [{"id": "a", "type": "ranker", "label": "Model",
    "note": ""}, {"id": "b"}], "edges": [{"from": "a", "to": "b", "label": ""}]})");
  ASSERT_TRUE(board) << board.error().message;
  EXPECT_FALSE(board->nodes[0].placed());
  EXPECT_EQ(board->nodes[0].shape, BoardShape::kComponent);
  EXPECT_EQ(board->edges[0], (BoardEdge{"a", "b", ""}));
  EXPECT_TRUE(board->strokes.empty());
}

struct Broken {
  std::string json;
  std::string complaint;
};

TEST(Board, EveryFaultIsNamedWithItsRemedy) {
  for (const auto& [json, complaint] : std::vector<Broken>{
           {R"({"nodes": [{"id": "a", "shape": "star"}]})",
            "shape: \"star\" is not component, rectangle, ellipse, diamond, cylinder, note, text "
            "or "
            "frame."},
           {R"({"nodes": [{"id": "a", "color": "pink"}]})", "color: \"pink\" is not grey, blue"},
           {R"({"nodes": [{"id": "a", "x": 2e6}]})", "x: must be a number from -1000000"},
           {R"({"nodes": [{"id": "a", "w": -1}]})", "w: must be a number from 0"},
           {R"({"nodes": [{"label": "a"}]})", "id: missing"},
           {R"({"nodes": [{"id": "a", "z": 1}]})", "z: unknown key"},
           {R"({"edges": [{"from": "a"}]})", "to: missing"},
           {R"({"edges": [{"from": "a", "to": "b", "heads": "two"}]})",
            "heads: \"two\" is not end, none, start or both."},
           {R"({"edges": [{"from": "a", "to": "b", "line": "wavy"}]})", "line: \"wavy\" is not"},
           {R"({"edges": [{"from": "a", "to": "b", "to_side": "up"}]})", "to_side: \"up\" is not"},
           {R"({"strokes": [{"points": [1]}]})", "points: must be numbers x, y"},
           {R"({"strokes": [{"points": [1, "2"]}]})", "points: must be numbers x, y"},
           {R"({"strokes": [{"points": [], "width": 0}]})", "width: must be a number from 0.5"},
           {R"({"strokes": [{"width": 1}]})", "points: missing"}}) {
    const Result<Board> board = Parse(json);
    ASSERT_FALSE(board) << json;
    EXPECT_EQ(board.error().code, ErrorCode::kInvalid);
    EXPECT_NE(board.error().message.find(complaint), std::string::npos)
        << board.error().message << "\nwants: " << complaint;
  }
}

TEST(Board, NotesTextsAndStrokesAreNoParts) {
  Board board;
  board.strokes = {{"s", {{0, 0}}}};
  BoardNode note{"a", "", "remember the cold start", ""};
  note.shape = BoardShape::kNote;
  BoardNode text{"b", "", "10k qps", ""};
  text.shape = BoardShape::kText;
  board.nodes = {note, text};
  EXPECT_FALSE(board.has_parts());
  EXPECT_FALSE(board.empty());
  board.nodes.push_back({"c", "", "Model", ""});
  EXPECT_TRUE(board.has_parts());
}

}  // namespace
}  // namespace interview

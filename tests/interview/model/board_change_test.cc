// A difference folds back to the board it was taken from, and is small.
#include "interview/model/board_change.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "interview/model/transcript.h"

namespace interview {
namespace {

Board Sample(int nodes) {
  Board board;
  for (int i = 0; i < nodes; ++i) {
    BoardNode node{"n" + std::to_string(i), "ranker", "Stage " + std::to_string(i), ""};
    node.x = i % 10 * 200;
    node.y = i / 10 * 96;
    node.w = 136;
    node.h = 56;
    board.nodes.push_back(node);
    if (i == 0) continue;
    BoardEdge edge{"n" + std::to_string(i - 1), node.id, "scores"};
    edge.id = "e" + std::to_string(i);
    board.edges.push_back(edge);
  }
  return board;
}

// As the store does it: to text and back.
BoardChange ThroughJson(const BoardChange& change) {
  const EventPayload event = event::BoardEdited{"q", change};
  const Result<EventPayload> back =
      ParseEvent("board_edited", *ParseJson(DumpJson(ToJson(event)), "event"));
  EXPECT_TRUE(back) << back.error().message;
  return std::get<event::BoardEdited>(*back).change;
}

void ExpectFolds(const Board& before, const Board& after) {
  Board board = before;
  const Status status = ApplyChange(ThroughJson(MakeBoardChange(before, after)), &board);
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_EQ(board, after);
}

TEST(BoardChange, EqualBoardsHaveNoDifference) {
  EXPECT_TRUE(MakeBoardChange(Sample(5), Sample(5)).empty());
}

TEST(BoardChange, AMovedNodeIsAllThatIsKept) {
  const Board before = Sample(5);
  Board after = before;
  after.nodes[2].x += 8;
  const BoardChange change = MakeBoardChange(before, after);
  EXPECT_EQ(change.put.nodes, std::vector<BoardNode>{after.nodes[2]});
  EXPECT_TRUE(change.put.edges.empty() && change.removed.empty() && change.order.empty());
  ExpectFolds(before, after);
}

TEST(BoardChange, ARemovedNodeTakesItsEdgesByName) {
  const Board before = Sample(4);
  Board after = before;
  after.nodes.erase(after.nodes.begin() + 1);
  std::erase_if(after.edges, [](const BoardEdge& e) { return e.from == "n1" || e.to == "n1"; });
  EXPECT_EQ(MakeBoardChange(before, after).removed, (std::vector<std::string>{"n1", "e1", "e2"}));
  ExpectFolds(before, after);
}

TEST(BoardChange, AnotherOrderIsKept) {
  const Board before = Sample(4);
  Board after = before;
  std::rotate(after.nodes.begin(), after.nodes.begin() + 1, after.nodes.end());
  EXPECT_TRUE(MakeBoardChange(before, after).put.empty());
  ExpectFolds(before, after);
  after = before;
  after.nodes.insert(after.nodes.begin(), {"low", "", "below all", ""});
  std::swap(after.edges[0], after.edges[1]);
  ExpectFolds(before, after);
}

TEST(BoardChange, AnIdThatChangesItsKindFolds) {
  Board before = Sample(3);
  before.strokes = {{"s", {{1, 2}}}};
  Board after = before;
  after.strokes = {};
  after.nodes.push_back({"s", "", "was a stroke", ""});
  ExpectFolds(before, after);
}

TEST(BoardChange, TheFirstBoardAndHandWrittenOnesAreKeptWhole) {
  EXPECT_TRUE(MakeBoardChange({}, Sample(2)).whole);
  Board without_ids = Sample(2);
  without_ids.edges[0].id.clear();
  EXPECT_TRUE(MakeBoardChange(Sample(2), without_ids).whole);
  EXPECT_TRUE(MakeBoardChange(without_ids, Sample(2)).whole);
  Board twice = Sample(2);
  twice.nodes[1].id = "n0";
  EXPECT_TRUE(MakeBoardChange(twice, Sample(2)).whole);
  ExpectFolds(twice, without_ids);
  ExpectFolds(Sample(2), {});
}

TEST(BoardChange, AnEventOfTheFirstVersionReplacesTheBoard) {
  const Result<EventPayload> event = ParseEvent(
      "board_edited", *ParseJson(R"({"question": "q", "board": {"nodes": [{"id": "a", "type": "",
        "label": "A", "note": ""}], "edges": [{"from": "a", "to": "a", "label": ""}]}})",
                                 "event"));
  ASSERT_TRUE(event) << event.error().message;
  Board board = Sample(3);
  ASSERT_TRUE(ApplyChange(std::get<event::BoardEdited>(*event).change, &board));
  EXPECT_EQ(board.nodes, (std::vector<BoardNode>{{"a", "", "A", ""}}));
  EXPECT_EQ(board.edges.size(), 1u);
}

TEST(BoardChange, AnUnknownIdIsCorruptAndLeavesTheBoardAlone) {
  for (const bool order : {false, true}) {
    BoardChange change;
    change.put.nodes = {{"new", "", "", ""}};
    (order ? change.order : change.removed) = {"ghost"};
    Board board = Sample(3);
    const Status status = ApplyChange(change, &board);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(board, Sample(3));
  }
}

TEST(BoardChange, BrokenDifferencesAreCorrupt) {
  for (const char* change : {R"({"nodes": [{"id": "a", "shape": "star"}]})", R"({"removed": [1]})",
                             R"({"removed": "a"})", R"({"colour": "red"})", R"([])"}) {
    const std::string text = R"({"question": "q", "change": )" + std::string(change) + "}";
    const Result<EventPayload> event = ParseEvent("board_edited", *ParseJson(text, "event"));
    ASSERT_FALSE(event) << text;
    EXPECT_EQ(event.error().code, ErrorCode::kCorrupt);
  }
}

// Some edit of a board: any of what a hand does on the canvas, several at once.
Board Edited(Board board, std::mt19937* random, int* next) {
  const auto below = [&](std::size_t n) { return (*random)() % n; };
  for (auto edits = 1 + below(3); edits > 0; --edits) {
    switch (below(8)) {
      case 0:
        board.nodes.insert(
            board.nodes.begin() + static_cast<std::ptrdiff_t>(below(board.nodes.size() + 1)),
            {"i" + std::to_string((*next)++), "", "new", ""});
        break;
      case 1:
        if (!board.nodes.empty()) board.nodes[below(board.nodes.size())].x += 8;
        break;
      case 2:
        if (!board.nodes.empty()) {
          const auto at = static_cast<std::ptrdiff_t>(below(board.nodes.size()));
          const std::string id = board.nodes[static_cast<std::size_t>(at)].id;
          board.nodes.erase(board.nodes.begin() + at);
          std::erase_if(board.edges,
                        [&](const BoardEdge& e) { return e.from == id || e.to == id; });
        }
        break;
      case 3:
        if (!board.nodes.empty()) {
          BoardEdge edge{board.nodes[below(board.nodes.size())].id,
                         board.nodes[below(board.nodes.size())].id, "x"};
          edge.id = "i" + std::to_string((*next)++);
          board.edges.push_back(edge);
        }
        break;
      case 4:
        if (!board.edges.empty()) board.edges[below(board.edges.size())].label += "y";
        break;
      case 5:
        board.strokes.push_back({"i" + std::to_string((*next)++), {{1, 2}, {3, 4}}, "", 2});
        break;
      case 6:
        if (!board.strokes.empty()) board.strokes.erase(board.strokes.begin());
        break;
      default:
        std::shuffle(board.nodes.begin(), board.nodes.end(), *random);
    }
  }
  return board;
}

TEST(BoardChange, AnyTwoBoardsAreJoinedByTheirDifference) {
  std::mt19937 random(7);
  int next = 0;
  Board board = Sample(6);
  Board folded = board;
  for (int i = 0; i < 3000; ++i) {
    const Board after = Edited(board, &random, &next);
    ASSERT_TRUE(ApplyChange(ThroughJson(MakeBoardChange(board, after)), &folded));
    ASSERT_EQ(folded, after) << "edit " << i;
    board = after;
  }
}

TEST(BoardChange, FiveHundredEditsOfALargeBoardStaySmall) {
  Board board = Sample(100);
  std::size_t whole = 0;
  std::size_t differences = 0;
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    Board after = board;
    after.nodes[random() % 100].x += 8;
    whole += DumpJson(ToJson(EventPayload(event::BoardEdited{"q", after}))).size();
    differences +=
        DumpJson(ToJson(EventPayload(event::BoardEdited{"q", MakeBoardChange(board, after)})))
            .size();
    board = after;
  }
  RecordProperty("whole_bytes", static_cast<int>(whole));
  RecordProperty("difference_bytes", static_cast<int>(differences));
  EXPECT_LT(differences * 50, whole) << differences << " of " << whole;
}

}  // namespace
}  // namespace interview

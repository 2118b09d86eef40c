#include "evaluators/diagram/diagram_graph.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Board;

class DiagramGraphTest : public testing::Test {
 protected:
  DiagramGraphTest() {
    rubric_.components = {{"event_log", "Event log", true, {"kafka", "logging"}},
                          {"stream_proc", "Stream processor", false, {"flink"}},
                          {"feature_store", "Feature store", true, {"online features"}},
                          {"cache", "Cache", false, {"redis"}},
                          {"training", "Training", true, {"trainer", "training pipeline"}}};
  }

  Link Find(const Board& board, std::string_view from, std::string_view to,
            std::optional<std::vector<std::string>> via = std::nullopt) {
    const LabelReader labels(rubric_, lexicon_);
    return DiagramGraph(board, labels).FindLink(from, to, via).link;
  }

  std::size_t Count(const interview::BoardNode& node, std::string_view component) {
    const Board board{{node}, {}};
    const LabelReader labels(rubric_, lexicon_);
    return DiagramGraph(board, labels).NodesOf(component).size();
  }

  interview::DiagramRubric rubric_;
  Lexicon lexicon_;
};

TEST_F(DiagramGraphTest, BoxesAreKnownByTypeNameOrAlias) {
  EXPECT_EQ(Count({"a", "event_log", "whatever", ""}, "event_log"), 1u);
  EXPECT_EQ(Count({"a", "", "Kafka", ""}, "event_log"), 1u);
  EXPECT_EQ(Count({"a", "", "our feature stores", ""}, "feature_store"), 1u);
  EXPECT_EQ(Count({"a", "", "Training-Pipeline", ""}, "training"), 1u);
  EXPECT_EQ(Count({"a", "", "Kafak", ""}, "event_log"), 1u);
  EXPECT_EQ(Count({"a", "", "Kubernetes", ""}, "event_log"), 0u);
  EXPECT_EQ(Count({"a", "unknown", "Redis", ""}, "cache"), 1u);
}

TEST_F(DiagramGraphTest, ACompositeLabelNamesSeveral) {
  const interview::BoardNode node{"a", "", "Kafka + Flink", ""};
  EXPECT_EQ(Count(node, "event_log"), 1u);
  EXPECT_EQ(Count(node, "stream_proc"), 1u);
  EXPECT_EQ(Find({{node}, {}}, "event_log", "stream_proc"), Link::kSameBox);
}

TEST_F(DiagramGraphTest, ShortenedNamesAreUnderstood) {
  EXPECT_EQ(Count({"a", "", "feat. store", ""}, "feature_store"), 1u);
  EXPECT_EQ(Count({"a", "", "Stream proc", ""}, "stream_proc"), 1u);
  EXPECT_EQ(Count({"a", "", "FeatureStore", ""}, "feature_store"), 1u);
  EXPECT_EQ(Count({"a", "", "FS", ""}, "feature_store"), 1u);
  EXPECT_EQ(Count({"a", "", "Kafka/FS", ""}, "feature_store"), 1u);
  EXPECT_EQ(Count({"a", "", "fs", ""}, "feature_store"), 0u);
  EXPECT_EQ(Count({"a", "", "ESP", ""}, "stream_proc"), 0u);
  EXPECT_EQ(Count({"a", "", "evt lg", ""}, "event_log"), 0u);  // two letters are too few
}

TEST_F(DiagramGraphTest, CapitalsThatFitTwoPartsNameNeither) {
  rubric_.components.push_back({"fraud_score", "Fraud score", false, {}});
  EXPECT_EQ(Count({"a", "", "FS", ""}, "feature_store"), 0u);
  EXPECT_EQ(Count({"a", "", "FS", ""}, "fraud_score"), 0u);
}

TEST_F(DiagramGraphTest, AnArrowAtAFrameReachesTheBoxesWithin) {
  interview::BoardNode frame{"p", "", "Online part", ""};
  frame.shape = interview::BoardShape::kFrame;
  interview::BoardNode store{"f", "feature_store", "", ""};
  store.frame = "p";
  const Board into{{{"k", "event_log", "", ""}, frame, store}, {{"k", "p", ""}}};
  EXPECT_EQ(Find(into, "event_log", "feature_store"), Link::kPath);
  EXPECT_EQ(Find(into, "feature_store", "event_log"), Link::kNone);
  const Board out{{{"t", "training", "", ""}, frame, store}, {{"p", "t", ""}}};
  EXPECT_EQ(Find(out, "feature_store", "training"), Link::kPath);
}

TEST_F(DiagramGraphTest, AFrameDoesNotConnectWhatItHolds) {
  interview::BoardNode frame{"p", "", "Online part", ""};
  frame.shape = interview::BoardShape::kFrame;
  interview::BoardNode log{"k", "event_log", "", ""};
  interview::BoardNode store{"f", "feature_store", "", ""};
  log.frame = store.frame = "p";
  const Board board{{frame, log, store, {"t", "training", "", ""}}, {{"k", "t", ""}}};
  EXPECT_EQ(Find(board, "event_log", "feature_store"), Link::kNone);
  EXPECT_EQ(Find(board, "feature_store", "training"), Link::kNone);
}

TEST_F(DiagramGraphTest, ALabelledFrameIsThePartAndItsArrowsAreThoseOfItsBoxes) {
  interview::BoardNode frame{"p", "", "Training pipeline", ""};
  frame.shape = interview::BoardShape::kFrame;
  interview::BoardNode inner{"x", "", "gradient steps", ""};
  inner.frame = "p";
  const Board board{{{"k", "event_log", "", ""}, inner, frame}, {{"k", "x", ""}}};
  EXPECT_EQ(Find(board, "event_log", "training"), Link::kPath);
}

TEST_F(DiagramGraphTest, FindsDirectAndIndirectWays) {
  const Board board{{{"k", "event_log", "", ""},
                     {"x", "", "something", ""},
                     {"y", "", "else", ""},
                     {"z", "", "more", ""},
                     {"f", "feature_store", "", ""},
                     {"t", "training", "", ""}},
                    {{"k", "x", ""},
                     {"x", "f", ""},
                     {"x", "y", ""},
                     {"y", "z", ""},
                     {"z", "t", ""},
                     {"f", "f", ""},
                     {"f", "nowhere", ""}}};
  EXPECT_EQ(Find(board, "event_log", "feature_store"), Link::kPath);
  EXPECT_EQ(Find(board, "event_log", "training"), Link::kNone);  // three further boxes
  EXPECT_EQ(Find(board, "feature_store", "event_log"), Link::kNone);
  EXPECT_EQ(Find(board, "event_log", "feature_store", {{"stream_proc"}}), Link::kNone);
}

TEST_F(DiagramGraphTest, ViaLimitsWhatAPathMayPass) {
  const Board board{
      {{"k", "event_log", "", ""}, {"s", "", "Flink", ""}, {"f", "feature_store", "", ""}},
      {{"k", "s", ""}, {"s", "f", ""}}};
  EXPECT_EQ(Find(board, "event_log", "feature_store", {{"stream_proc"}}), Link::kPath);
  EXPECT_EQ(Find(board, "event_log", "feature_store", {{"cache"}}), Link::kNone);
  EXPECT_EQ(Find(board, "stream_proc", "event_log"), Link::kReversed);
}

TEST_F(DiagramGraphTest, FreeShapesAndFramesAreBoxesButNotesAndTextAreNot) {
  using interview::BoardShape;
  for (const BoardShape shape : interview::kBoardShapes) {
    interview::BoardNode node{"a", "", "Kafka", ""};
    node.shape = shape;
    const bool prose = shape == BoardShape::kNote || shape == BoardShape::kText;
    EXPECT_EQ(Count(node, "event_log"), prose ? 0u : 1u) << ToString(shape);
  }
}

TEST_F(DiagramGraphTest, AnArrowLeadsWhereItsHeadsPoint) {
  Board board{{{"k", "event_log", "", ""}, {"s", "stream_proc", "", ""}}, {{"k", "s", ""}}};
  board.edges[0].heads = interview::ArrowHeads::kStart;
  EXPECT_EQ(Find(board, "event_log", "stream_proc"), Link::kReversed);
  EXPECT_EQ(Find(board, "stream_proc", "event_log"), Link::kDirect);
  board.edges[0].heads = interview::ArrowHeads::kBoth;
  EXPECT_EQ(Find(board, "event_log", "stream_proc"), Link::kDirect);
  EXPECT_EQ(Find(board, "stream_proc", "event_log"), Link::kDirect);
  board.edges[0].heads = interview::ArrowHeads::kNone;
  EXPECT_EQ(Find(board, "event_log", "stream_proc"), Link::kDirect);
  EXPECT_EQ(Find(board, "stream_proc", "event_log"), Link::kReversed);
}

TEST_F(DiagramGraphTest, AWayThroughANoteIsNoWay) {
  Board board{
      {{"k", "event_log", "", ""}, {"n", "", "see slide", ""}, {"f", "feature_store", "", ""}},
      {{"k", "n", ""}, {"n", "f", ""}}};
  EXPECT_EQ(Find(board, "event_log", "feature_store"), Link::kPath);
  board.nodes[1].shape = interview::BoardShape::kNote;
  EXPECT_EQ(Find(board, "event_log", "feature_store"), Link::kNone);
}

}  // namespace
}  // namespace evaluators

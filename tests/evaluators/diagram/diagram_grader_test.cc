#include "evaluators/diagram/diagram_grader.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Board;
using interview::Criterion;
using interview::CriterionState;
using interview::Evaluation;

interview::QuestionPtr Question() {
  interview::SystemDesignSpec spec;
  spec.diagram.components = {{"server", "Server", true, {"api"}},
                             {"ranker", "Ranker", true, {"model"}},
                             {"training", "Training", true, {"trainer"}},
                             {"cache", "Cache", false, {"redis"}}};
  spec.diagram.connections = {{"server", "ranker", 2, {}, false, "it scores"},
                              {"training", "ranker", 1, {}, false, ""},
                              {"server", "cache", 1, {}, true, ""}};
  spec.diagram.anti_patterns = {{"loop", "the ranker trains itself", "ranker", "training", ""},
                                {"alone", "nothing is scored", "", "", "server->ranker"}};
  auto question = std::make_shared<interview::Question>();
  question->id = "case";
  question->spec = spec;
  return question;
}

Evaluation Grade(Board board) {
  interview::EvaluationRequest request;
  request.question = Question();
  request.answer.board = std::move(board);
  return *DiagramGrader(std::make_shared<const Lexicon>()).Evaluate(request, {});
}

const Criterion* Find(const Evaluation& evaluation, std::string_view id) {
  for (const Criterion& criterion : evaluation.criteria) {
    if (criterion.id == id) return &criterion;
  }
  return nullptr;
}

TEST(DiagramGraderTest, ACompleteBoardEarnsEverything) {
  const Evaluation evaluation = Grade({{{"s", "", "API", ""},
                                        {"r", "", "Model", ""},
                                        {"t", "", "Trainer", ""},
                                        {"c", "", "Redis", ""}},
                                       {{"s", "r", ""}, {"t", "r", ""}, {"c", "s", ""}}});
  EXPECT_DOUBLE_EQ(evaluation.score, 1);
  EXPECT_TRUE(evaluation.misconceptions.empty());
  EXPECT_EQ(Find(evaluation, "server->cache")->credit, 1);  // both ways
}

TEST(DiagramGraderTest, AnOptionalPartThatIsNotDrawnCostsNothing) {
  const Evaluation evaluation =
      Grade({{{"s", "server", "", ""}, {"r", "ranker", "", ""}, {"t", "training", "", ""}},
             {{"s", "r", ""}, {"t", "r", ""}}});
  EXPECT_DOUBLE_EQ(evaluation.score, 1);
  EXPECT_EQ(Find(evaluation, "server->cache"), nullptr);
}

TEST(DiagramGraderTest, OneBoxForTwoEarnsHalfTheEdge) {
  const Evaluation evaluation =
      Grade({{{"s", "", "API and model", ""}, {"t", "training", "", ""}}, {{"t", "s", ""}}});
  EXPECT_EQ(Find(evaluation, "server")->credit, 1);
  EXPECT_EQ(Find(evaluation, "server->ranker")->credit, 0.5);
  EXPECT_EQ(Find(evaluation, "server->ranker")->state, CriterionState::kPartly);
}

TEST(DiagramGraderTest, CriteriaPointAtTheirBoxesAndArrows) {
  Board board{{{"s", "server", "", ""},
               {"x", "", "queue", ""},
               {"r", "ranker", "", ""},
               {"t", "training", "", ""}},
              {{"s", "x", ""}, {"x", "r", ""}, {"r", "t", ""}}};
  board.edges[0].id = "e1";
  const Evaluation evaluation = Grade(board);
  EXPECT_EQ(Find(evaluation, "server")->board.nodes, (std::vector<std::string>{"s"}));
  const Criterion* passed = Find(evaluation, "server->ranker");
  EXPECT_EQ(passed->board.nodes, (std::vector<std::string>{"s", "x", "r"}));
  EXPECT_EQ(passed->board.edges, (std::vector<std::string>{"e1", "x->r"}));
  EXPECT_EQ(passed->reason, "Drawn by way of queue.");
  EXPECT_EQ(Find(evaluation, "training->ranker")->board.edges,
            (std::vector<std::string>{"r->t"}));  // the other way round
  ASSERT_EQ(evaluation.misconceptions.size(), 1u);
  EXPECT_EQ(evaluation.misconceptions[0].board.edges, (std::vector<std::string>{"r->t"}));
}

TEST(DiagramGraderTest, EvidenceOnTheBoardSurvivesStorage) {
  const Evaluation evaluation =
      Grade({{{"s", "server", "", ""}, {"r", "ranker", "", ""}, {"t", "training", "", ""}},
             {{"r", "t", ""}}});
  const auto read = interview::ParseEvaluation(interview::ToJson(evaluation), "evaluation");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->criteria.size(), evaluation.criteria.size());
  for (std::size_t i = 0; i < read->criteria.size(); ++i) {
    EXPECT_EQ(read->criteria[i].board, evaluation.criteria[i].board);
  }
  EXPECT_EQ(read->misconceptions[0].board, evaluation.misconceptions[0].board);
}

TEST(DiagramGraderTest, AWrongDirectionIsContradicted) {
  const Evaluation evaluation =
      Grade({{{"s", "server", "", ""}, {"r", "ranker", "", ""}}, {{"r", "s", ""}}});
  EXPECT_EQ(Find(evaluation, "server->ranker")->credit, 0);
  EXPECT_EQ(Find(evaluation, "server->ranker")->state, CriterionState::kContradicted);
}

TEST(DiagramGraderTest, AntiPatternsCost) {
  const Evaluation evaluation =
      Grade({{{"s", "server", "", ""}, {"r", "ranker", "", ""}, {"t", "training", "", ""}},
             {{"s", "r", ""}, {"r", "t", ""}}});
  ASSERT_EQ(evaluation.misconceptions.size(), 1u);
  EXPECT_EQ(evaluation.misconceptions[0].id, "loop");
  EXPECT_NEAR(evaluation.score, 0.4 + 0.6 * 2 / 3 - 0.1, 1e-9);
}

TEST(DiagramGraderTest, IsolatedBoxesEarnHalfAndAreReported) {
  const Evaluation evaluation =
      Grade({{{"s", "server", "My API", ""}, {"r", "ranker", "", ""}}, {}});
  EXPECT_EQ(Find(evaluation, "server")->credit, 0.5);
  ASSERT_NE(Find(evaluation, "isolated/s"), nullptr);
  EXPECT_EQ(Find(evaluation, "isolated/s")->weight, 0);
  ASSERT_EQ(evaluation.misconceptions.size(), 1u);
  EXPECT_EQ(evaluation.misconceptions[0].id, "alone");
}

TEST(DiagramGraderTest, AnEmptyBoardScoresNothingAndAccusesOfNothing) {
  const Evaluation evaluation = Grade({});
  EXPECT_EQ(evaluation.score, 0);
  EXPECT_TRUE(evaluation.misconceptions.empty());
}

TEST(DiagramGraderTest, NotesTextAndStrokesChangeNothing) {
  Board board{{{"s", "server", "", ""}, {"r", "ranker", "", ""}, {"t", "training", "", ""}},
              {{"s", "r", ""}, {"t", "r", ""}}};
  const Evaluation plain = Grade(board);
  interview::BoardNode note{"x", "", "Redis later?", ""};
  note.shape = interview::BoardShape::kNote;
  interview::BoardNode frame{"y", "", "Region A", ""};
  frame.shape = interview::BoardShape::kFrame;
  board.nodes.insert(board.nodes.begin(), {note, frame});
  board.strokes = {{"z", {{0, 0}, {5, 5}}}};
  const Evaluation with = Grade(board);
  EXPECT_DOUBLE_EQ(with.score, plain.score);
  EXPECT_EQ(with.criteria.size(), plain.criteria.size());
}

TEST(DiagramGraderTest, ABoardOfNotesAloneAccusesOfNothing) {
  interview::BoardNode note{"x", "", "the ranker trains itself", ""};
  note.shape = interview::BoardShape::kNote;
  const Evaluation evaluation = Grade({{note}, {}});
  EXPECT_EQ(evaluation.score, 0);
  EXPECT_TRUE(evaluation.misconceptions.empty());
}

TEST(DiagramGraderTest, AQuestionWithoutDiagramIsAnError) {
  auto question = std::make_shared<interview::Question>();
  question->spec = interview::ConceptSpec{};
  interview::EvaluationRequest request;
  request.question = question;
  EXPECT_FALSE(DiagramGrader(std::make_shared<const Lexicon>()).Evaluate(request, {}));
}

}  // namespace
}  // namespace evaluators

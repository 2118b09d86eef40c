#include "evaluators/diagram/design_lint.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/evaluators/diagram/shipped_designs.h"

namespace evaluators {
namespace {

using interview::Board;
using interview::Criterion;
using interview::Evaluation;
using interview::QuestionPtr;

const ShippedDesigns& Shipped() { return ShippedDesigns::Get(); }

QuestionPtr Case(const std::string& id) { return *Shipped().bank.Get(id); }

Board Model(const std::string& id) { return ShippedDesigns::BoardOf(*Case(id), "model"); }

std::string Lint(const std::string& id, Board board) {
  return FindingsOf(Shipped().Grade(Case(id), std::move(board)));
}

const Criterion* Find(const Evaluation& evaluation, std::string_view id) {
  for (const Criterion& criterion : evaluation.criteria) {
    if (criterion.id == id) return &criterion;
  }
  return nullptr;
}

// What must be found when this node or arrow of the model diagram is taken out; nothing for those
// that are not listed.
using Table = std::map<std::string, std::string>;

const Table& LearningSide() {
  static const Table table = {{"ev", "no-learning-loop"},     {"la", "no-learning-loop"},
                              {"lj", "no-learning-loop"},     {"tr", "no-learning-loop"},
                              {"eg", "no-eval-gate"},         {"rg", "no-deployment"},
                              {"mo", "no-monitoring"},        {"ev->la", "no-learning-loop"},
                              {"la->lj", "no-learning-loop"}, {"lj->tr", "no-learning-loop"},
                              {"tr->eg", "no-eval-gate"},     {"eg->rg", "no-deployment"},
                              {"rg->rk", "no-deployment"},    {"rk->mo", "no-monitoring"}};
  return table;
}

const std::map<std::string, Table>& ServingSide() {
  static const std::map<std::string, Table> tables = {
      {"video-recommendation",
       {{"g", "no-request-path"},
        {"r", "isolated/ca isolated/ex no-request-path"},
        {"ann", "isolated/em"},
        {"rk", "no-monitoring no-request-path"},
        {"rr", "isolated/pf"},
        {"c->g", "no-request-path"},
        {"g->r", "no-request-path"},
        {"em->ann", "isolated/em"},
        {"pf->rr", "isolated/pf"},
        {"r->ca", "isolated/ca"},
        {"ex->r", "isolated/ex"}}},
      {"feed-ranking",
       {{"g", "no-request-path"},
        {"f", "isolated/ca isolated/ex no-request-path"},
        {"cg", "isolated/fi no-request-path"},
        {"rk", "isolated/af no-monitoring no-request-path"},
        {"rr", "isolated/pf"},
        {"c->g", "no-request-path"},
        {"g->f", "no-request-path"},
        {"f->cg", "no-request-path"},
        {"cg->rk", "no-request-path"},
        {"fi->cg", "isolated/fi"},
        {"af->rk", "isolated/af"},
        {"pf->rr", "isolated/pf"},
        {"f->ca", "isolated/ca"},
        {"ex->f", "isolated/ex"}}},
      {"ad-click-prediction",
       {{"as", "isolated/ex no-request-path"},
        {"ti", "no-request-path"},
        {"cg", "no-request-path"},
        {"rk", "no-monitoring no-request-path"},
        {"pa", "isolated/bs"},
        {"c->as", "no-request-path"},
        {"as->ti", "no-request-path"},
        {"ti->cg", "no-request-path"},
        {"cg->rk", "no-request-path"},
        {"bs->pa", "isolated/bs"},
        {"ex->as", "isolated/ex"}}}};
  return tables;
}

std::string Expected(const std::string& id, const std::string& taken) {
  for (const Table& table : {ServingSide().at(id), LearningSide()}) {
    if (const auto it = table.find(taken); it != table.end()) return it->second;
  }
  return "";
}

TEST(DesignLintTest, EveryShippedModelDiagramIsWithoutFindings) {
  ASSERT_GE(Shipped().cases().size(), ServingSide().size());
  for (const QuestionPtr& question : Shipped().cases()) {
    const Evaluation evaluation =
        Shipped().Grade(question, ShippedDesigns::BoardOf(*question, "model"));
    EXPECT_EQ(FindingsOf(evaluation), "") << question->id;
    EXPECT_TRUE(evaluation.misconceptions.empty()) << question->id;
    EXPECT_DOUBLE_EQ(evaluation.score, 1) << question->id;
  }
}

TEST(DesignLintTest, AModelDiagramWithOnePartTakenOutHasExactlyThatFault) {
  for (const auto& [id, table] : ServingSide()) {
    for (const interview::BoardNode& node : Model(id).nodes) {
      EXPECT_EQ(Lint(id, WithoutNode(Model(id), node.id)), Expected(id, node.id))
          << id << " without " << node.id;
    }
  }
}

TEST(DesignLintTest, AModelDiagramWithOneArrowTakenOutHasExactlyThatFault) {
  for (const auto& [id, table] : ServingSide()) {
    for (const interview::BoardEdge& edge : Model(id).edges) {
      EXPECT_EQ(Lint(id, WithoutEdge(Model(id), edge.Name())), Expected(id, edge.Name()))
          << id << " without " << edge.Name();
    }
  }
}

TEST(DesignLintTest, EveryEntryOfTheTablesIsAPlaceOfItsDiagram) {
  for (const auto& [id, serving] : ServingSide()) {
    std::set<std::string> places;
    for (const auto& node : Model(id).nodes) places.insert(node.id);
    for (const auto& edge : Model(id).edges) places.insert(edge.Name());
    for (const Table& table : {serving, LearningSide()}) {
      for (const auto& [place, findings] : table) EXPECT_TRUE(places.contains(place)) << place;
    }
  }
}

TEST(DesignLintTest, FindingsPointAtNodesAndEdgesOfTheBoard) {
  for (const auto& [id, table] : ServingSide()) {
    std::vector<Board> boards = {ShippedDesigns::BoardOf(*Case(id), "mediocre"),
                                 ShippedDesigns::BoardOf(*Case(id), "buzzword")};
    for (const auto& node : Model(id).nodes) boards.push_back(WithoutNode(Model(id), node.id));
    for (const auto& edge : Model(id).edges) boards.push_back(WithoutEdge(Model(id), edge.Name()));
    for (const Board& board : boards) {
      std::set<std::string> nodes;
      std::set<std::string> edges;
      for (const auto& node : board.nodes) nodes.insert(node.id);
      for (const auto& edge : board.edges) edges.insert(edge.Name());
      for (const Criterion& criterion : Shipped().Grade(Case(id), board).criteria) {
        if (criterion.group == "findings") {
          EXPECT_FALSE(criterion.board.nodes.empty()) << criterion.id;
          EXPECT_FALSE(criterion.text.empty() || criterion.advice.empty()) << criterion.id;
          EXPECT_EQ(criterion.weight, 0) << criterion.id;
        }
        for (const auto& node : criterion.board.nodes) EXPECT_TRUE(nodes.contains(node));
        for (const auto& edge : criterion.board.edges) EXPECT_TRUE(edges.contains(edge));
      }
    }
  }
}

TEST(DesignLintTest, AModelThatGoesStraightToServingIsFoundOnItsArrow) {
  Board board = Model("ad-click-prediction");
  board.edges.push_back({"tr", "rk", ""});
  const Evaluation evaluation = Shipped().Grade(Case("ad-click-prediction"), board);
  EXPECT_EQ(FindingsOf(evaluation), "no-eval-gate");
  const Criterion* finding = Find(evaluation, "no-eval-gate");
  EXPECT_EQ(finding->board.nodes, (std::vector<std::string>{"tr", "rk"}));
  EXPECT_EQ(finding->board.edges, (std::vector<std::string>{"tr->rk"}));
  ASSERT_EQ(evaluation.misconceptions.size(), 1u);
  EXPECT_EQ(evaluation.misconceptions[0].board, finding->board);
}

TEST(DesignLintTest, AGateThatApprovesModelsInTheRegistryIsAGate) {
  Board board = WithoutEdge(Model("feed-ranking"), "tr->eg");
  board.edges.push_back({"tr", "rg", "candidate"});
  EXPECT_EQ(Lint("feed-ranking", board), "");
  board = WithoutEdge(board, "eg->rg");
  board.edges.push_back({"eg", "mo", "report"});
  EXPECT_EQ(Lint("feed-ranking", board), "no-eval-gate");
}

TEST(DesignLintTest, FeaturesThatOnlyTrainingGetsAreASkew) {
  for (const auto& [id, table] : ServingSide()) {
    Board board = Model(id);
    board.nodes.push_back({"of", "", "Offline features", ""});
    board.edges.push_back({"la", "of", ""});
    board.edges.push_back({"of", "tr", ""});
    const Evaluation evaluation = Shipped().Grade(Case(id), board);
    EXPECT_EQ(FindingsOf(evaluation), "feature-skew") << id;
    EXPECT_EQ(Find(evaluation, "feature-skew")->board.nodes,
              (std::vector<std::string>{"fs", "tr", "of"}));
    EXPECT_EQ(Find(evaluation, "feature-skew")->board.edges, (std::vector<std::string>{"of->tr"}));

    Board filled = board;
    filled.edges.push_back({"of", "fs", "the same values"});
    EXPECT_EQ(Lint(id, filled), "") << id;
    Board copied = board;
    copied.edges.push_back({"fs", "of", "snapshots"});
    EXPECT_EQ(Lint(id, copied), "") << id;
    Board one_job = board;
    one_job.edges.push_back({"sp", "of", "the same job"});
    EXPECT_EQ(Lint(id, one_job), "") << id;
  }
}

TEST(DesignLintTest, TrainingThatReadsTheFeatureStoreIsNoSkewWhicheverWayTheArrowPoints) {
  Board board = Model("video-recommendation");
  board.edges.push_back({"tr", "fs", "reads"});
  EXPECT_EQ(Lint("video-recommendation", board), "");
  board.edges.back() = {"fs", "tr", "rows"};
  EXPECT_EQ(Lint("video-recommendation", board), "");
}

TEST(DesignLintTest, EventsThatOnlyTheClientWritesTellNothingOfWhatWasServed) {
  Board board = WithoutEdge(Model("video-recommendation"), "r->ev");
  board.edges.push_back({"c", "ev", "clicks"});
  EXPECT_EQ(Lint("video-recommendation", board), "feature-skew");
  board.edges.push_back({"rk", "ev", "features and scores"});
  EXPECT_EQ(Lint("video-recommendation", board), "");
}

TEST(DesignLintTest, ArrowsDrawnAsLookupsAreNoFault) {
  Board board = Model("feed-ranking");
  for (interview::BoardEdge& edge : board.edges) {
    const bool lookup = edge.Name() == "rg->rk" || edge.Name() == "fs->rk" ||
                        edge.Name() == "lj->tr" || edge.Name() == "la->lj";
    if (lookup) std::swap(edge.from, edge.to);
  }
  EXPECT_EQ(Lint("feed-ranking", board), "");
}

TEST(DesignLintTest, PartsOfThePaletteThatTheCaseDoesNotNameCount) {
  Board board = WithoutNode(Model("feed-ranking"), "mo");
  board.nodes.push_back({"x", "", "Grafana and pager", ""});
  board.edges.push_back({"rk", "x", ""});
  EXPECT_EQ(Lint("feed-ranking", board), "");
  board.nodes.back() = {"x", "dashboard", "", ""};
  EXPECT_EQ(Lint("feed-ranking", board), "");
}

TEST(DesignLintTest, AReturnPathThatIsNotDrawnIsNoFault) {
  Board board = WithoutEdge(Model("video-recommendation"), "rr->r");
  EXPECT_EQ(Lint("video-recommendation", board), "");
}

TEST(DesignLintTest, MediocreBoardsAreToldTheirFaultsAndNoOthers) {
  const std::map<std::string, std::string> expected = {{"video-recommendation", "no-eval-gate"},
                                                       {"feed-ranking", "no-eval-gate"},
                                                       {"ad-click-prediction", "no-eval-gate"}};
  for (const auto& [id, findings] : expected) {
    EXPECT_EQ(Lint(id, ShippedDesigns::BoardOf(*Case(id), "mediocre")), findings) << id;
  }
}

TEST(DesignLintTest, ACaseWhoseReferenceHasNoTrainingAsksForNone) {
  auto question = std::make_shared<interview::Question>();
  interview::SystemDesignSpec spec;
  spec.diagram.components = {{"client", "Client", false, {}, interview::ComponentRole::kRequest},
                             {"ranker", "Ranker", true, {}, interview::ComponentRole::kModel},
                             {"cache", "Cache", false, {}}};
  spec.diagram.connections = {{"client", "ranker", 1, {}, false, ""},
                              {"ranker", "cache", 1, {}, false, ""}};
  question->spec = spec;
  const Board board{{{"c", "client", "", ""}, {"r", "ranker", "", ""}, {"x", "cache", "", ""}},
                    {{"r", "x", ""}}};
  EXPECT_EQ(FindingsOf(Shipped().Grade(question, board)), "no-request-path");
}

TEST(DesignLintTest, ABoxThatListsPartsIsCrowdedAndEarnsLittle) {
  const std::string id = "feed-ranking";
  std::string all;
  for (const auto& node : Model(id).nodes) all += (all.empty() ? "" : " + ") + node.label;
  const Board board{{{"x", "", all, ""}, {"y", "", all, ""}}, {{"x", "y", ""}, {"y", "x", ""}}};
  const Evaluation evaluation = Shipped().Grade(Case(id), board);
  EXPECT_LE(evaluation.score, 0.2);
  EXPECT_NE(Find(evaluation, "crowded/x"), nullptr);
}

TEST(DesignLintTest, ABoardWithoutPartsHasNoFindings) {
  EXPECT_EQ(Lint("feed-ranking", {}), "");
  interview::BoardNode note{"n", "", "Kafka later", ""};
  note.shape = interview::BoardShape::kNote;
  EXPECT_EQ(Lint("feed-ranking", {{note}, {}}), "");
}

}  // namespace
}  // namespace evaluators

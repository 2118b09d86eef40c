// Whatever does not change what a board says must not change what is said of it.
#include "tests/evaluators/diagram/shipped_designs.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "evaluators/text/rubric_proof.h"

namespace evaluators {
namespace {

using interview::Board;
using interview::Evaluation;
using interview::QuestionPtr;

const ShippedDesigns& Shipped() { return ShippedDesigns::Get(); }

// What an evaluation says, with the names that `original` gives to the ids of this board.
std::multiset<std::string> Said(const Evaluation& evaluation,
                                const std::map<std::string, std::string>& original) {
  std::multiset<std::string> said = {"score " + std::to_string(evaluation.score)};
  const auto name = [&](const std::string& id) {
    const auto it = original.find(id);
    return it == original.end() ? id : it->second;
  };
  for (const interview::Criterion& c : evaluation.criteria) {
    std::string id = c.id;
    if (const std::size_t slash = id.find('/'); slash != std::string::npos) {
      id = id.substr(0, slash + 1) + name(id.substr(slash + 1));
    }
    std::multiset<std::string> nodes;
    for (const std::string& node : c.board.nodes) nodes.insert(name(node));
    std::string line =
        c.group + " " + id + " " + std::string(ToString(c.state)) + " " + std::to_string(c.credit);
    // Of several ways of the same length, the order of the drawing decides which one is shown.
    if (c.group != "connections") {
      for (const std::string& node : nodes) line += " " + node;
    }
    said.insert(line);
  }
  for (const auto& raised : evaluation.misconceptions) said.insert("raised " + raised.id);
  return said;
}

// Boards of every kind: the shipped answers, and model diagrams with up to six random changes.
Board RandomBoard(const interview::Question& question, std::mt19937* random) {
  static const char* const kAnswers[] = {"model", "model", "mediocre", "buzzword"};
  Board board = ShippedDesigns::BoardOf(question, kAnswers[(*random)() % 4]);
  for (std::size_t change = (*random)() % 7; change > 0; --change) {
    const std::size_t edge = (*random)() % board.edges.size();
    switch ((*random)() % 4) {
      case 0:
        board.edges.erase(board.edges.begin() + static_cast<std::ptrdiff_t>(edge));
        if (board.edges.empty()) board.edges.push_back({board.nodes[0].id, board.nodes[1].id, ""});
        break;
      case 1:
        std::swap(board.edges[edge].from, board.edges[edge].to);
        break;
      case 2:
        board = WithoutNode(board, board.nodes[(*random)() % board.nodes.size()].id);
        if (board.edges.empty()) board.edges.push_back({board.nodes[0].id, board.nodes[1].id, ""});
        break;
      default:
        board.edges.push_back({board.nodes[(*random)() % board.nodes.size()].id,
                               board.nodes[(*random)() % board.nodes.size()].id, ""});
    }
  }
  return board;
}

TEST(ShippedDesignsTest, MovingRenamingAndReorderingChangeNothing) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    for (const QuestionPtr& question : Shipped().cases()) {
      const Board board = RandomBoard(*question, &random);
      Board changed = board;
      std::map<std::string, std::string> original;
      std::map<std::string, std::string> renamed;
      for (interview::BoardNode& node : changed.nodes) {
        const std::string id = "n" + std::to_string(random() % 1000000) + node.id;
        original[id] = node.id;
        renamed[node.id] = id;
        node.id = id;
        node.x = static_cast<double>(random() % 4000) - 2000;
        node.y = static_cast<double>(random() % 4000) - 2000;
        node.w = 40 + static_cast<double>(random() % 300);
        node.h = 20 + static_cast<double>(random() % 200);
        node.color = "teal";
      }
      for (std::size_t i = 0; i < changed.edges.size(); ++i) {
        changed.edges[i].from = renamed[changed.edges[i].from];
        changed.edges[i].to = renamed[changed.edges[i].to];
        changed.edges[i].id = "e" + std::to_string(i);
        changed.edges[i].line = interview::LineStyle::kDashed;
      }
      std::shuffle(changed.nodes.begin(), changed.nodes.end(), random);
      std::shuffle(changed.edges.begin(), changed.edges.end(), random);
      ASSERT_EQ(Said(Shipped().Grade(question, changed), original),
                Said(Shipped().Grade(question, board), {}))
          << question->id << " round " << round;
    }
  }
}

TEST(ShippedDesignsTest, ASynonymForALabelChangesNothing) {
  std::mt19937 random(11);
  for (const QuestionPtr& question : Shipped().cases()) {
    const auto& rubric = std::get<interview::SystemDesignSpec>(question->spec).diagram;
    const Board model = ShippedDesigns::BoardOf(*question, "model");
    const auto expected = Said(Shipped().Grade(question, model), {});
    // Every part by each of its names in turn, in free boxes: only the label tells.
    std::size_t most = 0;
    for (const auto& component : rubric.components) {
      most = std::max(most, component.aliases.size() + 2);
    }
    for (std::size_t turn = 0; turn < most; ++turn) {
      Board board = model;
      for (interview::BoardNode& node : board.nodes) {
        const auto component = std::find_if(rubric.components.begin(), rubric.components.end(),
                                            [&](const auto& c) { return c.id == node.type; });
        ASSERT_NE(component, rubric.components.end()) << node.type;
        std::vector<std::string> names = component->aliases;
        names.push_back(component->name);
        names.push_back(component->id);
        node.label = names[turn % names.size()];
        node.type.clear();
      }
      EXPECT_EQ(Said(Shipped().Grade(question, board), {}), expected)
          << question->id << " turn " << turn;
    }
  }
}

TEST(ShippedDesignsTest, EveryCaseProvesItself) {
  for (const QuestionPtr& question : Shipped().cases()) {
    EXPECT_EQ(ProveRubric(*question, *Shipped().lexicon), std::vector<std::string>())
        << question->id;
  }
}

}  // namespace
}  // namespace evaluators

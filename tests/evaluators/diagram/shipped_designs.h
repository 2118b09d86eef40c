// The shipped system design cases and the boards of their answers, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "evaluators/diagram/diagram_grader.h"
#include "interview/bank/question_bank.h"

namespace evaluators {

struct ShippedDesigns {
  interview::QuestionBank bank;
  std::shared_ptr<const Lexicon> lexicon;

  // Loaded once; the bank is read-only.
  static const ShippedDesigns& Get() {
    static const ShippedDesigns* designs = [] {
      const std::string rubrics = std::string(ONSITE_SOURCE_DIR) + "/rubrics";
      auto bank = interview::QuestionBank::Load(rubrics);
      auto lexicon = LoadLexicon(rubrics + "/lexicon");
      EXPECT_TRUE(bank && lexicon);
      return new ShippedDesigns{*std::move(bank),
                                std::make_shared<const Lexicon>(*std::move(lexicon))};
    }();
    return *designs;
  }

  std::vector<interview::QuestionPtr> cases() const {
    std::vector<interview::QuestionPtr> cases;
    for (const interview::QuestionPtr& question : bank.questions()) {
      if (question->kind == interview::RoundKind::kSystemDesign) cases.push_back(question);
    }
    return cases;
  }

  // The board of answers/<name>.json.
  static interview::Board BoardOf(const interview::Question& question, const std::string& name) {
    for (const auto& file : std::get<interview::SystemDesignSpec>(question.spec).answers) {
      if (!file.name.ends_with(name + ".json")) continue;
      const auto json = interview::ParseJson(file.text, file.name);
      const auto answer = interview::ParseAnswer(*json, file.name);
      if (answer) return answer->board;
    }
    ADD_FAILURE() << question.id << " has no answer " << name;
    return {};
  }

  interview::Evaluation Grade(const interview::QuestionPtr& question,
                              interview::Board board) const {
    interview::EvaluationRequest request;
    request.kind = interview::EvaluationKind::kDiagram;
    request.question = question;
    request.answer.board = std::move(board);
    return *DiagramGrader(lexicon).Evaluate(request, {});
  }
};

// Ids of the findings, in order of the alphabet, joined by spaces.
inline std::string FindingsOf(const interview::Evaluation& evaluation) {
  std::vector<std::string> ids;
  for (const interview::Criterion& criterion : evaluation.criteria) {
    if (criterion.group == "findings") ids.push_back(criterion.id);
  }
  std::sort(ids.begin(), ids.end());
  std::string joined;
  for (const std::string& id : ids) joined += (joined.empty() ? "" : " ") + id;
  return joined;
}

inline interview::Board WithoutNode(interview::Board board, const std::string& id) {
  std::erase_if(board.nodes, [&](const auto& node) { return node.id == id; });
  std::erase_if(board.edges, [&](const auto& edge) { return edge.from == id || edge.to == id; });
  return board;
}

inline interview::Board WithoutEdge(interview::Board board, const std::string& name) {
  std::erase_if(board.edges, [&](const auto& edge) { return edge.Name() == name; });
  return board;
}

}  // namespace evaluators

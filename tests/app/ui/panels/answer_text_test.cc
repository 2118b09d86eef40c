#include "app/ui/panels/answer_text.h"

#include <gtest/gtest.h>

#include <memory>

namespace app {
namespace {

interview::Catalogue SmallCatalogue() {
  interview::Catalogue catalogue;
  catalogue.palette = {{"cache", "Cache (in memory)", "storage", {}}};
  return catalogue;
}

TEST(AnswerText, GivesEveryPartANameOfItsOwn) {
  interview::Board board;
  board.nodes = {{"n1", "cache", "", ""},
                 {"n2", "cache", "", ""},
                 {"n3", "", "", ""},
                 {"n4", "cache", "features", ""}};
  EXPECT_EQ(PartNames(board, SmallCatalogue()),
            (std::vector<std::string>{"Cache (in memory)", "Cache (in memory) 2", "Free box",
                                      "features"}));
}

TEST(AnswerText, TellsConnectionsByNamesAndEstimatesByTheirQuestion) {
  auto question = std::make_shared<interview::Question>();
  interview::SystemDesignSpec spec;
  spec.estimates.resize(1);
  spec.estimates[0].id = "qps";
  spec.estimates[0].text = "Requests a second at peak";
  question->spec = spec;
  interview::QuestionWork work;
  work.question = question;
  work.answer.board.nodes = {{"n1", "", "phone", ""}, {"n2", "cache", "", ""}};
  work.answer.board.edges = {{"n1", "n2", "page"}};
  work.answer.estimates = {{"qps", "100e6 / 86400"}};
  const std::string text = AnswerText(work, SmallCatalogue());
  EXPECT_NE(text.find("- phone → Cache (in memory): page\n"), std::string::npos) << text;
  EXPECT_NE(text.find("### Estimates\n\n- Requests a second at peak  \n  `100e6 / 86400`\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("n1"), std::string::npos) << text;
}

}  // namespace
}  // namespace app

#include "app/ui/panels/answer_text.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace app {
namespace {

using interview::PlannedPhase;
using interview::QuestionWork;
using interview::Span;

// The bytes of the page that a span is found at.
std::string Found(const AnswerPage& page, const Span& span) {
  const auto range = FindOnPage(page, span);
  return range ? page.text.substr(range->begin, range->end - range->begin) : "(not found)";
}

TEST(AnswerText, TellsEstimatesByTheirQuestionAndRepliesByWhatWasAsked) {
  auto question = std::make_shared<interview::Question>();
  interview::SystemDesignSpec spec;
  spec.estimates.resize(1);
  spec.estimates[0].id = "qps";
  spec.estimates[0].text = "Requests a second at peak";
  question->spec = spec;
  question->follow_ups.resize(1);
  question->follow_ups[0].id = "twice";
  question->follow_ups[0].ask = "What if the load doubles?";
  QuestionWork work;
  work.question = question;
  work.answer.estimates = {{"qps", "100e6 / 86400"}};
  work.answer.follow_ups = {{"twice", "Shard it."}};
  const AnswerPage page = PageOf(work, {});
  EXPECT_NE(page.text.find("### What if the load doubles?\n\nShard it.\n"), std::string::npos)
      << page.text;
  EXPECT_NE(page.text.find("### Estimates\n\n- Requests a second at peak  \n  `100e6 / 86400`\n"),
            std::string::npos)
      << page.text;
  EXPECT_EQ(Found(page, {"estimates/qps", "86400", 8, 13}), "86400");
}

TEST(AnswerText, PutsProseInTheOrderOfThePhasesAndFindsEachPartInIt) {
  QuestionWork work;
  work.answer.prose = {{"clarify", "Sorted?"}, {"verify", "By hand."}, {"plan", "A map."}};
  work.answer.messages = {"Can it be empty?", "Sorted?"};
  const std::vector<PlannedPhase> phases = {
      {"plan", "Plan", {}}, {"verify", "Verify", {}}, {"clarify", "Clarify", {}}};
  const AnswerPage page = PageOf(work, phases);
  EXPECT_LT(page.begins.at("plan"), page.begins.at("verify"));
  EXPECT_LT(page.begins.at("verify"), page.begins.at("clarify"));
  EXPECT_EQ(FindOnPage(page, {"messages/1", "Sorted", 0, 6})->begin, page.begins.at("messages/1"));
  EXPECT_EQ(FindOnPage(page, {"clarify", "Sorted", 0, 6})->begin, page.begins.at("clarify"));
}

TEST(AnswerText, AQuoteIsWidenedToWholeWordsAndTheirBracket) {
  QuestionWork work;
  work.answer.prose = {{"answer", "It takes O(n log n) (see the loops) and naïveté."}};
  const AnswerPage page = PageOf(work, {});
  EXPECT_EQ(Found(page, {"answer", "O", 9, 10}), "O(n log n)");
  EXPECT_EQ(Found(page, {"answer", "ake", 4, 7}), "takes");
  EXPECT_EQ(Found(page, {"answer", "ve", 43, 45}), "naïveté");
  EXPECT_EQ(Found(page, {"answer", "It", 0, 2}), "It");
}

TEST(AnswerText, AQuoteThatMovedIsFoundAgainAndOneThatIsGoneIsNot) {
  QuestionWork work;
  work.answer.prose = {{"answer", "Well, the bias is high."}};
  const AnswerPage page = PageOf(work, {});
  EXPECT_EQ(Found(page, {"answer", "bias", 2, 6}), "bias");
  EXPECT_EQ(Found(page, {"answer", "variance", 2, 10}), "(not found)");
  EXPECT_EQ(Found(page, {"plan", "bias", 0, 4}), "(not found)");
  EXPECT_EQ(Found(page, {"answer", "bias", 900, 904}), "bias");
}

TEST(AnswerText, AnOpenFenceDoesNotSwallowTheNextPart) {
  QuestionWork work;
  work.answer.prose = {{"clarify", "```\nx = 1"}, {"plan", "A map."}};
  const std::vector<PlannedPhase> phases = {{"clarify", "Clarify", {}}, {"plan", "Plan", {}}};
  EXPECT_NE(PageOf(work, phases).text.find("x = 1\n```\n\n### Plan"), std::string::npos);
}

}  // namespace
}  // namespace app

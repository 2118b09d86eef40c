#include "evaluators/text/fact_ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

interview::QuestionPtr AdQuestion() {
  auto question = std::make_shared<interview::Question>();
  question->id = "ads";
  question->clarifications = {{"target", {"predict", "objective", "conversion"}, "Clicks.", 2},
                              {"pacing", {"budget", "pacing"}, "Separate.", 1},
                              {"latency", {"latency", "how fast", "budget ms"}, "100 ms.", 2},
                              {"volume", {"how many", "traffic", "impressions"}, "10B.", 2},
                              {"negative", {"negative feedback", "hide"}, "Yes.", 1},
                              {"eligible", {"eligible", "which ads"}, "Active ones.", 1}};
  return question;
}

std::vector<std::string> Asked(std::string message) {
  Lexicon lexicon;
  lexicon.AddGroup({"latency", "response time"});
  const FactLedger ledger(std::make_shared<const Lexicon>(lexicon));
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kFacts;
  request.question = AdQuestion();
  request.part = std::move(message);
  const auto evaluation = ledger.Evaluate(request, {});
  std::vector<std::string> ids;
  for (const auto& criterion : evaluation->criteria) {
    EXPECT_EQ(criterion.group, "facts");
    EXPECT_EQ(criterion.credit, 1);
    EXPECT_EQ(
        request.part.substr(criterion.span->begin, criterion.span->end - criterion.span->begin),
        criterion.span->text);
    ids.push_back(criterion.id);
  }
  return ids;
}

TEST(FactLedgerTest, FindsWhatWasAskedFor) {
  EXPECT_THAT(Asked("Do we predict clicks or something else?"), ElementsAre("target"));
  EXPECT_THAT(Asked("What response time do we need?"), ElementsAre("latency"));
  EXPECT_THAT(Asked("latncy?"), ElementsAre("latency"));
  EXPECT_THAT(Asked("I would like to know whether users can hide an ad."), ElementsAre("negative"));
}

TEST(FactLedgerTest, AGenitiveBeforeTheQuestionMarkDoesNotHideIt) {
  EXPECT_THAT(Asked("By the objective of clicks you mean the shop's?"), ElementsAre("target"));
}

TEST(FactLedgerTest, WhatIsToldBesideAMarkedQuestionIsNotAsked) {
  EXPECT_THAT(Asked("It matters, and how many impressions there are decides the rest. "
                    "What is the latency?"),
              ElementsAre("latency"));
}

TEST(FactLedgerTest, AnswersSeveralQuestionsInOneMessage) {
  EXPECT_THAT(Asked("How many impressions are there, and what is the latency?"),
              UnorderedElementsAre("volume", "latency"));
  EXPECT_THAT(Asked("What is the objective? Is pacing in scope?"),
              UnorderedElementsAre("target", "pacing"));
}

TEST(FactLedgerTest, AClauseAsksForTheMostSpecificFactOnly) {
  EXPECT_THAT(Asked("What is the latency budget?"), ElementsAre("latency"));
  EXPECT_THAT(Asked("Which ads are eligible?"), ElementsAre("eligible"));
  EXPECT_THAT(Asked("Do ads have traffic limits?"), ElementsAre("volume"));
}

TEST(FactLedgerTest, StatementsAndOtherQuestionsGetNothing) {
  EXPECT_THAT(
      Asked("I will predict clicks with a wide network under the latency limit and log traffic."),
      IsEmpty());
  EXPECT_THAT(Asked("What colour is the logo?"), IsEmpty());
  EXPECT_THAT(Asked(""), IsEmpty());
  EXPECT_THAT(
      Asked("predict budget latency traffic impressions hide negative feedback eligible objective "
            "conversion pacing"),
      IsEmpty());
}

TEST(FactLedgerTest, AStatedMisconceptionIsRaisedWithItsReply) {
  auto question = std::make_shared<interview::Question>(*AdQuestion());
  interview::Misconception fault;
  fault.id = "random-split";
  fault.penalty = 0.2;
  fault.any = {"random split"};
  fault.reply = "Which information from tomorrow could reach today's model?";
  question->misconceptions = {fault};
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kFacts;
  request.question = question;
  request.part = "I evaluate on a random split of the impressions.";
  const FactLedger ledger(std::make_shared<const Lexicon>());
  const auto raised = ledger.Evaluate(request, {});
  ASSERT_EQ(raised->misconceptions.size(), 1u);
  EXPECT_EQ(raised->misconceptions[0].reply, fault.reply);
  EXPECT_EQ(raised->misconceptions[0].span.text, "random split");
  request.part = "I evaluate on the last week.";
  EXPECT_TRUE(ledger.Evaluate(request, {})->misconceptions.empty());
}

TEST(FactLedgerTest, AMessageOfAMegabyteIsReadToItsLimitOnly) {
  std::string message;
  while (message.size() < 1'000'000) message += "zqxjk? is it, and waht, or [] > ";
  EXPECT_THAT(Asked(message + "What is the latency?"), IsEmpty());
}

}  // namespace
}  // namespace evaluators

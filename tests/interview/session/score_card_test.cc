// How evidence becomes scores: what is observed, what is not, blockers, hints, misconceptions,
// renormalisation.
#include "interview/session/score_card.h"

#include <gtest/gtest.h>

#include <set>

#include "interview/session/observation.h"
#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

using K = RoundKind;

constexpr const char* kTidyCode =
    "def find_pair(numbers):\n    # every number is looked up before it is stored\n    seen = "
    "set()\n"
    "    for number in numbers:\n        if -number in seen:\n            return number\n"
    "        seen.add(number)\n    return 0\n";

const DimensionScore& Dimension(const RoundScore& round, const DimensionId& id) {
  for (const DimensionScore& d : round.dimensions) {
    if (d.id == id) return d;
  }
  throw std::runtime_error("no dimension " + id);
}

std::optional<double> ScoreOf(const RoundScore& round, const DimensionId& id) {
  return Dimension(round, id).score;
}

// Ends the round and the session, grading with `grade`.
RoundScore Finish(Sitting& s,
                  const std::function<Evaluation(const EvaluationRequest&)>& grade = GradeByIds) {
  s.Send(event::RoundSubmitted{});
  s.Answer(grade);
  s.Send(event::SelfRated{{}, 0});
  if (!s.session.score_card()) throw std::runtime_error("not scored");
  return s.session.score_card()->rounds[0];
}

std::function<Evaluation(const EvaluationRequest&)> WithJudgement(const Judgement& judgement) {
  return [judgement](const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    if (e.judgement) e.judgement = judgement;
    return e;
  };
}

Sitting CodingSitting() {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, "pair-with-target"));
  return s;
}

void TypeCode(Sitting& s, const std::string& code = kTidyCode) {
  s.Type(TextField::Kind::kCode, "pair-with-target", "python", code);
}

TEST(ScoreCard, EveryScoredDimensionHasEvidenceAndEveryOtherHasNoScore) {
  for (const QuestionPtr& q : SmallBank()) {
    Sitting s;
    s.Start(DrillPlan(q->kind, q->id));
    if (q->kind != K::kConcepts) s.Prose(q->id, "plan", "baseline insight objective and the edges");
    s.Prose(q->id, "answer", "core why");
    s.Prose(q->id, "serving", "serving-1");
    if (q->kind != K::kConcepts) s.Type(TextField::Kind::kCode, q->id, "python", kTidyCode);
    const RoundScore round = Finish(s);
    int scored = 0;
    for (const DimensionScore& d : round.dimensions) {
      EXPECT_EQ(d.score.has_value(), !d.evidence.empty()) << q->id << " " << d.id;
      if (!d.score) continue;
      ++scored;
      EXPECT_EQ(*d.score * 2, static_cast<int>(*d.score * 2)) << "half steps";
      EXPECT_FALSE(d.anchor.empty());
      EXPECT_EQ(d.next_anchor.empty(), *d.score >= 4) << d.id;
      for (const Evidence& e : d.evidence) EXPECT_EQ(e.question, q->id);
    }
    EXPECT_GT(scored, 0) << q->id;
  }
}

TEST(ScoreCard, CoverageIsLinearBetweenTheStepsOfTheRules) {
  const auto steps = ShippedRules().rounds.at(K::kConcepts).coverage;
  for (const auto& [share, score] : std::vector<std::pair<double, double>>{
           {0, 1}, {0.25, 1.5}, {0.5, 2}, {0.6, 2.5}, {0.7, 3}, {0.8, 3.5}, {0.9, 4}, {1, 4}}) {
    EXPECT_NEAR(FromCoverage(share, steps), score, 1e-12) << share;
  }
}

TEST(ScoreCard, CorrectnessFollowsTheAnchors) {
  struct Row {
    Judgement judgement;
    double score;
    std::string why;
  };
  Judgement compile_error;
  compile_error.verdict = Verdict::kCompileError;
  compile_error.total = 10;
  const std::vector<Row> table = {
      {Judged(10, 10), 4, "accepted at once"},
      {Judged(9, 10, "large"), 3, "only large tests fail"},
      {Judged(9, 10, "edge"), 2.5, "an edge test fails"},
      {Judged(5, 10), 2, "under 70 % of the hidden tests"},
      {Judged(0, 10), 1, "fails the example"},
      {compile_error, 1, "does not compile"},
  };
  for (const Row& row : table) {
    Sitting s = CodingSitting();
    TypeCode(s);
    EXPECT_EQ(ScoreOf(Finish(s, WithJudgement(row.judgement)), "correctness"), row.score)
        << row.why;
  }
  Sitting second = CodingSitting();
  TypeCode(second, "def find_pair(numbers): return 1");
  second.Send(event::SubmitRequested{});
  second.Answer(WithJudgement(Judged(4, 10)));
  TypeCode(second);
  EXPECT_EQ(ScoreOf(Finish(second), "correctness"), 3.5) << "accepted on the second submission";
}

TEST(ScoreCard, SilentAcceptedCodeShowsAnIdeaButExplainsNothing) {
  Sitting s = CodingSitting();
  TypeCode(s);
  const RoundScore round = Finish(s);
  EXPECT_EQ(ScoreOf(round, "problem_solving"), 2.5);
  EXPECT_EQ(ScoreOf(round, "correctness"), 4.0);
  EXPECT_EQ(ScoreOf(round, "quality"), 3.5);
  for (const char* id : {"complexity", "testing", "communication"}) {
    EXPECT_EQ(ScoreOf(round, id), std::nullopt) << id;
  }
  // (2*2.5 + 2*4 + 3.5) / 5 over the observed weight alone.
  EXPECT_EQ(round.score, 3.3);
  EXPECT_EQ(round.band, "hire");
}

TEST(ScoreCard, WhatCompilersAgreeIsAMistakeCostsQualityOnce) {
  const auto quality = [](std::vector<Diagnostic> warnings) {
    Sitting s = CodingSitting();
    TypeCode(s);
    Judgement judgement = Judged(10, 10);
    judgement.diagnostics = std::move(warnings);
    return ScoreOf(Finish(s, WithJudgement(judgement)), "quality");
  };
  const Diagnostic unused = {2, 3, "warning", "unused variable 'x' [-Wunused-variable]"};
  const Diagnostic habit = {2, 3, "warning", "comparison of integers [-Wsign-compare]"};
  EXPECT_EQ(quality({}), 3.5);
  EXPECT_EQ(quality({habit}), 3.5);
  EXPECT_EQ(quality({unused}), 2.5);
  EXPECT_EQ(quality({unused, unused, habit}), 2.5);
}

TEST(ScoreCard, ProseWithoutCodeHasNoScoreBecauseABlockerIsUnseen) {
  Sitting s = CodingSitting();
  s.Prose("pair-with-target", "plan", "baseline, insight, cost, edges, aloud");
  const RoundScore round = Finish(s);
  EXPECT_EQ(round.score, std::nullopt);
  EXPECT_EQ(round.band, "");
  EXPECT_EQ(round.note,
            "Not observed, and the round cannot be scored without it: \"Code correctness\".");
}

TEST(ScoreCard, ABlockerOfOneCapsTheRound) {
  Sitting s = CodingSitting();
  TypeCode(s);
  s.Prose("pair-with-target", "plan",
          "the baseline compares all pairs and the insight is a table which gives O(n) time and "
          "O(n) space aloud");
  s.Prose("pair-with-target", "verify", "edges");
  s.Prose("pair-with-target", "follow_up", "cost is O(n)");
  s.Type(TextField::Kind::kFollowUp, "pair-with-target", "stream", "stream-a stream-b");
  s.Send(event::CandidateSaid{"negative?"});
  s.Answer(GradeByIds);
  const RoundScore round = Finish(s, WithJudgement(Judged(0, 10)));
  EXPECT_EQ(ScoreOf(round, "problem_solving"), 4.0);
  EXPECT_EQ(ScoreOf(round, "correctness"), 1.0);
  EXPECT_EQ(round.score, 2.0);
  EXPECT_EQ(round.note, "Capped at 2.00: a blocker dimension is 1.");
}

TEST(ScoreCard, AHintCostsWhatTheRulesSay) {
  const auto solving = [](int hints) {
    Sitting s = CodingSitting();
    TypeCode(s);
    s.Prose("pair-with-target", "plan", "baseline insight");
    for (int level = 1; level <= hints; ++level) s.Send(event::HintTaken{level});
    return ScoreOf(Finish(s), "problem_solving");
  };
  EXPECT_EQ(solving(0), 3.5);
  EXPECT_EQ(solving(1), 3.0) << "3.25 is a tie and goes down";
  EXPECT_EQ(solving(2), 3.0);
  EXPECT_EQ(solving(3), 2.5);
}

TEST(ScoreCard, ComplexityNeedsTheRightWordsAndMeasurementConfirms) {
  const auto complexity = [](const std::string& said, const GrowthFit& growth) {
    Sitting s = CodingSitting();
    TypeCode(s);
    s.Prose("pair-with-target", "follow_up", said);
    Judgement judgement = Judged(10, 10);
    judgement.growth = growth;
    return ScoreOf(Finish(s, WithJudgement(judgement)), "complexity");
  };
  const auto measured = [](const char* growth_class, double exponent) {
    GrowthFit fit;
    fit.growth_class = growth_class;
    fit.exponent = exponent;
    fit.confident = true;
    return fit;
  };
  const GrowthFit linear = measured("O(n)", 1.02);
  const GrowthFit quadratic = measured("O(n^2)", 1.97);
  EXPECT_EQ(complexity("O(n) time and O(n) memory", linear), 3.5) << "confirmed by the clock";
  EXPECT_EQ(complexity("O(n) time and O(n) memory", {}), 3.0);
  EXPECT_EQ(complexity("It is O(n) time", {}), 2.5) << "nothing of the space";
  EXPECT_EQ(complexity("One pass, linear time; the table takes linear space", linear), 3.5);
  EXPECT_EQ(complexity("It takes O(n) time", quadratic), 2.0) << "said, and refuted by the clock";
  EXPECT_EQ(complexity("All in all n squared time and O(n) memory", quadratic), 3.0)
      << "right of the own code";
  EXPECT_EQ(complexity("It is quadratic", linear), 2.0);
  EXPECT_EQ(complexity("Brute force is O(n^2). With a table O(n) time, O(n) space.", linear), 3.5);
  EXPECT_EQ(complexity("It is O(1), O(log n), O(n), O(n log n) or O(n^2) time", linear), 1.5)
      << "no guesses";
  EXPECT_EQ(complexity("It is quick", linear), 1.5);
  EXPECT_EQ(complexity("It is quick", {}), 1.0);
}

TEST(ScoreCard, OwnTestsCountByTheMutantsTheyCatch) {
  const auto testing = [](double mutation_score) {
    Sitting s = CodingSitting();
    TypeCode(s);
    s.Type(TextField::Kind::kTests, "pair-with-target", "", "{\"args\": [[1]], \"expected\": 1}");
    return ScoreOf(Finish(s,
                          [&](const EvaluationRequest& request) {
                            Evaluation e = GradeByIds(request);
                            if (request.kind == EvaluationKind::kOwnTests) e.score = mutation_score;
                            return e;
                          }),
                   "testing");
  };
  EXPECT_EQ(testing(0), 1.5);
  EXPECT_EQ(testing(0.6), 3.0);
  EXPECT_EQ(testing(1), 4.0);
}

TEST(ScoreCard, MlCodeIsScoredByTheKindsOfItsChecks) {
  const auto round = [](const std::set<std::string>& failing, const std::string& code) {
    Sitting s;
    s.Start(DrillPlan(K::kMlCoding, "kmeans-lloyd"));
    s.Type(TextField::Kind::kCode, "kmeans-lloyd", "python", code);
    return Finish(s, [&](const EvaluationRequest& request) {
      Evaluation e = GradeByIds(request);
      if (!e.judgement) return e;
      Judgement& j = *e.judgement;
      j.total = static_cast<int>(j.tests.size());
      j.passed = j.total - static_cast<int>(failing.size());
      j.verdict = failing.empty() ? Verdict::kAccepted : Verdict::kWrongAnswer;
      for (TestOutcome& test : j.tests) {
        if (failing.count(test.tag) > 0) test.verdict = Verdict::kWrongAnswer;
      }
      return e;
    });
  };
  const std::string vectorised = "def kmeans(X, k):\n    return X[:k].mean(axis=0)\n";
  const std::string loops =
      "def kmeans(X, k):\n    for i in range(len(X)):\n        total += X[i]\n    return total\n";
  EXPECT_EQ(ScoreOf(round({}, vectorised), "correctness"), 4.0);
  EXPECT_EQ(ScoreOf(round({"fast"}, vectorised), "correctness"), 3.0)
      << "one stability, edge or speed check";
  EXPECT_EQ(ScoreOf(round({"reference"}, vectorised), "correctness"), 2.0);
  EXPECT_EQ(ScoreOf(round({"shape"}, vectorised), "correctness"), 1.0) << "a public check";
  EXPECT_EQ(ScoreOf(round({}, vectorised), "numerical_quality"), 3.0);
  EXPECT_EQ(ScoreOf(round({"fast"}, vectorised), "numerical_quality"), 2.0);
  EXPECT_EQ(ScoreOf(round({"fast", "stable"}, vectorised), "numerical_quality"), 1.0);
  EXPECT_EQ(ScoreOf(round({"fast"}, loops), "numerical_quality"), 1.5);
}

TEST(ScoreCard, ConceptAccuracyIsCoverageLessMisconceptions) {
  const auto accuracy = [](const std::string& answer, int misconceptions) {
    Sitting s;
    s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
    s.Prose("l1-vs-l2", "answer", answer);
    return ScoreOf(Finish(s,
                          [&](const EvaluationRequest& request) {
                            Evaluation e = GradeByIds(request);
                            for (int i = 0; i < misconceptions; ++i)
                              e.misconceptions.push_back({"m", "wrong", 0.3, "?", {}});
                            return e;
                          }),
                   "accuracy");
  };
  EXPECT_EQ(accuracy("core why limit", 0), 4.0);
  EXPECT_EQ(accuracy("core why limit", 1), 3.5);
  EXPECT_EQ(accuracy("core", 0), 2.0) << "half of the weight";
  EXPECT_EQ(accuracy("core", 9), 1.0) << "never below 1";
  EXPECT_EQ(accuracy("nonsense", 0), 1.0);
}

TEST(ScoreCard, ListItemsAreSentencesOfAClearAnswer) {
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  std::string list = "Three parts:\n";
  for (int i = 0; i < 8; ++i) list += "- the core of it is why there is a limit\n";
  s.Prose("l1-vs-l2", "answer", list);
  const RoundScore round = Finish(s, [](const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    e.clarity.emplace();
    e.clarity->words = 82;
    e.clarity->sentences = 9;
    return e;
  });
  const std::vector<Evidence>& evidence = Dimension(round, "clarity").evidence;
  EXPECT_TRUE(std::any_of(evidence.begin(), evidence.end(), [](const Evidence& e) {
    return e.text == "Sentences of 9 words on average" && e.favourable;
  }));
}

TEST(ScoreCard, EvidenceQuotesTheWordsAndSaysWhereTheyStand) {
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  s.Prose("l1-vs-l2", "answer", "it is the core");
  const RoundScore round = Finish(s);
  const std::vector<Evidence>& evidence = Dimension(round, "accuracy").evidence;
  ASSERT_EQ(evidence.size(), 3u);
  EXPECT_EQ(evidence[0].quote, "core");
  EXPECT_EQ(evidence[0].part, "answer");
  EXPECT_TRUE(evidence[0].favourable);
  EXPECT_EQ(evidence[1].text, "Missing: says why");
  EXPECT_FALSE(evidence[1].favourable);
}

TEST(ScoreCard, UnansweredQuestionsLeaveTheMeanUntilTooLittleIsSeen) {
  const auto answered = [](int count) {
    Sitting s;
    SessionPlan plan = DrillPlan(K::kConcepts, "l1-vs-l2");
    for (const char* id : {"roc-vs-pr", "rf-vs-gbdt", "kmeans-objective"}) {
      plan.rounds[0].questions.push_back({id, 1, id});
    }
    s.Start(plan);
    for (int i = 0; i < count; ++i) {
      s.Prose(s.session.current_work()->id, "answer", "for example core why limit");
      s.Send(event::QuestionFinished{});
    }
    return Finish(s);
  };
  EXPECT_TRUE(answered(4).score);
  EXPECT_TRUE(answered(3).score);
  EXPECT_EQ(ScoreOf(answered(3), "accuracy"), 4.0) << "what was not answered is no middle score";
  const RoundScore one = answered(1);
  EXPECT_FALSE(one.score);
  EXPECT_EQ(one.note, "Too little was observed: 25 % of the round's weight, where 50 % is needed.");
}

TEST(ScoreCard, DesignSectionsDrawingAndFactsMeetTheirDimensions) {
  const std::string id = "feed-ranking";
  Sitting s;
  s.Start(DrillPlan(K::kSystemDesign, id));
  s.Send(event::CandidateSaid{"negative? empty?"});
  s.Answer(GradeByIds);
  s.Prose(id, "requirements", "requirements-1 requirements-2");
  s.Prose(id, "model", "model-1");
  s.Prose(id, "serving", "serving-1 serving-2");
  s.Prose(id, "monitoring", "monitoring-2");
  Board board;
  board.nodes = {{"a", "client", "app", ""}, {"b", "ranker", "ranker", ""}};
  board.edges = {{"a", "b", "request"}};
  s.Send(event::BoardEdited{id, board});
  const RoundScore round = Finish(s, [](const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    if (request.kind == EvaluationKind::kDiagram) {
      e.judgement.reset();
      e.score = 0.8;
      e.criteria.push_back(
          {"client", "components", "has a client", 1, 1, CriterionState::kEarned, {}, ""});
    }
    return e;
  });
  EXPECT_EQ(ScoreOf(round, "framing"), 4.0);
  EXPECT_EQ(ScoreOf(round, "data_and_labels"), std::nullopt) << "nothing was written about it";
  EXPECT_EQ(ScoreOf(round, "modelling"), 3.0) << "two thirds of the points: 2.83";
  EXPECT_EQ(ScoreOf(round, "system_and_serving"), 4.0) << "(0.4 * 1 + 0.4 * 0.8) / 0.8 = 0.9";
  EXPECT_EQ(ScoreOf(round, "operations_and_safety"), 1.5) << "a third of the points: 1.67";
  EXPECT_EQ(ScoreOf(round, "communication"), 3.0) << "three of five: 2.8";
  ASSERT_TRUE(round.score);
}

// The room keeps a design answer by phases, not by sections.
TEST(ScoreCard, DesignWrittenOnThePagesOfItsPhasesIsObserved) {
  const std::string id = "feed-ranking";
  Sitting s;
  s.Start(DrillPlan(K::kSystemDesign, id));
  s.Prose(id, "frame", "requirements-1 requirements-2");
  s.Prose(id, "design_and_diagram", "model-1 serving-1");
  const RoundScore round = Finish(s);
  EXPECT_EQ(ScoreOf(round, "framing"), 3.0) << "complete, but nothing was asked";
  EXPECT_NE(ScoreOf(round, "modelling"), std::nullopt);
  EXPECT_NE(ScoreOf(round, "system_and_serving"), std::nullopt);
  EXPECT_EQ(ScoreOf(round, "data_and_labels"), 1.0) << "its page is written, without a word on it";
  EXPECT_EQ(ScoreOf(round, "operations_and_safety"), std::nullopt) << "its page is blank";
}

TEST(ScoreCard, SectionsOfADesignWithoutAWordAreNamed) {
  const std::string id = "feed-ranking";
  Sitting s;
  s.Start(DrillPlan(K::kSystemDesign, id));
  s.Send(event::CandidateSaid{"negative? empty?"});
  s.Prose(id, "frame", "something else");
  s.Prose(id, "design_and_diagram", "model-1");
  const RoundScore round = Finish(s);
  std::set<std::string> named;
  for (const DimensionScore& dimension : round.dimensions) {
    for (const Evidence& evidence : dimension.evidence) {
      if (evidence.text.ends_with("is not covered")) named.insert(evidence.text);
    }
  }
  EXPECT_TRUE(named.contains("Section \"serving\" is not covered"));
  EXPECT_TRUE(named.contains("Section \"requirements\" is not covered"));
  EXPECT_FALSE(named.contains("Section \"model\" is not covered"));
}

TEST(ScoreCard, TheSameEvidenceGivesTheSameCard) {
  const auto card = [] {
    Sitting s = CodingSitting();
    TypeCode(s);
    s.Prose("pair-with-target", "plan", "baseline insight O(n)");
    Finish(s);
    return DumpJson(ToJson(*s.session.score_card()));
  };
  EXPECT_EQ(card(), card());
}

}  // namespace
}  // namespace interview::test

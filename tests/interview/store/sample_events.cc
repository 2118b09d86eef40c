#include "tests/interview/store/sample_events.h"

namespace interview {
namespace {

const TextField kField = {TextField::Kind::kFollowUp, "two-sum", "twice"};

event::SessionStarted Started() {
  SessionPlan plan;
  plan.kind = SessionKind::kLoop;
  plan.title = "MLE onsite \"2026\"";
  plan.preset = "onsite-mle";
  plan.level = "senior";
  plan.decision_rule = "panel";
  plan.language = Language::kCpp;
  plan.time_scale = 1.25;
  PlannedRound round;
  round.kind = RoundKind::kMlCoding;
  round.title = "ML coding";
  round.length = Duration(2700000);
  round.weight = 1.5;
  round.phases = {{"derive", "Derive", Duration(540000)}};
  round.questions = {{"kmeans-lloyd", 3, "Lloyd's algorithm"}};
  round.break_after = Duration(300000);
  plan.rounds = {round};
  return {plan, 0xfedcba9876543210u};
}

event::BoardEdited Boarded() {
  Board board;
  board.nodes = {{"n1", "queue", "Klickstrom", "24 Std."}, {"n2", "", "Modell", ""}};
  board.edges = {{"n1", "n2", "Ereignisse"}};
  return {"feed-ranking", board};
}

Feedback MakeFeedback() {
  Feedback feedback;
  feedback.about = {"two-sum"};
  feedback.api = "anthropic";
  feedback.host = "localhost:11434";
  feedback.model = "small-7b";
  feedback.parameters = {{"max_tokens", 4096}};
  feedback.latency_ms = 2100;
  feedback.first_token_ms = 180;
  feedback.prompt_tokens = 812;
  feedback.completion_tokens = 244;
  feedback.tokens_are_estimated = true;
  feedback.strengths = {{"Names the \"invariant\"", "seen holds every value", ""}};
  feedback.gaps = {{"No bound", "it is fast", "states the cost"}, {"Häufigkeit", "ä", ""}};
  feedback.better_answer = "seen holds every value before i";
  feedback.practise = "Say the cost of each line aloud.";
  feedback.dropped_claims = 2;
  feedback.second_score =
      SecondScore{0.75, "The idea is there.", 0.5, "The quotes do not carry it."};
  return feedback;
}

Evaluation MakeEvaluation() {
  Evaluation evaluation;
  evaluation.kind = EvaluationKind::kJudge;
  evaluation.question = "two-sum";
  evaluation.part = "twice";
  evaluation.score = 0.75;
  evaluation.criteria = {{"shrinks", "answer", "Weights shrink", 2, 0.5, CriterionState::kPartly,
                          Span{"answer", "schrumpfen – ja", 3, 20}, "only half said"}};
  evaluation.misconceptions = {{"reversed", "Says the reverse", 0.3, "Is it?",
                                Span{"answer",
                                     "w\xC3\xA4"
                                     "chst",
                                     0, 7}}};
  Judgement judgement;
  judgement.verdict = Verdict::kWrongAnswer;
  judgement.passed = 3;
  judgement.total = 5;
  judgement.tests = {{4, "edge", Verdict::kWrongAnswer, true, 2, 12.5, "differs"}};
  Failure failure;
  failure.index = 4;
  failure.tag = "edge";
  failure.input = Json::parse("[[1,2],3]");
  failure.expected = Json(7);
  failure.out = "printed";
  failure.err = "warned";
  judgement.first_failure = failure;
  judgement.diagnostics = {{3, 9, "error", "expected ';'"}};
  judgement.cpu_ms = 21.5;
  judgement.wall_ms = 40;
  judgement.peak_mb = 18.25;
  judgement.growth.growth_class = "O(n log n)";
  judgement.growth.exponent = 1.1;
  judgement.growth.confident = true;
  judgement.message = "Wrong answer on test 4.";
  judgement.out = "out";
  judgement.err = "err";
  evaluation.judgement = judgement;
  return evaluation;
}

ScoreCard MakeCard() {
  DimensionScore dimension;
  dimension.id = "testing";
  dimension.title = "Testing";
  dimension.weight = 1.5;
  dimension.blocker = true;
  dimension.score = 2.5;
  dimension.anchor = "Tests the happy path";
  dimension.next_anchor = "Tests the edges";
  dimension.evidence = {{"Three own tests", "empty list", "two-sum", "plan", false}};
  dimension.self_rating = 3;
  RoundScore round;
  round.kind = RoundKind::kConcepts;
  round.title = "Concepts";
  round.questions = {"two-sum"};
  round.dimensions = {dimension};
  round.score = 2.25;
  round.band = "lean";
  round.note = "capped";
  ScoreCard card;
  card.rounds = {round};
  card.score = 2.25;
  card.decision = "no_hire";
  card.rule = "one round below lean";
  card.reasons = {"a half step in testing"};
  return card;
}

}  // namespace

std::vector<Event> SampleEvents() {
  const std::vector<EventPayload> payloads = {
      Started(),
      event::RoundStarted{1},
      event::PhaseEntered{2},
      event::QuestionShown{3},
      event::TimePassed{},
      event::Paused{},
      event::Resumed{},
      event::BreakEnded{},
      event::LlmSwitched{false},
      event::TextEdited{kField, 17, 4,
                        "gr\xC3\xB6\xC3\x9F"
                        "er\n\t\"x\""},
      Boarded(),
      event::LanguageChosen{Language::kJavascript},
      event::CandidateSaid{"Darf die Liste leer sein?"},
      event::Pasted{kField, 512},
      event::RunRequested{true, Json::parse(R"({"args":[[1,2],{"k":null}]})")},
      event::SubmitRequested{},
      event::RunCancelled{},
      event::ShrinkRequested{},
      event::ShrinkCancelled{},
      event::HintTaken{2},
      event::QuestionFinished{},
      event::RoundSubmitted{true},
      event::SelfRated{{{"testing", 2.5}, {"quality", 4}}, 1},
      event::SessionEnded{},
      event::InterviewerSaid{"Ten minutes left.", "reminder:10"},
      event::LinePhrased{1, "You have ten more minutes.", "small-7b", "range", 812},
      event::LineKept{2, "first token after 2 s"},
      event::EvaluationArrived{7, MakeEvaluation()},
      event::EvaluationFailed{8, EvaluationKind::kDiagram, "No sandbox."},
      event::Scored{MakeCard()},
      event::FeedbackArrived{MakeFeedback()},
      event::NoteAdded{"remember the invariant", Duration(61000)},
      event::ScoreAppealed{1, "testing", 3.5, "the tests were in the plan"},
  };
  std::vector<Event> events;
  for (const EventPayload& payload : payloads) {
    events.push_back({Duration(1000 * static_cast<std::int64_t>(events.size())), payload});
  }
  return events;
}

Event EditEvent(int n) {
  return {Duration(n), event::TextEdited{kField, 0, 0, "edit " + std::to_string(n)}};
}

}  // namespace interview

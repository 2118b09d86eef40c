// Small questions of every kind, and a driver without evaluators, for the tests of the session.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "interview/base/files.h"
#include "interview/session/interview_plan.h"
#include "interview/session/interviewer.h"
#include "interview/session/session.h"

namespace interview::test {

using std::chrono::minutes;
using std::chrono::seconds;

inline PanelRules ShippedRules() {
  Result<PanelRules> rules = LoadPanelRules(ONSITE_SOURCE_DIR "/rubrics/panel_rules");
  if (!rules) throw std::runtime_error(rules.error().message);
  return *rules;
}

inline Personas ShippedPersonas() {
  Result<Personas> personas = Personas::Load(ONSITE_SOURCE_DIR "/rubrics/personas");
  if (!personas) throw std::runtime_error(personas.error().message);
  return *personas;
}

inline LoopLibrary ShippedLoops() {
  Result<LoopLibrary> loops = LoadLoops(ONSITE_SOURCE_DIR "/rubrics/loops");
  if (!loops) throw std::runtime_error(loops.error().message);
  return *loops;
}

inline RubricPoint Point(const std::string& id, double weight = 1, const std::string& hint = {}) {
  RubricPoint point;
  point.id = id;
  point.text = "says " + id;
  point.weight = weight;
  point.any = {id};
  point.hint = hint;
  return point;
}

inline FollowUp Dive(const std::string& id, std::vector<std::string> when_missing = {}) {
  FollowUp follow_up;
  follow_up.id = id;
  follow_up.ask = "And what about " + id + "?";
  follow_up.when_missing = std::move(when_missing);
  follow_up.key_points = {Point(id + "-a"), Point(id + "-b")};
  return follow_up;
}

inline Question Common(RoundKind kind, const std::string& id, const std::string& topic,
                       Difficulty difficulty) {
  Question q;
  q.kind = kind;
  q.id = id;
  q.title = "Title of " + id;
  q.topic = topic;
  q.difficulty = difficulty;
  q.tier = "core";
  q.clarifications = {{"negative", {"negative"}, "Values may be negative.", 2},
                      {"empty", {"empty"}, "The list is never empty.", 1}};
  q.hints = {
      {1, "Think of a table."}, {2, "Store what was seen."}, {3, "Look up target minus value."}};
  return q;
}

inline QuestionPtr CodingQuestion(const std::string& id, const std::string& topic = "hashing",
                                  Difficulty difficulty = Difficulty::kEasy) {
  Question q = Common(RoundKind::kCoding, id, topic, difficulty);
  q.rubric = {{"problem_solving", {Point("baseline", 1), Point("insight", 2)}},
              {"complexity", {Point("cost", 1)}},
              {"testing", {Point("edges", 1)}},
              {"communication", {Point("aloud", 1)}}};
  q.follow_ups = {Dive("stream"), Dive("probe-baseline", {"baseline"})};
  CodingSpec spec;
  spec.signature.name = "find_pair";
  spec.signature.params = {{"nums", *ParseType("list<int>"), Json::object(), false}};
  spec.signature.returns = *ParseType("int");
  spec.growth = {"O(n)", "O(n)", {}, 1.35};
  q.spec = spec;
  return std::make_shared<Question>(q);
}

inline QuestionPtr MlQuestion(const std::string& id, Difficulty difficulty = Difficulty::kMedium) {
  Question q = Common(RoundKind::kMlCoding, id, "clustering", difficulty);
  q.rubric = {{"mathematical_grounding", {Point("objective", 2)}},
              {"testing", {Point("shapes", 1)}},
              {"trade_offs", {Point("scaling", 1), Point("choose-k", 1)}},
              {"communication", {Point("aloud", 1)}}};
  q.follow_ups = {Dive("pick-k", {"choose-k"}), Dive("scale-up")};
  MlCodingSpec spec;
  spec.library = "numpy";
  spec.symbols = {
      {MlSymbol::Kind::kFunction, "kmeans", {{"X", "array[n,d]"}, {"k", "int"}}, "array[k,d]", {}}};
  spec.checks = {{"shape", "shape", 1, true, "shapes are right"},
                 {"reference", "allclose", 3, false, "agrees with a slow version"},
                 {"stable", "stability", 1, false, "large inputs give finite values"},
                 {"fast", "speed", 1, false, "no loop over rows"}};
  q.spec = spec;
  return std::make_shared<Question>(q);
}

inline QuestionPtr ConceptQuestion(const std::string& id, const std::string& topic = "foundations",
                                   Difficulty difficulty = Difficulty::kEasy,
                                   const std::string& kind = "explain") {
  Question q = Common(RoundKind::kConcepts, id, topic, difficulty);
  q.minutes = 5;
  q.rubric = {{"answer",
               {Point("core", 3, "What is the core?"), Point("why", 2, "And why is that?"),
                Point("limit", 1)}}};
  q.follow_ups = {Dive("twice")};
  ConceptSpec spec;
  spec.kind = kind;
  q.spec = spec;
  return std::make_shared<Question>(q);
}

inline QuestionPtr DesignQuestion(const std::string& id, const std::string& family = "ads",
                                  Difficulty difficulty = Difficulty::kMedium) {
  Question q = Common(RoundKind::kSystemDesign, id, family, difficulty);
  for (const char* section :
       {"requirements", "metrics", "data", "labels", "model", "serving", "monitoring"}) {
    q.rubric.push_back(
        {section, {Point(std::string(section) + "-1", 2), Point(std::string(section) + "-2", 1)}});
  }
  q.follow_ups = {Dive("long-term"), Dive("probe-labels", {"labels-1"}),
                  Dive("probe-serving", {"serving-1", "serving-2"})};
  q.spec = SystemDesignSpec{};
  return std::make_shared<Question>(q);
}

// Ids, topics and difficulties of the shipped bank's first questions.
inline std::vector<QuestionPtr> SmallBank() {
  using D = Difficulty;
  return {
      CodingQuestion("pair-with-target", "hashing", D::kEasy),
      CodingQuestion("merge-two-lists", "linked-list", D::kEasy),
      CodingQuestion("rotate-array-right", "array-string", D::kMedium),
      CodingQuestion("lru-cache", "design", D::kMedium),
      CodingQuestion("course-order", "topological-sort", D::kMedium),
      CodingQuestion("largest-bar-rectangle", "monotonic-stack", D::kHard),
      MlQuestion("linreg-gradient-descent", D::kEasy),
      MlQuestion("kmeans-lloyd", D::kMedium),
      MlQuestion("scaled-dot-attention", D::kMedium),
      ConceptQuestion("learning-curve-reading", "foundations", D::kEasy, "diagnose"),
      ConceptQuestion("l1-vs-l2", "bias-variance and regularisation", D::kEasy, "compare"),
      ConceptQuestion("rf-vs-gbdt", "trees and ensembles", D::kMedium, "compare"),
      ConceptQuestion("gini-compute", "trees and ensembles", D::kEasy, "compute"),
      ConceptQuestion("kmeans-objective", "unsupervised", D::kEasy),
      ConceptQuestion("bayes-disease-compute", "probability and statistics", D::kEasy, "compute"),
      ConceptQuestion("roc-vs-pr", "evaluation", D::kMedium, "compare"),
      ConceptQuestion("batchnorm-explain", "deep learning", D::kMedium),
      ConceptQuestion("loss-plateau-debug", "deep learning", D::kMedium, "diagnose"),
      ConceptQuestion("scale-sqrt-d", "transformers", D::kMedium),
      ConceptQuestion("rag-vs-finetune", "llm and genai", D::kMedium, "compare"),
      ConceptQuestion("retraining-policy", "mlops and production", D::kMedium, "scenario"),
      DesignQuestion("video-recommendation", "recommendation", D::kMedium),
      DesignQuestion("feed-ranking", "recommendation", D::kMedium),
      DesignQuestion("ad-click-prediction", "ads", D::kHard)};
}

inline QuestionLookup LookupIn(std::vector<QuestionPtr> bank) {
  return [bank = std::move(bank)](const QuestionId& id) -> QuestionPtr {
    for (const QuestionPtr& q : bank) {
      if (q->id == id) return q;
    }
    return nullptr;
  };
}

inline SessionPlan DrillPlan(RoundKind kind, const QuestionId& id) {
  DrillWish wish;
  wish.kind = kind;
  wish.questions = {id};
  wish.minutes = 45;
  return PlanDrill(wish, ShippedLoops().phases, SmallBank(), PlanOptions{})->plan;
}

// Performs Append as the driver must, keeps the transcript, and collects Evaluate for the test to
// answer.
class Sitting {
 public:
  explicit Sitting(std::vector<QuestionPtr> bank = SmallBank())
      : bank_(std::move(bank)), session(LookupIn(bank_), ShippedRules(), ShippedPersonas()) {}

  void Send(EventPayload payload) { Send(now, std::move(payload)); }
  void Send(Duration at, EventPayload payload) {
    Event event{at, std::move(payload)};
    const std::vector<Effect> effects = session.Handle(event);
    const bool tick = std::holds_alternative<event::TimePassed>(event.payload);
    if (!tick || !effects.empty()) transcript.push_back(event);
    for (const Effect& effect : effects) {
      if (const auto* append = std::get_if<effect::Append>(&effect)) {
        Send(at, append->payload);
      } else {
        requests.push_back(std::get<effect::Evaluate>(effect));
      }
    }
  }
  void Start(SessionPlan plan, std::uint64_t seed = 7) {
    Send(event::SessionStarted{std::move(plan), seed});
  }
  // Lets time pass in steps of a second.
  void Wait(Duration time) {
    for (const Duration end = now + time; now < end;) {
      now = std::min<Duration>(now + seconds(1), end);
      Send(event::TimePassed{});
    }
  }
  void Type(TextField::Kind kind, const QuestionId& question, const std::string& part,
            const std::string& text) {
    event::TextEdited edit;
    edit.field = {kind, question, part};
    const RoundRecord& round = *session.current_round();
    for (const QuestionWork& work : round.work) {
      if (work.id == question) {
        const std::string before = work.Text(edit.field);
        edit = MakeEdit(before, text);
        edit.field = {kind, question, part};
      }
    }
    Send(edit);
  }
  void Prose(const QuestionId& question, const std::string& part, const std::string& text) {
    Type(TextField::Kind::kProse, question, part, text);
  }
  // Answers every request that is open with `grade`.
  void Answer(const std::function<Evaluation(const EvaluationRequest&)>& grade) {
    while (!requests.empty()) {
      const effect::Evaluate request = requests.front();
      requests.erase(requests.begin());
      Evaluation evaluation = grade(request.request);
      evaluation.kind = request.request.kind;
      evaluation.question = request.request.answer.question;
      evaluation.part = request.request.part;
      Send(event::EvaluationArrived{request.ticket, evaluation});
    }
  }
  std::vector<std::string> Said(const std::string& why_prefix) const {
    std::vector<std::string> out;
    for (const Utterance& u : session.conversation()) {
      if (u.speaker == Speaker::kInterviewer && u.why.rfind(why_prefix, 0) == 0)
        out.push_back(u.why);
    }
    return out;
  }

 private:
  std::vector<QuestionPtr> bank_;

 public:
  Session session;
  Duration now{};
  std::vector<Event> transcript;
  std::vector<effect::Evaluate> requests;
};

// A judgement in which the first `passed` of `total` tests pass; test 0 is public.
inline Judgement Judged(int passed, int total, const std::string& tag = "random-small") {
  Judgement j;
  j.passed = passed;
  j.total = total;
  j.verdict = passed == total ? Verdict::kAccepted : Verdict::kWrongAnswer;
  for (int i = 0; i < total; ++i) {
    TestOutcome test;
    test.index = i;
    test.tag = i == 0 ? "example" : tag;
    test.is_public = i == 0;
    test.verdict = i < passed ? Verdict::kAccepted : Verdict::kWrongAnswer;
    j.tests.push_back(test);
  }
  j.growth.growth_class = "O(n)";
  j.growth.exponent = 1.02;
  j.growth.confident = true;
  return j;
}

// Grades by literal occurrence: a point is earned where its id stands in the prose. Real graders
// have their own tests; a session only needs evaluations of the right shape.
inline Evaluation GradeByIds(const EvaluationRequest& request) {
  Evaluation e;
  const Question& q = *request.question;
  const auto add = [&](const RubricPoint& point, const std::string& group, const std::string& part,
                       const std::string& text) {
    Criterion c{point.id,     group, point.text, point.weight, 0, CriterionState::kMissing,
                std::nullopt, ""};
    const std::size_t at = text.find(point.id);
    if (at != std::string::npos) {
      c.credit = 1;
      c.state = CriterionState::kEarned;
      c.span = Span{part, point.id, at, at + point.id.size()};
    }
    e.criteria.push_back(c);
  };
  if (request.kind == EvaluationKind::kRubric) {
    for (const RubricGroup& group : q.rubric) {
      for (const RubricPoint& point : group.points) {
        std::string part = request.answer.prose.empty() ? "" : request.answer.prose.begin()->first;
        for (const auto& [name, text] : request.answer.prose) {
          if (text.find(point.id) != std::string::npos) part = name;
        }
        const auto text = request.answer.prose.find(part);
        add(point, group.id, part, text == request.answer.prose.end() ? "" : text->second);
      }
    }
  } else if (request.kind == EvaluationKind::kFollowUp) {
    for (const RubricPoint& point : q.FindFollowUp(request.part)->key_points) {
      add(point, "follow_up", "follow_ups/" + request.part,
          request.answer.follow_ups.at(request.part));
    }
  } else if (request.kind == EvaluationKind::kFacts) {
    for (const Clarification& fact : q.clarifications) {
      RubricPoint point = Point(fact.id, fact.weight);
      add(point, "facts", "messages", request.part);
    }
  } else {
    e.score = 1;
    e.judgement = Judged(10, 10);
    if (q.kind == RoundKind::kMlCoding) {
      e.judgement->tests.clear();
      for (const MlCheck& check : std::get<MlCodingSpec>(q.spec).checks) {
        TestOutcome test;
        test.tag = check.id;
        test.is_public = check.is_public;
        test.weight = check.weight;
        e.judgement->tests.push_back(test);
      }
    }
  }
  double earned = 0;
  double total = 0;
  for (const Criterion& c : e.criteria) {
    earned += c.weight * c.credit;
    total += c.weight;
  }
  if (total > 0) e.score = earned / total;
  return e;
}

}  // namespace interview::test

// A thousand random conversations over the shipped bank with the real graders: clarifying
// questions, answers good and bad, hints, runs, phases and the clock. Whatever happens, the
// interviewer says nothing that was not asked, earned or hinted, invents nothing and asks nothing
// twice. Code is not judged here: its verdict is none of the interviewer's words.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <random>
#include <set>

#include "evaluators/text/fact_ledger.h"
#include "evaluators/text/follow_up_evaluator.h"
#include "evaluators/text/rubric_evaluator.h"
#include "evaluators/text/tokens.h"
#include "interview/bank/question_bank.h"
#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

constexpr int kConversations = 1000;
constexpr std::size_t kTooFewWords = 3;  // a text of fewer is compared as it is written

// What a text says: the stems of its words and its numbers, without stop words.
std::set<std::string> Said(std::string_view text) {
  std::set<std::string> words;
  for (const evaluators::Token& token : evaluators::Tokenize(text).tokens) {
    if (token.kind != evaluators::Token::Kind::kSymbol && !token.is_function) {
      words.insert(token.stem);
    }
  }
  return words;
}

struct Secret {
  std::string id;  // "fact:latency", "point:insight"
  std::string text;
  std::set<std::string> words;

  // Told where one sentence says it in full, in whatever order.
  bool IsIn(const std::string& utterance) const {
    if (utterance.find(text) != std::string::npos) return true;
    if (words.size() < kTooFewWords) return false;
    const evaluators::TokenizedText tokens = evaluators::Tokenize(utterance);
    for (const evaluators::Sentence& sentence : tokens.sentences) {
      const std::size_t begin = tokens.tokens[sentence.first].begin;
      const std::set<std::string> said =
          Said(utterance.substr(begin, tokens.tokens[sentence.last - 1].end - begin));
      if (std::includes(said.begin(), said.end(), words.begin(), words.end())) return true;
    }
    return false;
  }
};

std::vector<Secret> SecretsOf(const Question& question) {
  std::vector<Secret> secrets;
  const auto add = [&](const std::string& id, const std::string& text) {
    secrets.push_back({id, text, Said(text)});
  };
  for (const Clarification& fact : question.clarifications) add("fact:" + fact.id, fact.answer);
  for (const RubricGroup& group : question.rubric) {
    for (const RubricPoint& point : group.points) add("point:" + point.id, point.text);
  }
  for (const FollowUp& follow_up : question.follow_ups) {
    for (const RubricPoint& point : follow_up.key_points) {
      add("point:" + follow_up.id + "/" + point.id, point.text);
    }
  }
  for (const Misconception& m : question.misconceptions) add("misconception:" + m.id, m.text);
  for (const Hint& hint : question.hints) add("hint:" + std::to_string(hint.level), hint.text);
  return secrets;
}

class Shipped {
 public:
  Shipped()
      : bank_(QuestionBank::Load(ONSITE_SOURCE_DIR "/rubrics").value()),
        lexicon_(std::make_shared<const evaluators::Lexicon>(
            evaluators::LoadLexicon(ONSITE_SOURCE_DIR "/rubrics/lexicon").value())),
        facts_(lexicon_),
        follow_ups_(lexicon_),
        rubrics_(lexicon_) {
    std::ifstream in(ONSITE_SOURCE_DIR "/tests/evaluators/text/clarifying_questions.jsonl");
    for (std::string line; std::getline(in, line);) {
      const Json json = Json::parse(line);
      messages_[json.at("question")].push_back(json.at("message"));
      all_messages_.push_back(json.at("message"));
    }
  }

  const std::vector<QuestionPtr>& questions() const { return bank_.questions(); }
  const std::vector<std::string>& all_messages() const { return all_messages_; }
  const std::vector<std::string>& MessagesFor(const QuestionId& id) const {
    const auto found = messages_.find(id);
    return found == messages_.end() ? all_messages_ : found->second;
  }

  Evaluation Grade(const EvaluationRequest& request) const {
    switch (request.kind) {
      case EvaluationKind::kFacts:
        return facts_.Evaluate(request, {}).value();
      case EvaluationKind::kFollowUp:
        return follow_ups_.Evaluate(request, {}).value();
      case EvaluationKind::kRubric:
        return rubrics_.Evaluate(request, {}).value();
      default:
        return {};
    }
  }

 private:
  QuestionBank bank_;
  std::shared_ptr<const evaluators::Lexicon> lexicon_;
  evaluators::FactLedger facts_;
  evaluators::FollowUpEvaluator follow_ups_;
  evaluators::RubricEvaluator rubrics_;
  std::map<std::string, std::vector<std::string>> messages_;
  std::vector<std::string> all_messages_;
};

// One conversation, driven by its seed.
class Conversation {
 public:
  Conversation(const Shipped& shipped, std::uint64_t seed)
      : shipped_(shipped),
        chance_(seed),
        question_(Pick(shipped.questions())),
        sitting_({question_}) {
    DrillWish wish;
    wish.kind = question_->kind;
    wish.questions = {question_->id};
    wish.minutes = 45;
    PlanOptions options;
    options.persona = Pick(std::vector<std::string>{"neutral", "warm", "terse"});
    const auto planned = PlanDrill(wish, ShippedLoops().phases, shipped.questions(), options);
    persona_ = options.persona;
    for (const RubricExample& example : question_->rubric_examples)
      texts_.push_back(example.answer);
    texts_.push_back(question_->model_answer);
    texts_.push_back("I do not know.");
    sitting_.Start(planned->plan, seed);
    Reply();
  }

  void Run() {
    const int steps = Below(20) + 8;
    for (int i = 0; i < steps && sitting_.session.stage() == Stage::kInRound; ++i) {
      Step();
      Reply();
    }
  }

  const Question& question() const { return *question_; }
  const Session& session() const { return sitting_.session; }
  const std::string& persona() const { return persona_; }

  // What had been asked for, earned or hinted when the utterances with at least this index came.
  bool IsOpen(const std::string& secret, std::size_t utterance) const {
    const auto found = open_.find(secret);
    return found != open_.end() && found->second <= utterance;
  }

 private:
  int Below(int n) { return static_cast<int>(chance_() % static_cast<std::uint64_t>(n)); }
  template <class T>
  const T& Pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(Below(static_cast<int>(from.size())))];
  }

  void Open(const std::string& secret) {
    open_.emplace(secret, sitting_.session.conversation().size());
  }

  void Step() {
    const PlannedRound& round = *sitting_.session.current_plan();
    switch (Below(11)) {
      case 0:
      case 1:
      case 2:
        return sitting_.Send(event::CandidateSaid{Pick(shipped_.MessagesFor(question_->id))});
      case 3:
        return sitting_.Send(event::CandidateSaid{Pick(shipped_.all_messages())});
      case 4:
        return sitting_.Send(
            event::CandidateSaid{Below(4) == 0 ? "Can I have a hint?" : Pick(texts_)});
      case 5:
        if (const auto hint = sitting_.session.next_hint()) {
          for (int level = 1; level <= hint->level; ++level) Open("hint:" + std::to_string(level));
          sitting_.Send(event::HintTaken{hint->level});
        }
        return;
      case 6:
        if (question_->kind != RoundKind::kConcepts) {
          return sitting_.Send(event::PhaseEntered{Below(static_cast<int>(round.phases.size()))});
        }
        return sitting_.Send(event::SubmitRequested{});
      case 7:
        return Write();
      case 8:
        return sitting_.Send(event::RunRequested{});
      case 9:
        return sitting_.Send(event::SubmitRequested{});
      default:
        sitting_.now += seconds(Below(400));
        return sitting_.Send(event::TimePassed{});
    }
  }

  void Write() {
    const auto& asked = sitting_.session.current_work()->asked;
    if (!asked.empty() && Below(2) == 0) {
      const TextField& field = Pick(asked).field;
      return sitting_.Type(field.kind, field.question, field.part, Pick(texts_));
    }
    const std::string part = question_->kind == RoundKind::kConcepts ? "answer" : "plan";
    sitting_.Prose(question_->id, part, Pick(texts_));
  }

  // Grades what was asked for; what the candidate has earned by it may be named from then on.
  void Reply() {
    sitting_.Answer([&](const EvaluationRequest& request) {
      Evaluation evaluation = shipped_.Grade(request);
      for (const Criterion& c : evaluation.criteria) {
        if (c.credit <= 0) continue;
        Open((request.kind == EvaluationKind::kFacts ? "fact:" : "point:") + c.id);
      }
      for (const RaisedMisconception& m : evaluation.misconceptions) Open("misconception:" + m.id);
      return evaluation;
    });
  }

  const Shipped& shipped_;
  std::mt19937_64 chance_;
  QuestionPtr question_;
  Sitting sitting_;
  std::string persona_;
  std::vector<std::string> texts_;
  std::map<std::string, std::size_t> open_;
};

TEST(Conversation, NothingIsSaidThatWasNotAskedEarnedOrHinted) {
  const Shipped shipped;
  std::map<std::string, int> whys;
  std::map<std::string, int> leaks;
  for (std::uint64_t seed = 1; seed <= kConversations; ++seed) {
    Conversation conversation(shipped, seed);
    conversation.Run();
    const std::vector<Secret> secrets = SecretsOf(conversation.question());
    const std::vector<Utterance>& said = conversation.session().conversation();
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (said[i].speaker != Speaker::kInterviewer) continue;
      ++whys[said[i].why.substr(0, said[i].why.find(':'))];
      // A hint is what it is: its price was told, and rung three may name the point.
      if (said[i].why.starts_with("hint:")) continue;
      for (const Secret& secret : secrets) {
        if (!secret.IsIn(said[i].text)) continue;
        // A fact that was asked for may say the same as a hint.
        const bool open = std::any_of(secrets.begin(), secrets.end(), [&](const Secret& other) {
          return other.text == secret.text && conversation.IsOpen(other.id, i);
        });
        if (open) continue;
        ++leaks[conversation.question().id + ": " + said[i].why + " tells " + secret.id + " (" +
                secret.text + "): " + said[i].text];
      }
    }
  }
  int utterances = 0;
  for (const auto& [why, count] : whys) {
    std::printf("%-14s %d\n", why.c_str(), count);
    utterances += count;
  }
  std::printf("%d conversations, %d utterances of the interviewer, %zu kinds of leak\n",
              kConversations, utterances, leaks.size());
  for (const char* why : {"fact", "leave", "probe", "pushback", "misconception", "follow_up",
                          "hint", "hint_offer", "nudge", "reminder", "ask"}) {
    EXPECT_GT(whys[why], 0) << "the conversations never come to it";
  }
  for (const auto& [leak, count] : leaks) ADD_FAILURE() << count << " x " << leak;
}

TEST(Conversation, EveryWordIsThePersonasOrTheQuestionsAndNothingIsAskedTwice) {
  const Shipped shipped;
  const Personas personas = ShippedPersonas();
  for (std::uint64_t seed = 1; seed <= kConversations / 5; ++seed) {
    Conversation conversation(shipped, seed);
    conversation.Run();
    const Persona& persona = personas.Find(conversation.persona());
    std::set<std::string> asked;
    for (const Utterance& u : conversation.session().conversation()) {
      if (u.speaker != Speaker::kInterviewer) continue;
      const std::string what = u.why.substr(0, u.why.find(':'));
      const std::string id = u.why.substr(std::min(u.why.size(), what.size() + 1));
      if (what == "fact") {
        std::string answer;
        for (const Clarification& fact : conversation.question().clarifications) {
          if (fact.id == id) answer = fact.answer;
        }
        EXPECT_FALSE(answer.empty());
        EXPECT_NE(u.text.find(answer), std::string::npos) << u.text;
      } else if (what == "leave" || what == "ack" || what == "nudge" || what == "hint_none") {
        const auto& wordings = persona.lines().at(what);
        EXPECT_NE(std::find(wordings.begin(), wordings.end(), u.text), wordings.end()) << u.text;
      } else if (what == "probe" || what == "follow_up" || what == "pushback" || what == "point" ||
                 what == "misconception" || what == "hint" || what == "ask") {
        const std::string once = what == "probe" ? "follow_up:" + id : u.why;
        EXPECT_TRUE(asked.insert(once).second) << seed << ": " << u.why;
      }
    }
  }
}

}  // namespace
}  // namespace interview::test

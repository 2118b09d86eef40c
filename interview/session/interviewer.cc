// The interviewer's script.
#include "interview/session/interviewer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

namespace interview {
namespace {

using event::InterviewerSaid;

template <std::size_t N>
std::string Vary(const std::array<std::string_view, N>& wordings, std::uint64_t seed) {
  // SplitMix64's finaliser: neighbouring seeds give unrelated wordings.
  seed += 0x9e3779b97f4a7c15ULL;
  seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebULL;
  return std::string(wordings[(seed ^ (seed >> 31)) % N]);
}

std::string_view Ordinal(int n) {
  constexpr std::array<std::string_view, 10> kWords = {"first", "second", "third",   "fourth",
                                                       "fifth", "sixth",  "seventh", "eighth",
                                                       "ninth", "tenth"};
  return n >= 0 && n < 10 ? kWords[static_cast<std::size_t>(n)] : std::string_view("next");
}

// Weight still to be earned, by point id. Points the evaluation does not mention count as missing.
std::map<std::string, double> MissingWeights(const Question& question, const Evaluation* rubric) {
  std::map<std::string, double> missing;
  for (const RubricGroup& group : question.rubric) {
    for (const RubricPoint& point : group.points) missing[point.id] = point.weight;
  }
  if (rubric != nullptr) {
    for (const Criterion& c : rubric->criteria) {
      const auto it = missing.find(c.id);
      if (it != missing.end()) it->second = c.weight * (1 - c.credit);
    }
  }
  return missing;
}

double MissingOf(const std::vector<std::string>& points,
                 const std::map<std::string, double>& missing) {
  double sum = 0;
  for (const std::string& id : points) {
    const auto it = missing.find(id);
    if (it != missing.end()) sum += it->second;
  }
  return sum;
}

// The pushback with the most missing weight, and that weight; 0 where there is none.
std::pair<double, InterviewerSaid> StrongestPushback(const Question& question,
                                                     const Evaluation* rubric,
                                                     const std::map<std::string, double>& missing) {
  std::pair<double, InterviewerSaid> best;
  for (std::size_t i = 0; rubric != nullptr && i < question.pushback.size(); ++i) {
    const double weight = MissingOf(question.pushback[i].when_missing, missing);
    if (weight > best.first) {
      best = {weight, {question.pushback[i].ask, "pushback:" + std::to_string(i)}};
    }
  }
  return best;
}

bool WasAsked(const std::vector<AskedFollowUp>& asked, const std::string& follow_up) {
  return std::any_of(asked.begin(), asked.end(), [&](const AskedFollowUp& a) {
    return a.field.kind == TextField::Kind::kFollowUp && a.field.part == follow_up;
  });
}

// The first word in lower case, without punctuation.
std::string FirstWord(std::string_view text) {
  std::string word;
  for (const char c : text) {
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    if (!letter && !word.empty()) break;
    if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return word;
}

}  // namespace

InterviewerSaid Greeting(const SessionPlan& plan, int round, std::uint64_t seed) {
  const PlannedRound& planned = plan.rounds[static_cast<std::size_t>(round)];
  const auto minutes = std::chrono::round<std::chrono::minutes>(planned.length).count();
  const std::string opening =
      round == 0 ? Vary(std::array<std::string_view, 3>{"Hello, good to meet you.",
                                                        "Hi, and thank you for your time.",
                                                        "Hello, let us begin."},
                        seed)
                 : Vary(std::array<std::string_view, 3>{"Welcome back.", "Hello again.",
                                                        "Good, on to the next round."},
                        seed);
  std::string what;
  switch (planned.kind) {
    case RoundKind::kCoding:
      what = "solving a problem in code";
      break;
    case RoundKind::kMlCoding:
      what = "writing a piece of machine learning from scratch";
      break;
    case RoundKind::kConcepts:
      what = "talking through questions about machine learning";
      break;
    case RoundKind::kSystemDesign:
      what = "designing a machine-learning system together";
      break;
  }
  return {opening + " We have " + std::to_string(minutes) + " minutes for " + what +
              ". Ask me whatever is unclear, and tell me what you think as you go.",
          "greeting"};
}

InterviewerSaid PresentQuestion(const PlannedRound& round, int question, std::uint64_t seed) {
  const PlannedQuestion& planned = round.questions[static_cast<std::size_t>(question)];
  std::string which = "your question";
  if (round.questions.size() > 1) which = "the " + std::string(Ordinal(question)) + " question";
  const std::string lead =
      Vary(std::array<std::string_view, 3>{"Here is ", "Let us look at ", "Please read "}, seed);
  return {lead + which + ": " + planned.title + ".", "question"};
}

bool LooksLikeQuestion(std::string_view message) {
  if (message.find('?') != std::string_view::npos) return true;
  static const std::set<std::string> kOpeners = {
      "what",  "which",  "who",   "where", "when",  "why", "how",   "is",
      "are",   "am",     "do",    "does",  "did",   "can", "could", "may",
      "might", "should", "would", "will",  "shall", "has", "have",  "must"};
  return kOpeners.count(FirstWord(message)) > 0;
}

std::vector<InterviewerSaid> AnswerMessage(const Question& question, const Evaluation& facts,
                                           std::string_view message, std::uint64_t seed) {
  constexpr std::size_t kMostFacts = 3;
  std::vector<InterviewerSaid> said;
  for (const Criterion& c : facts.criteria) {
    if (c.credit <= 0 || said.size() == kMostFacts) continue;
    for (const Clarification& fact : question.clarifications) {
      if (fact.id == c.id) said.push_back({fact.answer, "fact:" + fact.id});
    }
  }
  if (!said.empty()) return said;
  if (LooksLikeQuestion(message)) {
    said.push_back({Vary(
                        std::array<std::string_view, 4>{
                            "I leave that to you. Say what you assume, and go on.",
                            "That is yours to decide; tell me your assumption.",
                            "I have no fixed answer to that. Choose what is sensible and name it.",
                            "Take whatever you find reasonable there, and say so."},
                        seed),
                    "leave"});
  } else {
    said.push_back(
        {Vary(std::array<std::string_view, 3>{"All right.", "Understood.", "Go on."}, seed),
         "ack"});
  }
  return said;
}

InterviewerSaid FactsUnavailable() {
  return {"I cannot look that up just now. Please make an assumption and state it.", "unavailable"};
}

InterviewerSaid PhasePrompt(RoundKind kind, const PhaseId& phase) {
  struct Prompt {
    RoundKind kind;
    std::string_view phase;
    std::string_view text;
  };
  static constexpr std::array<Prompt, 7> kPrompts = {{
      {RoundKind::kCoding, "plan",
       "Before you code: what is the simplest thing that works, what does it cost, and what would "
       "be better?"},
      {RoundKind::kCoding, "verify",
       "Which cases would convince you that it is right? Write tests of your own before you "
       "submit."},
      {RoundKind::kCoding, "follow_up",
       "What are the time and the space cost of your final code, and why?"},
      {RoundKind::kMlCoding, "derive",
       "Give me the equations or the algorithm first, with the gradient where there is one."},
      {RoundKind::kMlCoding, "test",
       "How would you convince yourself that this is right, without a reference to compare with?"},
      {RoundKind::kMlCoding, "trade_offs",
       "Where does this method reach its limits, what does it cost, and when would you take "
       "another one?"},
      {RoundKind::kSystemDesign, "wrap_up",
       "Please sum up your design as you would for someone who just joined: two minutes, the "
       "essentials only."},
  }};
  for (const Prompt& prompt : kPrompts) {
    if (prompt.kind == kind && prompt.phase == phase) {
      return {std::string(prompt.text), "ask:" + phase};
    }
  }
  return {};
}

int FollowUpsOnEntering(RoundKind kind, const PhaseId& phase) {
  if (kind == RoundKind::kCoding && phase == "follow_up") return 2;
  if (kind == RoundKind::kMlCoding && phase == "trade_offs") return 2;
  if (kind == RoundKind::kSystemDesign && phase == "deep_dive") return 2;
  return 0;
}

InterviewerSaid ChooseProbe(const Question& question, const Evaluation& rubric) {
  const RaisedMisconception* worst = nullptr;
  for (const RaisedMisconception& m : rubric.misconceptions) {
    if (!m.reply.empty() && (worst == nullptr || m.penalty > worst->penalty)) worst = &m;
  }
  if (worst != nullptr) return {worst->reply, "misconception:" + worst->id};

  const std::map<std::string, double> missing = MissingWeights(question, &rubric);
  InterviewerSaid best;
  double most = 0;
  for (const FollowUp& f : question.follow_ups) {
    if (const double weight = MissingOf(f.when_missing, missing); weight > most) {
      most = weight;
      best = {f.ask, "probe:" + f.id};
    }
  }
  if (const auto [weight, pushback] = StrongestPushback(question, &rubric, missing);
      weight > most) {
    return pushback;
  }
  if (most > 0) return best;
  for (const RubricGroup& group : question.rubric) {
    for (const RubricPoint& point : group.points) {
      if (!point.hint.empty() && missing.at(point.id) > most) {
        most = missing.at(point.id);
        best = {point.hint, "point:" + point.id};
      }
    }
  }
  return best;
}

std::vector<InterviewerSaid> ChooseFollowUps(const Question& question, const Evaluation* rubric,
                                             const std::vector<AskedFollowUp>& asked, int count) {
  const std::map<std::string, double> missing = MissingWeights(question, rubric);
  std::vector<std::pair<double, InterviewerSaid>> probes;
  std::vector<InterviewerSaid> dives;
  std::vector<InterviewerSaid> others;
  for (const FollowUp& f : question.follow_ups) {
    if (WasAsked(asked, f.id)) continue;
    const double weight = rubric == nullptr ? 0 : MissingOf(f.when_missing, missing);
    if (f.when_missing.empty()) {
      dives.push_back({f.ask, "follow_up:" + f.id});
    } else if (weight > 0) {
      probes.push_back({weight, {f.ask, "probe:" + f.id}});
    } else if (rubric == nullptr) {
      others.push_back({f.ask, "follow_up:" + f.id});
    }
  }
  if (const auto [weight, pushback] = StrongestPushback(question, rubric, missing); weight > 0) {
    probes.push_back({weight, pushback});
  }
  std::stable_sort(probes.begin(), probes.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<InterviewerSaid> chosen;
  for (auto& [weight, said] : probes) chosen.push_back(std::move(said));
  chosen.insert(chosen.end(), dives.begin(), dives.end());
  chosen.insert(chosen.end(), others.begin(), others.end());
  if (static_cast<int>(chosen.size()) > count) chosen.resize(static_cast<std::size_t>(count));
  return chosen;
}

std::optional<TextField> FieldOfAnswer(std::string_view why, const QuestionId& question) {
  const std::size_t colon = why.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view what = why.substr(0, colon);
  const std::string part(why.substr(colon + 1));
  if (what == "follow_up" || what == "probe") {
    return TextField{TextField::Kind::kFollowUp, question, part};
  }
  if (what == "misconception" || what == "pushback" || what == "point") {
    return TextField{TextField::Kind::kProse, question, "probe"};
  }
  if (what == "ask") return TextField{TextField::Kind::kProse, question, part};
  return std::nullopt;
}

std::string_view DueReminder(Duration elapsed, Duration length) {
  const Duration left = length - elapsed;
  for (const auto& [name, minutes] :
       {std::pair<std::string_view, int>{"1", 1}, {"5", 5}, {"10", 10}}) {
    const Duration threshold = std::chrono::minutes(minutes);
    if (left <= threshold && length > 2 * threshold) return name;
  }
  return 2 * elapsed >= length ? "half" : "";
}

bool ReminderIsLater(std::string_view reminder, std::string_view other) {
  constexpr std::array<std::string_view, 5> kInOrder = {"", "half", "10", "5", "1"};
  return std::find(kInOrder.begin(), kInOrder.end(), reminder) >
         std::find(kInOrder.begin(), kInOrder.end(), other);
}

InterviewerSaid Reminder(std::string_view reminder) {
  std::string text = "Half of the time is over.";
  if (reminder == "10") text = "Ten minutes left.";
  if (reminder == "5") text = "Five minutes left. Please come to something that works as a whole.";
  if (reminder == "1") text = "One minute left. What stands at the end of it is what I take.";
  return {text, "reminder:" + std::string(reminder)};
}

InterviewerSaid Nudge(std::uint64_t seed) {
  return {Vary(
              std::array<std::string_view, 3>{
                  "You have been quiet for a while. What are you weighing up?",
                  "Where are you at the moment? Thinking aloud is welcome, and there are hints if "
                  "you want one.",
                  "Tell me what is in the way just now. A smaller example sometimes helps."},
              seed),
          "nudge"};
}

}  // namespace interview

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

bool WasSaid(const std::vector<AskedFollowUp>& asked, std::string_view why) {
  return std::any_of(asked.begin(), asked.end(),
                     [&](const AskedFollowUp& a) { return a.why == why; });
}

// The reply to the misconception that costs most and got none yet; empty where there is none.
InterviewerSaid ReplyToMisconception(const Evaluation& evaluation,
                                     const std::vector<AskedFollowUp>& asked) {
  const RaisedMisconception* worst = nullptr;
  for (const RaisedMisconception& m : evaluation.misconceptions) {
    if (m.reply.empty() || WasSaid(asked, "misconception:" + m.id)) continue;
    if (worst == nullptr || m.penalty > worst->penalty) worst = &m;
  }
  return worst == nullptr ? InterviewerSaid{}
                          : InterviewerSaid{worst->reply, "misconception:" + worst->id};
}

bool WasAsked(const std::vector<AskedFollowUp>& asked, const std::string& follow_up) {
  return std::any_of(asked.begin(), asked.end(), [&](const AskedFollowUp& a) {
    return a.field.kind == TextField::Kind::kFollowUp && a.field.part == follow_up;
  });
}

// The pushback with the most missing weight, and that weight; 0 where there is none.
std::pair<double, InterviewerSaid> StrongestPushback(const Question& question,
                                                     const Evaluation* rubric,
                                                     const std::map<std::string, double>& missing,
                                                     const std::vector<AskedFollowUp>& asked) {
  std::pair<double, InterviewerSaid> best;
  for (std::size_t i = 0; rubric != nullptr && i < question.pushback.size(); ++i) {
    if (WasSaid(asked, "pushback:" + std::to_string(i))) continue;
    const double weight = MissingOf(question.pushback[i].when_missing, missing);
    if (weight > best.first) {
      best = {weight, {question.pushback[i].ask, "pushback:" + std::to_string(i)}};
    }
  }
  return best;
}

// In lower case, words separated by single spaces, a space at both ends; signs aside.
std::string Words(std::string_view text) {
  std::string words = " ";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '\'') continue;  // "I'd"
    if (std::isalpha(u) != 0) {
      words += static_cast<char>(std::tolower(u));
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

template <std::size_t N>
bool HoldsAny(const std::string& words, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return words.find(" " + std::string(phrase) + " ") != std::string::npos;
  });
}

}  // namespace

InterviewerSaid Greeting(const Persona& persona, const SessionPlan& plan, int round,
                         std::uint64_t seed) {
  const PlannedRound& planned = plan.rounds[static_cast<std::size_t>(round)];
  const auto minutes = std::chrono::round<std::chrono::minutes>(planned.length).count();
  const std::string work = persona.Say("work:" + std::string(ToString(planned.kind)), seed);
  return {persona.Say(round == 0 ? "greeting" : "greeting_again", seed,
                      {{"minutes", std::to_string(minutes)}, {"work", work}}),
          "greeting"};
}

InterviewerSaid PresentQuestion(const Persona& persona, const PlannedRound& round, int question,
                                std::uint64_t seed) {
  const PlannedQuestion& planned = round.questions[static_cast<std::size_t>(question)];
  std::string which = "your question";
  if (round.questions.size() > 1) which = "the " + std::string(Ordinal(question)) + " question";
  return {persona.Say("question", seed, {{"which", which}, {"title", planned.title}}), "question"};
}

bool LooksLikeQuestion(std::string_view message) {
  if (message.find('?') != std::string_view::npos) return true;
  static const std::set<std::string> kOpeners = {
      "what",  "which",  "who",   "where", "when",  "why", "how",   "is",
      "are",   "am",     "do",    "does",  "did",   "can", "could", "may",
      "might", "should", "would", "will",  "shall", "has", "have",  "must"};
  static constexpr std::array<std::string_view, 9> kAsking = {
      "i wonder",    "wondering",   "like to know", "want to know",    "need to know",
      "let me know", "please tell", "do i",         "not sure whether"};
  const std::string words = Words(message);
  return kOpeners.count(words.substr(1, words.find(' ', 1) - 1)) > 0 || HoldsAny(words, kAsking);
}

bool AsksForHint(std::string_view message) {
  static constexpr std::array<std::string_view, 6> kAsking = {
      "hint", "hints", "a clue", "i am stuck", "im stuck", "can you help"};
  return HoldsAny(Words(message), kAsking);
}

std::vector<InterviewerSaid> AnswerMessage(const Question& question, const Evaluation& facts,
                                           std::string_view message, const Room& room) {
  constexpr std::size_t kMostFacts = 3;
  const Persona& persona = room.persona;
  std::vector<InterviewerSaid> said;
  for (const Criterion& c : facts.criteria) {
    if (c.credit <= 0 || said.size() == kMostFacts) continue;
    for (const Clarification& fact : question.clarifications) {
      if (fact.id != c.id) continue;
      said.push_back({persona.Say("fact", room.seed + said.size(), {{"answer", fact.answer}}),
                      "fact:" + fact.id});
    }
  }
  if (!said.empty()) return said;
  if (AsksForHint(message)) {
    if (room.hint_cost.empty()) return {{persona.Say("hint_none", room.seed), "hint_none"}};
    return {{persona.Say("hint_offer", room.seed, {{"cost", room.hint_cost}}), "hint_offer"}};
  }
  if (LooksLikeQuestion(message))
    return {{persona.Say("leave", room.seed), std::string(kLeftToCandidate)}};
  InterviewerSaid reply = ReplyToMisconception(facts, room.asked);
  if (!reply.text.empty()) return {InWords(persona, std::move(reply), room.seed)};
  return {{persona.Say("ack", room.seed), "ack"}};
}

bool MayBePhrased(std::string_view why) {
  static constexpr std::array<std::string_view, 13> kOffered = {
      "greeting",  "question", "ask",   "probe", "pushback", "misconception", "point",
      "follow_up", "hint",     "nudge", "fact",  "empty",    kLeftToCandidate};
  const std::string_view what = why.substr(0, why.find(':'));
  return std::find(kOffered.begin(), kOffered.end(), what) != kOffered.end();
}

InterviewerSaid FactsUnavailable(const Persona& persona, std::uint64_t seed) {
  return {persona.Say("unavailable", seed), "unavailable"};
}

InterviewerSaid NothingYet(const Persona& persona, std::uint64_t seed) {
  return {persona.Say("empty", seed), "empty"};
}

InterviewerSaid GiveHint(const Persona& persona, const Hint& hint, std::uint64_t seed) {
  return {persona.Say("hint", seed, {{"hint", hint.text}}), "hint:" + std::to_string(hint.level)};
}

InterviewerSaid PhasePrompt(const Persona& persona, RoundKind kind, const PhaseId& phase,
                            std::uint64_t seed) {
  std::string text = persona.Say("ask:" + std::string(ToString(kind)) + ":" + phase, seed);
  if (text.empty()) return {};
  return {std::move(text), "ask:" + phase};
}

InterviewerSaid InWords(const Persona& persona, InterviewerSaid asked, std::uint64_t seed) {
  if (asked.text.empty()) return asked;
  const std::string what = asked.why.substr(0, asked.why.find(':'));
  std::string occasion = "probe";
  if (what == "follow_up") occasion = "follow_up";
  if (what == "misconception" || what == "pushback") occasion = "pushback";
  asked.text = persona.Say(occasion, seed, {{"ask", asked.text}});
  return asked;
}

int FollowUpsOnEntering(RoundKind kind, const PhaseId& phase) {
  if (kind == RoundKind::kCoding && phase == "follow_up") return 2;
  if (kind == RoundKind::kMlCoding && phase == "trade_offs") return 2;
  if (kind == RoundKind::kSystemDesign && phase == "deep_dive") return 2;
  return 0;
}

InterviewerSaid ChooseProbe(const Question& question, const Evaluation& rubric,
                            const std::vector<AskedFollowUp>& asked) {
  InterviewerSaid reply = ReplyToMisconception(rubric, asked);
  if (!reply.text.empty()) return reply;

  const std::map<std::string, double> missing = MissingWeights(question, &rubric);
  InterviewerSaid best;
  double most = 0;
  for (const FollowUp& f : question.follow_ups) {
    if (WasAsked(asked, f.id)) continue;
    if (const double weight = MissingOf(f.when_missing, missing); weight > most) {
      most = weight;
      best = {f.ask, "probe:" + f.id};
    }
  }
  if (const auto [weight, pushback] = StrongestPushback(question, &rubric, missing, asked);
      weight > most) {
    return pushback;
  }
  if (most > 0) return best;
  for (const RubricGroup& group : question.rubric) {
    for (const RubricPoint& point : group.points) {
      if (WasSaid(asked, "point:" + point.id)) continue;
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
  if (const auto [weight, pushback] = StrongestPushback(question, rubric, missing, asked);
      weight > 0) {
    probes.push_back({weight, pushback});
  }
  std::stable_sort(probes.begin(), probes.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<InterviewerSaid> chosen;
  if (rubric != nullptr) {
    InterviewerSaid reply = ReplyToMisconception(*rubric, asked);
    if (!reply.text.empty()) chosen.push_back(std::move(reply));
  }
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

InterviewerSaid Reminder(const Persona& persona, std::string_view reminder, std::uint64_t seed) {
  std::string why = "reminder:" + std::string(reminder);
  std::string text = persona.Say(why, seed);
  return {std::move(text), std::move(why)};
}

bool NudgesIn(RoundKind kind, const PhaseId& phase) {
  switch (kind) {
    case RoundKind::kCoding:
    case RoundKind::kMlCoding:
      return phase == "implement" || phase == "verify" || phase == "test";
    case RoundKind::kConcepts:
      return true;  // each phase is a question to answer
    case RoundKind::kSystemDesign:
      return phase == "design";
  }
  return false;
}

InterviewerSaid Nudge(const Persona& persona, std::uint64_t seed) {
  return {persona.Say("nudge", seed), "nudge"};
}

}  // namespace interview

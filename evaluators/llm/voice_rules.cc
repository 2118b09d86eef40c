// Form, role, what the line says, what is secret.
#include "evaluators/llm/voice_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <sstream>

#include "evaluators/llm/redaction.h"
#include "evaluators/llm/voice_claims.h"
#include "evaluators/text/answer_key.h"
#include "evaluators/text/fact_index.h"
#include "evaluators/text/rubric_grader.h"

namespace evaluators {
namespace {

using interview::Clarification;
using interview::Question;

constexpr double kAskable = 0.3;      // evidence that a message has to do with a fact
constexpr double kNearTheBest = 0.5;  // … as a share of the evidence for the nearest one
constexpr std::size_t kMostAskable = 2;
constexpr double kPoint = 0.5;     // credit that reveals a point
constexpr double kFactTold = 0.6;  // share of its words
constexpr double kHintTold = 0.6;  // share of the words that are new in it
constexpr std::size_t kFewestHintWords = 3;
constexpr double kFactKept = 0.5;  // share of the words of a fact or hint that must stay
constexpr double kLineKept = 0.3;  // … of something that is asked

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// Speech is one or a few sentences: no headings, lists, tables, fences or objects.
bool IsPlainSpeech(const std::string& reply) {
  if (reply.find("```") != std::string::npos || reply.find("](") != std::string::npos ||
      reply.find("**") != std::string::npos) {
    return false;
  }
  std::istringstream lines(reply);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    const char begin = line[first];
    const char next = first + 1 < line.size() ? line[first + 1] : ' ';
    if (begin == '#' || begin == '|' || begin == '{' || begin == '[' || begin == '>') return false;
    if ((begin == '-' || begin == '*' || begin == '+') && next == ' ') return false;
    if (std::isdigit(static_cast<unsigned char>(begin)) != 0 && (next == '.' || next == ')') &&
        first + 2 < line.size() && line[first + 2] == ' ') {
      return false;
    }
  }
  for (std::size_t i = 0; i + 1 < reply.size(); ++i) {
    const auto next = static_cast<unsigned char>(reply[i + 1]);
    if (reply[i] == '<' && (std::isalpha(next) != 0 || next == '/')) return false;
  }
  return std::none_of(reply.begin(), reply.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\n' && c != '\t') || u == 0x7F;
  });
}

bool HoldsAddress(const std::string& reply) {
  const std::string lower = Lower(reply);
  return lower.find("://") != std::string::npos || lower.find("www.") != std::string::npos ||
         lower.find("mailto:") != std::string::npos || Redact(reply, {}) != reply;
}

// Words of a machine about itself or its task. Where the question is about such machines, they are
// its own.
bool StepsOutOfRole(const VoiceLine& line, const std::string& reply) {
  static constexpr std::array<std::string_view, 18> kPhrases = {
      "as an ai",          "as a language model",
      "i am an ai",        "i'm an ai",
      "language model",    "i'm a large",
      "my instructions",   "system prompt",
      "i was instructed",  "i cannot assist",
      "i can't assist",    "the candidate",
      "the script",        "rephras",
      "here is the line",  "here's the line",
      "as an interviewer", "my training data"};
  const std::string said = Lower(reply);
  const std::string theirs =
      Lower(line.script + (line.question != nullptr ? "\n" + line.question->statement : ""));
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
    return said.find(phrase) != std::string::npos && theirs.find(phrase) == std::string::npos;
  });
}

bool StartsWithVerdict(const std::string& reply) {
  static constexpr std::array<std::string_view, 8> kVerdicts = {
      "yes", "no", "correct", "exactly", "right", "indeed", "true", "false"};
  const std::string lower = Lower(reply.substr(0, 12));
  const std::string word = lower.substr(0, lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
  return std::find(kVerdicts.begin(), kVerdicts.end(), word) != kVerdicts.end();
}

// What everybody in the room knows from the interviewer's side.
std::string Told(const VoiceLine& line) {
  std::string told = line.script;
  if (line.question != nullptr) {
    told += "\n\n" + line.question->title + ".\n\n" + line.question->statement;
    for (const Clarification& fact : line.question->clarifications) {
      if (line.facts_uncovered.contains(fact.id)) told += "\n\n" + fact.answer;
    }
    for (const interview::Hint& hint : line.question->hints) {
      if (hint.level <= line.hint_level) told += "\n\n" + hint.text;
    }
  }
  for (const SaidBefore& said : line.conversation) {
    if (!said.candidate) told += "\n\n" + said.text;
  }
  return told;
}

// … and from the candidate's.
std::string Earned(const VoiceLine& line) {
  std::string earned = line.notes;
  for (const SaidBefore& said : line.conversation) {
    if (said.candidate) earned += "\n\n" + said.text;
  }
  return earned;
}

// Is any point earned by the reply that is not earned by what was said before?
bool Reveals(const interview::Rubric& rubric, const std::string& reply,
             const std::vector<std::string>& before, const Lexicon& lexicon) {
  if (rubric.points.empty()) return false;
  // Whatever brings a point to mind counts, also lists of words, and what is denied.
  const GraderOptions options{
      .negation = false, .contrasts = false, .guards = false, .misconceptions = false};
  const CompiledRubric compiled(rubric, lexicon, {.options = options});
  const RubricGrade now = compiled.Grade(reply);
  if (std::none_of(now.points.begin(), now.points.end(),
                   [](const PointGrade& p) { return p.credit >= kPoint; })) {
    return false;
  }
  std::vector<double> known(rubric.points.size(), 0);
  for (const std::string& text : before) {
    const RubricGrade grade = compiled.Grade(text);
    for (std::size_t i = 0; i < known.size(); ++i) {
      known[i] = std::max(known[i], grade.points[i].credit);
    }
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (now.points[i].credit >= kPoint && now.points[i].credit > known[i]) return true;
  }
  return false;
}

bool RevealsKey(const interview::AnswerKey& key, const std::string& reply,
                const std::vector<std::string>& before, const Lexicon& lexicon) {
  const bool says_much = key.type == interview::AnswerKey::Type::kNumber ||
                         key.type == interview::AnswerKey::Type::kText;
  if (!says_much || CheckAnswerKey(key, reply, lexicon).credit < kPoint) return false;
  return std::none_of(before.begin(), before.end(), [&](const std::string& text) {
    return CheckAnswerKey(key, text, lexicon).credit >= kPoint;
  });
}

bool RevealsPoint(const VoiceLine& line, const std::string& reply, const std::string& told,
                  const Lexicon& lexicon) {
  const Question& question = *line.question;
  const std::vector<std::string> before = {told, Earned(line), line.script};
  if (Reveals({question.WholeRubric().points, {}}, reply, before, lexicon)) return true;
  const auto* concept_spec = std::get_if<interview::ConceptSpec>(&question.spec);
  if (concept_spec != nullptr && concept_spec->answer &&
      RevealsKey(*concept_spec->answer, reply, before, lexicon)) {
    return true;
  }
  return std::any_of(question.follow_ups.begin(), question.follow_ups.end(),
                     [&](const interview::FollowUp& f) {
                       return Reveals({f.key_points, {}}, reply, before, lexicon) ||
                              (f.answer && RevealsKey(*f.answer, reply, before, lexicon));
                     });
}

bool TellsHint(const interview::Hint& hint, const std::set<std::string>& said,
               const std::set<std::string>& told) {
  std::set<std::string> fresh;
  for (const std::string& word : ContentOf(hint.text)) {
    if (!told.contains(word)) fresh.insert(word);
  }
  return fresh.size() >= kFewestHintWords && ShareOf(fresh, said) >= kHintTold;
}

bool TellsFact(const Clarification& fact, const std::set<std::string>& said,
               const std::set<std::string>& told) {
  const std::set<std::string> words = ContentOf(fact.answer);
  if (words.empty() || ShareOf(words, said) < kFactTold) return false;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return said.contains(word) && !told.contains(word);
  });
}

// The ids of hidden facts that the reply tells.
std::vector<std::string> FactsTold(const VoiceLine& line, const std::string& reply,
                                   const std::set<std::string>& told) {
  std::vector<std::string> ids;
  const std::set<std::string> said = ContentOf(reply);
  for (const Clarification& fact : line.question->clarifications) {
    if (!line.facts_uncovered.contains(fact.id) && TellsFact(fact, said, told)) {
      ids.push_back(fact.id);
    }
  }
  return ids;
}

// Numbers that were mentioned by anybody, or stand in a fact that may be told.
std::set<double> KnownNumbers(const VoiceLine& line, const std::string& told,
                              const std::vector<std::size_t>& askable) {
  std::set<double> known = NumbersOf(told + "\n\n" + Earned(line) + "\n\n" + line.message);
  for (const std::size_t i : askable) {
    known.merge(NumbersOf(line.question->clarifications[i].answer));
  }
  return known;
}

bool Includes(const std::set<double>& all, const std::set<double>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// A line that carries something must still say it.
bool LosesTheLine(const VoiceLine& line, const std::string& reply) {
  if (line.is_free()) return false;
  if (!Includes(NumbersOf(reply), NumbersOf(line.script))) return true;
  const std::string what = line.why.substr(0, line.why.find(':'));
  const bool tells = what == "fact" || what == "hint";
  if (!tells && (what == "greeting" || what == "nudge" || what == "empty")) return false;
  if (!tells && line.script.find('?') != std::string::npos &&
      reply.find('?') == std::string::npos) {
    return true;
  }
  return ShareOf(ContentOf(line.script), ContentOf(reply)) < (tells ? kFactKept : kLineKept);
}

std::string BrokenForm(const VoiceLine& line, const std::string& reply) {
  const int words = WordsIn(reply);
  if (words == 0) return "empty";
  if (words > kMostVoiceWords) {
    return "longer than " + std::to_string(kMostVoiceWords) + " words";
  }
  if (!IsPlainSpeech(reply)) return "not plain speech";
  if (HoldsAddress(reply)) return "holds an address";
  if (StepsOutOfRole(line, reply)) return "stepped out of the role";
  if (LosesTheLine(line, reply)) return "left out what the line says";
  return {};
}

}  // namespace

int WordsIn(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

std::vector<std::size_t> AskableFacts(const VoiceLine& line, const Lexicon& lexicon) {
  std::vector<std::size_t> askable;
  if (!line.is_free() || line.question == nullptr) return askable;
  const std::vector<Clarification>& facts = line.question->clarifications;
  const TokenizedText message = Tokenize(line.message);
  const std::vector<FactEvidence> evidence =
      FactIndex(facts, lexicon)
          .Weigh(message.tokens, std::vector<double>(message.tokens.size(), 1));
  double best = kAskable;
  for (const FactEvidence& e : evidence) best = std::max(best, e.strength);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool near = evidence[i].strength >= std::max(kAskable, kNearTheBest * best);
    if (near && !line.facts_uncovered.contains(facts[i].id)) askable.push_back(i);
  }
  std::stable_sort(askable.begin(), askable.end(), [&](std::size_t a, std::size_t b) {
    return evidence[a].strength > evidence[b].strength;
  });
  if (askable.size() > kMostAskable) askable.resize(kMostAskable);
  return askable;
}

VoiceVerdict CheckVoice(const VoiceLine& line, std::string_view words, const Lexicon& lexicon) {
  const std::string reply(words);
  if (std::string broken = BrokenForm(line, reply); !broken.empty()) return {std::move(broken), {}};
  if (!line.is_free() && Contradicts(line.script, reply)) return {"contradicts the line", {}};
  const std::vector<std::size_t> askable = AskableFacts(line, lexicon);
  const std::string told = Told(line);
  if (line.question != nullptr) {
    for (const Clarification& fact : line.question->clarifications) {
      if (Contradicts(fact.answer, reply)) return {"contradicts a fact", {}};
    }
  }
  if (!Includes(KnownNumbers(line, told, askable), NumbersOf(reply))) {
    return {"says a number that no fact gives", {}};
  }
  if (line.question == nullptr) return {};
  const std::set<std::string> told_words = ContentOf(told);
  VoiceVerdict verdict;
  for (const std::string& id : FactsTold(line, reply, told_words)) {
    const bool asked = std::any_of(askable.begin(), askable.end(), [&](std::size_t i) {
      return line.question->clarifications[i].id == id;
    });
    if (!asked || !verdict.fact.empty()) return {"revealed a fact that was not asked for", {}};
    verdict.fact = id;
  }
  if (line.is_free() && verdict.fact.empty() && StartsWithVerdict(reply)) {
    return {"decides what no fact decides", {}};
  }
  const std::set<std::string> said = ContentOf(reply);
  for (const interview::Hint& hint : line.question->hints) {
    if (hint.level > line.hint_level && TellsHint(hint, said, told_words)) {
      return {"gave a hint away", {}};
    }
  }
  std::string open = told;  // what the reply may say
  for (const Clarification& fact : line.question->clarifications) {
    if (fact.id == verdict.fact) open += "\n\n" + fact.answer;
  }
  if (RevealsPoint(line, reply, open, lexicon)) {
    return {"revealed a point that was not earned", {}};
  }
  return verdict;
}

}  // namespace evaluators

// Words of the three rules, and the sentences they are looked for in.
#include "evaluators/llm/grader_instruction.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "evaluators/llm/quote_check.h"

namespace evaluators {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kReach = 10;       // words between a verb and what it is about
constexpr std::size_t kOpening = 6;      // words in which a grader is addressed
constexpr std::size_t kMostShown = 160;  // bytes

template <std::size_t N>
using List = std::array<std::string_view, N>;

constexpr List<16> kSetAside = {"ignore",  "ignoring",  "disregard", "disregarding",
                                "forget",  "override",  "bypass",    "ignoriere",
                                "vergiss", "missachte", "ignorez",   "oubliez",
                                "ignora",  "olvida",    "dimentica", "supersede"};
constexpr List<15> kInstruction = {
    "instruction",   "instructions", "rubric",           "guidelines", "directive",
    "directives",    "anweisung",    "anweisungen",      "consignes",  "told",
    "instrucciones", "istruzioni",   "bewertungsregeln", "directions", "grading"};
// Whose instructions an answer may well set aside: it speaks of a system that it designs.
constexpr List<20> kElsewhere = {"document", "documents", "page",   "pages", "passage",
                                 "passages", "retrieved", "tool",   "tools", "web",
                                 "website",  "chunk",     "chunks", "email", "emails",
                                 "corpus",   "sources",   "user",   "users", "injected"};
constexpr List<1> kPrompt = {"prompt"};
constexpr List<5> kWhosePrompt = {"system", "your", "previous", "above", "earlier"};
constexpr List<7> kVoid = {"void",      "obsolete", "superseded", "cancelled",
                           "suspended", "replaced", "overridden"};
constexpr List<23> kGrade = {"give",  "award",  "assign", "grade",  "score",   "rate",
                             "mark",  "grant",  "return", "output", "set",     "report",
                             "reply", "answer", "print",  "say",    "respond", "write",
                             "gib",   "vergib", "donne",  "donnez", "asigna"};
constexpr List<17> kGrader = {"grader",   "graders",   "evaluator", "evaluators", "examiner",
                              "assessor", "ai",        "llm",       "chatgpt",    "claude",
                              "gpt",      "chatbot",   "reviewer",  "judge",      "assistant",
                              "bot",      "autograder"};
constexpr List<16> kScoring = {"score",   "scores",  "marks",  "points",    "grade", "grades",
                               "credit",  "rating",  "rubric", "pass",      "hire",  "passes",
                               "perfect", "correct", "gaps",   "weaknesses"};
constexpr List<11> kHere = {"this",   "my",         "me",       "above",    "below",    "candidate",
                            "answer", "submission", "response", "solution", "applicant"};
constexpr List<4> kReader = {"you", "your", "yourself", "you're"};
constexpr List<11> kGreeting = {"dear",         "attention", "hey",     "hello",
                                "hi",           "note",      "message", "instruction",
                                "instructions", "important", "notice"};
constexpr List<6> kDemand = {"must", "should", "please", "shall", "have", "deserves"};
constexpr List<5> kLink = {"to", "and", "just", "then", "so"};
// Full marks, each as the words in their order.
constexpr List<33> kFullMarks = {"full marks",
                                 "full credit",
                                 "full score",
                                 "full points",
                                 "perfect score",
                                 "perfect marks",
                                 "perfect grade",
                                 "maximum score",
                                 "maximum points",
                                 "maximum marks",
                                 "maximum credit",
                                 "maximum grade",
                                 "max score",
                                 "top score",
                                 "top marks",
                                 "top grade",
                                 "highest score",
                                 "highest marks",
                                 "highest grade",
                                 "highest rating",
                                 "10/10",
                                 "100/100",
                                 "5/5",
                                 "4/4",
                                 "100 points",
                                 "100 out of 100",
                                 "10 out of 10",
                                 "score of 100",
                                 "score 100",
                                 "score of 1.0",
                                 "strong hire",
                                 "volle punktzahl",
                                 "la note maximale"};
constexpr List<6> kFormatMarks = {"<|im_start|>", "<|im_end|>", "<|system|>",
                                  "[inst]",       "[/inst]",    "<<sys>>"};
constexpr List<4> kFormatLines = {"system:", "system prompt:", "### system", "### instruction"};

template <std::size_t N>
bool Has(const List<N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <std::size_t N>
bool AnyOf(const List<N>& list, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return Has(list, word); });
}

// Words in lower case; "10/10" and "1.0" are one.
Words WordsOf(std::string_view text) {
  Words words;
  std::string word;
  const auto close = [&] {
    while (!word.empty() && (word.back() == '.' || word.back() == '-' || word.back() == '/')) {
      word.pop_back();
    }
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool inside = !word.empty() && (c == '.' || c == '-' || c == '/');
    if (byte >= 0x80 || std::isalnum(byte) != 0 || inside) {
      word += c;
    } else {
      close();
    }
  }
  close();
  return words;
}

bool HasFullMarks(const Words& words) {
  std::string joined = " ";
  for (const std::string& word : words) joined += word + " ";
  return std::any_of(kFullMarks.begin(), kFullMarks.end(), [&](std::string_view marks) {
    return joined.find(" " + std::string(marks) + " ") != std::string::npos;
  });
}

// Does a word of `first` come before one of `second`, within reach?
template <std::size_t N, std::size_t M>
bool Follows(const List<N>& first, const List<M>& second, const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!Has(first, words[i])) continue;
    for (std::size_t j = i + 1; j < std::min(words.size(), i + 1 + kReach); ++j) {
      if (Has(second, words[j])) return true;
    }
  }
  return false;
}

// An imperative: the verb opens the sentence, or follows a demand, an address or a link.
bool DemandsFullMarks(const Words& words) {
  if (!HasFullMarks(words)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!Has(kGrade, words[i])) continue;
    const bool opens = i == 0 || Has(kDemand, words[i - 1]) || Has(kLink, words[i - 1]) ||
                       Has(kGrader, words[i - 1]);
    if (opens && (AnyOf(kHere, words) || words.size() <= kReach)) return true;
  }
  return AnyOf(kHere, words) && AnyOf(kDemand, words);
}

// "Note to the grader: …", "Dear AI model, you must …": a name of the grader at the beginning, and
// something about scores, this answer or its reader.
bool AddressesGrader(std::string_view sentence, const Words& words) {
  const Words opening(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), kOpening)));
  const std::size_t stop = sentence.find_first_of(":,");
  const bool calls = !words.empty() && Has(kGrader, words[0]) &&
                     WordsOf(sentence.substr(0, stop)).size() == 1 && stop != sentence.npos;
  return (calls || AnyOf(kGreeting, opening)) && AnyOf(kGrader, opening) &&
         AnyOf(kScoring, words) &&
         (AnyOf(kHere, words) || AnyOf(kReader, words) || AnyOf(kGrade, words));
}

bool IsInstruction(const std::string& sentence) {
  for (const std::string_view mark : kFormatMarks) {
    if (sentence.find(mark) != std::string::npos) return true;
  }
  const std::size_t begin = sentence.find_first_not_of(" #/-*>");
  const std::string_view bare =
      begin == std::string::npos ? "" : std::string_view(sentence).substr(begin);
  for (const std::string_view line : kFormatLines) {
    if (bare.starts_with(line) || std::string_view(sentence).starts_with(line)) return true;
  }
  const Words words = WordsOf(sentence);
  return (Follows(kSetAside, kInstruction, words) && !AnyOf(kElsewhere, words)) ||
         Follows(kInstruction, kVoid, words) ||
         (Follows(kSetAside, kPrompt, words) && AnyOf(kWhosePrompt, words)) ||
         DemandsFullMarks(words) || AddressesGrader(sentence, words);
}

// Sentences and lines, as they stand.
std::vector<std::string_view> Sentences(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = (text[i] == '.' || text[i] == '!' || text[i] == '?') &&
                      (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
    if (text[i] != '\n' && !stop) continue;
    sentences.push_back(text.substr(begin, i + 1 - begin));
    begin = i + 1;
  }
  sentences.push_back(text.substr(begin));
  return sentences;
}

}  // namespace

std::optional<std::string> FindInstructionToGrader(std::string_view text) {
  for (const std::string_view sentence : Sentences(text)) {
    if (!IsInstruction(NormaliseForQuote(sentence))) continue;
    const std::size_t begin = sentence.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) continue;
    std::string shown(sentence.substr(begin, kMostShown));
    while (!shown.empty() && (shown.back() == '\n' || shown.back() == ' ')) shown.pop_back();
    return shown;
  }
  return std::nullopt;
}

}  // namespace evaluators

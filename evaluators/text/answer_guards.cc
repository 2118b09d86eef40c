// Thresholds were checked against answers of people: a guard that costs honest answers is worth
// nothing.
#include "evaluators/text/answer_guards.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

constexpr std::size_t kListWords = 10;       // a shorter run may be a terse statement
constexpr double kListFunctionShare = 0.08;  // function words and relation signs in a list
constexpr std::size_t kCopiedRun = 5;        // tokens in a row that also stand in the question
constexpr std::size_t kForeignWords = 6;

// Turns of phrase that address the grader. Each is a run of words, in order.
constexpr std::string_view kGraderTalk[] = {"previous instructions",
                                            "you are the grader",
                                            "the grader",
                                            "grader note",
                                            "full credit",
                                            "full marks",
                                            "perfect score",
                                            "maximum score",
                                            "minimum score",
                                            "key points were",
                                            "all key points",
                                            "award the",
                                            "this answer is perfect",
                                            "grading mode",
                                            "the rubric",
                                            "score of 100",
                                            "do not evaluate",
                                            "ignore the instructions"};

bool IsForeignFunctionWord(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "der",   "das",  "und",  "ist", "nicht", "ein",    "eine", "mit",   "werden", "wird", "durch",
      "auf",   "für",  "fuer", "von", "den",   "dem",    "zu",   "im",    "sich",   "bei",  "kein",
      "auch",  "sind", "la",   "los", "las",   "el",     "en",   "por",   "para",   "con",  "una",
      "que",   "y",    "se",   "del", "como",  "cuando", "le",   "les",   "des",    "et",   "est",
      "une",   "pour", "dans", "qui", "sur",   "du",     "gli",  "che",   "di",     "non",  "sono",
      "della", "uma",  "não",  "com", "os",    "mais",   "sin",  "todos", "ce",     "il",   "au"};
  return words.contains(word);
}

bool IsRelation(const Token& token) {
  return token.kind == Token::Kind::kSymbol &&
         (token.text == "=" || token.text == ":" || token.text == "->" || token.text == "=>" ||
          token.text == "<" || token.text == ">" || token.text == "<=" || token.text == ">=");
}

struct WordCount {
  std::size_t words = 0;
  std::size_t function = 0;  // and signs of relation
  std::size_t foreign = 0;
};

WordCount Count(const TokenizedText& text, const Sentence& run) {
  WordCount count;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const Token& token = text.tokens[i];
    if (IsRelation(token)) ++count.function;
    if (token.kind != Token::Kind::kWord) continue;
    ++count.words;
    if (IsFunctionWord(token.text)) ++count.function;
    if (IsForeignFunctionWord(token.text)) ++count.foreign;
  }
  return count;
}

void Mark(std::vector<bool>* flags, const Sentence& run) {
  std::fill(flags->begin() + static_cast<std::ptrdiff_t>(run.first),
            flags->begin() + static_cast<std::ptrdiff_t>(run.last), true);
}

bool IsList(const WordCount& count) {
  return count.words >= kListWords && static_cast<double>(count.function) <
                                          kListFunctionShare * static_cast<double>(count.words);
}

bool AddressesGrader(const TokenizedText& text, const Sentence& sentence) {
  std::string words = " ";
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    if (text.tokens[i].kind != Token::Kind::kSymbol) words += text.tokens[i].text + " ";
  }
  return std::any_of(std::begin(kGraderTalk), std::end(kGraderTalk), [&](std::string_view talk) {
    return words.find(" " + std::string(talk) + " ") != std::string::npos;
  });
}

void MarkCopied(const TokenizedText& answer, std::string_view question, std::vector<bool>* copied) {
  const std::vector<Token> asked = Tokenize(question).tokens;
  if (asked.size() < kCopiedRun) return;
  const auto key = [](const std::vector<Token>& tokens, std::size_t i) {
    std::string run;
    for (std::size_t k = 0; k < kCopiedRun; ++k) run += tokens[i + k].stem + ' ';
    return run;
  };
  std::unordered_set<std::string> runs;
  for (std::size_t i = 0; i + kCopiedRun <= asked.size(); ++i) runs.insert(key(asked, i));
  for (std::size_t i = 0; i + kCopiedRun <= answer.tokens.size(); ++i) {
    if (runs.contains(key(answer.tokens, i))) Mark(copied, {i, i + kCopiedRun});
  }
}

}  // namespace

GuardFindings FindUnpaidWords(const TokenizedText& answer, std::string_view question) {
  GuardFindings found;
  found.unpaid.assign(answer.tokens.size(), false);
  found.copied.assign(answer.tokens.size(), false);
  const Sentence whole{0, answer.tokens.size()};
  const WordCount count = Count(answer, whole);
  if (count.words >= kForeignWords && count.foreign >= 3 && count.foreign > count.function) {
    Mark(&found.unpaid, whole);
    found.remarks.emplace_back("Not graded: the answer is not in English.");
    return found;
  }
  bool lists = IsList(count);
  if (lists) Mark(&found.unpaid, whole);
  bool talk = false;
  for (const Sentence& sentence : answer.sentences) {
    if (IsList(Count(answer, sentence))) {
      Mark(&found.unpaid, sentence);
      lists = true;
    }
    if (AddressesGrader(answer, sentence)) {
      Mark(&found.unpaid, sentence);
      talk = true;
    }
  }
  if (lists) found.remarks.emplace_back("A list of terms earns nothing: say what they do.");
  if (talk) found.remarks.emplace_back("Words to the grader earn nothing.");
  MarkCopied(answer, question, &found.copied);
  return found;
}

}  // namespace evaluators

// Thresholds were checked against answers of people: a guard that costs honest answers is worth
// nothing.
#include "evaluators/text/answer_guards.h"

#include <algorithm>
#include <string>

#include "evaluators/text/text_hash.h"

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
    if (token.is_function) ++count.function;
    if (token.is_foreign) ++count.foreign;
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

using WordRun = std::vector<std::string_view>;

const std::vector<WordRun>& GraderTalk() {
  static const std::vector<WordRun> talk = [] {
    std::vector<WordRun> runs;
    for (std::string_view phrase : kGraderTalk) {
      WordRun& run = runs.emplace_back();
      while (!phrase.empty()) {
        const std::size_t space = std::min(phrase.find(' '), phrase.size());
        run.push_back(phrase.substr(0, space));
        phrase.remove_prefix(std::min(space + 1, phrase.size()));
      }
    }
    return runs;
  }();
  return talk;
}

// True when the words of `run` follow each other from token `i` on, signs between them aside.
bool RunsFrom(const TokenizedText& text, std::size_t i, std::size_t last, const WordRun& run) {
  std::size_t next = 0;
  for (; i < last && next < run.size(); ++i) {
    if (text.tokens[i].kind == Token::Kind::kSymbol) continue;
    if (text.tokens[i].text != run[next]) return false;
    ++next;
  }
  return next == run.size();
}

bool AddressesGrader(const TokenizedText& text, const Sentence& sentence) {
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    if (text.tokens[i].kind == Token::Kind::kSymbol) continue;
    for (const WordRun& run : GraderTalk()) {
      if (text.tokens[i].text == run[0] && RunsFrom(text, i, sentence.last, run)) return true;
    }
  }
  return false;
}

// Hashes of the runs of kCopiedRun stems, by their first token.
std::vector<std::uint64_t> RunHashes(const std::vector<Token>& tokens) {
  std::vector<std::uint64_t> stems;
  stems.reserve(tokens.size());
  for (const Token& token : tokens) stems.push_back(HashOf(token.stem));
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kCopiedRun <= stems.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = 0; k < kCopiedRun; ++k) run = run * 0x9e3779b97f4a7c15u + stems[i + k];
    runs.push_back(run);
  }
  return runs;
}

}  // namespace

QuestionWords::QuestionWords(std::string_view question) {
  const std::vector<Token> asked = Tokenize(question).tokens;
  runs_ = RunHashes(asked);
  for (const Token& token : asked) stems_.push_back(HashOf(token.stem));
  std::sort(runs_.begin(), runs_.end());
  std::sort(stems_.begin(), stems_.end());
}

std::vector<bool> QuestionWords::MarkCopied(const TokenizedText& answer) const {
  std::vector<bool> copied(answer.tokens.size(), false);
  if (runs_.empty()) return copied;
  const std::vector<std::uint64_t> runs = RunHashes(answer.tokens);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (std::binary_search(runs_.begin(), runs_.end(), runs[i])) {
      Mark(&copied, {i, i + kCopiedRun});
    }
  }
  return copied;
}

bool QuestionWords::Uses(std::string_view stem) const {
  return std::binary_search(stems_.begin(), stems_.end(), HashOf(stem));
}

GuardFindings FindUnpaidWords(const TokenizedText& answer, const QuestionWords& question) {
  GuardFindings found;
  found.unpaid.assign(answer.tokens.size(), false);
  found.copied = question.MarkCopied(answer);
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
  return found;
}

}  // namespace evaluators

// A verdict is the first word of agreement or disagreement; a number may stand anywhere.
#include "evaluators/text/answer_key.h"

#include <algorithm>
#include <array>
#include <optional>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/number_match.h"
#include "evaluators/text/text_match.h"

namespace evaluators {
namespace {

using interview::AnswerKey;
using interview::CriterionState;

constexpr std::array<std::string_view, 5> kYes = {"true", "yes", "correct", "right", "agree"};
constexpr std::array<std::string_view, 7> kNo = {"false",    "no",     "incorrect", "wrong",
                                                 "disagree", "untrue", "myth"};

bool Contains(auto const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct VerdictWord {
  bool value = false;
  TextSpan span;
};

// What "true" or "false" may describe and still be a verdict.
constexpr std::array<std::string_view, 6> kWhatIsJudged = {"statement", "claim",    "conclusion",
                                                           "assertion", "sentence", "here"};

// "False positives" and "the true mean" judge nothing: the word describes the one behind it.
bool DescribesTheNext(const AnswerText& answer, std::size_t i) {
  const std::vector<Token>& tokens = answer.tokens();
  if (i + 1 >= tokens.size() || tokens[i + 1].sentence != tokens[i].sentence) return false;
  const Token& next = tokens[i + 1];
  return next.kind == Token::Kind::kWord && !next.is_function && !next.is_stop &&
         !Contains(kWhatIsJudged, next.text);
}

// The first word of a verdict; one that describes another only where there is no other.
std::optional<VerdictWord> FindVerdict(const AnswerText& answer) {
  std::optional<VerdictWord> described;
  for (std::size_t i = 0; i < answer.tokens().size(); ++i) {
    const Token& token = answer.tokens()[i];
    const bool yes = Contains(kYes, token.text);
    if (!yes && !Contains(kNo, token.text)) continue;
    // "Not true" is false; "no" itself is the verdict only where it opens the answer.
    if (token.text == "no" && i > 0) continue;
    const VerdictWord verdict{yes != answer.negated(i), {token.begin, token.end}};
    if (!DescribesTheNext(answer, i)) return verdict;
    const std::string& next = answer.tokens()[i + 1].stem;
    if (!described && next != "posit" && next != "negat") described = verdict;
  }
  return described;
}

std::optional<TextSpan> FindValue(const AnswerKey& key, AnswerText* answer,
                                  const Lexicon& lexicon) {
  if (key.type == AnswerKey::Type::kNumber) {
    if (const auto number = FindNumber({key.number, key.tolerance, ""}, *answer)) {
      return TextSpan{number->begin, number->end};
    }
  }
  std::vector<std::string> accepted = key.accept;
  if (!key.text.empty()) accepted.push_back(key.text);
  const MatchResult found = FindPattern(CompilePattern(accepted, lexicon), answer);
  if (found.match) return TextSpan{found.match->begin, found.match->end};
  return std::nullopt;
}

void Earn(PointGrade* grade, const TextSpan& span, std::string reason) {
  grade->credit = 1;
  grade->state = CriterionState::kEarned;
  grade->span = span;
  grade->reason = std::move(reason);
}

}  // namespace

PointGrade CheckAnswerKey(const AnswerKey& key, std::string_view answer, const Lexicon& lexicon) {
  PointGrade grade{.id = "answer", .weight = 0};
  AnswerText text(answer, "", lexicon);
  if (key.type == AnswerKey::Type::kBoolean) {
    const auto verdict = FindVerdict(text);
    if (!verdict) {
      grade.reason = "Gives no verdict: say true or false.";
      grade.advice = "Begin with the verdict: true or false.";
    } else if (verdict->value == key.boolean) {
      Earn(&grade, verdict->span, "The verdict is right.");
    } else {
      grade.state = CriterionState::kContradicted;
      grade.span = verdict->span;
      grade.reason = "The verdict is wrong.";
      grade.advice = "Look for the one case that speaks against it before you decide.";
    }
    return grade;
  }
  if (const auto value = FindValue(key, &text, lexicon)) {
    Earn(&grade, *value, "The value is right.");
  } else {
    grade.reason = "The expected value is not there.";
    grade.advice = "State the result itself, in the first sentence.";
  }
  return grade;
}

}  // namespace evaluators

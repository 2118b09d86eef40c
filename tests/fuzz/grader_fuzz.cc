// Random answers, questions and rubrics into the text grader: `grader_fuzz [SECONDS] [SEED]`. What
// must hold of every grade is looked at; the first thing that does not ends the run with the seed
// that brings it back.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "evaluators/text/clarity.h"
#include "evaluators/text/fact_ledger.h"
#include "evaluators/text/rubric_grader.h"

namespace evaluators {
namespace {

constexpr int kAnswersPerSeed = 20;
constexpr double kSlowest = 10;  // seconds for one answer of at most a few hundred kilobytes

const char* const kPieces[] = {"variance",
                               "bias",
                               "L1",
                               "l2",
                               "not",
                               "no longer",
                               "instead of",
                               "unlike",
                               "because",
                               "O(",
                               "O(n log n)",
                               "O(n²)",
                               "1/6",
                               "16.7%",
                               "10^400",
                               "1e999",
                               "0x",
                               "1,000,000",
                               ".5",
                               "n't",
                               "it's",
                               "e.g.",
                               "i.e.",
                               "- ",
                               "\n",
                               "\n\n",
                               "\r\n",
                               "\t",
                               "* ",
                               "1. ",
                               "((((",
                               "))))",
                               "{",
                               "}",
                               "->",
                               "=>",
                               "<=",
                               "**",
                               "^",
                               "^^3",
                               "=",
                               "/",
                               "//",
                               ";",
                               ":",
                               ",",
                               ".",
                               "...",
                               "!?",
                               "\"",
                               "'",
                               "λ",
                               "∑",
                               "²",
                               "≤",
                               "→",
                               "“",
                               "”",
                               "ﬁ",
                               "🤷",
                               "中文",
                               "é",
                               "\xC3",
                               "\xE2\x82",
                               "\xF0\x9F",
                               "\xFF",
                               "\xC0\x80",
                               "\xEF\xBF\xBF",
                               "\0",
                               "for (int i = 0; i < n; ++i)",
                               "stochastic gradient descent",
                               "SGD",
                               "true positive rate",
                               "down-sampling",
                               "downsampling",
                               "I think",
                               "the grader",
                               "full credit",
                               "der die das und ist nicht",
                               "overfitting",
                               "overfittng",
                               "aaaaaaaaaaaaaaaaaaaa",
                               "percent",
                               "million",
                               "two",
                               "isation",
                               "a*b",
                               "x|y",
                               "w_i",
                               "α",
                               "Θ(n)",
                               "\x7F",
                               "\x01"};

class GraderFuzz {
 public:
  explicit GraderFuzz(std::uint32_t seed) : seed_(seed), random_(seed) {
    lexicon_.AddGroup({"sgd", "stochastic gradient descent"});
    lexicon_.AddGroup({"recall", "true positive rate", "tpr"});
    lexicon_.AddGroup({"O(n^2)", "quadratic", "n squared"});
    lexicon_.AddContrast("l1", "l2");
    lexicon_.AddContrast("bias", "variance");
    for (std::size_t i = Any(4); i > 0; --i) lexicon_.AddGroup({Text(3), Text(4), Text(1)});
    if (Any(3) == 0) lexicon_.AddContrast(Text(2), Text(3));
  }

  // False, and says why, when something that must hold does not.
  bool Run() {
    const interview::Rubric rubric = RandomRubric();
    const std::string question = Text(Any(30));
    const std::string model = Any(3) == 0 ? "" : Text(Any(60));
    const CompiledRubric compiled(rubric, lexicon_, {question, model, RandomOptions()});
    std::vector<interview::Clarification> facts(2);
    for (interview::Clarification& fact : facts) fact.ask = Alternatives();
    for (int i = 0; i < kAnswersPerSeed; ++i) {
      const std::string answer = RandomAnswer(question, model);
      const auto begin = std::chrono::steady_clock::now();
      const RubricGrade grade = compiled.Grade(answer);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      if (took.count() > kSlowest) return Fail("it took too long", answer);
      if (!Holds(grade, rubric, answer) || !IsTheSame(grade, compiled.Grade(answer), answer)) {
        return false;
      }
      for (const AskedFact& asked : FindAskedFacts(facts, answer.substr(0, 4000), lexicon_)) {
        if (asked.span.end > answer.size()) return Fail("a fact leaves the message", answer);
      }
      GradedText text;
      text.Add("answer", answer);
      MeasureClarity(text, {});
    }
    return true;
  }

 private:
  std::size_t Any(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
  }

  std::string Text(std::size_t pieces) {
    std::string text;
    for (; pieces > 0; --pieces) {
      switch (Any(8)) {
        case 0:
          for (std::size_t i = Any(12); i > 0; --i) text += static_cast<char>('a' + Any(26));
          break;
        case 1:
          for (std::size_t i = Any(6); i > 0; --i) text += static_cast<char>(Any(256));
          break;
        default:
          text += kPieces[Any(std::size(kPieces))];
      }
      if (Any(5) != 0) text += ' ';
    }
    return text;
  }

  std::vector<std::string> Alternatives() {
    std::vector<std::string> alternatives;
    for (std::size_t i = Any(4); i > 0; --i) {
      std::string text = Text(1 + Any(5));
      if (Any(4) == 0) text = "\"" + text + "\"";
      if (Any(4) == 0) text += "*";
      alternatives.push_back(std::move(text));
    }
    return alternatives;
  }

  interview::Rubric RandomRubric() {
    interview::Rubric rubric;
    for (std::size_t i = Any(6); i > 0; --i) {
      interview::RubricPoint point;
      point.id = std::to_string(i);
      point.weight = static_cast<double>(Any(4));
      point.any = Alternatives();
      point.weak = Alternatives();
      if (Any(3) == 0) point.all = Alternatives();
      if (Any(3) == 0) point.unless = Alternatives();
      if (Any(3) == 0)
        point.number = interview::NumberExpectation{1.0 / 6, 0.01, Any(2) ? "%" : ""};
      rubric.points.push_back(std::move(point));
    }
    for (std::size_t i = Any(3); i > 0; --i) {
      interview::Misconception fault;
      fault.id = std::to_string(i);
      fault.penalty = 0.3;
      fault.any = Alternatives();
      rubric.misconceptions.push_back(std::move(fault));
    }
    return rubric;
  }

  GraderOptions RandomOptions() {
    GraderOptions options;
    options.guards = Any(2) == 0;
    options.stems = Any(4) != 0;
    options.spelling = Any(4) != 0;
    options.windows = Any(4) != 0;
    return options;
  }

  std::string RandomAnswer(const std::string& question, const std::string& model) {
    std::string answer = Text(Any(80));
    if (Any(6) == 0) answer += question;
    if (Any(6) == 0) answer = model + answer;
    if (Any(10) == 0) {
      const std::string piece = Text(1 + Any(3));
      for (std::size_t i = Any(2000); i > 0; --i) answer += piece;
    }
    if (!answer.empty() && Any(4) == 0) answer.resize(Any(answer.size()));
    return answer;
  }

  bool Fail(const char* what, const std::string& answer) {
    std::printf("seed %u: %s\nThe answer:\n%s\n", seed_, what, answer.c_str());
    return false;
  }

  bool Holds(const RubricGrade& grade, const interview::Rubric& rubric, const std::string& answer) {
    if (!(grade.score >= 0 && grade.score <= 1)) return Fail("the score leaves 0-1", answer);
    if (grade.points.size() != rubric.points.size()) return Fail("a point is gone", answer);
    const auto inside = [&](const TextSpan& span) {
      return span.begin < span.end && span.end <= answer.size();
    };
    for (const PointGrade& point : grade.points) {
      if (!(point.credit >= 0 && point.credit <= 1)) return Fail("credit leaves 0-1", answer);
      if (point.credit > 0 && !point.span) return Fail("credit without evidence", answer);
      if (point.span && !inside(*point.span)) return Fail("a span leaves the answer", answer);
      if (point.reason.empty()) return Fail("a point without reason", answer);
    }
    for (const MisconceptionGrade& fault : grade.misconceptions) {
      if (!inside(fault.span)) return Fail("a misconception leaves the answer", answer);
    }
    return true;
  }

  bool IsTheSame(const RubricGrade& a, const RubricGrade& b, const std::string& answer) {
    bool same = a.score == b.score && a.misconceptions.size() == b.misconceptions.size();
    for (std::size_t i = 0; same && i < a.points.size(); ++i) {
      same = a.points[i].credit == b.points[i].credit && a.points[i].reason == b.points[i].reason;
    }
    return same || Fail("the same answer got another grade", answer);
  }

  std::uint32_t seed_;
  std::mt19937 random_;
  Lexicon lexicon_;
};

}  // namespace
}  // namespace evaluators

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 2;
  std::uint32_t seed = argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 1;
  const auto begin = std::chrono::steady_clock::now();
  int runs = 0;
  do {
    if (!evaluators::GraderFuzz(seed++).Run()) return 1;
    ++runs;
  } while (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() <
           seconds);
  std::printf("%d runs of %d answers, nothing found\n", runs, evaluators::kAnswersPerSeed);
}

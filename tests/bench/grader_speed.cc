// How many short answers the rubric grader grades in a second on one core, and how its time grows
// with the length of an answer. Exits with 1 when either misses its limit.
// usage: grader_speed RUBRICS_FOLDER
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/bank/question_bank.h"

namespace {

constexpr double kFewestPerSecond = 5000;
constexpr double kSteepestGrowth =
    1.35;  // exponent of time over length: caches fill, nothing squares
constexpr std::size_t kWords = 60;
constexpr std::size_t kPoints = 6;

double CpuSeconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The first words of a text, with their spaces.
std::string FirstWords(const std::string& text, std::size_t words) {
  std::size_t at = 0;
  for (; words > 0 && at < text.size(); --words) {
    at = std::min(text.find_first_of(" \n", at + 1), text.size());
  }
  return text.substr(0, at);
}

struct Load {
  std::unique_ptr<evaluators::CompiledRubric> rubric;
  std::vector<std::string> answers;
};

// Concepts with six points and more, cut to six, and what their examples and those of the others
// say, in pieces of 60 words.
std::vector<Load> MakeLoads(const interview::QuestionBank& bank,
                            const evaluators::Lexicon& lexicon) {
  std::string all;
  std::vector<Load> loads;
  for (const auto& question : bank.questions()) {
    if (question->kind != interview::RoundKind::kConcepts) continue;
    for (const auto& example : question->rubric_examples) all += example.answer + " ";
  }
  for (const auto& question : bank.questions()) {
    if (question->rubric.empty()) continue;
    std::vector<interview::RubricPoint> points;
    for (const auto& group : question->rubric) {
      points.insert(points.end(), group.points.begin(), group.points.end());
    }
    if (points.size() < kPoints) continue;
    points.resize(kPoints);
    Load load;
    load.rubric = std::make_unique<evaluators::CompiledRubric>(
        interview::Rubric{points, question->misconceptions}, lexicon,
        evaluators::GradingContext{question->statement, question->model_answer, {}});
    for (const auto& example : question->rubric_examples) {
      load.answers.push_back(FirstWords(example.answer + " " + all, kWords));
    }
    for (std::size_t at = 0; at + 400 < all.size(); at += 400) {
      load.answers.push_back(FirstWords(all.substr(at), kWords));
    }
    loads.push_back(std::move(load));
  }
  return loads;
}

double AnswersPerSecond(const std::vector<Load>& loads) {
  std::size_t graded = 0;
  double checksum = 0;
  const double begin = CpuSeconds();
  while (CpuSeconds() - begin < 3) {
    for (const Load& load : loads) {
      for (const std::string& answer : load.answers) checksum += load.rubric->Grade(answer).score;
      graded += load.answers.size();
    }
  }
  const double rate = static_cast<double>(graded) / (CpuSeconds() - begin);
  std::printf(
      "%zu rubrics of %zu points, %zu answers of %zu words: %.0f a second (mean score %.2f)\n",
      loads.size(), kPoints, graded, kWords, rate, checksum / static_cast<double>(graded));
  return rate;
}

// Exponent of the growth from 16 KB to 1 MB.
double Growth(const Load& load, const char* name, const std::string& piece) {
  std::printf("%-12s", name);
  double first = 0;
  double last = 0;
  constexpr std::size_t kSmallest = 1 << 14;
  constexpr std::size_t kLargest = 1 << 20;
  for (std::size_t size = kSmallest; size <= kLargest; size *= 4) {
    std::string answer;
    while (answer.size() < size) answer += piece.substr(0, size - answer.size());
    double best = 1e9;
    for (int run = 0; run < 3; ++run) {
      const double begin = CpuSeconds();
      load.rubric->Grade(answer);
      best = std::min(best, CpuSeconds() - begin);
    }
    if (size == kSmallest) first = best;
    last = best;
    std::printf("  %4zu KB %7.2f ms", size >> 10, best * 1e3);
  }
  const double exponent = std::log(last / first) / std::log(double{kLargest} / kSmallest);
  std::printf("  exponent %.2f\n", exponent);
  return exponent;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: grader_speed RUBRICS_FOLDER\n");
    return 2;
  }
  const std::string folder = argv[1];
  const auto lexicon = evaluators::LoadLexicon(folder + "/lexicon");
  const auto bank = interview::QuestionBank::Load(folder);
  if (!lexicon || !bank) {
    std::fprintf(stderr, "%s\n", (!lexicon ? lexicon.error() : bank.error()).message.c_str());
    return 2;
  }
  const std::vector<Load> loads = MakeLoads(*bank, *lexicon);
  bool holds = AnswersPerSecond(loads) >= kFewestPerSecond;
  std::string prose;
  for (const std::string& answer : loads[0].answers) prose += answer + ". ";
  std::string distinct;  // no word twice
  for (int i = 0; distinct.size() < (1 << 20); ++i) {
    for (int n = i, letters = 0; letters < 6; ++letters, n /= 26) {
      distinct += static_cast<char>('a' + n % 26);
    }
    distinct += i % 20 == 19 ? ". " : " ";
  }
  const std::pair<const char*, std::string> kinds[] = {
      {"prose", prose},           {"one sentence", "variance bias model error "},
      {"one word", "variance "},  {"brackets", "O((((("},
      {"newlines", "\n \n"},      {"digits", "1 2/3 4^5 "},
      {"no space", "abcdefghij"}, {"negations", "not no never "},
      {"distinct", distinct}};
  for (const auto& [name, piece] : kinds) holds &= Growth(loads[0], name, piece) <= kSteepestGrowth;
  return holds ? 0 : 1;
}

// Submissions that try to break out, to wear the judge down, to forge a verdict or to learn the
// answers. Each is judged as a candidate would hand it in; besides the verdict, no canary may leak
// or be touched and no process may be left. ONSITE_HOSTILE_DIR names a further folder with a
// manifest.json of the same form.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <chrono>
#include <fstream>

#include "evaluators/judge/code_judge.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;
using interview::Evaluation;
using interview::Json;
using interview::Result;

const char* const kCanaryFolder = "/tmp/onsite-canary";
const char* const kCanary = "canary-5e1f-do-not-tell";

struct Submission {
  fs::path file;
  std::string language;
  std::vector<std::string> verdicts;
};

std::ostream& operator<<(std::ostream& out, const Submission& submission) {
  return out << submission.file.string();
}

std::vector<Submission> ReadManifest(const fs::path& folder, const fs::path& files) {
  std::vector<Submission> all;
  const Result<std::string> text = interview::ReadFile(folder / "manifest.json");
  const Result<Json> manifest =
      text ? interview::ParseJson(*text, "manifest.json") : interview::Forward(text);
  if (!manifest) return all;
  for (const Json& one : *manifest) {
    all.push_back({files / one["file"].get<std::string>(), one["language"].get<std::string>(),
                   one["verdicts"].get<std::vector<std::string>>()});
  }
  return all;
}

std::vector<Submission> AllSubmissions() {
  const fs::path own = fs::path(ONSITE_SOURCE_DIR) / "tests/hostile";
  std::vector<Submission> all = ReadManifest(own, own / "submissions");
  if (const char* folder = ::getenv("ONSITE_HOSTILE_DIR")) {
    const std::vector<Submission> further = ReadManifest(folder, folder);
    if (further.empty()) std::fprintf(stderr, "SKIPPED: no manifest.json in %s\n", folder);
    all.insert(all.end(), further.begin(), further.end());
  }
  return all;
}

Evaluation Judge(const std::string& language, const std::string& source) {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(fs::path(ONSITE_SOURCE_DIR) / "rubrics");
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kJudge;
  request.question = bank.Find("pair-with-target");
  request.answer.language = *interview::ParseLanguage(language);
  request.answer.source = source;
  const Result<Evaluation> evaluation = CodeJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << evaluation.error().detail;
  return evaluation.value_or(Evaluation{});
}

std::string FolderState(const fs::path& folder) {
  std::string state;
  for (const fs::path& file : interview::ListFolder(folder)) {
    state += file.string() + ": " + interview::ReadFile(file).value_or("") + "\n";
  }
  return state;
}

class Hostile : public testing::TestWithParam<Submission> {
 protected:
  static void SetUpTestSuite() {
    fs::create_directories(kCanaryFolder);
    std::ofstream(fs::path(kCanaryFolder) / "secret") << kCanary << "\n";
    std::ofstream(fs::path(kCanaryFolder) / "tests.tsv") << kCanary << "\t[0,1]\n";
    ::setenv("ONSITE_CANARY", kCanary, 1);
  }
};

TEST_P(Hostile, EndsSafely) {
  const Submission& submission = GetParam();
  const std::string before = FolderState(kCanaryFolder);
  const Result<std::string> source = interview::ReadFile(submission.file);
  ASSERT_TRUE(source) << source.error().message;
  const Evaluation evaluation = Judge(submission.language, *source);
  const std::string verdict(ToString(evaluation.judgement->verdict));
  EXPECT_THAT(submission.verdicts, testing::Contains(verdict))
      << verdict << ": " << evaluation.judgement->message;
  EXPECT_EQ(interview::DumpJson(ToJson(evaluation)).find(kCanary), std::string::npos);
  EXPECT_EQ(FolderState(kCanaryFolder), before);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a process is left";
}

std::string NameOf(const testing::TestParamInfo<Submission>& info) {
  std::string name = info.param.file.filename().string() + "_" + std::to_string(info.index);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Submissions, Hostile, testing::ValuesIn(AllSubmissions()), NameOf);

TEST(HostileSource, AHugeSourceIsRefusedUnread) {
  for (const char* language : {"python", "cpp"}) {
    const auto begin = std::chrono::steady_clock::now();
    const Evaluation evaluation = Judge(language, std::string(10 << 20, '#'));
    EXPECT_EQ(evaluation.judgement->verdict, interview::Verdict::kCompileError);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
  }
}

TEST(HostileSource, TheNextHonestSubmissionIsJudgedAsAlways) {
  const fs::path own = fs::path(ONSITE_SOURCE_DIR) / "tests/hostile/submissions";
  EXPECT_EQ(Judge("python", *interview::ReadFile(own / "fork_bomb.py")).score, 0);
  EXPECT_EQ(Judge("python", *interview::ReadFile(own / "honest.py")).score, 1);
}

}  // namespace
}  // namespace evaluators

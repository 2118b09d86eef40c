// Submissions that try to break out, to wear the judge down, to forge a verdict or to learn the
// answers. Each is judged as a candidate would hand it in; besides the verdict, no canary may leak
// or be touched, nobody may knock at a listener, nothing may be left on the machine, and what is
// shown must be plain text. ONSITE_HOSTILE_DIR names a further folder with a manifest.json of the
// same form.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/ml_judge.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "tests/evaluators/judge/judge_fixture.h"
#include "tests/hostile/surroundings.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using interview::Evaluation;
using interview::Json;
using interview::Result;
using interview::Verdict;
using testing::IsEmpty;

const char* const kCanaryFolder = "/tmp/onsite-canary";
const char* const kCanary = "canary-5e1f-do-not-tell";
constexpr int kPort = 38899;
constexpr double kMostGrowthMb = 160;
constexpr std::chrono::seconds kMostPatience{120};

struct Submission {
  fs::path file;
  std::string language;
  std::string question;
  std::vector<std::string> verdicts;
  bool is_honest = false;
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
                   one.value("question", "pair-with-target"),
                   one["verdicts"].get<std::vector<std::string>>(), one["attack"] == "none"});
  }
  return all;
}

std::vector<Submission> OwnSubmissions() {
  const fs::path own = fs::path(ONSITE_SOURCE_DIR) / "tests/hostile";
  return ReadManifest(own, own / "submissions");
}

std::vector<Submission> AllSubmissions() {
  std::vector<Submission> all = OwnSubmissions();
  const char* folder = ::getenv("ONSITE_HOSTILE_DIR");
  if (folder == nullptr) return all;
  const std::vector<Submission> further = ReadManifest(folder, folder);
  if (further.empty()) std::fprintf(stderr, "SKIPPED: no manifest.json in %s\n", folder);
  all.insert(all.end(), further.begin(), further.end());
  return all;
}

const interview::QuestionBank& Bank() {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(fs::path(ONSITE_SOURCE_DIR) / "rubrics");
  return bank;
}

interview::EvaluationRequest RequestFor(const std::string& question, const std::string& language,
                                        const std::string& source) {
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kJudge;
  request.question = Bank().Find(question);
  const std::optional<interview::Language> known = interview::ParseLanguage(language);
  if (!request.question || !known) {
    ADD_FAILURE() << "no question " << question << " or no language " << language;
    std::abort();
  }
  request.answer.language = *known;
  request.answer.source = source;
  return request;
}

Evaluation Judge(const std::string& question, const std::string& language,
                 const std::string& source) {
  const interview::EvaluationRequest request = RequestFor(question, language, source);
  const bool is_ml = request.question->kind == interview::RoundKind::kMlCoding;
  const Result<Evaluation> evaluation = is_ml ? MlJudge(TestConfig()).Evaluate(request, {})
                                              : CodeJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << evaluation.error().detail;
  return evaluation.value_or(Evaluation{});
}

Evaluation Judge(const Submission& submission) {
  const Result<std::string> source = interview::ReadFile(submission.file);
  EXPECT_TRUE(source) << submission.file;
  return Judge(submission.question, submission.language, source.value_or(""));
}

std::string VerdictOf(const Evaluation& evaluation) {
  return evaluation.judgement ? std::string(ToString(evaluation.judgement->verdict)) : "none";
}

std::string FolderState(const fs::path& folder) {
  std::string state;
  for (const fs::path& file : interview::ListFolder(folder)) {
    state += file.string() + ": " + interview::ReadFile(file).value_or("") + "\n";
  }
  return state;
}

// Everything that is watched while a submission is judged.
class Watched : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    for (const auto& [name, text] : {std::pair{"secret", ""}, std::pair{"tests.tsv", "\t[0,1]"}}) {
      const fs::path file = fs::path(kCanaryFolder) / name;
      const std::string content = std::string(kCanary) + text + "\n";
      if (interview::ReadFile(file).value_or("") == content) continue;
      ASSERT_TRUE(interview::WriteFileAtomically(file, content)) << file;
    }
    ::setenv("ONSITE_CANARY", kCanary, 1);
    Bank();
  }

  void SetUp() override {
    canaries_ = FolderState(kCanaryFolder);
    before_ = LookAround();
    begin_ = Clock::now();
    if (first_mb_ == 0) first_mb_ = ResidentMb();
  }

  void ExpectNothingHappened(const Evaluation& evaluation) {
    EXPECT_LT(Clock::now() - begin_, kMostPatience);
    EXPECT_THAT(LeftSince(before_), IsEmpty());
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a process was not reaped";
    EXPECT_EQ(FolderState(kCanaryFolder), canaries_);
    EXPECT_FALSE(doorbell_.HasRung()) << "a connection came out of the box";
    EXPECT_THAT(FaultsOfCache(TestConfig().cache_dir), IsEmpty());
    EXPECT_LT(ResidentMb(), first_mb_ + kMostGrowthMb);
    const Json shown = ToJson(evaluation);
    EXPECT_EQ(interview::DumpJson(shown).find(kCanary), std::string::npos);
    EXPECT_EQ(FirstRawControl(shown), "");
    if (!evaluation.judgement || evaluation.judgement->verdict == Verdict::kCompileError) return;
    // What submissions print when they reached something; compilers quote the source.
    for (const char* cry : {"CANARY-NET", "CANARY-DNS", "CANARY-HTTP", "CANARY-UNIX",
                            "CANARY-EXISTS", "CANARY-EXPECTED", "CANARY-PTRACE", "CANARY-FOUND"}) {
      EXPECT_EQ(interview::DumpJson(shown).find(cry), std::string::npos) << cry;
    }
  }

 private:
  inline static double first_mb_ = 0;
  Doorbell doorbell_{kPort};
  std::string canaries_;
  std::set<std::string> before_;
  Clock::time_point begin_;
};

class Hostile : public Watched, public testing::WithParamInterface<Submission> {};

TEST_P(Hostile, EndsSafely) {
  const Evaluation evaluation = Judge(GetParam());
  EXPECT_THAT(GetParam().verdicts, testing::Contains(VerdictOf(evaluation)))
      << (evaluation.judgement ? evaluation.judgement->message : "");
  ExpectNothingHappened(evaluation);
}

std::string NameOf(const testing::TestParamInfo<Submission>& info) {
  std::string name = info.param.file.filename().string() + "_" + std::to_string(info.index);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Submissions, Hostile, testing::ValuesIn(AllSubmissions()), NameOf);

using HostileSource = Watched;

TEST_F(HostileSource, AHugeSourceIsRefusedUnread) {
  for (const char* language : {"python", "cpp"}) {
    const Clock::time_point begin = Clock::now();
    const Evaluation evaluation =
        Judge("pair-with-target", language, std::string(std::size_t{10} << 20, '#'));
    EXPECT_EQ(VerdictOf(evaluation), "compile_error");
    EXPECT_LT(Clock::now() - begin, std::chrono::seconds(30));
    ExpectNothingHappened(evaluation);
  }
}

// The judge dies in the middle; whatever it had started must go with it.
class JudgeKilled : public Watched {
 protected:
  using IsTime = std::function<bool(const std::vector<std::string>&)>;

  static void KillOnce(const std::string& language, const std::string& source,
                       const IsTime& is_time) {
    KillDuring([&] { Judge("pair-with-target", language, source); }, is_time);
  }

  // Works in a child and kills that child as soon as `is_time` says so of its descendants.
  static void KillDuring(const std::function<void()>& work, const IsTime& is_time) {
    const pid_t judge = ::fork();
    ASSERT_GE(judge, 0);
    if (judge == 0) {
      work();
      ::_exit(0);
    }
    const Clock::time_point begin = Clock::now();
    while (!is_time(Descendants()) && Clock::now() - begin < kMostPatience) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ASSERT_TRUE(is_time(Descendants())) << "the moment to kill the judge did not come";
    ::kill(judge, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(judge, &status, 0), judge);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the judge was faster than its killer";
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {  // orphans that came to us, dead
    }
  }

  static bool Runs(const std::vector<std::string>& processes, const std::string& name) {
    return std::any_of(processes.begin(), processes.end(),
                       [&](const std::string& one) { return one.ends_with(" " + name); });
  }

  void ExpectAsIfItHadNotBeen() {
    const Evaluation honest = Judge(OwnSubmissions().front());
    EXPECT_EQ(VerdictOf(honest), "accepted");
    ExpectNothingHappened(honest);
  }
};

std::string OwnSource(const std::string& name) {
  return *interview::ReadFile(fs::path(ONSITE_SOURCE_DIR) / "tests/hostile/submissions" / name);
}

TEST_F(JudgeKilled, WhileASubmissionSleeps) {
  int seen = 0;
  KillOnce("python", OwnSource("sleeper.py"), [&](const std::vector<std::string>& processes) {
    return Runs(processes, "python3") && ++seen > 50;
  });
  ExpectAsIfItHadNotBeen();
}

TEST_F(JudgeKilled, WhileASubmissionIsCompiled) {
  KillOnce("cpp", OwnSource("constexpr_memory.cpp") + "// " + std::to_string(::getpid()) + "\n",
           [](const std::vector<std::string>& processes) {
             return Runs(processes, "cc1plus") || Runs(processes, "clang");
           });
  ExpectAsIfItHadNotBeen();
}

TEST_F(JudgeKilled, WhileASubmissionForks) {
  KillOnce("python", OwnSource("fork_bomb.py"),
           [](const std::vector<std::string>& processes) { return processes.size() > 20; });
  ExpectAsIfItHadNotBeen();
}

TEST_F(JudgeKilled, WhileItsBoxesWait) {
  KillDuring(
      [] {
        CodeJudge(TestConfig()).WarmUp(RequestFor("pair-with-target", "python", "import numpy"));
        MlJudge(TestConfig()).WarmUp(RequestFor("knn-classifier", "python", "import numpy"));
        ::pause();
      },
      [](const std::vector<std::string>& processes) {
        return std::count_if(processes.begin(), processes.end(),
                             [](const std::string& one) { return one.ends_with(" python3"); }) >= 3;
      });
  ExpectAsIfItHadNotBeen();
}

// The judge is told to stop, as the room does when the candidate goes on typing.
class JudgeStopped : public Watched {};

TEST_F(JudgeStopped, LeavesNothingAndReturnsSoon) {
  for (const auto& [language, source, milliseconds] : {std::tuple{"python", "fork_bomb.py", 400},
                                                       {"python", "sleeper.py", 400},
                                                       {"cpp", "constexpr_memory.cpp", 700},
                                                       {"cpp", "deaf.cpp", 1500}}) {
    std::stop_source stop;
    Clock::time_point stopped;
    std::jthread stopper([&, pause = std::chrono::milliseconds(milliseconds)] {
      std::this_thread::sleep_for(pause);
      stopped = Clock::now();
      stop.request_stop();
    });
    const Result<Evaluation> evaluation =
        CodeJudge(TestConfig())
            .Evaluate(RequestFor("pair-with-target", language, OwnSource(source)),
                      stop.get_token());
    const Clock::time_point returned = Clock::now();
    stopper.join();
    // A bomb may reach a limit of its own before it is stopped.
    const bool is_bomb = std::string_view(source) == "fork_bomb.py";
    ASSERT_TRUE(!evaluation || is_bomb) << source;
    if (!evaluation) {
      EXPECT_EQ(evaluation.error().code, interview::ErrorCode::kCancelled) << source;
    }
    EXPECT_LT(returned - stopped, std::chrono::seconds(2)) << source;
    ExpectNothingHappened({});
  }
}

using Afterwards = Watched;

TEST_F(Afterwards, TheHonestAreAcceptedInEveryLanguage) {
  Judge("pair-with-target", "python", OwnSource("fork_bomb.py"));
  for (const Submission& submission : OwnSubmissions()) {
    if (!submission.is_honest) continue;
    const Evaluation evaluation = Judge(submission);
    EXPECT_EQ(VerdictOf(evaluation), "accepted") << submission.file;
    EXPECT_EQ(evaluation.score, 1) << submission.file;
  }
  const interview::QuestionPtr question = Bank().Find("scaled-dot-attention");
  const auto& spec = std::get<interview::MlCodingSpec>(question->spec);
  const Evaluation evaluation = Judge("scaled-dot-attention", "python", spec.solution.text);
  EXPECT_EQ(VerdictOf(evaluation), "accepted");
  ExpectNothingHappened(evaluation);
}

}  // namespace
}  // namespace evaluators

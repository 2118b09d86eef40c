// `onsite judge --batch` as a process: order, broken lines, and that it may be killed at any
// moment.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <random>
#include <thread>

#include "tests/support/child_process.h"
#include "tests/support/run_onsite.h"

namespace onsite_test {
namespace {

using interview::Json;
using testing::HasSubstr;

constexpr const char* kRight =
    "def pair_with_target(nums, target):\n"
    "    seen = {}\n"
    "    for i, x in enumerate(nums):\n"
    "        if target - x in seen:\n"
    "            return [seen[target - x], i]\n"
    "        seen[x] = i\n";
constexpr const char* kWrong = "def pair_with_target(nums, target):\n    return [0, 1]\n";
constexpr const char* kRaises = "def pair_with_target(nums, target):\n    return nums[len(nums)]\n";
constexpr const char* kNoCode = "def pair_with_target(nums, target)\n";

std::string Submission(const std::string& source, const std::string& key = {}) {
  Json line = {{"id", "pair-with-target"}, {"language", "python"}, {"source", source}};
  if (!key.empty()) line["key"] = key;
  return interview::DumpJson(line) + "\n";
}

std::vector<Json> ReadLines(const std::string& text) {
  std::vector<Json> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    EXPECT_NE(end, std::string::npos) << "torn: " << text.substr(begin);
    if (end == std::string::npos) break;
    const auto json = interview::ParseJson(text.substr(begin, end - begin), "result");
    EXPECT_TRUE(json);
    if (json) lines.push_back(*json);
    begin = end + 1;
  }
  return lines;
}

TEST(BatchCommandTest, ResultsComeInOrderAndBrokenLinesAreTold) {
  const OnsiteUser user;
  const Outcome outcome =
      user.Run("judge --batch - --jobs 3", Submission(kRight) + "{broken\n\n" +
                                               Submission(kWrong, "wrong") + Submission(kNoCode));
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("onsite: line 2: "));
  const std::vector<Json> lines = ReadLines(outcome.out);
  ASSERT_EQ(lines.size(), 4u) << outcome.out;
  EXPECT_EQ(lines[0]["line"], 1);
  EXPECT_EQ(lines[0]["key"], "1");
  EXPECT_EQ(lines[0]["verdict"], "accepted");
  EXPECT_EQ(lines[0]["question"], "pair-with-target");
  EXPECT_TRUE(lines[1].contains("error"));
  EXPECT_EQ(lines[2]["line"], 4);
  EXPECT_EQ(lines[2]["key"], "wrong");
  EXPECT_EQ(lines[2]["verdict"], "wrong_answer");
  EXPECT_TRUE(lines[2].contains("first_failure"));
  EXPECT_EQ(lines[3]["verdict"], "compile_error");
}

TEST(BatchCommandTest, ExitCodeSaysWhetherAllWereAccepted) {
  const OnsiteUser user;
  EXPECT_EQ(user.Run("judge --batch - --jobs 1", Submission(kRight)).exit_code, 0);
  EXPECT_EQ(user.Run("judge --batch - --jobs 1", "").exit_code, 0);
  EXPECT_EQ(user.Run("judge --batch /no/such/file").exit_code, 2);
  EXPECT_EQ(user.Run("judge pair-with-target --batch -").exit_code, 2);
  EXPECT_EQ(user.Run("judge pair-with-target --language python").exit_code, 2);
  EXPECT_EQ(user.Run("judge pair-with-target --jobs 2").exit_code, 2);
}

TEST(BatchCommandTest, AResultIsWrittenBeforeMoreInputComes) {
  const OnsiteUser user;
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const std::string program = std::string(ONSITE_BUILD_DIR) + "/onsite";
  const std::string cache = "XDG_CACHE_HOME=" ONSITE_BUILD_DIR "/test-cache";
  support::ChildProcess batch([&](int out) {
    ::dup2(ends[0], STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::close(ends[1]);
    ::execl("/usr/bin/env", "env", cache.c_str(), program.c_str(), "judge", "--batch", "-",
            nullptr);
  });
  ::close(ends[0]);
  for (const char* source : {kRight, kWrong}) {
    const std::string line = Submission(source);
    ASSERT_EQ(::write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
    EXPECT_THAT(batch.ReadLine(), HasSubstr(source == kRight ? "accepted" : "wrong_answer"));
  }
  ::close(ends[1]);
  EXPECT_EQ(batch.ReadLine(), "");
}

class KilledBatch : public testing::Test {
 protected:
  static constexpr int kSubmissions = 30;

  KilledBatch() {
    std::string text;
    for (int i = 0; i < kSubmissions; ++i) {
      const char* const sources[] = {kRight, kWrong, kRaises, kNoCode};
      // Every third has the same text as others, and no key to tell it apart but its place.
      text += i % 3 == 0 ? Submission(sources[i % 4])
                         : Submission(sources[i % 4], "submission-" + std::to_string(i));
    }
    text += "{broken\n";
    in_ = user_.Write("in.jsonl", text);
    out_ = user_.home() / "out.jsonl";
  }

  std::string Text() const { return interview::ReadFile(out_).value_or(""); }

  // Each line once, in order, with the verdict that its source deserves.
  void ExpectComplete() const {
    const std::vector<Json> lines = ReadLines(Text());
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(kSubmissions) + 1);
    const char* const verdicts[] = {"accepted", "wrong_answer", "runtime_error", "compile_error"};
    for (int i = 0; i < kSubmissions; ++i) {
      const Json& line = lines[static_cast<std::size_t>(i)];
      EXPECT_EQ(line["line"], i + 1);
      EXPECT_EQ(line["verdict"], verdicts[i % 4]) << line;
      EXPECT_EQ(line["key"],
                i % 3 == 0 ? std::to_string(i + 1) : "submission-" + std::to_string(i));
    }
    EXPECT_TRUE(lines.back().contains("error"));
  }

  std::string Command() const {
    return "judge --jobs 2 --batch " + in_.string() + " -o " + out_.string();
  }

  OnsiteUser user_;
  std::filesystem::path in_;
  std::filesystem::path out_;
};

TEST_F(KilledBatch, GoesOnWithoutLossOrDouble) {
  std::mt19937 random(std::random_device{}());
  std::string before;
  for (int kill = 0; kill < 3; ++kill) {
    support::ChildProcess batch({"/usr/bin/env", "XDG_CACHE_HOME=" ONSITE_BUILD_DIR "/test-cache",
                                 ONSITE_BUILD_DIR "/onsite", "judge", "--jobs", "2", "--batch",
                                 in_.string(), "-o", out_.string()});
    // Some results more than before, then a random moment.
    for (int i = 0; i < 600 && Text().size() < before.size() + 1000; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 150));
    batch.Kill();
    const std::string now = Text();
    EXPECT_GT(now.size(), before.size());
    EXPECT_EQ(now.substr(0, before.size()), before) << "what was written stays as it was";
    before = now;
  }
  EXPECT_EQ(user_.Run(Command()).exit_code, 1);
  ExpectComplete();
  const std::string complete = Text();
  EXPECT_EQ(user_.Run(Command()).exit_code, 1) << "the exit code speaks of the whole output";
  EXPECT_EQ(Text(), complete) << "nothing is judged twice";
}

TEST_F(KilledBatch, AnInterruptEndsItCleanly) {
  const std::string interrupted =
      "timeout --preserve-status -s INT 1.5 " ONSITE_BUILD_DIR "/onsite " + Command();
  ::setenv("XDG_CACHE_HOME", ONSITE_BUILD_DIR "/test-cache", 1);
  const int status = std::system((interrupted + " 2> " + (user_.home() / "err").string()).c_str());
  ::unsetenv("XDG_CACHE_HOME");
  const std::string err = interview::ReadFile(user_.home() / "err").value_or("");
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 128 + SIGINT) << err;
  EXPECT_THAT(err, HasSubstr("the same command goes on from there"));
  (void)ReadLines(Text());  // no torn line
  EXPECT_EQ(user_.Run(Command()).exit_code, 1);
  ExpectComplete();
}

}  // namespace
}  // namespace onsite_test

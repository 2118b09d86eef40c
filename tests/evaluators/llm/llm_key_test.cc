// Keys from the environment and from files.
#include "evaluators/llm/llm_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

namespace evaluators {
namespace {

using interview::Result;
using testing::HasSubstr;
using testing::Not;

class LlmKeyTest : public testing::Test {
 protected:
  std::filesystem::path KeyFile(const std::string& content, unsigned mode) {
    const std::filesystem::path path = folder_ / "key";
    support::WriteBytes(path, content);
    ::chmod(path.c_str(), mode);
    return path;
  }
  support::TempFolder folder_;
};

TEST_F(LlmKeyTest, WithoutVariableAndFileThereIsNone) {
  const Result<std::string> key = TakeKey("ONSITE_TEST_UNSET", {});
  ASSERT_TRUE(key);
  EXPECT_EQ(*key, "");
}

TEST_F(LlmKeyTest, TheVariableIsTakenOutOfTheEnvironmentAndRemembered) {
  ::setenv("ONSITE_TEST_TAKEN", "sk-from-the-environment", 1);
  EXPECT_TRUE(HasKeyVariable("ONSITE_TEST_TAKEN"));
  EXPECT_EQ(std::getenv("ONSITE_TEST_TAKEN"), nullptr);
  EXPECT_EQ(*TakeKey("ONSITE_TEST_TAKEN", KeyFile("sk-file", 0600)), "sk-from-the-environment");
}

TEST_F(LlmKeyTest, NoProgramStartedLaterInheritsIt) {
  ::setenv("ONSITE_TEST_CHILD", "sk-secret-of-the-parent", 1);
  ASSERT_TRUE(TakeKey("ONSITE_TEST_CHILD", {}));
  support::ChildProcess child(std::vector<std::string>{"/bin/sh", "-c", "env | grep -c secret-of"});
  EXPECT_EQ(child.ReadLine(), "0");
  EXPECT_THAT(support::ReadBytes("/proc/self/environ"), Not(HasSubstr("secret-of-the-parent")));
}

TEST_F(LlmKeyTest, AFileOfTheUsersAloneIsRead) {
  EXPECT_EQ(*TakeKey("", KeyFile("sk-file\r\nmore\n", 0600)), "sk-file");
  EXPECT_EQ(*TakeKey("", KeyFile("sk-file", 0400)), "sk-file");
}

TEST_F(LlmKeyTest, AFileThatOthersCanReadIsRefusedWithTheCommandThatMendsIt) {
  for (const unsigned mode : {0644u, 0640u, 0604u, 0660u}) {
    const std::filesystem::path file = KeyFile("sk-secret", mode);
    const Result<std::string> key = TakeKey("", file);
    ASSERT_FALSE(key) << mode;
    EXPECT_THAT(key.error().message, HasSubstr("chmod 600 '" + file.string() + "'"));
    EXPECT_THAT(key.error().message + key.error().detail, Not(HasSubstr("sk-secret")));
    ASSERT_EQ(std::system(("chmod 600 '" + file.string() + "'").c_str()), 0);
    EXPECT_EQ(*TakeKey("", file), "sk-secret");
  }
}

TEST_F(LlmKeyTest, MissingEmptyAndOddFilesHaveTheirSentence) {
  EXPECT_EQ(TakeKey("", folder_ / "none").error().code, interview::ErrorCode::kNotFound);
  EXPECT_THAT(TakeKey("", folder_ / "none").error().message, HasSubstr("cannot be opened"));
  EXPECT_THAT(TakeKey("", KeyFile("\n", 0600)).error().message, HasSubstr("empty first line"));
  EXPECT_THAT(TakeKey("", folder_.path()).error().message, HasSubstr("not a plain file"));
}

TEST_F(LlmKeyTest, SomebodyElsesFileIsRefused) {
  const std::filesystem::path file = KeyFile("sk-secret", 0600);
  if (::chown(file.c_str(), 12345, 12345) != 0) GTEST_SKIP() << "only root can give files away";
  EXPECT_THAT(TakeKey("", file).error().message, HasSubstr("belongs to another user"));
}

}  // namespace
}  // namespace evaluators

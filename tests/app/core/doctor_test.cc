// The doctor on this machine, and on a machine with something broken.
#include "app/core/doctor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "interview/store/transcript_store.h"
#include "tests/support/scoped_env.h"
#include "tests/support/temp_folder.h"

namespace app {
namespace {

using support::ReadBytes;
using support::ScopedEnv;
using support::WriteBytes;
using testing::HasSubstr;
using Status = DoctorCheck::Status;

class DoctorTest : public testing::Test {
 protected:
  DoctorTest() {
    paths_ = *FindAppPaths();
    paths_.settings = folder_ / "settings.json";
    paths_.data = folder_ / "data";
    paths_.cache = folder_ / "cache";
  }
  DoctorCheck Find(const std::string& name) {
    for (const DoctorCheck& check : ExamineMachine(paths_)) {
      if (check.name == name) return check;
    }
    ADD_FAILURE() << "no check is called " << name;
    return {};
  }
  void ExpectStatus(const DoctorCheck& check, Status status) {
    EXPECT_EQ(ToString(check.status), ToString(status)) << check.name << ": " << check.message;
    EXPECT_FALSE(check.message.empty()) << check.name;
    EXPECT_EQ(check.remedy.empty(), status == Status::kPass) << check.name << ": " << check.remedy;
  }
  support::TempFolder folder_;
  AppPaths paths_;
};

TEST_F(DoctorTest, NothingFailsOnAMachineThatBuildsOnsite) {
  for (const DoctorCheck& check : ExamineMachine(paths_)) {
    if (check.name == "display" || check.name == "disk space") continue;  // as the machine is
    ExpectStatus(check, Status::kPass);
  }
}

TEST_F(DoctorTest, LeavesNothingBehindButEmptyFolders) {
  ExamineMachine(paths_);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(paths_.data)) {
    ADD_FAILURE() << entry.path();
  }
}

TEST_F(DoctorTest, ADataFolderThatCannotBeMadeFails) {
  WriteBytes(folder_ / "data", "a file in the way");
  const DoctorCheck check = Find("data folder");
  ExpectStatus(check, Status::kFail);
  EXPECT_THAT(check.remedy, HasSubstr("mkdir -p '" + paths_.data.string() + "'"));
}

TEST_F(DoctorTest, ADamagedDatabaseFailsAndStays) {
  WriteBytes(paths_.database(), std::string(9000, 'x'));
  const DoctorCheck check = Find("database");
  ExpectStatus(check, Status::kFail);
  EXPECT_THAT(check.message, HasSubstr("is damaged"));
  EXPECT_THAT(check.remedy, HasSubstr("mv '" + paths_.database().string() + "'"));
  EXPECT_EQ(ReadBytes(paths_.database()), std::string(9000, 'x'));
}

TEST_F(DoctorTest, AHealthyDatabaseIsCounted) {
  {
    auto store = interview::TranscriptStore::Open(paths_.database());
    ASSERT_TRUE(store);
    interview::SessionSummary session;
    session.id = "s";
    ASSERT_TRUE(store->Create(session, {}));
  }
  const DoctorCheck check = Find("database");
  ExpectStatus(check, Status::kPass);
  EXPECT_THAT(check.message, HasSubstr("1 sessions"));
}

TEST_F(DoctorTest, BrokenSettingsAreACaution) {
  WriteBytes(paths_.settings, R"({"theme": "purple"})");
  const DoctorCheck check = Find("settings");
  ExpectStatus(check, Status::kCaution);
  EXPECT_THAT(check.message, HasSubstr("theme: must be dark or light"));
}

TEST_F(DoctorTest, ABrokenQuestionIsACautionAMissingBankAFailure) {
  WriteBytes(paths_.packs() / "mine/concepts/evaluation/mine.json", "{");
  const DoctorCheck broken = Find("bank");
  ExpectStatus(broken, Status::kCaution);
  EXPECT_THAT(broken.message, HasSubstr("mine.json"));
  paths_.rubrics = folder_ / "nowhere";
  ExpectStatus(Find("bank"), Status::kFail);
}

TEST_F(DoctorTest, WithoutItsFirstProcessTheSandboxFails) {
  paths_.box_init = folder_ / "gone";
  ExpectStatus(Find("sandbox"), Status::kFail);
}

TEST_F(DoctorTest, WithoutADisplayTheTerminalDrillIsNamed) {
  const ScopedEnv x("DISPLAY", nullptr);
  const ScopedEnv wayland("WAYLAND_DISPLAY", nullptr);
  const DoctorCheck check = Find("display");
  ExpectStatus(check, Status::kCaution);
  EXPECT_EQ(check.remedy, "onsite drill --round concepts");
}

TEST_F(DoctorTest, ADisplayThatDoesNotAnswerIsACaution) {
  const ScopedEnv x("DISPLAY", ":65000");
  const ScopedEnv wayland("WAYLAND_DISPLAY", nullptr);
  const DoctorCheck check = Find("display");
  ExpectStatus(check, Status::kCaution);
  EXPECT_THAT(check.message, HasSubstr(":65000 does not answer"));
}

TEST_F(DoctorTest, ADisplayThatAnswersPasses) {
  const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string socket = folder_ / "wayland-7";
  socket.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(server, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(::listen(server, 1), 0);
  const ScopedEnv x("DISPLAY", nullptr);
  const ScopedEnv wayland("WAYLAND_DISPLAY", "wayland-7");
  const ScopedEnv runtime("XDG_RUNTIME_DIR", folder_.path().c_str());
  ExpectStatus(Find("display"), Status::kPass);
  ::close(server);
}

TEST(DoctorJsonTest, HasThePromisedFields) {
  const std::vector<DoctorCheck> checks = {{"numpy", Status::kFail, "is missing", "apt it"}};
  EXPECT_EQ(interview::DumpJson(ToJson(checks)),
            R"([{"name":"numpy","status":"fail","message":"is missing","remedy":"apt it"}])");
}

}  // namespace
}  // namespace app

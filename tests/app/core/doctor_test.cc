// The doctor on this machine, and on a machine with something broken.
#include "app/core/doctor.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <set>

#include "app/core/doctor_judge.h"
#include "app/core/evaluator_wiring.h"
#include "interview/store/transcript_store.h"
#include "tests/support/child_process.h"
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
  DoctorCheck Find(const std::string& name) { return Find(name, MakeJudgeConfig(paths_)); }
  DoctorCheck Find(const std::string& name, const evaluators::JudgeConfig& judge) {
    for (const DoctorCheck& check : ExamineMachine(paths_, judge)) {
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
  // A program that is this shell script.
  std::filesystem::path Script(const std::string& name, const std::string& text) {
    const std::filesystem::path path = folder_ / name;
    WriteBytes(path, "#!/bin/sh\n" + text + "\n");
    std::filesystem::permissions(path, std::filesystem::perms(0755));
    return path;
  }
  support::TempFolder folder_;
  AppPaths paths_;
};

TEST_F(DoctorTest, NothingFailsOnAMachineThatBuildsOnsite) {
  for (const DoctorCheck& check : ExamineMachine(paths_)) {
    // As the machine is, or not needed.
    const std::set<std::string> free = {"display", "disk space", "C++ speed", "JavaScript",
                                        "ML libraries"};
    if (free.contains(check.name)) continue;
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
  EXPECT_THAT(check.message, HasSubstr("theme: must be system, dark, light or high_contrast"));
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

TEST_F(DoctorTest, WithoutACompilerOneIsNamed) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.gxx = folder_ / "no-g++";
  EXPECT_EQ(Find("C++ compiler", judge).status,
            std::filesystem::exists(judge.clangxx) ? Status::kPass : Status::kFail);
  judge.clangxx = folder_ / "no-clang++";
  const DoctorCheck check = Find("C++ compiler", judge);
  ExpectStatus(check, Status::kFail);
  EXPECT_EQ(check.remedy, "sudo apt install g++");
}

TEST_F(DoctorTest, ACompilerWithoutHeadersIsNone) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.gxx = Script("g++", "exec /usr/bin/g++ -nostdinc++ \"$@\"");
  judge.clangxx = folder_ / "no-clang++";
  ExpectStatus(Find("C++ compiler", judge), Status::kFail);
}

TEST_F(DoctorTest, WhatMakesCppFasterIsACaution) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.clangxx = folder_ / "no-clang++";
  judge.programs_dir = folder_ / "empty";
  const DoctorCheck check = Find("C++ speed", judge);
  ExpectStatus(check, Status::kCaution);
  EXPECT_EQ(check.remedy, "sudo apt install clang mold");
}

TEST_F(DoctorTest, AnOldPythonFailsAndTheOldestThatDoesIsTold) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.python =
      Script("python3", "case \"$2\" in *python_version*) echo 3.7.3;; *) exit 1;; esac");
  const DoctorCheck check = Find("Python", judge);
  ExpectStatus(check, Status::kFail);
  EXPECT_THAT(check.message, HasSubstr("is Python 3.7.3; the judge needs 3.9 or newer"));
  EXPECT_THAT(check.remedy, HasSubstr("sudo apt install python3"));
}

TEST_F(DoctorTest, TheDriversAreNoNewerThanTheOldestPython) {
  const std::string parse =
      "/usr/bin/python3 -c 'import ast, sys\nfor name in sys.argv[1:]:\n"
      "    ast.parse(open(name).read(), name, feature_version=(3, 9))' " +
      paths_.drivers.string() + "/*.py";
  EXPECT_EQ(std::system(parse.c_str()), 0);
}

TEST_F(DoctorTest, WithoutPythonItsPackageIsNamed) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.python = folder_ / "no-python";
  const DoctorCheck check = Find("Python", judge);
  ExpectStatus(check, Status::kFail);
  EXPECT_EQ(check.remedy, "sudo apt install python3");
}

TEST_F(DoctorTest, WithoutNumpyMlCodingCannotBeJudged) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  // The real interpreter, without the folders where packages lie.
  judge.python = Script("python3", "exec /usr/bin/python3 -I -S \"$@\"");
  ExpectStatus(Find("Python", judge), Status::kPass);
  const DoctorCheck check = Find("numpy", judge);
  ExpectStatus(check, Status::kFail);
  EXPECT_EQ(check.remedy, "sudo apt install python3-numpy");
  const DoctorCheck libraries = Find("ML libraries", judge);
  ExpectStatus(libraries, Status::kCaution);
  EXPECT_EQ(libraries.remedy, "sudo apt install python3-sklearn python3-torch");
}

TEST_F(DoctorTest, WithoutNodeJavascriptIsACaution) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.programs_dir = folder_ / "empty";
  const DoctorCheck check = Find("JavaScript", judge);
  ExpectStatus(check, Status::kCaution);
  EXPECT_EQ(check.remedy, "sudo apt install nodejs");
}

TEST_F(DoctorTest, WithoutBubblewrapItsPackageIsNamed) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  judge.bwrap = folder_ / "no-bwrap";
  const DoctorCheck check = Find("sandbox", judge);
  ExpectStatus(check, Status::kFail);
  EXPECT_THAT(check.message, HasSubstr("bubblewrap is not installed"));
  EXPECT_EQ(check.remedy, "sudo apt install bubblewrap");
}

TEST_F(DoctorTest, AnOldBubblewrapIsToldFromAForbiddenOne) {
  evaluators::JudgeConfig judge = MakeJudgeConfig(paths_);
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  judge.bwrap = Script("bwrap", "echo 'bwrap: Unknown option --disable-userns' >&2; exit 1");
  EXPECT_THAT(Find("sandbox", judge).message, HasSubstr("older than 0.8"));
  judge.bwrap = Script("bwrap", "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1");
  const DoctorCheck check = Find("sandbox", judge);
  ExpectStatus(check, Status::kFail);
  EXPECT_THAT(check.message, HasSubstr("no code is run"));
}

// The kernel itself refuses, in a user namespace that may have no further ones.
TEST_F(DoctorTest, WhereNamespacesAreForbiddenTheSwitchIsNamed) {
  support::ChildProcess machine([this](int out) {
    const auto write_file = [](const char* path, const std::string& text) {
      const int fd = ::open(path, O_WRONLY);
      const bool ok = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
      ::close(fd);
      return ok;
    };
    const uid_t user = ::geteuid() == 0 ? 65534 : ::geteuid();
    const bool is_ready = (::geteuid() != 0 || ::setresuid(user, user, user) == 0) &&
                          ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0 &&
                          ::unshare(CLONE_NEWUSER) == 0 &&
                          write_file("/proc/self/uid_map",
                                     std::to_string(user) + " " + std::to_string(user) + " 1") &&
                          write_file("/proc/sys/user/max_user_namespaces", "0");
    std::string line = "skip\n";
    if (is_ready) {
      for (const DoctorCheck& check : ExamineJudge(MakeJudgeConfig(paths_))) {
        if (check.name != "sandbox") continue;
        line =
            std::string(ToString(check.status)) + "|" + check.message + "|" + check.remedy + "\n";
      }
    }
    (void)!::write(out, line.data(), line.size());
  });
  const std::string line = machine.ReadLine();
  if (line == "skip") GTEST_SKIP() << "no user namespace can be made here";
  EXPECT_EQ(line,
            "fail|This system allows no user namespaces, which the sandbox needs, so no code is "
            "run|sudo sysctl -w user.max_user_namespaces=15000");
}

TEST_F(DoctorTest, AReadOnlyCacheIsACautionWithTheCommandThatMendsIt) {
  std::filesystem::create_directories(paths_.cache);
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  support::ChildProcess user([this](int out) {
    if (::geteuid() == 0) {
      (void)!::chown(paths_.cache.c_str(), 65534, 65534);
      (void)!::setresuid(65534, 65534, 65534);
    }
    for (const int mode : {0555, 0755}) {
      ::chmod(paths_.cache.c_str(), static_cast<mode_t>(mode));
      for (const DoctorCheck& check : ExamineMachine(paths_)) {
        if (check.name != "cache folder") continue;
        const std::string line = std::string(ToString(check.status)) + "|" + check.remedy + "\n";
        (void)!::write(out, line.data(), line.size());
      }
    }
  });
  const std::string cache = paths_.cache.string();
  EXPECT_EQ(user.ReadLine(), "caution|mkdir -p '" + cache + "' && chmod u+rwx '" + cache + "'");
  EXPECT_EQ(user.ReadLine(), "pass|");
}

TEST_F(DoctorTest, TheWeakerSandboxIsACaution) {
  if (::geteuid() == 0) {
    paths_.limits_only_sandbox = true;
    const DoctorCheck check = Find("sandbox");
    ExpectStatus(check, Status::kFail);
    EXPECT_THAT(check.message, HasSubstr("as root"));
    return;
  }
  paths_.limits_only_sandbox = true;
  ExpectStatus(Find("sandbox"), Status::kCaution);
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

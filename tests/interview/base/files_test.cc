// Whole-file reads, and writes that are all or nothing.
#include "interview/base/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

namespace interview {
namespace {

using support::ReadBytes;
using support::WriteBytes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FilesTest : public testing::Test {
 protected:
  std::vector<std::string> Names() {
    std::vector<std::string> names;
    for (const auto& path : ListFolder(folder_.path())) names.push_back(path.filename());
    return names;
  }
  support::TempFolder folder_;
};

TEST_F(FilesTest, ReadsEveryByte) {
  const std::string bytes("a\0\r\n\xFF", 5);
  WriteBytes(folder_ / "x", bytes + std::string(200000, 'z'));
  EXPECT_EQ(*ReadFile(folder_ / "x"), bytes + std::string(200000, 'z'));
  WriteBytes(folder_ / "empty", "");
  EXPECT_EQ(*ReadFile(folder_ / "empty"), "");
}

TEST_F(FilesTest, AMissingFileAndAFolderAreNamed) {
  const Result<std::string> missing = ReadFile(folder_ / "gone.json");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(missing.error().message, HasSubstr("gone.json"));
  const Result<std::string> folder = ReadFile(folder_.path());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kIo);
  EXPECT_THAT(folder.error().message, HasSubstr("is a folder"));
}

TEST_F(FilesTest, AFileAboveTheLimitIsRefused) {
  WriteBytes(folder_ / "x", std::string(2049, 'x'));
  EXPECT_TRUE(ReadFile(folder_ / "x", 2049));
  const Result<std::string> large = ReadFile(folder_ / "x", 2048);
  ASSERT_FALSE(large);
  EXPECT_THAT(large.error().message, HasSubstr("larger than 2 KB"));
}

TEST_F(FilesTest, APipeIsReadToItsEnd) {
  support::ChildProcess child([](int out) { ::dprintf(out, "through a pipe\n"); });
  EXPECT_EQ(*ReadFile("/dev/fd/" + std::to_string(child.out())), "through a pipe\n");
}

TEST_F(FilesTest, WritesAndReplacesAndLeavesNothingBeside) {
  ASSERT_TRUE(WriteFileAtomically(folder_ / "x", "old"));
  ASSERT_TRUE(WriteFileAtomically(folder_ / "x", "new"));
  EXPECT_EQ(ReadBytes(folder_ / "x"), "new");
  EXPECT_THAT(Names(), ElementsAre("x"));
}

TEST_F(FilesTest, MakesTheFoldersAbove) {
  ASSERT_TRUE(WriteFileAtomically(folder_ / "a/b/c", "deep"));
  EXPECT_EQ(ReadBytes(folder_ / "a/b/c"), "deep");
}

TEST_F(FilesTest, ALinkedFileKeepsItsLink) {
  WriteBytes(folder_ / "real", "old");
  std::filesystem::create_symlink("real", folder_ / "link");
  ASSERT_TRUE(WriteFileAtomically(folder_ / "link", "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link"));
  EXPECT_EQ(ReadBytes(folder_ / "real"), "new");
}

TEST_F(FilesTest, AFolderInTheWayIsNamed) {
  WriteBytes(folder_ / "file", "x");
  const Status status = WriteFileAtomically(folder_ / "file/below", "y");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kIo);
  EXPECT_THAT(status.error().message, HasSubstr("file/below"));
}

// A file may not grow beyond 1 KB in this process: the write fails midway, as on a full disk.
TEST_F(FilesTest, AWriteThatFailsMidwayKeepsTheOldContent) {
  WriteBytes(folder_ / "x", "old");
  support::ChildProcess child([&](int out) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {1024, 1024};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const Status status = WriteFileAtomically(folder_ / "x", std::string(5000, 'n'));
    ::dprintf(out, "%s\n", status ? "written" : status.error().message.c_str());
  });
  EXPECT_THAT(child.ReadLine(), HasSubstr("Cannot write"));
  EXPECT_EQ(ReadBytes(folder_ / "x"), "old");
  EXPECT_THAT(Names(), ElementsAre("x"));
}

TEST_F(FilesTest, AReaderSeesTheOldOrTheNewContentNeverHalf) {
  const std::string a(300000, 'a');
  const std::string b(300000, 'b');
  ASSERT_TRUE(WriteFileAtomically(folder_ / "x", a));
  support::ChildProcess writer([&](int) {
    for (bool turn = false;; turn = !turn) {
      if (!WriteFileAtomically(folder_ / "x", turn ? a : b)) ::_exit(1);
    }
  });
  for (int i = 0; i < 200; ++i) {
    const Result<std::string> seen = ReadFile(folder_ / "x");
    ASSERT_TRUE(seen) << seen.error().message;
    ASSERT_TRUE(*seen == a || *seen == b);
  }
}

TEST_F(FilesTest, ListsNamesInOrderAndNothingForAMissingFolder) {
  for (const char* name : {"b", "a", "C"}) WriteBytes(folder_ / name, "");
  EXPECT_THAT(Names(), ElementsAre("C", "a", "b"));
  EXPECT_THAT(ListFolder(folder_ / "nowhere"), IsEmpty());
}

}  // namespace
}  // namespace interview

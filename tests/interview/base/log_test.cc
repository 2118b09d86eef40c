// The log file.
#include "interview/base/log.h"

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace interview {
namespace {

TEST(LogTest, AnEntryIsOneLineAndEntriesAreAppended) {
  const support::TempFolder folder;
  const auto file = folder / "below/onsite.log";
  LogTo(file);
  Log(LogLevel::kInfo, "first\nforged: \x1b[31mred\t\x7f");
  LogError({ErrorCode::kIo, "The disk is full.", "write: ENOSPC"});
  LogTo(file);
  Log(LogLevel::kWarning, "again \xC3\xA4");
  EXPECT_EQ(support::ReadBytes(file),
            "info: first\\nforged: ?[31mred??\n"
            "error: io: The disk is full. | write: ENOSPC\n"
            "warning: again \xC3\xA4\n");
}

}  // namespace
}  // namespace interview

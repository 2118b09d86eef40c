// How the app opens.
#include "app/core/app_core.h"

#include <gtest/gtest.h>

#include "tests/support/scoped_env.h"
#include "tests/support/temp_folder.h"

namespace app {
namespace {

class AppCoreOpenTest : public testing::Test {
 protected:
  support::TempFolder folder_;
  support::ScopedEnv config_{"XDG_CONFIG_HOME", folder_.path().c_str()};
  support::ScopedEnv data_{"ONSITE_DATA_DIR", folder_.path().c_str()};
  AppPaths paths_ = *FindAppPaths();
};

TEST_F(AppCoreOpenTest, WhatElseTheStartDoesIsDoneOnceAndTheBankIsWhole) {
  int calls = 0;
  const auto core = AppCore::Open(paths_, {.meanwhile = [&calls]() -> interview::Status {
                                    ++calls;
                                    return {};
                                  }});
  ASSERT_TRUE(core) << core.error().message;
  EXPECT_EQ(calls, 1);
  EXPECT_GT((*core)->state().bank.questions().size(), 100u);
  EXPECT_TRUE((*core)->state().notices.empty());
}

TEST_F(AppCoreOpenTest, AWindowThatDoesNotOpenEndsTheStartWithItsReason) {
  const auto core =
      AppCore::Open(paths_, {.meanwhile = []() -> interview::Status {
                      return interview::Fail(interview::ErrorCode::kIo, "There is no display.");
                    }});
  ASSERT_FALSE(core);
  EXPECT_EQ(core.error().message, "There is no display.");
}

TEST_F(AppCoreOpenTest, ABankThatCannotBeReadEndsTheStart) {
  paths_.rubrics = folder_.path() / "nothing";
  const auto core = AppCore::Open(paths_, {});
  ASSERT_FALSE(core);
  EXPECT_NE(core.error().message.find("nothing"), std::string::npos) << core.error().message;
}

}  // namespace
}  // namespace app

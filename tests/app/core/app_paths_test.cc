// Where files are looked for.
#include "app/core/app_paths.h"

#include <gtest/gtest.h>

#include "tests/support/scoped_env.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using support::ScopedEnv;

class AppPathsTest : public testing::Test {
 protected:
  AppPaths Find() {
    const interview::Result<AppPaths> paths = FindAppPaths();
    EXPECT_TRUE(paths) << paths.error().message;
    return *paths;
  }
  ScopedEnv home_{"HOME", "/home/ada"};
  ScopedEnv config_{"XDG_CONFIG_HOME", nullptr};
  ScopedEnv data_{"XDG_DATA_HOME", nullptr};
  ScopedEnv cache_{"XDG_CACHE_HOME", nullptr};
  ScopedEnv override_{"ONSITE_DATA_DIR", nullptr};
};

TEST_F(AppPathsTest, FromTheBuildFolderTheSourceTreeIsUsed) {
  const AppPaths paths = Find();
  EXPECT_EQ(paths.rubrics, fs::path(ONSITE_SOURCE_DIR) / "rubrics");
  EXPECT_EQ(paths.assets, fs::path(ONSITE_SOURCE_DIR) / "assets");
  EXPECT_TRUE(fs::exists(paths.drivers)) << paths.drivers;
  EXPECT_EQ(paths.box_init, fs::path(ONSITE_BUILD_DIR) / "onsite_box_init");
}

TEST_F(AppPathsTest, FoldersAreBelowHomeByDefault) {
  const AppPaths paths = Find();
  EXPECT_EQ(paths.settings, "/home/ada/.config/onsite/settings.json");
  EXPECT_EQ(paths.data, "/home/ada/.local/share/onsite");
  EXPECT_EQ(paths.cache, "/home/ada/.cache/onsite");
  EXPECT_EQ(paths.database(), "/home/ada/.local/share/onsite/onsite.db");
  EXPECT_EQ(paths.packs(), "/home/ada/.local/share/onsite/packs");
}

TEST_F(AppPathsTest, XdgFoldersComeFirst) {
  const ScopedEnv config("XDG_CONFIG_HOME", "/x/config");
  const ScopedEnv data("XDG_DATA_HOME", "/x/data");
  const ScopedEnv cache("XDG_CACHE_HOME", "/x/cache");
  const AppPaths paths = Find();
  EXPECT_EQ(paths.settings, "/x/config/onsite/settings.json");
  EXPECT_EQ(paths.data, "/x/data/onsite");
  EXPECT_EQ(paths.cache, "/x/cache/onsite");
}

TEST_F(AppPathsTest, RelativeAndEmptyXdgFoldersAreIgnored) {
  const ScopedEnv config("XDG_CONFIG_HOME", "relative");
  const ScopedEnv data("XDG_DATA_HOME", "");
  const AppPaths paths = Find();
  EXPECT_EQ(paths.settings, "/home/ada/.config/onsite/settings.json");
  EXPECT_EQ(paths.data, "/home/ada/.local/share/onsite");
}

TEST_F(AppPathsTest, TheDataFolderCanBeNamedOutright) {
  const ScopedEnv override("ONSITE_DATA_DIR", "elsewhere");
  EXPECT_EQ(Find().data, fs::current_path() / "elsewhere");
  EXPECT_EQ(Find().settings, "/home/ada/.config/onsite/settings.json");
}

TEST_F(AppPathsTest, WithoutAHomeTheTemporaryFolderServes) {
  const ScopedEnv home("HOME", nullptr);
  EXPECT_EQ(Find().data, fs::temp_directory_path() / ".local/share/onsite");
}

}  // namespace
}  // namespace app

// Links reach the browser as they are, and nothing else is started.
#include "app/core/open_link.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "interview/base/files.h"
#include "tests/support/scoped_env.h"
#include "tests/support/temp_folder.h"

namespace app {
namespace {

// An xdg-open that writes down what it is asked for.
class OpenLinkTest : public testing::Test {
 protected:
  OpenLinkTest() {
    const std::filesystem::path program = folder_ / "xdg-open";
    std::ofstream(program) << "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > " << asked().string()
                           << ".new\nmv " << asked().string() << ".new " << asked().string()
                           << "\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  }
  std::filesystem::path asked() const { return folder_ / "asked"; }
  // What it was asked for; empty where it was not started within `patience`.
  std::string Asked(std::chrono::milliseconds patience = std::chrono::seconds(10)) const {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!std::filesystem::exists(asked())) {
      if (std::chrono::steady_clock::now() > end) return {};
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return *interview::ReadFile(asked());
  }

  support::TempFolder folder_;
  support::ScopedEnv path_{"PATH", (folder_.path().string() + ":/usr/bin:/bin").c_str()};
};

TEST_F(OpenLinkTest, AWebAddressReachesTheBrowserAsItIs) {
  const std::string address = "https://example.org/a?b=c&d='e';$(touch%20x)#f";
  ASSERT_TRUE(OpenLink(address));
  EXPECT_EQ(Asked(), "1|" + address) << "one argument, and no shell in between";
}

TEST_F(OpenLinkTest, PlainHttpIsOpenedToo) {
  ASSERT_TRUE(OpenLink("http://example.org/"));
  EXPECT_EQ(Asked(), "1|http://example.org/");
}

TEST_F(OpenLinkTest, AnythingElseIsRefusedAndNothingIsStarted) {
  for (const char* address :
       {"", "file:///etc/passwd", "javascript:alert(1)", "example.org", "--help", "HTTPS://x.org",
        "https://example.org/a b", "https://example.org/\nx", "https://example.org/\x7f"}) {
    const interview::Status opened = OpenLink(address);
    ASSERT_FALSE(opened) << address;
    EXPECT_EQ(opened.error().code, interview::ErrorCode::kInvalid) << address;
    EXPECT_NE(opened.error().message.find("https://"), std::string::npos);
  }
  EXPECT_EQ(Asked(std::chrono::milliseconds(200)), "");
}

TEST_F(OpenLinkTest, WithoutXdgOpenItSaysWhatToInstall) {
  const support::TempFolder bare;
  std::filesystem::create_symlink("/usr/bin/setsid", bare / "setsid");
  const support::ScopedEnv path("PATH", bare.path().c_str());
  const interview::Status opened = OpenLink("https://example.org/");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, interview::ErrorCode::kIo);
  EXPECT_NE(opened.error().message.find("xdg-utils"), std::string::npos) << opened.error().message;
}

TEST_F(OpenLinkTest, WithoutSetsidItSaysWhatToInstall) {
  const support::ScopedEnv path("PATH", folder_.path().c_str());
  const interview::Status opened = OpenLink("https://example.org/");
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("util-linux"), std::string::npos) << opened.error().message;
}

}  // namespace
}  // namespace app

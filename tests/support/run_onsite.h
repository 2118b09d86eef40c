// Runs build/onsite as a user would: a real process with a data folder of its own.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "interview/base/files.h"
#include "interview/base/json.h"

namespace onsite_test {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;

  interview::Json json() const {
    interview::Result<interview::Json> parsed = interview::ParseJson(out, "stdout");
    EXPECT_TRUE(parsed) << out << err;
    return parsed ? *parsed : interview::Json();
  }
};

// A user with empty settings and an empty history; the judge's cache is shared between tests.
class OnsiteUser {
 public:
  // The program that the build made, or a copy of it in the user's home, with a bank of its own.
  enum class Program { kBuilt, kInItsHome };

  explicit OnsiteUser(Program program = Program::kBuilt) {
    std::string folder = testing::TempDir() + "/onsite-user-XXXXXX";
    home_ = ::mkdtemp(folder.data());
    program_ = program == Program::kBuilt ? std::filesystem::path(ONSITE_BUILD_DIR) / "onsite"
                                          : home_ / "onsite";
  }
  ~OnsiteUser() {
    std::error_code ec;
    std::filesystem::remove_all(home_, ec);
  }

  const std::filesystem::path& home() const { return home_; }

  std::filesystem::path Write(const std::string& name, const std::string& content) const {
    const std::filesystem::path path = home_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
    return path;
  }

  // `arguments` is a shell fragment; `input` goes to stdin.
  Outcome Run(const std::string& arguments, const std::string& input = {},
              const std::string& environment = {}) const {
    const std::filesystem::path in = Write("stdin.txt", input);
    const std::string command = "HOME=" + home_.string() + " XDG_CONFIG_HOME=" + home_.string() +
                                "/config XDG_CACHE_HOME=" + std::string(ONSITE_BUILD_DIR) +
                                "/test-cache ONSITE_DATA_DIR=" + home_.string() + "/data " +
                                environment + " " + program_.string() + " " + arguments + " < " +
                                in.string() + " > " + (home_ / "out").string() + " 2> " +
                                (home_ / "err").string();
    Outcome outcome;
    const int status = std::system(command.c_str());
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.out = interview::ReadFile(home_ / "out").value_or("");
    outcome.err = interview::ReadFile(home_ / "err").value_or("");
    return outcome;
  }

 private:
  std::filesystem::path home_;
  std::filesystem::path program_;
};

inline std::string SourcePath(const std::string& below_root) {
  return std::string(ONSITE_SOURCE_DIR) + "/" + below_root;
}

}  // namespace onsite_test

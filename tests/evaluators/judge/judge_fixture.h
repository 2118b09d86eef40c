// What every test of the judge needs: the real drivers, the real box, a cache of its own.
// Any thread.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include "evaluators/judge/judge_config.h"

namespace evaluators {

// The judge of this build. The cache is shared by all tests of the build, as it is by all runs of
// the program.
inline JudgeConfig TestConfig() {
  JudgeConfig config;
  config.drivers_dir = std::filesystem::path(ONSITE_SOURCE_DIR) / "evaluators/judge/drivers";
  config.box_init = std::filesystem::path(ONSITE_BUILD_DIR) / "onsite_box_init";
  config.cache_dir =
      std::filesystem::temp_directory_path() / ("onsite-test-cache-" + std::to_string(::geteuid()));
  return config;
}

}  // namespace evaluators

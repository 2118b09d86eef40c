// XDG folders and the program's own folder.
#include "app/core/app_paths.h"

#include <cstdlib>

namespace app {
namespace {

namespace fs = std::filesystem;

fs::path FromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? fs::path(value) : fs::path();
}

// An XDG base folder; relative values are ignored, as the specification asks.
fs::path XdgFolder(const char* name, const char* below_home) {
  const fs::path set = FromEnvironment(name);
  if (set.is_absolute()) return set;
  const fs::path home = FromEnvironment("HOME");
  return (home.empty() ? fs::temp_directory_path() : home) / below_home;
}

}  // namespace

interview::Result<AppPaths> FindAppPaths() {
  std::error_code ec;
  const fs::path program = fs::read_symlink("/proc/self/exe", ec);
  const fs::path folder = program.parent_path();
  AppPaths paths;
  for (fs::path root = folder; root.has_relative_path(); root = root.parent_path()) {
    if (fs::exists(root / "rubrics/bank.json", ec)) {
      paths.rubrics = root / "rubrics";
      paths.assets = root / "assets";
      paths.drivers = root / "evaluators/judge/drivers";
      paths.box_init = folder / "onsite_box_init";
      break;
    }
    if (fs::exists(root / "share/onsite/rubrics/bank.json", ec)) {
      paths.rubrics = root / "share/onsite/rubrics";
      paths.assets = root / "share/onsite/assets";
      paths.drivers = root / "share/onsite/drivers";
      paths.box_init = root / "libexec/onsite/onsite_box_init";
      break;
    }
  }
  if (paths.rubrics.empty()) {
    return interview::Fail(
        interview::ErrorCode::kNotFound,
        "The question bank is not beside the program at " + folder.string() +
            "; run it from its build folder, or install it with cmake --install.");
  }
  paths.settings = XdgFolder("XDG_CONFIG_HOME", ".config") / "onsite/settings.json";
  const fs::path override = FromEnvironment("ONSITE_DATA_DIR");
  paths.data = override.empty() ? XdgFolder("XDG_DATA_HOME", ".local/share") / "onsite"
                                : fs::absolute(override, ec);
  paths.cache = XdgFolder("XDG_CACHE_HOME", ".cache") / "onsite";
  return paths;
}

}  // namespace app

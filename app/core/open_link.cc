// Starting xdg-open.
#include "app/core/open_link.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace app {

using interview::ErrorCode;
using interview::Fail;

namespace {

// setsid --fork does not say whether what it was to start is there.
bool IsInstalled(std::string_view program) {
  const char* variable = std::getenv("PATH");
  std::string_view folders = variable == nullptr ? "/usr/bin:/bin" : variable;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const std::string path = std::string(folders.substr(0, end)) + "/" + std::string(program);
    if (end > 0 && access(path.c_str(), X_OK) == 0) return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

}  // namespace

interview::Status OpenLink(const std::string& address) {
  const bool web = address.starts_with("http://") || address.starts_with("https://");
  const bool plain = std::all_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '\x7F';
  });
  if (!web || !plain) {
    return Fail(
        ErrorCode::kInvalid,
        "Only links that begin with http:// or https:// are opened, and this one does not.");
  }
  if (!IsInstalled("xdg-open")) {
    return Fail(ErrorCode::kIo, "The link cannot be opened: install xdg-utils.");
  }
  // setsid --fork leaves the browser to itself: no child of ours stays behind.
  std::string program = "setsid", fork = "--fork", open = "xdg-open", target = address;
  char* const arguments[] = {program.data(), fork.data(), open.data(), target.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) {
    return Fail(ErrorCode::kIo, "The link cannot be opened: setsid (util-linux) is not installed.");
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return Fail(ErrorCode::kIo, "The link cannot be opened: setsid (util-linux) failed.");
  }
  return {};
}

}  // namespace app

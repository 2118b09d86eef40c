// Starting xdg-open.
#include "app/core/open_link.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

namespace app {

using interview::ErrorCode;
using interview::Fail;

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
    return Fail(ErrorCode::kIo, "The link cannot be opened: install xdg-utils.");
  }
  return {};
}

}  // namespace app

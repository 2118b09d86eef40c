// The file is opened first and examined then, so that what was checked is what is read.
#include "evaluators/llm/llm_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Fail;

const std::string& FromEnvironment(const std::string& variable) {
  static std::map<std::string, std::string> taken;
  if (char* value = variable.empty() ? nullptr : std::getenv(variable.c_str())) {
    taken[variable] = value;
    std::fill(value, value + std::strlen(value), '\0');  // /proc/self/environ shows this memory
    ::unsetenv(variable.c_str());
  }
  return taken[variable];
}

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  int fd() const { return fd_; }

 private:
  int fd_;
};

interview::Result<std::string> FromFile(const std::filesystem::path& path) {
  const std::string named = "The LLM key file " + path.string() + " (llm.key_file) ";
  const OpenFile file(path);
  if (file.fd() < 0) {
    return Fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kInvalid,
                named + "cannot be opened (" + std::strerror(errno) +
                    "); put the key into it, or clear llm.key_file in the settings.");
  }
  struct stat info {};
  if (::fstat(file.fd(), &info) != 0 || !S_ISREG(info.st_mode)) {
    return Fail(ErrorCode::kInvalid, named + "is not a plain file; name one that holds the key.");
  }
  if (info.st_uid != ::geteuid()) {
    return Fail(ErrorCode::kInvalid,
                named + "belongs to another user; make it yours with: sudo chown \"$USER\" '" +
                    path.string() + "'.");
  }
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Fail(ErrorCode::kInvalid,
                named + "can be read by others; close it with: chmod 600 '" + path.string() + "'.");
  }
  char bytes[4096];
  const ssize_t count = ::read(file.fd(), bytes, sizeof bytes);
  std::string key(bytes, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  key.resize(std::min(key.find_first_of("\r\n"), key.size()));
  if (key.empty()) {
    return Fail(ErrorCode::kInvalid,
                named + "has an empty first line; write the key there, and nothing else.");
  }
  return key;
}

}  // namespace

bool HasKeyVariable(const std::string& variable) { return !FromEnvironment(variable).empty(); }

interview::Result<std::string> TakeKey(const std::string& variable,
                                       const std::filesystem::path& file) {
  if (HasKeyVariable(variable)) return FromEnvironment(variable);
  if (file.empty()) return std::string();
  return FromFile(file);
}

}  // namespace evaluators

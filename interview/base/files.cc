// POSIX file operations behind files.h.
#include "interview/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace interview {
namespace {

Status IoError(const std::string& what, const std::filesystem::path& path, int error) {
  const std::string remedy = error == ENOSPC ? " Free some disk space and try again."
                             : error == EACCES
                                 ? " Check the permissions of the file and its folder."
                                 : "";
  return Fail(ErrorCode::kIo,
              what + " " + path.string() + ": " + std::strerror(error) + "." + remedy);
}

int WriteAll(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::fsync(fd) == 0 ? 0 : errno;
}

}  // namespace

Result<std::string> ReadFile(const std::filesystem::path& path, std::uintmax_t max_bytes) {
  std::error_code ec;
  const auto status = std::filesystem::status(path, ec);
  if (!std::filesystem::exists(status)) {
    return Fail(ErrorCode::kNotFound, "There is no file " + path.string() + "; check the name.");
  }
  if (std::filesystem::is_directory(status)) {
    return Fail(ErrorCode::kIo, path.string() + " is a folder; name a file.");
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Fail(ErrorCode::kIo, "Cannot read " + path.string() + "; check its permissions.");
  }
  std::string content;
  char block[1 << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    content.append(block, static_cast<std::size_t>(in.gcount()));
    if (content.size() > max_bytes) {
      return Fail(ErrorCode::kIo, path.string() + " is larger than " +
                                      std::to_string(max_bytes >> 10) + " KB; use a smaller file.");
    }
  }
  return content;
}

Status WriteFileAtomically(const std::filesystem::path& name, std::string_view content) {
  std::error_code ec;
  // A link stays: what it leads to is replaced.
  const std::filesystem::path path =
      std::filesystem::is_symlink(name, ec) ? std::filesystem::weakly_canonical(name, ec) : name;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ec);
  std::string neighbour = path.string() + ".XXXXXX";
  const int fd = ::mkostemp(neighbour.data(), O_CLOEXEC);
  if (fd < 0) return IoError("Cannot write", path, errno);
  int error = ::fchmod(fd, 0644) == 0 ? WriteAll(fd, content) : errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(neighbour.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(neighbour.c_str());
    return IoError("Cannot write", path, error);
  }
  return {};
}

std::vector<std::filesystem::path> ListFolder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> names;
  std::error_code ec;
  for (std::filesystem::directory_iterator it(folder, ec), end; !ec && it != end;
       it.increment(ec)) {
    names.push_back(it->path());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace interview

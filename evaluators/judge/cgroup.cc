// The files of the kernel's interface: Documentation/admin-guide/cgroup-v2.rst of Linux.
#include "evaluators/judge/cgroup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <sstream>

#include "interview/base/files.h"

namespace evaluators {

namespace fs = std::filesystem;

namespace {

// What else than the program's resident memory is counted: our init, bubblewrap, page tables.
constexpr int kBesideMb = 32;
constexpr int kBesideProcesses = 4;

bool Write(const fs::path& file, const std::string& text) {
  const Fd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  return fd.is_open() &&
         ::write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

bool HasBothControllers(const fs::path& file) {
  const interview::Result<std::string> text = interview::ReadFile(file);
  if (!text) return false;
  std::istringstream words(*text);
  bool has_memory = false;
  bool has_pids = false;
  for (std::string word; words >> word;) {
    has_memory = has_memory || word == "memory";
    has_pids = has_pids || word == "pids";
  }
  return has_memory && has_pids;
}

}  // namespace

std::optional<fs::path> FindDelegatedCgroup(const fs::path& mount, std::string_view self) {
  const std::size_t line = self.find("0::/");
  if (line == std::string_view::npos || (line > 0 && self[line - 1] != '\n')) return std::nullopt;
  std::string_view name = self.substr(line + 4);
  name = name.substr(0, name.find('\n'));
  if (name.empty()) return std::nullopt;  // the root belongs to the system
  const fs::path own = mount / name;
  if (!HasBothControllers(own / "cgroup.controllers") || ::access(own.c_str(), W_OK) != 0 ||
      ::access((own / "cgroup.procs").c_str(), W_OK) != 0) {
    return std::nullopt;
  }
  if (HasBothControllers(own / "cgroup.subtree_control")) return own;
  const fs::path leaf = own / "onsite-judge";
  if (::mkdir(leaf.c_str(), 0755) != 0 && errno != EEXIST) return std::nullopt;
  const std::string pid = std::to_string(::getpid());
  if (Write(leaf / "cgroup.procs", pid) && Write(own / "cgroup.subtree_control", "+memory +pids")) {
    return own;
  }
  Write(own / "cgroup.procs", pid);
  ::rmdir(leaf.c_str());
  return std::nullopt;
}

const std::optional<fs::path>& DelegatedCgroup() {
  static const std::optional<fs::path> delegated = [] {
    const interview::Result<std::string> self = interview::ReadFile("/proc/self/cgroup");
    return self ? FindDelegatedCgroup("/sys/fs/cgroup", *self) : std::nullopt;
  }();
  return delegated;
}

std::optional<Cgroup> Cgroup::Make(const fs::path& parent, const BoxLimits& limits) {
  static std::atomic<unsigned> made = 0;
  const fs::path path =
      parent / ("onsite-box-" + std::to_string(::getpid()) + "-" + std::to_string(made++));
  if (::mkdir(path.c_str(), 0755) != 0) return std::nullopt;
  Cgroup group;
  group.folder_ = Folder(path.string());
  if (!group.Limit(limits)) return std::nullopt;
  group.entrance_ =
      Fd(::open((path / "cgroup.procs").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  if (!group.entrance_.is_open()) return std::nullopt;
  return group;
}

bool Cgroup::Limit(const BoxLimits& limits) {
  const fs::path path = folder_.path;
  const std::size_t memory_mb = static_cast<std::size_t>(limits.memory_mb) +
                                static_cast<std::size_t>(limits.tmp_mb) + kBesideMb;
  Write(path / "memory.swap.max", "0");  // absent where there is no swap
  return Write(path / "memory.max", std::to_string(memory_mb << 20)) &&
         Write(path / "pids.max", std::to_string(limits.processes + kBesideProcesses));
}

Cgroup::~Cgroup() {
  if (folder_.path.empty()) return;
  entrance_.Close();
  Write(folder_.path + "/cgroup.kill", "1");
  constexpr int kTries = 50;  // the dead leave the group a moment after their end
  for (int i = 0; i < kTries && ::rmdir(folder_.path.c_str()) != 0 && errno == EBUSY; ++i) {
    ::usleep(1000);
  }
}

bool Cgroup::RanOutOfMemory() const {
  const interview::Result<std::string> events =
      interview::ReadFile(folder_.path + "/memory.events");
  if (!events) return false;
  std::istringstream lines(*events);
  std::string key;
  for (long count = 0; lines >> key >> count;) {
    if (key == "oom_kill" && count > 0) return true;
  }
  return false;
}

}  // namespace evaluators

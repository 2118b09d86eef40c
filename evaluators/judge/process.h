// Descriptors, child processes, and what a tree of processes has used: the system calls under the
// sandbox. Any thread; no shared state.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interview/base/result.h"

namespace evaluators {

// Owns one file descriptor.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Fd() { Close(); }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  void Close();

 private:
  int fd_ = -1;
};

struct Pipe {
  Fd read;
  Fd write;
};
// Both ends close on exec. Fails with kIo when the descriptors have run out.
interview::Result<Pipe> MakePipe();

// An anonymous file in memory that reads `content` from its start. Fails with kIo.
interview::Result<Fd> MakeMemoryFile(std::string_view content);

// write(2) that returns EPIPE instead of raising SIGPIPE in this process.
ssize_t WriteQuietly(int fd, const void* data, std::size_t size);

struct ChildSpec {
  std::vector<std::string> argv;  // argv[0] is an absolute path
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin"};
  std::vector<std::pair<int, int>> fds;  // {ours, its number in the child}; all others are closed
  int cgroup_entrance = -1;  // cgroup.procs of the group that the child belongs to; -1: ours
  // A superuser becomes `kNobody` first, after these files and folders were made visible to that
  // user as kStagedPath + index; other users keep their own paths.
  std::vector<std::string> staged;
};
inline constexpr uid_t kNobody = 65534;
inline constexpr const char* kStagedPath = "/tmp/onsite-";

bool RunsAsRoot();

struct Child {
  pid_t pid = -1;
  Fd handle;  // its pidfd
};
// Starts the program. Costs the same in a large process as in a small one. Fails with kIo when no
// process can be made; a program that cannot be started ends with exit code 126.
interview::Result<Child> StartChild(const ChildSpec& spec);

// A handle of a process that is not yet reaped; closed where there is none.
Fd OpenProcess(pid_t pid);
// Waits until the child has ended, and reaps it. False when it lives on.
bool ReapChild(pid_t pid, const Fd& handle, int patience_ms);

struct TreeUsage {
  double cpu_ms = 0;     // of all processes below `root`, living and reaped
  double memory_mb = 0;  // resident, summed over the living
  double queued_ms = 0;  // ready to run, but waiting for a processor: of the one that waited most
  int processes = 0;
  int stopped = 0;
  pid_t lone = 0;             // the one living process, where there is just one
  double lone_beside_ms = 0;  // of cpu_ms: what others used, which are gone
};
// What the descendants of `root` have used; `root` itself does not count.
TreeUsage ReadTreeUsage(pid_t root);
// The CPU clock of one process, by a single system call; negative when it is gone.
double ReadCpuClock(pid_t pid);

}  // namespace evaluators

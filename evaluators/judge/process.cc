// Linux system calls behind process.h. Between clone and exec only raw system calls are made: the
// child shares our memory, and another thread may hold any lock of it.
#include "evaluators/judge/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace evaluators {

using interview::ErrorCode;
using interview::Fail;
using interview::Result;

void Fd::Close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

namespace {

tl::unexpected<interview::Error> SystemError(const char* what) {
  return Fail(ErrorCode::kIo, std::string("Cannot ") + what + ": " + std::strerror(errno) +
                                  ". Close other programs and try again.");
}

// Above the numbers that the child gives to its own, so that dup2 never overwrites a source.
constexpr int kFirstOwnFd = 64;

Result<Fd> MoveUp(int fd) {
  if (fd < 0) return SystemError("open another file");
  if (fd >= kFirstOwnFd) return Fd(fd);
  Fd low(fd);
  const int moved = ::fcntl(fd, F_DUPFD_CLOEXEC, kFirstOwnFd);
  if (moved < 0) return SystemError("open another file");
  return Fd(moved);
}

}  // namespace

Result<Pipe> MakePipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return SystemError("make a pipe");
  Result<Fd> read = MoveUp(ends[0]);
  Result<Fd> write = MoveUp(ends[1]);
  if (!read) return interview::Forward(read);
  if (!write) return interview::Forward(write);
  return Pipe{std::move(*read), std::move(*write)};
}

Result<Fd> MakeMemoryFile(std::string_view content) {
  Result<Fd> file = MoveUp(::memfd_create("onsite", MFD_CLOEXEC));
  if (!file) return file;
  while (!content.empty()) {
    const ssize_t n = ::write(file->get(), content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return SystemError("hold a file in memory");
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  ::lseek(file->get(), 0, SEEK_SET);
  return file;
}

ssize_t WriteQuietly(int fd, const void* data, std::size_t size) {
  sigset_t pipe_signal;
  sigset_t before;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  const ssize_t n = ::write(fd, data, size);
  const int error = errno;
  if (n < 0 && error == EPIPE && sigismember(&before, SIGPIPE) == 0) {
    const timespec now{};
    while (sigtimedwait(&pipe_signal, nullptr, &now) < 0 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  return n;
}

bool RunsAsRoot() { return ::geteuid() == 0; }

namespace {

// Under a sanitizer the child gets a copy of the memory, because its instrumented code writes
// there.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kSharing = 0;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr int kSharing = 0;
#else
constexpr int kSharing = CLONE_VM | CLONE_VFORK;
#endif
#else
constexpr int kSharing = CLONE_VM | CLONE_VFORK;
#endif

constexpr std::size_t kChildStack = std::size_t{64} << 10;

// Everything the child needs, made before it exists.
struct ChildPlan {
  std::vector<char*> argv;
  std::vector<char*> environment;
  const std::vector<std::pair<int, int>>* fds;
  int cgroup_entrance = -1;
  std::vector<std::pair<std::string, std::string>> staged;  // {"/root/x", "/tmp/onsite-0"}
  std::vector<int> staged_fds;                              // room for one each
  bool drop_root = false;
};

// In a mount namespace of its own: makes files that only root can reach visible to everybody.
bool Stage(ChildPlan& plan) {
  if (::unshare(CLONE_NEWNS) != 0) return false;
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  // Opened before /tmp is covered, and after the unshare: only mounts of this namespace can be
  // bound.
  for (std::size_t i = 0; i < plan.staged.size(); ++i) {
    plan.staged_fds[i] = ::open(plan.staged[i].first.c_str(), O_PATH | O_CLOEXEC);
    if (plan.staged_fds[i] < 0) return false;
  }
  if (::mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=64k") != 0)
    return false;
  for (std::size_t i = 0; i < plan.staged.size(); ++i) {
    const char* target = plan.staged[i].second.c_str();
    struct stat status = {};
    if (::fstat(plan.staged_fds[i], &status) != 0) return false;
    if (S_ISDIR(status.st_mode)) {
      if (::mkdir(target, 0755) != 0) return false;
    } else {
      const int file = ::open(target, O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
      if (file < 0) return false;
      ::close(file);
    }
    char source[40];
    std::snprintf(source, sizeof source, "/proc/self/fd/%d", plan.staged_fds[i]);
    if (::mount(source, target, nullptr, MS_BIND, nullptr) != 0) return false;
  }
  return true;
}

// With all signals blocked at first, for a handler of ours would run in shared memory.
[[noreturn]] void RunChild(ChildPlan& plan) {
  struct sigaction plain = {};
  plain.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &plain, nullptr);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  if (plan.cgroup_entrance >= 0 && ::write(plan.cgroup_entrance, "0", 1) != 1) ::_exit(126);
  if (plan.drop_root) {
    if (!plan.staged.empty() && !Stage(plan)) ::_exit(126);
    // The C library's wrappers would signal all threads of the parent's copy; the calls themselves
    // do not.
    if (::syscall(SYS_setgroups, 0, nullptr) != 0 ||
        ::syscall(SYS_setresgid, kNobody, kNobody, kNobody) != 0 ||
        ::syscall(SYS_setresuid, kNobody, kNobody, kNobody) != 0) {
      ::_exit(126);
    }
  }
  int highest = 2;
  for (const auto& [ours, number] : *plan.fds) {
    if (::dup2(ours, number) < 0) ::_exit(126);
    highest = std::max(highest, number);
  }
  ::syscall(SYS_close_range, highest + 1, ~0U, 0);
  ::execve(plan.argv[0], plan.argv.data(), plan.environment.data());
  ::_exit(126);
}

int RunClone(void* plan) { RunChild(*static_cast<ChildPlan*>(plan)); }

std::vector<char*> Pointers(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<Child> StartChild(const ChildSpec& spec) {
  ChildPlan plan;
  plan.argv = Pointers(spec.argv);
  plan.environment = Pointers(spec.environment);
  plan.fds = &spec.fds;
  plan.cgroup_entrance = spec.cgroup_entrance;
  plan.drop_root = RunsAsRoot();
  for (std::size_t i = 0; i < spec.staged.size(); ++i) {
    plan.staged.emplace_back(spec.staged[i], kStagedPath + std::to_string(i));
  }
  plan.staged_fds.resize(spec.staged.size(), -1);
  struct alignas(16) Block {
    std::byte bytes[16];
  };
  std::vector<Block> stack(kChildStack / sizeof(Block));
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, &before);
  const pid_t pid = ::clone(RunClone, stack.data() + stack.size(), kSharing | SIGCHLD, &plan);
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  if (pid < 0) return SystemError("start another process");
  return Child{pid, OpenProcess(pid)};
}

Fd OpenProcess(pid_t pid) { return Fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))); }

bool ReapChild(pid_t pid, const Fd& handle, int patience_ms) {
  pollfd ended{handle.get(), POLLIN, 0};
  while (handle.is_open() && ::poll(&ended, 1, patience_ms) < 0 && errno == EINTR) {
  }
  return ::waitpid(pid, nullptr, WNOHANG) != 0;
}

namespace {

// Reads a small file of /proc into `buffer` and ends it with 0; false when it is gone.
bool ReadProc(const char* path, char* buffer, std::size_t size) {
  const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const ssize_t n = ::read(fd, buffer, size - 1);
  ::close(fd);
  if (n <= 0) return false;
  buffer[n] = 0;
  return true;
}

struct ProcessUsage {
  char state = 0;
  double own_cpu_ms = 0;
  double reaped_cpu_ms = 0;
  double memory_mb = 0;
  double queued_ms = 0;
  int threads = 1;
};

bool ReadProcess(pid_t pid, ProcessUsage* usage) {
  static const double tick_ms = 1000.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
  static const double page_mb = static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
  char path[64];
  char text[1024];
  std::snprintf(path, sizeof path, "/proc/%d/stat", static_cast<int>(pid));
  if (!ReadProc(path, text, sizeof text)) return false;
  const char* rest = std::strrchr(text, ')');  // the name may hold anything, ')' as well
  if (rest == nullptr) return false;
  unsigned long utime = 0;
  unsigned long stime = 0;
  long cutime = 0;
  long cstime = 0;
  long rss = 0;
  if (std::sscanf(rest + 1,
                  " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld %*d %*d %d %*d %*u "
                  "%*u %ld",
                  &usage->state, &utime, &stime, &cutime, &cstime, &usage->threads, &rss) != 7) {
    return false;
  }
  usage->own_cpu_ms = static_cast<double>(utime + stime) * tick_ms;
  usage->reaped_cpu_ms = static_cast<double>(cutime + cstime) * tick_ms;
  usage->memory_mb = static_cast<double>(rss) * page_mb;
  std::snprintf(path, sizeof path, "/proc/%d/schedstat", static_cast<int>(pid));
  unsigned long long queued_ns = 0;
  if (ReadProc(path, text, sizeof text) && std::sscanf(text, "%*u %llu", &queued_ns) == 1) {
    usage->queued_ms = static_cast<double>(queued_ns) / 1e6;
  }
  if (const double exact = ReadCpuClock(pid); exact >= 0) usage->own_cpu_ms = exact;
  return true;
}

constexpr std::size_t kMostProcesses = 4096;

void AppendChildrenOfThread(pid_t pid, pid_t thread, std::vector<pid_t>* found) {
  char path[64];
  char text[8192];
  std::snprintf(path, sizeof path, "/proc/%d/task/%d/children", static_cast<int>(pid),
                static_cast<int>(thread));
  if (!ReadProc(path, text, sizeof text)) return;
  const char* at = text;
  const char* end = text + std::strlen(text);
  while (at < end && found->size() < kMostProcesses) {
    pid_t child = 0;
    const auto [next, error] = std::from_chars(at, end, child);
    if (error != std::errc()) break;
    found->push_back(child);
    at = next;
    while (at < end && *at == ' ') ++at;
  }
}

void AppendChildren(pid_t pid, int threads, std::vector<pid_t>* found) {
  AppendChildrenOfThread(pid, pid, found);
  if (threads <= 1) return;
  char path[64];
  std::snprintf(path, sizeof path, "/proc/%d/task", static_cast<int>(pid));
  const int folder = ::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  char entries[4096];
  for (;;) {
    const long n = ::syscall(SYS_getdents64, folder, entries, sizeof entries);
    if (n <= 0) break;
    for (long at = 0; at < n;) {
      unsigned short length = 0;
      std::memcpy(&length, entries + at + 16, sizeof length);
      const char* name = entries + at + 19;
      pid_t thread = 0;
      std::from_chars(name, name + std::strlen(name), thread);
      if (thread > 0 && thread != pid) AppendChildrenOfThread(pid, thread, found);
      at += length;
    }
  }
  ::close(folder);
}

}  // namespace

double ReadCpuClock(pid_t pid) {
  timespec exact = {};
  // The number of the clock is the kernel's own scheme, the one of clock_getcpuclockid(3).
  const auto clock = static_cast<clockid_t>((~static_cast<unsigned>(pid) << 3) | 2U);
  if (::clock_gettime(clock, &exact) != 0) return -1;
  return static_cast<double>(exact.tv_sec) * 1e3 + static_cast<double>(exact.tv_nsec) / 1e6;
}

TreeUsage ReadTreeUsage(pid_t root) {
  TreeUsage total;
  double lone_ms = 0;
  std::vector<pid_t> waiting = {root};
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    ProcessUsage usage;
    if (!ReadProcess(waiting[i], &usage)) continue;
    total.cpu_ms += usage.reaped_cpu_ms;
    if (waiting[i] != root) {
      total.cpu_ms += usage.own_cpu_ms;
      total.memory_mb += usage.memory_mb;
      total.queued_ms = std::max(total.queued_ms, usage.queued_ms);
      ++total.processes;
      if (usage.state == 'T' || usage.state == 't') ++total.stopped;
      total.lone = total.processes == 1 ? waiting[i] : 0;
      lone_ms = usage.own_cpu_ms;
    }
    AppendChildren(waiting[i], usage.threads, &waiting);
  }
  total.lone_beside_ms = total.cpu_ms - lone_ms;
  return total;
}

}  // namespace evaluators

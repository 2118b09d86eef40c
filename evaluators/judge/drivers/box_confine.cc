// Landlock, a filter on signals, and walks through /proc.
#include "evaluators/judge/drivers/box_confine.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace {

// Rights that younger headers than the oldest supported ones name.
constexpr __u64 kRefer = 1U << 13;
constexpr __u64 kTruncate = 1U << 14;
constexpr __u64 kDeviceControl = 1U << 15;
constexpr __u64 kFirstRights = (1U << 13) - 1;

constexpr __u64 kReadRights =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr __u64 kFileRights = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |
                              LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate | kDeviceControl;

struct Ruleset {
  int fd;
  __u64 known;  // the rights that this kernel handles
};

void Allow(const Ruleset& rules, const char* path, __u64 rights) {
  const int fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0) return;
  struct stat status;
  if (fstat(fd, &status) == 0 && !S_ISDIR(status.st_mode)) rights &= kFileRights;
  landlock_path_beneath_attr beneath = {};
  beneath.allowed_access = rights & rules.known;
  beneath.parent_fd = fd;
  syscall(SYS_landlock_add_rule, rules.fd, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close(fd);
}

// The text of a small file of /proc; false when it is gone.
bool ReadProc(const char* path, char* text, std::size_t size) {
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const ssize_t n = read(fd, text, size - 1);
  close(fd);
  if (n < 0) return false;
  text[n] = 0;
  return true;
}

// Calls `visit(pid)` for every process that shows in /proc.
template <typename Visit>
void ForEachProcess(Visit visit) {
  const int folder = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  static char entries[1 << 15];
  for (;;) {
    const long n = syscall(SYS_getdents64, folder, entries, sizeof entries);
    if (n <= 0) break;
    for (long at = 0; at < n;) {
      unsigned short length = 0;
      std::memcpy(&length, entries + at + 16, sizeof length);
      const pid_t pid = std::atoi(entries + at + 19);
      if (pid > 0) visit(pid);
      at += length;
    }
  }
  close(folder);
}

// The parent of a process; 0 when it is gone.
pid_t ParentOf(pid_t pid) {
  char path[40];
  char text[512];
  std::snprintf(path, sizeof path, "/proc/%d/stat", pid);
  if (!ReadProc(path, text, sizeof text)) return 0;
  const char* rest = std::strrchr(text, ')');  // the name may hold anything, ')' as well
  int parent = 0;
  if (rest == nullptr || std::sscanf(rest + 1, " %*c %d", &parent) != 1) return 0;
  return parent;
}

bool IsDescendant(pid_t pid, pid_t ancestor) {
  for (int depth = 0; pid > 1 && depth < 4096; ++depth) {
    pid = ParentOf(pid);
    if (pid == ancestor) return true;
  }
  return false;
}

}  // namespace

void RestrictFiles(const char* folder, char* const* shown) {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return;
  Ruleset rules = {-1, kFirstRights};
  if (version >= 2) rules.known |= kRefer;
  if (version >= 3) rules.known |= kTruncate;
  if (version >= 5) rules.known |= kDeviceControl;
  landlock_ruleset_attr handled = {};
  handled.handled_access_fs = rules.known;
  rules.fd = static_cast<int>(
      syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0));
  if (rules.fd < 0) return;
  for (const char* path : {"/usr", "/lib", "/lib64", "/bin", "/etc/alternatives",
                           "/etc/ld.so.cache", "/proc/self", "/proc/meminfo", "/proc/cpuinfo",
                           "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"}) {
    Allow(rules, path, kReadRights);
  }
  Allow(rules, "/dev/null", kReadRights | LANDLOCK_ACCESS_FS_WRITE_FILE);
  for (char* const* path = shown; *path != nullptr; ++path) Allow(rules, *path, kReadRights);
  char inner[4096];
  std::snprintf(inner, sizeof inner, "%s/onsite", folder);
  Allow(rules, inner, kReadRights);
  std::snprintf(inner, sizeof inner, "%s/tmp", folder);
  Allow(rules, inner, rules.known);
  syscall(SYS_landlock_restrict_self, rules.fd, 0);
  close(rules.fd);
}

bool RestrictSignals() {
  const auto self = static_cast<__u32>(getpid());
  constexpr __u32 kNumber = offsetof(seccomp_data, nr);
  constexpr __u32 kTarget = offsetof(seccomp_data, args);  // the lower half: little-endian
  sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kNumber),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_kill, 6, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 5, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tkill, 6, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_rt_sigqueueinfo, 5, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_rt_tgsigqueueinfo, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_pidfd_send_signal, 3, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kTarget),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program = {sizeof code / sizeof code[0], code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

long CountTasksOfUser() {
  const uid_t user = getuid();
  long count = 0;
  ForEachProcess([&](pid_t pid) {
    char path[40];
    char text[4096];
    std::snprintf(path, sizeof path, "/proc/%d/status", pid);
    if (!ReadProc(path, text, sizeof text)) return;
    const char* uid = std::strstr(text, "\nUid:");
    const char* threads = std::strstr(text, "\nThreads:");
    if (uid == nullptr || threads == nullptr) return;
    if (std::strtoul(uid + 5, nullptr, 10) == user) count += std::atol(threads + 9);
  });
  return count;
}

void KillDescendants() {
  const pid_t self = getpid();
  // Again and again, because a process may have had a child between the look and the kill; what is
  // killed has no more.
  while (waitpid(-1, nullptr, WNOHANG) >= 0) {
    ForEachProcess([self](pid_t pid) {
      if (IsDescendant(pid, self)) kill(pid, SIGKILL);
    });
    while (waitpid(-1, nullptr, WNOHANG) > 0) {
    }
  }
}

// PID 1 of every box: closes descriptors, sets limits, installs the seccomp filter, starts the
// program, reaps, and reports how it ended on a descriptor that the program cannot reach.
//
//   onsite_box_init status=4 [artifact_fd=5 artifact=/tmp/program artifact_mb=64] [cpu_s= as_mb=
//   processes=
//                   file_mb= files= stack_mb=] -- program arguments...
//
// The program gets descriptors 0 to 3. The report is one line: "exit-code signal cpu_ms peak_kb\n".
// Static, single-threaded, no C++ runtime features that allocate before the fork.
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Plan {
  int status = -1;
  int artifact_fd = -1;
  const char* artifact = nullptr;
  long artifact_mb = 64;
  long cpu_s = 0;
  long as_mb = 0;
  long processes = 0;
  long file_mb = 16;
  long files = 64;
  long stack_mb = 64;
  char** program = nullptr;
};

bool Take(const char* word, const char* key, long* value) {
  const std::size_t length = std::strlen(key);
  if (std::strncmp(word, key, length) != 0 || word[length] != '=') return false;
  *value = std::atol(word + length + 1);
  return true;
}

bool ReadPlan(int argc, char** argv, Plan* plan) {
  int i = 1;
  for (; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
    long number = -1;
    if (Take(argv[i], "status", &number)) {
      plan->status = static_cast<int>(number);
    } else if (Take(argv[i], "artifact_fd", &number)) {
      plan->artifact_fd = static_cast<int>(number);
    } else if (std::strncmp(argv[i], "artifact=", 9) == 0) {
      plan->artifact = argv[i] + 9;
    } else if (!Take(argv[i], "artifact_mb", &plan->artifact_mb) &&
               !Take(argv[i], "cpu_s", &plan->cpu_s) && !Take(argv[i], "as_mb", &plan->as_mb) &&
               !Take(argv[i], "processes", &plan->processes) &&
               !Take(argv[i], "file_mb", &plan->file_mb) && !Take(argv[i], "files", &plan->files) &&
               !Take(argv[i], "stack_mb", &plan->stack_mb)) {
      return false;
    }
  }
  if (i + 1 >= argc) return false;
  plan->program = argv + i + 1;
  return plan->status >= 0;
}

void Limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  setrlimit(what, &limit);
}

void SetLimits(const Plan& plan) {
  const auto mb = [](long count) { return static_cast<rlim_t>(count) << 20; };
  Limit(RLIMIT_CORE, 0, 0);
  Limit(RLIMIT_MEMLOCK, 0, 0);
  Limit(RLIMIT_MSGQUEUE, 0, 0);
  Limit(RLIMIT_SIGPENDING, 64, 64);
  Limit(RLIMIT_NOFILE, static_cast<rlim_t>(plan.files), static_cast<rlim_t>(plan.files));
  Limit(RLIMIT_FSIZE, mb(plan.file_mb), mb(plan.file_mb));
  Limit(RLIMIT_STACK, mb(plan.stack_mb), mb(plan.stack_mb));
  if (plan.as_mb > 0) Limit(RLIMIT_AS, mb(plan.as_mb), mb(plan.as_mb));
  if (plan.processes > 0) {
    Limit(RLIMIT_NPROC, static_cast<rlim_t>(plan.processes), static_cast<rlim_t>(plan.processes));
  }
  if (plan.cpu_s > 0) {
    Limit(RLIMIT_CPU, static_cast<rlim_t>(plan.cpu_s), static_cast<rlim_t>(plan.cpu_s + 1));
  }
}

// Computed when Onsite is built: see box_filter.cc.
const sock_filter kFilter[] = {
#include "box_filter.inc"
};

bool InstallFilter() {
  const sock_fprog program = {sizeof kFilter / sizeof kFilter[0],
                              const_cast<sock_filter*>(kFilter)};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

[[noreturn]] void RunProgram(const Plan& plan) {
  setsid();
  SetLimits(plan);
  if (!InstallFilter()) {
    dprintf(2, "The box cannot install its system-call filter: %s\n", std::strerror(errno));
    _exit(125);
  }
  execv(plan.program[0], plan.program);
  dprintf(2, "The box cannot start %s: %s\n", plan.program[0], std::strerror(errno));
  _exit(125);
}

// Copies the program's product to the judge; whatever is not a plain file of decent size is left
// alone.
void SendArtifact(const Plan& plan) {
  const int file = open(plan.artifact, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return;
  struct stat status;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_size > (plan.artifact_mb << 20)) {
    return;
  }
  static char block[1 << 16];
  ssize_t n = 0;
  while ((n = read(file, block, sizeof block)) > 0) {
    for (ssize_t at = 0; at < n;) {
      const ssize_t written = write(plan.artifact_fd, block + at, static_cast<std::size_t>(n - at));
      if (written <= 0) return;
      at += written;
    }
  }
}

// Out of the program's numbers, and closed when it starts.
int MoveAway(int fd, int number) {
  if (fd < 0) return -1;
  if (dup3(fd, number, O_CLOEXEC) < 0) return -1;
  close(fd);
  return number;
}

}  // namespace

int main(int argc, char** argv) {
  Plan plan;
  if (!ReadPlan(argc, argv, &plan)) {
    dprintf(2, "The box was started with arguments it does not know.\n");
    return 125;
  }
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  plan.status = MoveAway(plan.status, 100);
  plan.artifact_fd = MoveAway(plan.artifact_fd, 101);
  syscall(SYS_close_range, 4, 99, 0);
  syscall(SYS_close_range, 102, ~0U, 0);

  const pid_t program = fork();
  if (program == 0) RunProgram(plan);
  if (program < 0) return 125;
  for (int fd = 0; fd <= 3; ++fd) close(fd);

  int ended = 0;
  for (;;) {
    int status = 0;
    const pid_t child = waitpid(-1, &status, 0);
    if (child < 0 && errno == EINTR) continue;
    if (child < 0) break;
    if (child == program) {
      ended = status;
      kill(-1, SIGKILL);  // what the program left behind
    }
  }
  if (WIFEXITED(ended) && WEXITSTATUS(ended) == 0 && plan.artifact_fd >= 0 && plan.artifact) {
    SendArtifact(plan);
  }
  rusage used;
  getrusage(RUSAGE_CHILDREN, &used);
  const long cpu_ms = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
                      (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
  dprintf(plan.status, "%d %d %ld %ld\n", WIFEXITED(ended) ? WEXITSTATUS(ended) : -1,
          WIFSIGNALED(ended) ? WTERMSIG(ended) : 0, cpu_ms, used.ru_maxrss);
  return 0;
}

// PID 1 of every box: closes descriptors, sets limits, installs the seccomp filter, starts the
// program, reaps, and reports how it ended on a descriptor that the program cannot reach.
//
//   onsite_box_init status=4 [artifact_fd=5 artifact=/tmp/program artifact_mb=64]
//                   [cpu_s= as_mb= processes= file_mb= files= stack_mb=]
//                   [folder=/tmp/box-x [shown=/path]...] -- program arguments...
//
// The program gets descriptors 0 to 3. The report is one line: "exit-code signal cpu_ms peak_kb\n".
// A limit of 0 is none. The box ends when nobody reads the report any more. With `folder` there are
// no namespaces: this process is then not PID 1 but the reaper of its descendants, and
// box_confine.h holds the program.
// Static and single-threaded.
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
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

#include "evaluators/judge/drivers/box_confine.h"

namespace {

constexpr int kMostShown = 16;

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
  const char* folder = nullptr;
  char* shown[kMostShown + 1] = {};
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
  int shown = 0;
  for (; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
    long number = -1;
    if (Take(argv[i], "status", &number)) {
      plan->status = static_cast<int>(number);
    } else if (Take(argv[i], "artifact_fd", &number)) {
      plan->artifact_fd = static_cast<int>(number);
    } else if (std::strncmp(argv[i], "artifact=", 9) == 0) {
      plan->artifact = argv[i] + 9;
    } else if (std::strncmp(argv[i], "folder=", 7) == 0) {
      plan->folder = argv[i] + 7;
    } else if (std::strncmp(argv[i], "shown=", 6) == 0) {
      if (shown == kMostShown) return false;
      plan->shown[shown++] = argv[i] + 6;
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
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

// Stands in for the namespaces.
bool Confine(const Plan& plan) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  char inside[4096];
  std::snprintf(inside, sizeof inside, "%s/tmp", plan.folder);
  if (chdir(inside) != 0) return false;
  RestrictFiles(plan.folder, plan.shown);
  return RestrictSignals();
}

[[noreturn]] void RunProgram(const Plan& plan) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  setsid();
  SetLimits(plan);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || (plan.folder != nullptr && !Confine(plan)) ||
      !InstallFilter()) {
    dprintf(2, "The box cannot be closed: %s\n", std::strerror(errno));
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

// The judge is gone, or wants no more of this box. Everything in the box ends with PID 1. Outside
// of one the folder goes too: a judge that has just been killed may still look alive, so that it
// cannot be left to him.
[[noreturn]] void Leave(const Plan& plan) {
  if (plan.folder == nullptr) _exit(0);
  KillDescendants();
  const char* const script = "chmod -R u+rwx \"$0\"; rm -rf \"$0\"";
  execl("/bin/sh", "sh", "-c", script, plan.folder, nullptr);
  _exit(0);
}

// Waits for the end of the program and of everything it started, which is killed then; leaves when
// nobody reads the report any more. REQUIRES: SIGCHLD is blocked.
int AwaitEnd(const Plan& plan, pid_t program) {
  sigset_t none;
  sigemptyset(&none);
  int ended = 0;
  for (;;) {
    int status = 0;
    const pid_t child = waitpid(-1, &status, WNOHANG);
    if (child < 0) return ended;
    if (child == 0) {
      pollfd judge = {plan.status, 0, 0};
      if (ppoll(&judge, 1, nullptr, &none) > 0) Leave(plan);
    } else if (child == program) {
      ended = status;
      if (plan.folder == nullptr) {
        kill(-1, SIGKILL);
      } else {
        KillDescendants();
      }
    }
  }
}

// So that the end of a child interrupts ppoll, and nothing else; a report that nobody reads is an
// error, not a signal.
void CatchChildren() {
  struct sigaction wake = {};
  wake.sa_handler = [](int) {};
  sigaction(SIGCHLD, &wake, nullptr);
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigaddset(&children, SIGPIPE);
  sigprocmask(SIG_BLOCK, &children, nullptr);
}

}  // namespace

int main(int argc, char** argv) {
  Plan plan;
  if (!ReadPlan(argc, argv, &plan)) {
    dprintf(2, "The box was started with arguments it does not know.\n");
    return 125;
  }
  const bool is_outside = plan.folder != nullptr;
  // Ending all processes in sight is for PID 1 alone.
  if (is_outside ? prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0 : getpid() != 1) return 125;
  CatchChildren();
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  plan.status = MoveAway(plan.status, 100);
  plan.artifact_fd = MoveAway(plan.artifact_fd, 101);
  syscall(SYS_close_range, 4, 99, 0);
  syscall(SYS_close_range, 102, ~0U, 0);
  // Here the limit counts what else the user runs.
  if (is_outside && plan.processes > 0) plan.processes += CountTasksOfUser();

  const pid_t program = fork();
  if (program == 0) RunProgram(plan);
  if (program < 0) return 125;
  for (int fd = 0; fd <= 3; ++fd) close(fd);

  const int ended = AwaitEnd(plan, program);
  if (WIFEXITED(ended) && WEXITSTATUS(ended) == 0 && plan.artifact_fd >= 0 && plan.artifact) {
    SendArtifact(plan);
  }
  rusage used;
  getrusage(RUSAGE_CHILDREN, &used);
  const long cpu_ms = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
                      (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
  const int told =
      dprintf(plan.status, "%d %d %ld %ld\n", WIFEXITED(ended) ? WEXITSTATUS(ended) : -1,
              WIFSIGNALED(ended) ? WTERMSIG(ended) : 0, cpu_ms, used.ru_maxrss);
  if (told < 0) Leave(plan);
  return 0;
}

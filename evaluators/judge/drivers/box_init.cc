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
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
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

// Nothing a solution needs: whoever calls one of these is looking for a way out.
const char* const kFatalCalls[] = {"ptrace",
                                   "process_vm_readv",
                                   "process_vm_writev",
                                   "mount",
                                   "umount2",
                                   "pivot_root",
                                   "chroot",
                                   "setns",
                                   "unshare",
                                   "bpf",
                                   "keyctl",
                                   "add_key",
                                   "request_key",
                                   "userfaultfd",
                                   "init_module",
                                   "finit_module",
                                   "delete_module",
                                   "kexec_load",
                                   "kexec_file_load",
                                   "open_by_handle_at",
                                   "reboot",
                                   "swapon",
                                   "swapoff",
                                   "fsopen",
                                   "fsconfig",
                                   "fsmount",
                                   "fspick",
                                   "move_mount",
                                   "open_tree",
                                   "mount_setattr",
                                   "pidfd_getfd",
                                   "kcmp",
                                   "quotactl",
                                   "quotactl_fd",
                                   "acct",
                                   "iopl",
                                   "ioperm",
                                   "modify_ldt",
                                   "perf_event_open",
                                   "lookup_dcookie",
                                   "settimeofday",
                                   "clock_settime",
                                   "adjtimex",
                                   "clock_adjtime",
                                   "sethostname",
                                   "setdomainname",
                                   "syslog",
                                   "vhangup",
                                   "nfsservctl"};

// Refused, not fatal: libraries probe for these and go on without.
struct RefusedCall {
  const char* name;
  int error;
};
const RefusedCall kRefusedCalls[] = {{"io_uring_setup", ENOSYS},
                                     {"io_uring_enter", ENOSYS},
                                     {"io_uring_register", ENOSYS},
                                     {"clone3", ENOSYS},
                                     {"memfd_create", ENOSYS},
                                     {"memfd_secret", ENOSYS},
                                     {"socket", EACCES},
                                     {"setpriority", EPERM},
                                     {"ioprio_set", EPERM},
                                     {"sched_setscheduler", EPERM},
                                     {"sched_setattr", EPERM},
                                     {"sched_setparam", EPERM},
                                     {"fanotify_init", EPERM},
                                     {"inotify_init", EPERM},
                                     {"inotify_init1", EPERM},
                                     {"shmget", EPERM},
                                     {"shmat", EPERM},
                                     {"msgget", EPERM},
                                     {"semget", EPERM},
                                     {"mq_open", EPERM},
                                     {"process_madvise", EPERM},
                                     {"mlock", EPERM},
                                     {"mlock2", EPERM},
                                     {"mlockall", EPERM},
                                     {"flock", EPERM},

                                     {"name_to_handle_at", EPERM}};

bool InstallFilter() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  bool ok = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
  seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree instead of a list, where known
  for (const char* name : kFatalCalls) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) continue;  // not on this architecture
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, number, 0) == 0;
  }
  for (const RefusedCall& call : kRefusedCalls) {
    const int number = seccomp_syscall_resolve_name(call.name);
    if (number < 0) continue;
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_ERRNO(static_cast<unsigned>(call.error)), number,
                                0) == 0;
  }
  const scmp_datum_t new_spaces[] = {CLONE_NEWUSER, CLONE_NEWNS,  CLONE_NEWPID,   CLONE_NEWNET,
                                     CLONE_NEWIPC,  CLONE_NEWUTS, CLONE_NEWCGROUP};
  for (const scmp_datum_t flag : new_spaces) {
    const scmp_arg_cmp has_flag = {0, SCMP_CMP_MASKED_EQ, flag, flag};
    ok = ok &&
         seccomp_rule_add_array(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), 1, &has_flag) == 0;
  }
  const scmp_datum_t typing[] = {TIOCSTI, 0x541C /* TIOCLINUX */};
  for (const scmp_datum_t request : typing) {  // put characters into a terminal
    const scmp_arg_cmp is_request = {1, SCMP_CMP_MASKED_EQ, 0xffffffffU, request};
    ok = ok && seccomp_rule_add_array(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1,
                                      &is_request) == 0;
  }
  ok = ok && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return ok;
}

[[noreturn]] void RunProgram(const Plan& plan) {
  setsid();
  SetLimits(plan);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !InstallFilter()) {
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

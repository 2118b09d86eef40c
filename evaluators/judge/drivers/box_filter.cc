// Run while Onsite is built: writes the system-call filter of the box as a table that box_init.cc
// includes, so that no box spends time on computing it.
//
// Three kinds of rules. What no solution needs and only a way out would use kills the program,
// which the judge reports as a violation. What libraries probe for is refused, and they go on
// without. Foreign system-call tables (i386, x32) kill.
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>

namespace {

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
                                     {"io_setup", ENOSYS},
                                     {"process_madvise", EPERM},
                                     {"mlock", EPERM},
                                     {"mlock2", EPERM},
                                     {"mlockall", EPERM},
                                     {"flock", ENOLCK},
                                     {"name_to_handle_at", EPERM}};

// The same, where one argument decides.
struct RefusedArgument {
  int call;
  scmp_arg_cmp argument;
  int error;
};

constexpr scmp_datum_t kLow = 0xffffffffU;  // the kernel looks at the lower half only

const RefusedArgument kRefusedArguments[] = {
    // The limits of other processes, PID 1 above all.
    {SCMP_SYS(prlimit64), {0, SCMP_CMP_NE, 0, 0}, EPERM},
    // Locks and leases on shared files: a channel between boxes.
    {SCMP_SYS(fcntl), {1, SCMP_CMP_MASKED_EQ, kLow, F_SETLK}, ENOLCK},
    {SCMP_SYS(fcntl), {1, SCMP_CMP_MASKED_EQ, kLow, F_SETLKW}, ENOLCK},
    {SCMP_SYS(fcntl), {1, SCMP_CMP_MASKED_EQ, kLow, F_OFD_SETLK}, ENOLCK},
    {SCMP_SYS(fcntl), {1, SCMP_CMP_MASKED_EQ, kLow, F_OFD_SETLKW}, ENOLCK},
    {SCMP_SYS(fcntl), {1, SCMP_CMP_MASKED_EQ, kLow, F_SETLEASE}, EPERM},
    {SCMP_SYS(fcntl), {1, SCMP_CMP_MASKED_EQ, kLow, F_NOTIFY}, EPERM},
};

const RefusedArgument kFatalArguments[] = {
    // Putting characters into a terminal: TIOCSTI, TIOCLINUX.
    {SCMP_SYS(ioctl), {1, SCMP_CMP_MASKED_EQ, kLow, TIOCSTI}, 0},
    {SCMP_SYS(ioctl), {1, SCMP_CMP_MASKED_EQ, kLow, 0x541C}, 0},
    // New namespaces.
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER}, 0},
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWNS, CLONE_NEWNS}, 0},
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWPID, CLONE_NEWPID}, 0},
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWNET, CLONE_NEWNET}, 0},
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWIPC, CLONE_NEWIPC}, 0},
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWUTS, CLONE_NEWUTS}, 0},
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_NEWCGROUP, CLONE_NEWCGROUP}, 0},
};

std::uint32_t Refuse(int error) { return SCMP_ACT_ERRNO(static_cast<unsigned>(error)); }

bool AddRules(scmp_filter_ctx filter) {
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
    ok = ok && seccomp_rule_add(filter, Refuse(call.error), number, 0) == 0;
  }
  for (const RefusedArgument& refused : kRefusedArguments) {
    ok = ok && seccomp_rule_add_array(filter, Refuse(refused.error), refused.call, 1,
                                      &refused.argument) == 0;
  }
  for (const RefusedArgument& fatal : kFatalArguments) {
    ok = ok &&
         seccomp_rule_add_array(filter, SCMP_ACT_KILL_PROCESS, fatal.call, 1, &fatal.argument) == 0;
  }
  return ok;
}

struct Instruction {  // as the kernel reads it: struct sock_filter
  std::uint16_t code;
  std::uint8_t jump_true;
  std::uint8_t jump_false;
  std::uint32_t operand;
};

}  // namespace

int main() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  const int file = memfd_create("filter", MFD_CLOEXEC);
  if (filter == nullptr || file < 0 || !AddRules(filter) || seccomp_export_bpf(filter, file) != 0 ||
      lseek(file, 0, SEEK_SET) != 0) {
    std::fprintf(stderr, "The system-call filter of the box cannot be computed.\n");
    return 1;
  }
  Instruction one;
  while (read(file, &one, sizeof one) == static_cast<ssize_t>(sizeof one)) {
    std::printf("{%u, %u, %u, %uU},\n", one.code, one.jump_true, one.jump_false, one.operand);
  }
  return 0;
}

// The box that strangers' code runs in, and the only way to run it.
//
// Theory of operation. A box is bubblewrap with every namespace of its own: no network, no other
// process in sight, a read-only /usr, a read-only root, a private /tmp of limited size, an empty
// environment, no capabilities, no further user namespaces. PID 1 inside is our static
// onsite_box_init; it closes every descriptor but 0-3, sets rlimits, installs the seccomp filter,
// starts the program, reaps, and reports the end on a descriptor that the program cannot reach.
// Files enter as memory (never as a path of this machine), and one product may leave, copied by PID
// 1 after everything else in the box is dead.
//
// The judge keeps the other end: requests go in on descriptor 0, one JSON line each; answers come
// back on 3, one line each, and only after their request was sent in full. Descriptors 1 and 2 are
// captured apart. What a program knows it was sent; expected values never enter the box that runs a
// candidate.
//
// Limits. CPU time and memory are summed over the process tree by polling every 5 ms, with rlimits
// as a backstop inside; wall time, output and the answers' size are watched at the pipes. Whatever
// breaks a limit is killed with its namespace, so nothing survives. A superuser becomes "nobody"
// first, because RLIMIT_NPROC does not bind the superuser.
//
// Without namespaces. SandboxMode::kLimitsOnly, which only the user's explicit wish sets, starts
// our init outside of bubblewrap: the same rlimits, filter, pipes and watching, a private folder
// whose paths stand for those of a box, Landlock where the kernel has it, and signals to itself
// alone. Every result then carries SandboxCaution. A superuser is refused.
//
// When the judge dies, even by SIGKILL, PID 1 finds nobody reading its report and leaves; all else
// in its namespace dies with it.
//
// Threads: a Box may be handed from thread to thread, one at a time. Different boxes are
// independent.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "interview/base/result.h"

namespace evaluators {

struct BoxFile {
  std::string path;  // in the box: "/onsite/driver.py"
  std::string content;
  bool is_executable = false;
  bool operator==(const BoxFile&) const = default;
};

// A file or folder of this machine, shown read-only. The path on this machine is visible in the
// box.
struct BoxBind {
  std::filesystem::path source;
  std::string path;
  bool operator==(const BoxBind&) const = default;
};

struct BoxLimits {
  int memory_mb = 256;  // resident, over the tree
  int processes = 64;
  int stack_mb = 64;
  int tmp_mb = 64;
  int file_mb = 16;
  int open_files = 64;
  int address_space_mb = 4096;
  double total_cpu_ms = 20'000;                      // of the whole life of the box
  std::size_t output_bytes = std::size_t{1} << 20;   // stdout and stderr of one exchange
  std::size_t answer_bytes = std::size_t{16} << 20;  // one answer line
  bool operator==(const BoxLimits&) const = default;
};

struct BoxSpec {
  std::vector<std::string> command;
  std::vector<BoxFile> files;
  std::vector<BoxBind> binds;
  std::map<std::string, std::string> environment;  // added to PATH, HOME, LANG and one BLAS thread
  std::string artifact;  // a file that comes out when the program ended with 0; empty: none
  BoxLimits limits;
  bool operator==(const BoxSpec&) const = default;
};

enum class BoxEvent {
  kAnswered,  // one line, as asked
  kEnded,     // the program is gone; see BoxEnd
  kCpuLimit,
  kWallLimit,  // `idle` says that it slept
  kMemoryLimit,
  kOutputLimit,
  kOutOfTurn,  // it answered what was not asked yet, or twice
  kCancelled,
};

struct ExchangeLimits {
  double cpu_ms = 2000;
  double wall_ms =
      6000;  // without the time spent waiting for a processor of a busy machine (up to 4 x)
};

struct Exchange {
  BoxEvent event = BoxEvent::kEnded;
  std::string line;  // the answer, without its end of line; kOutOfTurn: how it begins
  double cpu_ms = 0;
  double wall_ms = 0;
  bool idle = false;
  bool stopped = false;  // kWallLimit: a process of the box had been stopped by a signal
  bool early = false;    // kOutOfTurn: it was written before anything was asked
  std::string out;       // the first 64 KB of stdout since the last exchange
  std::string err;
};

// How the program ended by itself.
struct BoxEnd {
  bool is_known = false;  // false: it was killed, or the box never came up
  int exit_code = -1;     // -1: ended by `signal`
  int signal = 0;
  double cpu_ms = 0;
};

class Box {
 public:
  // kInternal with the remedy when the box cannot be made.
  static interview::Result<std::unique_ptr<Box>> Start(const JudgeConfig& config,
                                                       const BoxSpec& spec);
  virtual ~Box() = default;

  // Is the program alive, and has it not spoken yet?
  virtual bool IsWaiting() = 0;
  // For a box that was started ahead of its work: from now on it has the limits of that work as far
  // as the judge keeps them (memory, CPU, output, answers). What it has used and printed before
  // does not count. False when it cannot be used: it has died or spoken.
  virtual bool Adopt(const BoxLimits& limits) = 0;

  // Sends `request` (a line, its end added here; empty: send nothing) and waits for one line. After
  // any event but kAnswered the box is dead.
  virtual Exchange Ask(std::string_view request, const ExchangeLimits& limits,
                       std::stop_token stop) = 0;
  // Waits for the program to end by itself; its answers are kept out. A limit kills it.
  virtual Exchange WaitForEnd(const ExchangeLimits& limits, std::stop_token stop) = 0;
  // Ends the box now.
  virtual void Close() = 0;

  virtual const BoxEnd& end() const = 0;
  virtual const std::string& artifact() const = 0;
  // The largest resident size of the tree that was seen.
  virtual double peak_mb() const = 0;
  // CPU time of the box, since Adopt where it was adopted, until the last exchange.
  virtual double cpu_ms() const = 0;
};

// What a result of the weaker sandbox must say (Judgement::caution); empty for the full one.
std::string SandboxCaution(SandboxMode mode);

// Runs a trivial program in a box. Fails with kInternal: what is missing or forbidden, and the
// command that mends it.
interview::Status ProbeSandbox(const JudgeConfig& config);

}  // namespace evaluators

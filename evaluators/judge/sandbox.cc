// Starts one box; the loop that feeds, drains and watches it.
#include "evaluators/judge/sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <optional>

#include "evaluators/judge/box_command.h"
#include "evaluators/judge/cgroup.h"
#include "evaluators/judge/private_folder.h"
#include "evaluators/judge/process.h"
#include "interview/base/log.h"

namespace evaluators {

using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Result;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPollMs = 5;
constexpr int kFirstHighFd = 64;  // out of the way of the numbers in the child
constexpr std::size_t kKeptOutput = std::size_t{64} << 10;
constexpr std::size_t kShownForgery = 200;
constexpr std::size_t kLargestPipe = std::size_t{1} << 20;  // that an ordinary user may ask for
constexpr std::size_t kMostArtifact = std::size_t{512} << 20;

double MsSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// A stream out of the box.
struct Stream {
  Fd fd;
  std::string text;          // what is kept
  std::size_t received = 0;  // of the current exchange
  std::size_t keep = kKeptOutput;

  // Reads what is there; closes the descriptor at its end. False when there was nothing.
  bool Drain() {
    char block[1 << 16];
    const ssize_t n = ::read(fd.get(), block, sizeof block);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (n <= 0) {
      fd.Close();
      return false;
    }
    const auto size = static_cast<std::size_t>(n);
    received += size;
    if (text.size() < keep) text.append(block, std::min(size, keep - text.size()));
    return true;
  }
  // What the pipe holds now, and no more: others may be filling it as fast as it is emptied.
  void DrainAll() {
    const std::size_t before = received;
    while (fd.is_open() && received - before < kLargestPipe && Drain()) {
    }
  }
  std::string Take() {
    received = 0;
    return std::exchange(text, {});
  }
};

class ProcessBox : public Box {
 public:
  ~ProcessBox() override {
    Kill();
    Reap();
  }

  interview::Status Launch(const JudgeConfig& config, const BoxSpec& spec);

  bool IsWaiting() override;
  bool Adopt(const BoxLimits& limits) override;
  Exchange Ask(std::string_view request, const ExchangeLimits& limits,
               std::stop_token stop) override;
  Exchange WaitForEnd(const ExchangeLimits& limits, std::stop_token stop) override;
  void Close() override;

  const BoxEnd& end() const override { return end_; }
  const std::string& artifact() const override { return artifact_.text; }
  double peak_mb() const override { return peak_mb_; }
  double cpu_ms() const override {
    return (end_.is_known ? end_.cpu_ms : last_.cpu_ms) - cpu_before_adoption_ms_;
  }

 private:
  enum class Goal { kLine, kEnd };

  interview::Status PlanNamespaces(const JudgeConfig& config, const BoxSpec& spec, ChildSpec* child,
                                   std::vector<Fd>* files);
  interview::Status PlanLimitsOnly(const BoxSpec& spec, ChildSpec* child);
  interview::Status AwaitInfo(Fd info);
  Exchange Pump(Goal goal, std::string_view request, const ExchangeLimits& limits,
                std::stop_token stop);
  void PollOnce(bool may_write);
  bool HasEnded();
  void Watch();
  void Kill();
  void Reap();
  void ReadReport();
  std::string Shown(std::string text) const {
    return is_outside_ ? folder_.Restore(text) : std::move(text);
  }

  BoxLimits limits_;
  std::optional<Cgroup> cgroup_;  // where one is delegated to us
  PrivateFolder folder_;          // of a box without namespaces
  bool is_outside_ = false;       // without namespaces
  Child outer_;                   // bubblewrap; without namespaces the same as init_
  Child init_;                    // PID 1 of the box, as this machine counts
  Fd requests_;
  Stream out_, err_, answers_, status_, artifact_;
  std::string pending_;  // what is still to be sent
  std::size_t sent_ = 0;
  TreeUsage last_;
  double cpu_before_adoption_ms_ = 0;
  double peak_mb_ = 0;
  Clock::time_point next_watch_{};
  BoxEnd end_;
  bool is_dead_ = false;
};

// What bubblewrap needs beside the common descriptors.
interview::Status ProcessBox::PlanNamespaces(const JudgeConfig& config, const BoxSpec& spec,
                                             ChildSpec* child, std::vector<Fd>* files) {
  child->argv = BubblewrapFlags(config, spec);
  for (std::string& word : InitCommand(spec)) child->argv.push_back(std::move(word));
  for (const BoxFile& file : spec.files) {
    Result<Fd> memory = MakeMemoryFile(file.content);
    if (!memory) return Forward(memory);
    child->fds.emplace_back(memory->get(), kFirstFileFd + static_cast<int>(files->size()));
    files->push_back(std::move(*memory));
  }
  for (const BoxBind& bind : spec.binds) child->staged.push_back(bind.source.string());
  return {};
}

interview::Status ProcessBox::PlanLimitsOnly(const BoxSpec& spec, ChildSpec* child) {
  if (RunsAsRoot()) {
    return Fail(ErrorCode::kInternal,
                "--sandbox=limits-only does not run code as root, whom limits do not hold; start "
                "Onsite as an ordinary user.");
  }
  Result<PrivateFolder> folder = PrivateFolder::Make(spec);
  if (!folder) return Forward(folder);
  folder_ = std::move(*folder);
  is_outside_ = true;
  std::vector<std::string> further = {"folder=" + folder_.path().string()};
  for (const BoxBind& bind : spec.binds) further.push_back("shown=" + bind.source.string());
  const BoxSpec here = folder_.Translate(spec);
  child->argv = InitCommand(here, further);
  child->environment = BoxEnvironment(here);
  return {};
}

interview::Status ProcessBox::Launch(const JudgeConfig& config, const BoxSpec& spec) {
  limits_ = spec.limits;
  // Bubblewrap may leave before its child is reaped; the child then becomes ours, not a zombie of
  // init.
  static const int subreaper = ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  (void)subreaper;
  std::array<Pipe, 7> pipes;
  for (Pipe& pipe : pipes) {
    Result<Pipe> made = MakePipe();
    if (!made) return Forward(made);
    pipe = std::move(*made);
  }
  auto& [requests, out, err, answers, status, artifact, info] = pipes;
  const Fd init(::open(config.box_init.c_str(), O_RDONLY | O_CLOEXEC));
  if (!init.is_open()) {
    return Fail(ErrorCode::kInternal, "The judge misses its program " + config.box_init.string() +
                                          "; build or install Onsite again.");
  }
  const Fd init_high(::fcntl(init.get(), F_DUPFD_CLOEXEC, kFirstHighFd));
  ChildSpec child;
  child.fds = {{requests.read.get(), 0},    {out.write.get(), 1},
               {err.write.get(), 2},        {answers.write.get(), 3},
               {status.write.get(), 4},     {artifact.write.get(), 5},
               {info.write.get(), kInfoFd}, {info.read.get(), kInfoReaderFd},
               {init_high.get(), kInitFd}};
  std::vector<Fd> files;
  const interview::Status planned = config.sandbox == SandboxMode::kLimitsOnly
                                        ? PlanLimitsOnly(spec, &child)
                                        : PlanNamespaces(config, spec, &child, &files);
  if (!planned) return planned;
  if (const auto& parent = DelegatedCgroup()) cgroup_ = Cgroup::Make(*parent, limits_);
  if (cgroup_) child.cgroup_entrance = cgroup_->entrance();
  Result<Child> started = StartChild(child);
  if (!started) return Forward(started);
  outer_ = std::move(*started);
  requests_ = std::move(requests.write);
  Stream* const streams[] = {&out_, &err_, &answers_, &status_, &artifact_};
  for (std::size_t i = 0; i < std::size(streams); ++i) {
    streams[i]->fd = std::move(pipes[i + 1].read);
    ::fcntl(streams[i]->fd.get(), F_SETFL, O_NONBLOCK);
  }
  ::fcntl(requests_.get(), F_SETFL, O_NONBLOCK);
  answers_.keep = limits_.answer_bytes + 1;
  artifact_.keep = kMostArtifact;
  requests.read.Close();  // the child has its own copies
  for (std::size_t i = 1; i < pipes.size(); ++i) pipes[i].write.Close();
  if (!is_outside_) return AwaitInfo(std::move(info.read));
  init_ = {outer_.pid, OpenProcess(outer_.pid)};
  return {};
}

// Bubblewrap names PID 1 of the box as soon as it exists.
interview::Status ProcessBox::AwaitInfo(Fd info) {
  std::string text;
  const Clock::time_point begin = Clock::now();
  while (text.find('}') == std::string::npos && MsSince(begin) < 10'000) {
    pollfd waiting{info.get(), POLLIN, 0};
    if (::poll(&waiting, 1, 100) <= 0) continue;
    char block[256];
    const ssize_t n = ::read(info.get(), block, sizeof block);
    if (n <= 0) break;
    text.append(block, static_cast<std::size_t>(n));
  }
  const std::size_t key = text.find("\"child-pid\":");
  if (key != std::string::npos) init_.pid = static_cast<pid_t>(std::atoi(text.c_str() + key + 12));
  if (init_.pid > 0) {
    init_.handle = OpenProcess(init_.pid);
    return {};
  }
  err_.DrainAll();
  return Fail(ErrorCode::kInternal, "The sandbox could not be made; `onsite doctor` says why.",
              err_.text);
}

void ProcessBox::PollOnce(bool may_write) {
  std::array<Stream*, 5> streams = {&out_, &err_, &answers_, &status_, &artifact_};
  std::array<pollfd, 6> waiting{};
  for (std::size_t i = 0; i < streams.size(); ++i) waiting[i] = {streams[i]->fd.get(), POLLIN, 0};
  const bool wants_write = may_write && requests_.is_open() && sent_ < pending_.size();
  waiting[5] = {wants_write ? requests_.get() : -1, POLLOUT, 0};
  if (::poll(waiting.data(), waiting.size(), kPollMs) <= 0) return;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (waiting[i].revents != 0) streams[i]->Drain();
  }
  if (waiting[5].revents == 0) return;
  const ssize_t n = WriteQuietly(requests_.get(), pending_.data() + sent_, pending_.size() - sent_);
  if (n > 0) sent_ += static_cast<std::size_t>(n);
  if (n < 0 && errno != EAGAIN && errno != EINTR) requests_.Close();
}

// The report is the last thing that PID 1 writes, after everything else in the box is dead; without
// it, the box was killed.
bool ProcessBox::HasEnded() {
  if (status_.fd.is_open() && !status_.text.ends_with('\n')) return false;
  for (Stream* stream : {&out_, &err_, &answers_, &artifact_}) stream->DrainAll();
  return true;
}

// The whole tree every 5 ms; in between, where there is one process, its clock alone.
void ProcessBox::Watch() {
  if (last_.lone > 0 && Clock::now() < next_watch_) {
    last_.cpu_ms = std::max(last_.cpu_ms, last_.lone_beside_ms + ReadCpuClock(last_.lone));
    return;
  }
  TreeUsage now = ReadTreeUsage(init_.pid);
  if (now.processes == 0 && now.cpu_ms < last_.cpu_ms) return;  // gone already
  now.cpu_ms = std::max(last_.cpu_ms, now.cpu_ms);
  now.queued_ms = std::max(last_.queued_ms, now.queued_ms);
  last_ = now;
  peak_mb_ = std::max(peak_mb_, now.memory_mb);
  next_watch_ = Clock::now() + std::chrono::milliseconds(kPollMs);
}

Exchange ProcessBox::Pump(Goal goal, std::string_view request, const ExchangeLimits& limits,
                          std::stop_token stop) {
  Exchange exchange;
  const Clock::time_point begin = Clock::now();
  Watch();
  const double cpu_before = cpu_ms();
  const double queued_before = last_.queued_ms;
  const auto waited_in_vain = [&] {
    const double queued = std::clamp(last_.queued_ms - queued_before, 0.0, 4 * limits.wall_ms);
    return MsSince(begin) - queued;
  };
  pending_.assign(request);
  if (!request.empty()) pending_ += '\n';
  sent_ = 0;
  std::size_t searched = 0;
  const auto finish = [&](BoxEvent event) {
    exchange.event = event;
    exchange.wall_ms = MsSince(begin);
    if (event != BoxEvent::kAnswered) {
      if (event != BoxEvent::kEnded) Kill();
      Reap();
    } else {
      Watch();
      out_.DrainAll();
      err_.DrainAll();
    }
    exchange.cpu_ms = cpu_ms() - cpu_before;
    exchange.idle = exchange.cpu_ms < waited_in_vain() / 2;
    exchange.stopped = last_.stopped > 0;
    exchange.out = Shown(out_.Take());
    exchange.err = Shown(err_.Take());
    return exchange;
  };
  answers_.DrainAll();
  if (goal == Goal::kLine && !request.empty() && !answers_.text.empty()) {
    exchange.early = true;
    exchange.line = answers_.Take().substr(0, kShownForgery);
    return finish(BoxEvent::kOutOfTurn);
  }
  for (;;) {
    PollOnce(true);
    const bool has_ended = HasEnded();
    if (goal == Goal::kLine) {
      const std::size_t end = answers_.text.find('\n', searched);
      searched = answers_.text.size();
      if (end != std::string::npos) {
        if (sent_ < pending_.size() || end + 1 != answers_.text.size()) {
          exchange.line = answers_.Take().substr(0, kShownForgery);
          return finish(BoxEvent::kOutOfTurn);
        }
        exchange.line = Shown(answers_.Take());
        exchange.line.pop_back();
        return finish(BoxEvent::kAnswered);
      }
    } else {
      answers_.text.clear();
    }
    if (has_ended) {
      ReadReport();
      return finish(cgroup_ && cgroup_->RanOutOfMemory() ? BoxEvent::kMemoryLimit
                                                         : BoxEvent::kEnded);
    }
    if (stop.stop_requested()) return finish(BoxEvent::kCancelled);
    if (out_.received + err_.received > limits_.output_bytes ||
        answers_.text.size() > limits_.answer_bytes) {
      return finish(BoxEvent::kOutputLimit);
    }
    if (Clock::now() >= next_watch_) {
      Watch();
      if (last_.memory_mb > limits_.memory_mb) return finish(BoxEvent::kMemoryLimit);
      if (cpu_ms() - cpu_before > limits.cpu_ms || cpu_ms() > limits_.total_cpu_ms) {
        return finish(BoxEvent::kCpuLimit);
      }
    }
    if (waited_in_vain() > limits.wall_ms) return finish(BoxEvent::kWallLimit);
  }
}

bool ProcessBox::IsWaiting() {
  if (is_dead_) return false;
  pollfd ends[] = {{answers_.fd.get(), POLLIN, 0}, {status_.fd.get(), POLLIN, 0}};
  return ::poll(ends, 2, 0) == 0;
}

bool ProcessBox::Adopt(const BoxLimits& limits) {
  if (!IsWaiting() || (cgroup_ && !cgroup_->Limit(limits))) return false;
  limits_ = limits;
  answers_.keep = limits_.answer_bytes + 1;
  next_watch_ = {};
  Watch();
  cpu_before_adoption_ms_ = last_.cpu_ms;
  peak_mb_ = last_.memory_mb;
  out_.DrainAll();
  err_.DrainAll();
  out_.Take();
  err_.Take();
  return true;
}

Exchange ProcessBox::Ask(std::string_view request, const ExchangeLimits& limits,
                         std::stop_token stop) {
  if (is_dead_) return {};
  return Pump(Goal::kLine, request, limits, stop);
}

Exchange ProcessBox::WaitForEnd(const ExchangeLimits& limits, std::stop_token stop) {
  if (is_dead_) return {};
  requests_.Close();
  return Pump(Goal::kEnd, {}, limits, stop);
}

void ProcessBox::Close() {
  if (is_dead_) return;
  Watch();
  Kill();
  Reap();
}

void ProcessBox::ReadReport() {
  int exit_code = -1;
  int signal = 0;
  long cpu_ms = 0;
  long peak_kb = 0;
  if (std::sscanf(status_.text.c_str(), "%d %d %ld %ld", &exit_code, &signal, &cpu_ms, &peak_kb) !=
      4) {
    interview::Log(interview::LogLevel::kError, "A box ended without its report: " + err_.text);
    return;
  }
  end_ = {true, exit_code, signal, static_cast<double>(cpu_ms)};
  peak_mb_ = std::max(peak_mb_, static_cast<double>(peak_kb) / 1024);
}

void ProcessBox::Kill() {
  if (is_dead_) return;
  // Without a namespace our init must live to end what it started; bubblewrap must live until there
  // is an init. Both leave when the report is not read any more.
  status_.fd.Close();
  if (init_.handle.is_open() && !is_outside_) {
    ::syscall(SYS_pidfd_send_signal, init_.handle.get(), SIGKILL, nullptr, 0);
  }
}

// Waits for bubblewrap and for PID 1 of the box, which may have become ours. A kill takes 2 to 20
// ms.
void ProcessBox::Reap() {
  if (is_dead_ || outer_.pid <= 0) return;
  is_dead_ = true;
  constexpr int kPatienceMs = 2000;
  if (!ReapChild(outer_.pid, outer_.handle, kPatienceMs)) {
    ::kill(outer_.pid, SIGKILL);
    ReapChild(outer_.pid, outer_.handle, kPatienceMs);
  }
  if (init_.pid > 0) ReapChild(init_.pid, init_.handle, kPatienceMs);
}

}  // namespace

Result<std::unique_ptr<Box>> Box::Start(const JudgeConfig& config, const BoxSpec& spec) {
  auto box = std::make_unique<ProcessBox>();
  if (interview::Status launched = box->Launch(config, spec); !launched) return Forward(launched);
  return std::unique_ptr<Box>(std::move(box));
}

}  // namespace evaluators

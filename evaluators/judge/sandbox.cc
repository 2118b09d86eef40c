// Bubblewrap's command line, and the loop that feeds, drains and watches one box.
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

#include "evaluators/judge/box_command.h"
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
constexpr std::size_t kKeptOutput = std::size_t{64} << 10;
constexpr std::size_t kShownForgery = 200;
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
  void DrainAll() {
    while (fd.is_open() && Drain()) {
    }
  }
  std::string Take() {
    received = 0;
    return std::exchange(text, {});
  }
};

class BubblewrapBox : public Box {
 public:
  ~BubblewrapBox() override {
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

  interview::Status AwaitInfo(Fd info);
  Exchange Pump(Goal goal, std::string_view request, const ExchangeLimits& limits,
                std::stop_token stop);
  void PollOnce(bool may_write);
  bool HasEnded();
  void Watch();
  void Kill();
  void Reap();
  void ReadReport();

  BoxLimits limits_;
  Child bwrap_;
  Child init_;  // PID 1 of the box, as this machine counts
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

interview::Status BubblewrapBox::Launch(const JudgeConfig& config, const BoxSpec& spec) {
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
  ChildSpec child;
  child.argv = BubblewrapFlags(config, spec);
  for (std::string& word : InitCommand(spec)) child.argv.push_back(std::move(word));
  child.fds = {{requests.read.get(), 0},   {out.write.get(), 1},    {err.write.get(), 2},
               {answers.write.get(), 3},   {status.write.get(), 4}, {artifact.write.get(), 5},
               {info.write.get(), kInfoFd}};
  const Fd init_high(::fcntl(init.get(), F_DUPFD_CLOEXEC, 64));
  child.fds.emplace_back(init_high.get(), kInitFd);
  std::vector<Fd> files;
  for (const BoxFile& file : spec.files) {
    Result<Fd> memory = MakeMemoryFile(file.content);
    if (!memory) return Forward(memory);
    child.fds.emplace_back(memory->get(), kFirstFileFd + static_cast<int>(files.size()));
    files.push_back(std::move(*memory));
  }
  for (const BoxBind& bind : spec.binds) child.staged.push_back(bind.source.string());
  Result<Child> started = StartChild(child);
  if (!started) return Forward(started);
  bwrap_ = std::move(*started);
  requests_ = std::move(requests.write);
  out_.fd = std::move(out.read);
  err_.fd = std::move(err.read);
  answers_.fd = std::move(answers.read);
  status_.fd = std::move(status.read);
  artifact_.fd = std::move(artifact.read);
  answers_.keep = limits_.answer_bytes + 1;
  artifact_.keep = kMostArtifact;
  for (const Fd* fd : {&requests_, &out_.fd, &err_.fd, &answers_.fd, &status_.fd, &artifact_.fd}) {
    ::fcntl(fd->get(), F_SETFL, O_NONBLOCK);
  }
  for (Pipe& pipe : pipes) {  // the child has its own copies
    if (&pipe != &requests) pipe.write.Close();
    if (&pipe == &requests) pipe.read.Close();
  }
  return AwaitInfo(std::move(info.read));
}

// Bubblewrap names PID 1 of the box as soon as it exists.
interview::Status BubblewrapBox::AwaitInfo(Fd info) {
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

void BubblewrapBox::PollOnce(bool may_write) {
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
bool BubblewrapBox::HasEnded() {
  if (status_.fd.is_open() && !status_.text.ends_with('\n')) return false;
  for (Stream* stream : {&out_, &err_, &answers_, &artifact_}) stream->DrainAll();
  return true;
}

// The whole tree every 5 ms; in between, where there is one process, its clock alone.
void BubblewrapBox::Watch() {
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

Exchange BubblewrapBox::Pump(Goal goal, std::string_view request, const ExchangeLimits& limits,
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
    exchange.out = out_.Take();
    exchange.err = err_.Take();
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
    if (goal == Goal::kLine) {
      const std::size_t end = answers_.text.find('\n', searched);
      searched = answers_.text.size();
      if (end != std::string::npos) {
        if (sent_ < pending_.size() || end + 1 != answers_.text.size()) {
          exchange.line = answers_.Take().substr(0, kShownForgery);
          return finish(BoxEvent::kOutOfTurn);
        }
        exchange.line = answers_.Take();
        exchange.line.pop_back();
        return finish(BoxEvent::kAnswered);
      }
    } else {
      answers_.text.clear();
    }
    if (HasEnded()) {
      ReadReport();
      return finish(BoxEvent::kEnded);
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

bool BubblewrapBox::IsWaiting() {
  if (is_dead_) return false;
  pollfd ends[] = {{answers_.fd.get(), POLLIN, 0}, {status_.fd.get(), POLLIN, 0}};
  return ::poll(ends, 2, 0) == 0;
}

bool BubblewrapBox::Adopt(const BoxLimits& limits) {
  if (!IsWaiting()) return false;
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

Exchange BubblewrapBox::Ask(std::string_view request, const ExchangeLimits& limits,
                            std::stop_token stop) {
  if (is_dead_) return {};
  return Pump(Goal::kLine, request, limits, stop);
}

Exchange BubblewrapBox::WaitForEnd(const ExchangeLimits& limits, std::stop_token stop) {
  if (is_dead_) return {};
  requests_.Close();
  return Pump(Goal::kEnd, {}, limits, stop);
}

void BubblewrapBox::Close() {
  if (is_dead_) return;
  Watch();
  Kill();
  Reap();
}

void BubblewrapBox::ReadReport() {
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

void BubblewrapBox::Kill() {
  if (is_dead_) return;
  const Child& victim = init_.handle.is_open() ? init_ : bwrap_;
  if (victim.pid > 0) ::syscall(SYS_pidfd_send_signal, victim.handle.get(), SIGKILL, nullptr, 0);
}

// Waits for bubblewrap and for PID 1 of the box, which may have become ours. A kill takes 2 to 20
// ms.
void BubblewrapBox::Reap() {
  if (is_dead_ || bwrap_.pid <= 0) return;
  is_dead_ = true;
  constexpr int kPatienceMs = 2000;
  if (!ReapChild(bwrap_.pid, bwrap_.handle, kPatienceMs)) {
    ::kill(bwrap_.pid, SIGKILL);
    ReapChild(bwrap_.pid, bwrap_.handle, kPatienceMs);
  }
  if (init_.pid > 0) ReapChild(init_.pid, init_.handle, kPatienceMs);
}

}  // namespace

Result<std::unique_ptr<Box>> Box::Start(const JudgeConfig& config, const BoxSpec& spec) {
  auto box = std::make_unique<BubblewrapBox>();
  if (interview::Status launched = box->Launch(config, spec); !launched) return Forward(launched);
  return std::unique_ptr<Box>(std::move(box));
}

}  // namespace evaluators

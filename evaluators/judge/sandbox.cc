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

// Numbers of the descriptors in bubblewrap's process; 0-3 belong to the program.
constexpr int kStatusFd = 4;
constexpr int kArtifactFd = 5;
constexpr int kInitFd = 6;
constexpr int kInfoFd = 7;
constexpr int kFirstFileFd = 8;

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

void AppendWords(std::vector<std::string>* argv, std::initializer_list<std::string> words) {
  argv->insert(argv->end(), words);
}

std::vector<std::string> BubblewrapCommand(const JudgeConfig& config, const BoxSpec& spec) {
  std::vector<std::string> argv = {config.bwrap.string()};
  AppendWords(&argv, {"--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent",
                      "--new-session", "--cap-drop", "ALL", "--as-pid-1", "--hostname", "box",
                      "--clearenv", "--info-fd", std::to_string(kInfoFd)});
  std::map<std::string, std::string> environment = {
      {"PATH", "/usr/bin"},     {"HOME", "/tmp"},         {"TMPDIR", "/tmp"},
      {"LANG", "C.UTF-8"},      {"OMP_NUM_THREADS", "1"}, {"OPENBLAS_NUM_THREADS", "1"},
      {"MKL_NUM_THREADS", "1"}, {"PYTHONHASHSEED", "0"},  {"PYTHONDONTWRITEBYTECODE", "1"}};
  for (const auto& [name, value] : spec.environment) environment[name] = value;
  for (const auto& [name, value] : environment) AppendWords(&argv, {"--setenv", name, value});
  AppendWords(&argv, {"--ro-bind",
                      "/usr",
                      "/usr",
                      "--symlink",
                      "usr/lib",
                      "/lib",
                      "--symlink",
                      "usr/lib64",
                      "/lib64",
                      "--symlink",
                      "usr/bin",
                      "/bin",
                      "--ro-bind-try",
                      "/etc/alternatives",
                      "/etc/alternatives",
                      "--proc",
                      "/proc",
                      "--dev",
                      "/dev",
                      "--remount-ro",
                      "/dev",
                      "--tmpfs",
                      "/dev/shm",
                      "--remount-ro",
                      "/dev/shm"});
  AppendWords(&argv, {"--size", std::to_string(static_cast<std::size_t>(spec.limits.tmp_mb) << 20),
                      "--tmpfs", "/tmp"});
  int fd = kFirstFileFd;
  for (const BoxFile& file : spec.files) {
    AppendWords(&argv, {"--perms", file.is_executable ? "0555" : "0444", "--ro-bind-data",
                        std::to_string(fd++), file.path});
  }
  for (std::size_t i = 0; i < spec.binds.size(); ++i) {
    AppendWords(&argv,
                {"--ro-bind",
                 RunsAsRoot() ? kStagedPath + std::to_string(i) : spec.binds[i].source.string(),
                 spec.binds[i].path});
  }
  AppendWords(&argv, {"--remount-ro", "/", "--chdir", "/tmp"});

  const BoxLimits& limits = spec.limits;
  AppendWords(&argv,
              {"/proc/self/fd/" + std::to_string(kInitFd), "status=" + std::to_string(kStatusFd)});
  if (!spec.artifact.empty()) {
    AppendWords(&argv, {"artifact_fd=" + std::to_string(kArtifactFd), "artifact=" + spec.artifact,
                        "artifact_mb=" + std::to_string(limits.file_mb)});
  }
  const long cpu_s = static_cast<long>(limits.total_cpu_ms / 1000) + 2;
  AppendWords(
      &argv,
      {"cpu_s=" + std::to_string(cpu_s), "as_mb=" + std::to_string(limits.address_space_mb),
       "processes=" + std::to_string(limits.processes), "file_mb=" + std::to_string(limits.file_mb),
       "files=" + std::to_string(limits.open_files), "stack_mb=" + std::to_string(limits.stack_mb),
       "--"});
  argv.insert(argv.end(), spec.command.begin(), spec.command.end());
  return argv;
}

class BubblewrapBox : public Box {
 public:
  ~BubblewrapBox() override {
    Kill();
    Reap();
  }

  interview::Status Launch(const JudgeConfig& config, const BoxSpec& spec);

  Exchange Ask(std::string_view request, const ExchangeLimits& limits,
               std::stop_token stop) override;
  Exchange WaitForEnd(const ExchangeLimits& limits, std::stop_token stop) override;
  void Close() override;

  const BoxEnd& end() const override { return end_; }
  const std::string& artifact() const override { return artifact_.text; }
  double peak_mb() const override { return peak_mb_; }
  double cpu_ms() const override { return end_.is_known ? end_.cpu_ms : last_.cpu_ms; }

 private:
  enum class Goal { kLine, kEnd };

  interview::Status AwaitInfo(Fd info);
  Exchange Pump(Goal goal, std::string_view request, const ExchangeLimits& limits,
                std::stop_token stop);
  void PollOnce(bool may_write);
  bool AllClosed() const;
  void Watch();
  void Kill();
  void Reap();
  void ReadReport();

  BoxLimits limits_;
  pid_t bwrap_ = -1;
  pid_t init_ = -1;  // PID 1 of the box, as this machine counts
  Fd init_handle_;
  Fd requests_;
  Stream out_, err_, answers_, status_, artifact_;
  std::string pending_;  // what is still to be sent
  std::size_t sent_ = 0;
  TreeUsage last_;
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
  child.argv = BubblewrapCommand(config, spec);
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
  const Result<pid_t> pid = StartChild(child);
  if (!pid) return Forward(pid);
  bwrap_ = *pid;
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
  if (key != std::string::npos) init_ = static_cast<pid_t>(std::atoi(text.c_str() + key + 12));
  if (init_ > 0) {
    init_handle_ = Fd(static_cast<int>(::syscall(SYS_pidfd_open, init_, 0)));
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

bool BubblewrapBox::AllClosed() const {
  return !out_.fd.is_open() && !err_.fd.is_open() && !answers_.fd.is_open() &&
         !status_.fd.is_open() && !artifact_.fd.is_open();
}

void BubblewrapBox::Watch() {
  const TreeUsage now = ReadTreeUsage(init_);
  if (now.processes == 0 && now.cpu_ms < last_.cpu_ms) return;  // gone already
  last_.cpu_ms = std::max(last_.cpu_ms, now.cpu_ms);
  last_.memory_mb = now.memory_mb;
  last_.queued_ms = std::max(last_.queued_ms, now.queued_ms);
  last_.stopped = now.stopped;
  peak_mb_ = std::max(peak_mb_, now.memory_mb);
  next_watch_ = Clock::now() + std::chrono::milliseconds(kPollMs);
}

Exchange BubblewrapBox::Pump(Goal goal, std::string_view request, const ExchangeLimits& limits,
                             std::stop_token stop) {
  Exchange exchange;
  const Clock::time_point begin = Clock::now();
  Watch();
  const double cpu_before = last_.cpu_ms;
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
    if (AllClosed()) {
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
      if (last_.cpu_ms - cpu_before > limits.cpu_ms || last_.cpu_ms > limits_.total_cpu_ms) {
        return finish(BoxEvent::kCpuLimit);
      }
    }
    if (waited_in_vain() > limits.wall_ms) return finish(BoxEvent::kWallLimit);
  }
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
  if (init_handle_.is_open()) {
    ::syscall(SYS_pidfd_send_signal, init_handle_.get(), SIGKILL, nullptr, 0);
  } else if (bwrap_ > 0) {
    ::kill(bwrap_, SIGKILL);
  }
}

// Waits for bubblewrap and for PID 1 of the box, which may have become ours. A kill takes 2 to 20
// ms.
void BubblewrapBox::Reap() {
  if (is_dead_ || bwrap_ <= 0) return;
  is_dead_ = true;
  const auto wait_for = [](pid_t pid, double patience_ms) {
    const Clock::time_point begin = Clock::now();
    while (::waitpid(pid, nullptr, WNOHANG) == 0) {
      if (MsSince(begin) > patience_ms) return false;
      ::usleep(300);
    }
    return true;
  };
  if (!wait_for(bwrap_, 2000)) {
    ::kill(bwrap_, SIGKILL);
    wait_for(bwrap_, 2000);
  }
  if (init_ > 0) wait_for(init_, 2000);
}

}  // namespace

Result<std::unique_ptr<Box>> Box::Start(const JudgeConfig& config, const BoxSpec& spec) {
  auto box = std::make_unique<BubblewrapBox>();
  if (interview::Status launched = box->Launch(config, spec); !launched) return Forward(launched);
  return std::unique_ptr<Box>(std::move(box));
}

}  // namespace evaluators

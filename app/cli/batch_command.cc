// Reads, judges and writes the lines of a batch.
#include "app/cli/batch_command.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <optional>
#include <thread>

#include "app/cli/batch_input.h"
#include "app/cli/batch_output.h"
#include "app/core/evaluator_wiring.h"
#include "app/core/ordered_jobs.h"
#include "evaluators/judge/process.h"
#include "evaluators/judge/sandbox.h"

namespace app {
namespace {

using evaluators::Fd;
using interview::Error;
using interview::ErrorCode;
using interview::Evaluation;
using interview::EvaluationRequest;
using interview::Json;
using interview::Result;
using interview::Status;

// Lines under way for each worker: enough to stay busy while the first of them takes its time.
constexpr std::size_t kAheadPerJob = 32;

volatile std::sig_atomic_t caught_signal = 0;
volatile std::sig_atomic_t wake_fd = -1;

void Wake() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t n = ::write(wake_fd, &one, sizeof one);
}

void OnSignal(int signal) {
  caught_signal = signal;
  Wake();
}

// SIGINT and SIGTERM set `caught_signal` while this lives.
class SignalWatch {
 public:
  SignalWatch() : wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    caught_signal = 0;
    wake_fd = wake_.get();
    struct sigaction action = {};
    action.sa_handler = OnSignal;
    ::sigaction(SIGINT, &action, &old_int_);
    ::sigaction(SIGTERM, &action, &old_term_);
  }
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch() {
    ::sigaction(SIGINT, &old_int_, nullptr);
    ::sigaction(SIGTERM, &old_term_, nullptr);
    wake_fd = -1;
  }

  // Waits for a signal, a worker, or (where `input` is not negative) something to read; true when
  // there is something to read.
  bool Wait(int input) const {
    std::array<pollfd, 2> waiting = {pollfd{wake_.get(), POLLIN, 0}, pollfd{input, POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), -1) <= 0) return false;
    std::uint64_t count = 0;
    if (waiting[0].revents != 0) {
      [[maybe_unused]] const ssize_t n = ::read(wake_.get(), &count, sizeof count);
    }
    return waiting[1].revents != 0;
  }

 private:
  Fd wake_;
  struct sigaction old_int_ = {};
  struct sigaction old_term_ = {};
};

// One line of the output. An Error only where nothing can be judged any more.
Result<Json> JudgeLine(const evaluators::Evaluator& judge, const evaluators::JudgeConfig& config,
                       const EvaluationRequest& request, Json line, std::stop_token stop) {
  const Result<Evaluation> result = judge.Evaluate(request, stop);
  if (result) {
    line["question"] = request.question->id;
    line["score"] = result->score;
    line.update(ToJson(*result->judgement));
    return line;
  }
  const Error& error = result.error();
  if (error.code == ErrorCode::kCancelled) return Forward(result);
  if (error.code == ErrorCode::kInvalid || error.code == ErrorCode::kNotFound) {
    line["error"] = error.message;
    return line;
  }
  if (const Status sandbox = evaluators::ProbeSandbox(config); !sandbox) return Forward(sandbox);
  interview::Judgement broken;
  broken.message = error.message;
  line["question"] = request.question->id;
  line.update(ToJson(broken));
  return line;
}

class BatchRun {
 public:
  BatchRun(const BatchOptions& options, const evaluators::JudgeConfig& config,
           const interview::QuestionBank& bank, std::shared_ptr<const evaluators::Evaluator> judge,
           int input, BatchOutput* output)
      : bank_(bank),
        judge_(std::move(judge)),
        config_(config),
        input_(input),
        most_ahead_(kAheadPerJob * static_cast<std::size_t>(options.jobs)),
        output_(output),
        reader_(input),
        runner_(options.jobs, Wake),
        jobs_(runner_, Lane::kJudge, [this](Result<Json> result) { Deliver(std::move(result)); }) {}

  // Until the input is used up, a signal comes, or nothing can be judged any more.
  Status Run() {
    while (caught_signal == 0 && !failure_) {
      while (jobs_.size() < most_ahead_) {
        const std::optional<BatchLine> line = reader_.Next();
        if (!line) break;
        Submit(*line);
      }
      if (jobs_.DeliverReady()) continue;
      const bool wants_more = jobs_.size() < most_ahead_ && !reader_.at_end();
      if (!wants_more && jobs_.size() == 0) break;
      if (!watch_.Wait(wants_more ? input_ : -1)) continue;
      if (Status read = reader_.ReadMore(); !read) return read;
    }
    if (failure_) return tl::unexpected<Error>(*failure_);
    return {};
  }

 private:
  void Submit(const BatchLine& line) {
    const BatchIdentity identity = IdentityOf(line);
    if (output_->TakeDone(identity.fingerprint)) return;
    Json head = {
        {"line", line.number}, {"key", identity.key}, {"fingerprint", identity.fingerprint}};
    Result<EvaluationRequest> request = ParseBatchLine(line, bank_);
    if (!request) {
      head["error"] = request.error().message;
      return jobs_.AddResult(std::move(head));
    }
    jobs_.Add([judge = judge_, config = config_, request = *std::move(request),
               head = std::move(head)](std::stop_token stop) {
      return JudgeLine(*judge, config, request, head, std::move(stop));
    });
  }

  void Deliver(Result<Json> result) {
    if (failure_) return;
    if (!result) {
      failure_ = result.error();
      return;
    }
    const bool shows_progress = ::isatty(STDERR_FILENO) != 0;
    if (result->contains("error")) {
      std::cerr << (shows_progress ? "\r" : "") << "onsite: line " << (*result)["line"] << ": "
                << (*result)["error"].get<std::string>() << "\n";
    }
    if (Status written = output_->Write(*result); !written) failure_ = written.error();
    if (shows_progress) {
      std::cerr << "\r" << output_->tally().results << " judged, " << output_->tally().accepted
                << " accepted" << std::flush;
    }
  }

  const interview::QuestionBank& bank_;
  const std::shared_ptr<const evaluators::Evaluator> judge_;
  const evaluators::JudgeConfig config_;
  const int input_;
  const std::size_t most_ahead_;
  BatchOutput* const output_;
  SignalWatch watch_;
  BatchReader reader_;
  std::optional<Error> failure_;
  JobRunner runner_;
  OrderedJobs<Json> jobs_;
};

Status RunBatch(const BatchOptions& options, const AppPaths& paths,
                const interview::QuestionBank& bank, BatchTally* tally) {
  Fd file;
  if (options.input != "-") {
    file = Fd(::open(options.input.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
      return Fail(ErrorCode::kNotFound, "The batch " + options.input + " cannot be read: " +
                                            std::strerror(errno) + "; check the name.");
    }
  }
  evaluators::JudgeConfig config = MakeJudgeConfig(paths);
  config.is_alone = false;
  auto judge = BuildEvaluators(paths, config);
  if (!judge) return Forward(judge);
  if (Status sandbox = evaluators::ProbeSandbox(config); !sandbox) return sandbox;
  BatchOutput output;
  if (!options.output.empty()) {
    if (Status opened = output.Open(options.output); !opened) return opened;
  }
  Status done = BatchRun(options, config, bank, *std::move(judge),
                         file.is_open() ? file.get() : STDIN_FILENO, &output)
                    .Run();
  *tally = output.tally();
  return done;
}

}  // namespace

void AddBatchOptions(CLI::App* judge, BatchOptions* options) {
  options->jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  CLI::Option* batch = judge->add_option(
      "--batch", options->input,
      R"(Submissions, one {"id", "language", "source"} a line; "-" reads standard input)");
  judge
      ->add_option("-o,--output", options->output,
                   "File for the results of --batch; what it has already is not judged again")
      ->needs(batch);
  judge->add_option("--jobs", options->jobs, "Submissions of --batch at the same time")
      ->check(CLI::Range(1, 256))
      ->needs(batch);
}

void JudgeBatch(const BatchOptions& options, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const auto bank = context->Bank(*paths);
  if (!bank) return;
  BatchTally tally;
  const Status done = RunBatch(options, *paths, *bank, &tally);
  if (::isatty(STDERR_FILENO) != 0) std::cerr << "\n";
  if (!done) return context->Fail(done.error());
  if (caught_signal != 0) {
    std::cerr << "onsite: stopped after " << tally.results << " results"
              << (options.output.empty() ? "" : "; the same command goes on from there") << ".\n";
    ::raise(caught_signal);
  }
  context->exit_code = tally.internal_errors > 0        ? kBrokenEnvironment
                       : tally.accepted < tally.results ? kFallsShort
                                                        : kDone;
}

}  // namespace app

// C++: source to verdict, against plain g++ without precompiled headers, and against the same
// compiler with the same precompiled header, linker and driver, outside of any sandbox.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/cpp_toolchain.h"
#include "evaluators/judge/language_cpp.h"
#include "evaluators/judge/process.h"
#include "tests/bench/judge_latency.h"
#include "tests/support/temp_folder.h"

namespace bench {
namespace {

using evaluators::CppHeaders;
using evaluators::CppToolchain;
using evaluators::CppTools;
using evaluators::Fd;
using evaluators::TestCase;
using interview::Language;
using interview::QuestionPtr;
using interview::Verdict;

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// A number for each source, so that no cache knows it; the compiler's work stays the same.
std::string Fresh(const std::string& source) {
  static int count = 0;
  return source + "// " + std::to_string(++count) + "\n";
}

// Runs a command without any sandbox; its exit code.
int RunBare(const std::vector<std::string>& command) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    std::vector<char*> argv;
    for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(126);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// The least that can run a program over its tests: requests down one pipe, answers up another, one
// after the other, and the answers compared. False when an answer is missing or wrong.
bool RunTestsBare(const std::string& program, const std::vector<TestCase>& cases) {
  auto requests = evaluators::MakePipe();
  auto answers = evaluators::MakePipe();
  if (!requests || !answers) return false;
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::dup2(requests->read.get(), 0);
    ::dup2(answers->write.get(), 3);
    char* const argv[] = {const_cast<char*>(program.c_str()), nullptr};
    ::execv(argv[0], argv);
    ::_exit(126);
  }
  requests->read.Close();
  answers->write.Close();
  std::FILE* in = ::fdopen(::dup(answers->read.get()), "r");
  char* line = nullptr;
  std::size_t capacity = 0;
  bool is_right = ::getline(&line, &capacity, in) > 0;  // it is ready
  for (std::size_t i = 0; is_right && i < cases.size(); ++i) {
    interview::Json request = interview::Json::array({i + 1});
    if (!cases[i].ops.is_null()) request.push_back(cases[i].ops);
    request.push_back(cases[i].args);
    const std::string text = interview::DumpJson(request) + "\n";
    for (std::size_t at = 0; at < text.size();) {
      const ssize_t n =
          evaluators::WriteQuietly(requests->write.get(), text.data() + at, text.size() - at);
      if (n <= 0) break;
      at += static_cast<std::size_t>(n);
    }
    is_right = ::getline(&line, &capacity, in) > 0;
    const auto answer = interview::ParseJson(is_right ? line : "", "answer");
    is_right = answer && answer->contains("result") &&
               (!cases[i].expected || (*answer)["result"] == *cases[i].expected);
  }
  std::free(line);
  std::fclose(in);
  requests->write.Close();
  int status = 0;
  ::waitpid(pid, &status, 0);
  return is_right && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// A folder with sources and prepared files, made by the plain compiler at its own place: a
// precompiled header of clang++ does not move.
class BareFolder {
 public:
  BareFolder(const CppToolchain& chain, const std::string& glue) : chain_(chain), glue_(glue) {
    for (const auto& file : chain.sources) {
      support::WriteBytes(folder_ / fs::path(file.path).filename().string(), file.content);
    }
  }

  bool Prepare() {
    std::vector<std::string> command = {chain_.compiler.string()};
    command.insert(command.end(), chain_.flags.begin(), chain_.flags.end());
    std::vector<std::string> driver = command;
    driver.insert(driver.end(), {"-c", (folder_ / "cpp_driver.cc").string(), "-o",
                                 (folder_ / "driver.o").string()});
    if (chain_.is_clang) {
      command.insert(command.end(), {"-Xclang", "-fpch-instantiate-templates"});
    }
    command.insert(
        command.end(),
        {"-x", "c++-header", (folder_ / "cpp_prelude.h").string(), "-o",
         (folder_ / (chain_.is_clang ? "cpp_prelude.h.pch" : "cpp_prelude.h.gch")).string()});
    return RunBare(driver) == 0 && RunBare(command) == 0;
  }

  // The command of the judge, at this folder.
  bool CompileAsTheJudge(const std::string& source) const {
    support::WriteBytes(folder_ / "solution.cpp", source);
    support::WriteBytes(folder_ / "glue.cpp", glue_);
    support::WriteBytes(folder_ / "shadow/bits/stdc++.h", "#pragma once\n");
    std::vector<std::string> command = evaluators::ProgramCommand(
        chain_, {true, true, false}, CppHeaders::kSubset, folder_.path().string(),
        (folder_ / "glue.cpp").string(), program());
    command.push_back("-I" + (folder_ / "shadow").string());
    return RunBare(command) == 0;
  }

  // What one would type: all headers, read anew each time.
  bool CompilePlainly(const std::string& source) const {
    support::WriteBytes(folder_ / "solution.cpp", source);
    support::WriteBytes(folder_ / "plain.cpp",
                        "#include <bits/stdc++.h>\n#include \"cpp_driver.h\"\n" + glue_);
    return RunBare({"/usr/bin/g++", "-std=c++20", "-O2", (folder_ / "plain.cpp").string(),
                    (folder_ / "driver.o").string(), "-o", program()}) == 0;
  }

  std::string program() const { return (folder_ / "program").string(); }

 private:
  const CppToolchain& chain_;
  std::string glue_;
  support::TempFolder folder_;
};

// Some 500 lines of what large submissions consist of, before the solution itself.
std::string Bulk() {
  std::string text;
  for (int i = 0; i < 16; ++i) {
    const std::string n = std::to_string(i);
    text += "namespace part" + n + R"( {
struct Edge {
  int from = 0;
  int to = 0;
  long long weight = 0;
};
class Graph {
 public:
  explicit Graph(int size) : out_(static_cast<std::size_t>(size)) {}
  void Add(const Edge& edge) { out_[static_cast<std::size_t>(edge.from)].push_back(edge); }
  std::vector<long long> Distances(int start) const {
    std::vector<long long> best(out_.size(), -1);
    std::priority_queue<std::pair<long long, int>, std::vector<std::pair<long long, int>>,
                        std::greater<>> waiting;
    waiting.push({0, start});
    while (!waiting.empty()) {
      const auto [cost, node] = waiting.top();
      waiting.pop();
      if (best[static_cast<std::size_t>(node)] >= 0) continue;
      best[static_cast<std::size_t>(node)] = cost;
      for (const Edge& edge : out_[static_cast<std::size_t>(node)]) {
        waiting.push({cost + edge.weight, edge.to});
      }
    }
    return best;
  }

 private:
  std::vector<std::vector<Edge>> out_;
};
std::map<std::string, int> Count(const std::vector<std::string>& words) {
  std::map<std::string, int> counts;
  for (const std::string& word : words) ++counts[word];
  return counts;
}
}
)";
  }
  return text;
}

double Timed(const std::function<bool()>& work) {
  const Clock::time_point begin = Clock::now();
  return work() ? MsSince(begin) : -1;
}

// One submission: its series in the order judge, bare, plain, unchanged.
struct Submission {
  std::string title;
  QuestionPtr question;
  std::string source;
  std::vector<TestCase> cases;
};

std::vector<Series> Measure(const Options& options, const CppToolchain& chain,
                            const Submission& submission, bool* is_ok) {
  const auto& spec = std::get<interview::CodingSpec>(submission.question->spec);
  const BareFolder* bare = nullptr;
  static std::vector<std::unique_ptr<BareFolder>> folders;  // as long as the program
  folders.push_back(std::make_unique<BareFolder>(chain, evaluators::CppGlue(spec.signature)));
  if (!folders.back()->Prepare()) {
    std::cerr << "The baseline cannot be prepared.\n";
    *is_ok = false;
    return {};
  }
  bare = folders.back().get();
  const auto judge = [&options, &submission](const std::string& source) {
    const auto judged = evaluators::JudgeSource(*submission.question, options.config,
                                                Language::kCpp, source, submission.cases, {});
    return judged && judged->verdict == Verdict::kAccepted;
  };
  const std::string source = submission.source;
  const std::string broken = source + "\nint broken(std::vector<int>& v) { return v.sise(); }\n";
  std::vector<Series> series = {
      {"judge: source to verdict", [=] { return Timed([&] { return judge(Fresh(source)); }); }},
      {"bare: same compiler, header, linker, no sandbox",
       [=, &submission] {
         return Timed([&] {
           return bare->CompileAsTheJudge(Fresh(source)) &&
                  RunTestsBare(bare->program(), submission.cases);
         });
       }},
      {"plain: g++ -O2 with <bits/stdc++.h>, no sandbox",
       [=, &submission] {
         return Timed([&] {
           return bare->CompilePlainly(Fresh(source)) &&
                  RunTestsBare(bare->program(), submission.cases);
         });
       }},
      {"judge: unchanged source", [=] { return Timed([&] { return judge(source); }); }},
      {"judge: a source that does not compile", [=, &options, &submission] {
         return Timed([&] {
           const auto judged =
               evaluators::JudgeSource(*submission.question, options.config, Language::kCpp,
                                       Fresh(broken), submission.cases, {});
           return judged && judged->verdict == Verdict::kCompileError;
         });
       }}};
  *is_ok = RunInterleaved(options.rounds, &series);
  PrintSeries(submission.title + ", " + std::to_string(submission.cases.size()) + " tests", series);
  return series;
}

}  // namespace

void RunCppSection(const Options& options, Verdicts* verdicts) {
  const Clock::time_point begin = Clock::now();
  if (const auto warm = evaluators::WarmUpCpp(options.config, {}); !warm) {
    std::cerr << warm.error().message << "\n" << warm.error().detail << "\n";
    return verdicts->Fail("C++: nothing can be prepared");
  }
  const auto chain = evaluators::FindFastest(options.config, evaluators::CppBuild::kJudged);
  if (!chain) return verdicts->Fail("C++: " + chain.error().message);
  std::printf("C++ with %s, linker %s; prepared in %.1f s\n", chain->compiler.c_str(),
              chain->linker.empty() ? "the compiler's own" : chain->linker.c_str(),
              MsSince(begin) / 1000);
  for (const auto& [id, size] :
       {std::pair{"pair-with-target", "small"}, std::pair{"lru-cache", "middle"},
        std::pair{"largest-bar-rectangle", "large"}}) {
    Submission submission;
    submission.question = options.bank->Find(interview::QuestionId(id));
    if (!submission.question) return verdicts->Fail(std::string("The bank lacks ") + id);
    const auto& spec = std::get<interview::CodingSpec>(submission.question->spec);
    for (const auto& reference : spec.references) {
      if (reference.name == "ref.cpp") submission.source = reference.text;
    }
    if (size == std::string("large")) submission.source = Bulk() + submission.source;
    const auto suite = evaluators::MakeTestSuite(*submission.question, options.config, {});
    if (!suite) return verdicts->Fail(suite.error().message);
    // The tests that a Run and most of a judgement consist of; the large ones measure the solution.
    for (const TestCase& test : suite->cases) {
      if (test.tag != "large" && submission.cases.size() < 40) submission.cases.push_back(test);
    }
    const bool is_small = size == std::string("small");
    submission.title = std::string(size) + " (" + id + ")";
    bool is_ok = false;
    const std::vector<Series> series = Measure(options, *chain, submission, &is_ok);
    if (!is_ok) return verdicts->Fail(submission.title);
    std::printf("  ratios of medians: %.2f of plain, %.2f of bare\n",
                series[0].quantile(0.5) / series[2].quantile(0.5),
                series[0].quantile(0.5) / series[1].quantile(0.5));
    if (!is_small) {
      std::printf("  ratios of minima: %.2f of plain, %.2f of bare\n",
                  series[0].min() / series[2].min(), series[0].min() / series[1].min());
      continue;
    }
    verdicts->Expect("C++ small: judge / plain g++ (minima)", series[0].min() / series[2].min(),
                     0.30);
    verdicts->Expect("C++ small: judge / bare, same header (minima)",
                     series[0].min() / series[1].min(), 1.25);
    verdicts->Expect("C++ small: unchanged source (minimum)", series[3].min(), 25, " ms");
  }
}

}  // namespace bench

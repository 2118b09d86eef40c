// Keeps the house's rules: who may include whom, which library lives where, and a few words that
// belong to one file. The rules are the tables below; a change of the architecture is a change of
// a row.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Prefixes = std::vector<std::string>;
using Faults = std::vector<std::string>;

// What the files below `folder` may include from this repository. The longest folder that fits a
// file rules it.
struct LayerRule {
  std::string folder;
  Prefixes may_include;
};
const std::vector<LayerRule> kLayers = {
    {"interview/base/", {"interview/base/"}},
    {"interview/model/", {"interview/model/", "interview/base/"}},
    {"interview/bank/", {"interview/bank/", "interview/base/", "interview/model/"}},
    {"interview/schedule/", {"interview/schedule/", "interview/base/", "interview/model/"}},
    {"interview/session/",
     {"interview/session/", "interview/base/", "interview/model/", "interview/bank/",
      "interview/schedule/"}},
    {"interview/store/",
     {"interview/store/", "interview/base/", "interview/model/", "interview/schedule/"}},
    {"evaluators/", {"evaluators/", "interview/base/", "interview/model/"}},
    // Compiled beside the candidate's code, inside the sandbox: sees nothing but itself.
    {"evaluators/judge/drivers/", {"cpp_", "box_", "evaluators/judge/drivers/box_"}},
    {"app/core/", {"app/core/", "interview/", "evaluators/"}},
    {"app/cli/", {"app/cli/", "app/core/", "interview/", "evaluators/"}},
    {"app/ui/", {"app/ui/", "app/core/", "interview/"}},
    {"app/shell/", {"app/", "interview/", "evaluators/"}},
    {"app/main.cc", {"app/", "interview/", "evaluators/"}},
    {"tests/", {"app/", "interview/", "evaluators/", "tests/"}},
};

// The files that may include a library's headers. The longest header prefix that fits counts.
struct LibraryRule {
  std::string header;
  Prefixes users;
};
const std::vector<LibraryRule> kLibraries = {
    {"tl/expected.hpp", {"interview/base/result.h"}},
    {"nlohmann/", {"interview/base/json.h"}},
    {"SQLiteCpp/", {"interview/store/", "tests/"}},
    {"sqlite3.h", {"interview/store/", "tests/"}},
    {"curl/", {"evaluators/llm/"}},
    {"seccomp.h", {"evaluators/judge/"}},
    {"libstemmer.h", {"evaluators/text/"}},
    {"CLI/", {"app/cli/", "tests/"}},
    {"bits/stdc++.h", {"evaluators/judge/drivers/"}},  // what candidates include
    {"imgui", {"app/ui/", "app/shell/", "tests/bench/"}},
    {"imgui_impl_opengl3.h", {"app/shell/", "tests/app/shell/", "tests/bench/"}},
    {"backends/imgui_impl_opengl3.h", {"app/shell/", "tests/app/shell/", "tests/bench/"}},
    {"imgui_impl_glfw.h", {}},  // loses keys; app/shell feeds the input itself
    {"backends/imgui_impl_glfw.h", {}},
    {"md4c", {"app/ui/"}},
    {"re2/", {"app/ui/widgets/text_search.cc"}},
    {"hunspell/", {"app/core/"}},
    {"stb", {"app/ui/", "app/shell/"}},
    {"GLFW/", {"app/shell/", "tests/app/shell/", "tests/bench/"}},
    {"GL/", {"app/shell/"}},
    {"fontconfig/", {"app/shell/"}},
    {"ft2build.h", {"app/shell/"}},
    {"freetype", {"app/shell/"}},
    {"speech-dispatcher/", {"app/shell/"}},
    {"gtest/", {"tests/"}},
    {"gmock/", {"tests/"}},
    {"benchmark/", {"tests/"}},
    {"httplib.h", {"tests/support/"}},
};

// Headers of the C++ library have no dot; these are the system's.
const std::regex kSystemHeader(
    R"((sys|linux|netinet|arpa|asm)/\w+\.h|(fcntl|unistd|poll|sched|signal|spawn|stdlib|dirent|)"
    R"(netdb|pwd|grp|termios|syscall|cxxabi|dlfcn|malloc|fnmatch)\.h)");

// Words that may stand only in some files of a part of the house.
struct WordRule {
  std::regex word;
  Prefixes where;
  Prefixes except;
  std::string reason;
};
const std::vector<WordRule> kWords = {
    {std::regex(R"(\b(recursive_|shared_|timed_)*mutex\b|\bpthread_(mutex|rwlock|cond|create))"),
     {"app/", "interview/", "evaluators/"},
     {"app/core/job_runner.cc", "interview/base/log.cc"},
     "locks live in the job runner and the log; state belongs to the main thread"},
    {std::regex(R"(\bstd::(jthread|async)\b|\bstd::thread\b(?!::(id|hardware_concurrency)\b))"),
     {"app/", "interview/", "evaluators/"},
     {"app/core/job_runner.cc"},
     "slow work goes to JobRunner::Start"},
    {std::regex(R"(\bsystem_clock\b|\bgettimeofday\b|\bCLOCK_REALTIME\b|(^|[^\w.>])time\s*\()"),
     {"interview/", "evaluators/"},
     {},
     "only app/ reads a calendar clock; pass the time in"},
    {std::regex(R"(\bIMGUI_VERSION)"),
     {"app/"},
     {"app/ui/imgui_compat.h"},
     "imgui_compat.h alone looks at the version of imgui"},
};

constexpr std::size_t kMostLines = 500;

const std::set<std::string> kTopLevel = {
    "CMakeLists.txt", "CMakePresets.json", "LICENSE",   "README.md", "app",
    "assets",         "evaluators",        "interview", "rubrics",   "tests"};

bool StartsWithAny(const std::string& text, const Prefixes& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& p) { return text.starts_with(p); });
}

// The rule with the longest prefix of `text`, or nullptr.
template <class Rule>
const Rule* Longest(const std::vector<Rule>& rules, std::string Rule::*prefix,
                    const std::string& text) {
  const Rule* best = nullptr;
  for (const Rule& rule : rules) {
    if (text.starts_with(rule.*prefix) &&
        (!best || (rule.*prefix).size() > (best->*prefix).size())) {
      best = &rule;
    }
  }
  return best;
}

// The text with comments and the insides of literals blanked; line breaks stay.
std::string CodeOnly(const std::string& text) {
  static const std::regex noise(
      R"re(//[^\n]*|/\*[^]*?\*/|R"(\w*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'(?!\w))re");
  std::string code;
  auto last = text.cbegin();
  for (std::sregex_iterator it(text.begin(), text.end(), noise), end; it != end; ++it) {
    const auto begin = text.cbegin() + it->position();
    code.append(last, begin);
    last = begin + it->length();
    code += ' ';
    code.append(static_cast<std::size_t>(std::count(begin, last, '\n')), '\n');
  }
  return code.append(last, text.cend());
}

std::string IncludeFault(const std::string& path, const std::string& header, bool quoted) {
  const LibraryRule* library = Longest(kLibraries, &LibraryRule::header, header);
  if (library != nullptr) {
    return StartsWithAny(path, library->users)
               ? ""
               : "the library of <" + header + "> is not for this folder";
  }
  if (!quoted) {
    const bool standard = header.find_first_of("./") == std::string::npos;
    return standard || std::regex_match(header, kSystemHeader)
               ? ""
               : "<" + header + "> is no library of the house";
  }
  const LayerRule* layer = Longest(kLayers, &LayerRule::folder, path);
  if (layer == nullptr) return "the folder has no row in the layer table";
  return StartsWithAny(header, layer->may_include)
             ? ""
             : layer->folder + " may not include \"" + header + "\"";
}

void CheckIncludes(const std::string& path, const std::string& text, Faults* faults) {
  static const std::regex include(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])",
                                  std::regex::ECMAScript | std::regex::multiline);
  for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
    const std::string fault = IncludeFault(path, (*it)[2], (*it)[1] == "\"");
    if (!fault.empty()) faults->push_back(path + ": " + fault);
  }
}

void CheckWords(const std::string& path, const std::string& text, Faults* faults) {
  const std::string code = CodeOnly(text);
  std::istringstream lines(code);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find("#include") != std::string::npos) continue;
    for (const WordRule& rule : kWords) {
      if (StartsWithAny(path, rule.where) && !StartsWithAny(path, rule.except) &&
          std::regex_search(line, rule.word)) {
        faults->push_back(path + ":" + std::to_string(number) + ": " + rule.reason);
      }
    }
  }
}

void CheckShape(const std::string& path, const std::string& text, Faults* faults) {
  if (path.ends_with(".h") && !text.starts_with("// ")) {
    faults->push_back(path + ": the first line of a header must tell its purpose");
  }
  if (path.ends_with(".h") && text.find("\n#pragma once\n") == std::string::npos) {
    faults->push_back(path + ": a header needs #pragma once");
  }
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (lines > kMostLines && !path.starts_with("tests/")) {
    faults->push_back(path + ": " + std::to_string(lines) + " lines; split it");
  }
}

// What is wrong with one source file; `path` is relative to the repository's root.
Faults CheckSource(const std::string& path, const std::string& text) {
  Faults faults;
  CheckIncludes(path, text, &faults);
  CheckWords(path, text, &faults);
  CheckShape(path, text, &faults);
  return faults;
}

Faults CheckTopLevel(const std::set<std::string>& names) {
  Faults faults;
  for (const std::string& name : names) {
    if (!kTopLevel.contains(name)) faults.push_back(name + " does not belong at the top level");
  }
  for (const std::string& name : kTopLevel) {
    if (!names.contains(name)) faults.push_back(name + " is missing at the top level");
  }
  return faults;
}

const fs::path kRoot = ONSITE_SOURCE_DIR;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string Source(const std::string& body) {
  return "// Says what it is for.\n#pragma once\n" + body + "\n";
}

TEST(LayersTest, EverySourceKeepsTheRules) {
  int files = 0;
  for (const char* top : {"app", "evaluators", "interview", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / top)) {
      const std::string path = entry.path().lexically_relative(kRoot).string();
      if (!path.ends_with(".h") && !path.ends_with(".cc")) continue;
      ++files;
      for (const std::string& fault : CheckSource(path, Read(entry.path()))) ADD_FAILURE() << fault;
    }
  }
  EXPECT_GT(files, 100) << "the walk missed the sources";
}

TEST(LayersTest, TheTopLevelHoldsTheAgreedEntriesAndNothingElse) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(".") && name != "build" && name != "compile_commands.json") {
      names.insert(name);
    }
  }
  EXPECT_THAT(CheckTopLevel(names), testing::IsEmpty());
}

TEST(LayersTest, AStrangerOrAGapAtTheTopLevelIsFound) {
  std::set<std::string> names = kTopLevel;
  EXPECT_THAT(CheckTopLevel(names), testing::IsEmpty());
  names.insert("utils");
  names.erase("LICENSE");
  EXPECT_EQ(CheckTopLevel(names).size(), 2u);
}

struct IncludeCase {
  std::string path;
  std::string include;
  bool allowed;
};

const IncludeCase kIncludeCases[] = {
    {"interview/base/files.cc", "\"interview/base/files.h\"", true},
    {"interview/base/files.cc", "\"interview/model/ids.h\"", false},
    {"interview/model/ids.cc", "\"interview/bank/catalogue.h\"", false},
    {"interview/bank/catalogue.cc", "\"interview/session/session.h\"", false},
    {"interview/bank/catalogue.cc", "\"interview/store/database.h\"", false},
    {"interview/session/session.cc", "\"interview/bank/question_bank.h\"", true},
    {"interview/session/session.cc", "\"interview/store/database.h\"", false},
    {"interview/session/session.cc", "\"evaluators/evaluator.h\"", false},
    {"interview/store/database.cc", "\"interview/schedule/card.h\"", true},
    {"interview/store/database.cc", "\"interview/bank/catalogue.h\"", false},
    {"interview/schedule/card.cc", "\"interview/store/database.h\"", false},
    {"evaluators/llm/feedback.cc", "\"interview/model/question.h\"", true},
    {"evaluators/llm/feedback.cc", "\"interview/bank/question_bank.h\"", false},
    {"evaluators/llm/feedback.cc", "\"app/core/settings.h\"", false},
    {"evaluators/judge/drivers/cpp_driver.cc", "\"cpp_driver.h\"", true},
    {"evaluators/judge/drivers/cpp_driver.cc", "\"interview/base/json.h\"", false},
    {"app/core/doctor.cc", "\"evaluators/evaluator.h\"", true},
    {"app/core/doctor.cc", "\"app/cli/doctor_command.h\"", false},
    {"app/core/doctor.cc", "\"app/ui/theme.h\"", false},
    {"app/cli/bank_command.cc", "\"app/core/app_core.h\"", true},
    {"app/cli/bank_command.cc", "\"app/ui/theme.h\"", false},
    {"app/ui/theme.cc", "\"app/core/settings.h\"", true},
    {"app/ui/theme.cc", "\"evaluators/evaluator.h\"", false},
    {"app/ui/theme.cc", "\"app/shell/window.h\"", false},
    {"app/shell/window.cc", "\"app/ui/theme.h\"", true},
    {"app/main.cc", "\"app/cli/command_line.h\"", true},
    {"app/plugins/loader.cc", "\"app/core/settings.h\"", false},
    {"app/ui/theme.cc", "\"theme.h\"", false},
    {"app/ui/theme.cc", "\"../core/settings.h\"", false},
    {"interview/model/ids.cc", "<vector>", true},
    {"interview/base/files.cc", "<sys/stat.h>", true},
    {"interview/base/files.cc", "<boost/filesystem.hpp>", false},
    {"interview/base/files.cc", "<glib.h>", false},
    {"interview/base/json.h", "<nlohmann/json.hpp>", true},
    {"interview/model/answer.h", "<nlohmann/json.hpp>", false},
    {"interview/model/answer.h", "<nlohmann/json_fwd.hpp>", false},
    {"interview/model/answer.cc", "\"nlohmann/json.hpp\"", false},
    {"interview/bank/catalogue.cc", "<tl/expected.hpp>", false},
    {"app/core/app_core.cc", "<SQLiteCpp/SQLiteCpp.h>", false},
    {"app/core/app_core.cc", "<sqlite3.h>", false},
    {"evaluators/text/tokens.cc", "<curl/curl.h>", false},
    {"evaluators/llm/llm_client.cc", "<seccomp.h>", false},
    {"evaluators/judge/sandbox.cc", "<libstemmer.h>", false},
    {"app/core/settings.cc", "<CLI/CLI.hpp>", false},
    {"app/ui/theme.cc", "<imgui.h>", true},
    {"app/shell/window.cc", "<imgui_internal.h>", true},
    {"app/core/app_state.h", "<imgui.h>", false},
    {"app/ui/theme.cc", "<imgui_impl_opengl3.h>", false},
    {"app/shell/window.cc", "<imgui_impl_glfw.h>", false},
    {"app/shell/window.cc", "<backends/imgui_impl_glfw.h>", false},
    {"app/ui/theme.cc", "<GLFW/glfw3.h>", false},
    {"app/ui/theme.cc", "<GL/gl.h>", false},
    {"app/ui/theme.cc", "<fontconfig/fontconfig.h>", false},
    {"app/shell/window.cc", "<md4c.h>", false},
    {"app/core/doctor.cc", "<gtest/gtest.h>", false}};

TEST(LayersTest, EveryIncludeIsJudgedByTheTables) {
  for (const auto& [path, include, allowed] : kIncludeCases) {
    EXPECT_EQ(CheckSource(path, Source("#include " + include)).empty(), allowed)
        << path << " with " << include;
  }
}

TEST(LayersTest, EveryLibraryIsRefusedInTheBaseUnlessItBelongsThere) {
  for (const LibraryRule& rule : kLibraries) {
    const std::string include = "#include <" + rule.header + ">";
    EXPECT_EQ(CheckSource("interview/base/stranger.cc", Source(include)).size(), 1u) << include;
  }
}

struct WordCase {
  std::string path;
  std::string code;
  bool allowed;
};

const WordCase kWordCases[] = {
    {"app/core/job_runner.cc", "std::mutex mutex;", true},
    {"interview/base/log.cc", "std::mutex mutex;", true},
    {"app/core/app_core.cc", "std::mutex mutex;", false},
    {"evaluators/judge/compiler.cc", "std::shared_mutex m;", false},
    {"evaluators/judge/compiler.cc", "// needs no mutex", true},
    {"evaluators/judge/compiler.cc", "int n = 1'000; /* mutex */ Log(\"mutex\");", true},
    {"evaluators/judge/compiler.cc", "char q = '\"'; std::mutex m; char r = '\"';", false},
    {"evaluators/judge/compiler.cc", "R\"(text \" here)\"; std::mutex m; // \"", false},
    {"evaluators/judge/process.cc", "std::jthread worker(Read);", false},
    {"evaluators/judge/process.cc", "auto later = std::async(Read);", false},
    {"interview/store/database.h", "std::thread::id thread_;", true},
    {"app/cli/bank_command.cc", "std::thread::hardware_concurrency();", true},
    {"app/cli/bank_command.cc", "std::thread worker(Check);", false},
    {"interview/session/session.cc", "std::chrono::system_clock::now();", false},
    {"evaluators/judge/process.cc", "std::chrono::steady_clock::now();", true},
    {"evaluators/judge/process.cc", "srand(time(nullptr));", false},
    {"evaluators/judge/process.cc", "const auto t = std::time (nullptr);", false},
    {"evaluators/judge/process.cc", "limits.time(3); cpu_time(4); clock->time();", true},
    {"evaluators/judge/process.cc", "gettimeofday(&tv, nullptr);", false},
    {"app/core/session_id.cc", "std::chrono::system_clock::now();", true},
    {"app/ui/imgui_compat.h", "#if IMGUI_VERSION_NUM < 18700\n#endif", true},
    {"app/ui/theme.cc", "#if IMGUI_VERSION_NUM < 18700\n#endif", false},
    {"app/shell/window.cc", "IMGUI_CHECKVERSION();", true}};

TEST(LayersTest, EveryWordIsJudgedByTheTable) {
  for (const auto& [path, code, allowed] : kWordCases) {
    EXPECT_EQ(CheckSource(path, Source(code)).empty(), allowed) << path << " with " << code;
  }
}

TEST(LayersTest, AFileWithoutPurposeAHeaderWithoutGuardAndAGiantAreFound) {
  EXPECT_EQ(CheckSource("app/core/x.h", "#pragma once\n\n#pragma once\n").size(), 1u);
  EXPECT_EQ(CheckSource("app/core/x.h", "// Purpose.\nint x;\n").size(), 1u);
  EXPECT_EQ(CheckSource("app/core/x.cc", "// Purpose.\n" + std::string(499, '\n')).size(), 0u);
  EXPECT_EQ(CheckSource("app/core/x.cc", "// Purpose.\n" + std::string(500, '\n')).size(), 1u);
}

}  // namespace

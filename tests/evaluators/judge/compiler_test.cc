// Compilations: whose lines are blamed, what the cache survives, what the headers cover.
#include "evaluators/judge/compiler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "evaluators/judge/language_cpp.h"
#include "interview/base/files.h"
#include "tests/evaluators/judge/judge_fixture.h"
#include "tests/support/temp_folder.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;
using interview::Diagnostic;
using interview::ErrorCode;
using interview::Result;
using testing::HasSubstr;
using testing::Not;

std::string Glue() {
  interview::Signature signature;
  signature.name = "solve";
  signature.params = {{"v", *interview::ParseType("list<int>"), interview::Json::object(), false}};
  signature.returns = *interview::ParseType("int");
  return CppGlue(signature);
}

Compilation Compile(const std::string& source, const JudgeConfig& config = TestConfig()) {
  const Result<Compilation> compiled = CompileCpp(config, source, Glue(), {});
  EXPECT_TRUE(compiled) << compiled.error().message << compiled.error().detail;
  return compiled ? *compiled : Compilation{};
}

// The prepared headers of all tests, but programs of its own.
class OwnCache {
 public:
  OwnCache() {
    config_ = TestConfig();
    fs::create_directories(config_.cache_dir / "cpp");
    fs::create_directory_symlink(config_.cache_dir / "cpp", folder_ / "cpp");
    config_.cache_dir = folder_.path();
  }
  const JudgeConfig& config() const { return config_; }
  std::vector<fs::path> programs() const { return interview::ListFolder(folder_ / "programs"); }

 private:
  support::TempFolder folder_;
  JudgeConfig config_;
};

TEST(CompileCpp, BlamesTheLineOfTheCandidate) {
  const Compilation compilation =
      Compile("int solve(std::vector<int>& v) {\n  int s = 0;\n  return s + v.sise();\n}\n");
  EXPECT_FALSE(compilation.program);
  ASSERT_FALSE(compilation.diagnostics.empty());
  EXPECT_EQ(compilation.diagnostics[0].line, 3);
  EXPECT_GT(compilation.diagnostics[0].column, 0);
  EXPECT_THAT(compilation.message, HasSubstr("Line 3: "));
  EXPECT_THAT(compilation.message, HasSubstr("sise"));
  EXPECT_THAT(compilation.text, Not(HasSubstr("/onsite/")));
}

TEST(CompileCpp, AnErrorInAHeaderIsToldWhereItWasCaused) {
  const Compilation compilation = Compile(
      "int solve(std::vector<int>& v) {\n  std::list<int> l(v.begin(), v.end());\n\n"
      "  std::sort(l.begin(), l.end());\n  return l.front();\n}\n");
  ASSERT_FALSE(compilation.diagnostics.empty());
  EXPECT_EQ(compilation.diagnostics[0].severity, "error");
  EXPECT_EQ(compilation.diagnostics[0].line, 4) << compilation.text;
}

TEST(CompileCpp, TheFirstErrorComesFirstAndThereAreAtMostTwenty) {
  std::string source = "int solve(std::vector<int>& v) {\n  int unused = 1;\n";
  for (int i = 0; i < 60; ++i) source += "  nothing" + std::to_string(i) + "();\n";
  const Compilation compilation = Compile(source + "  return v[0];\n}\n");
  ASSERT_EQ(compilation.diagnostics.size(), 20u);
  EXPECT_EQ(compilation.diagnostics[0].line, 3);
  EXPECT_EQ(compilation.diagnostics[0].severity, "error");
}

TEST(CompileCpp, ALineDirectiveCannotBlameALineThatIsNotThere) {
  const Compilation compilation = Compile(
      "#line 5000 \"/onsite/solution.cpp\"\nint solve(std::vector<int>& v) { return w[0]; }\n");
  EXPECT_FALSE(compilation.program);
  ASSERT_FALSE(compilation.diagnostics.empty());
  EXPECT_EQ(compilation.diagnostics[0].line, 0);
  const Compilation other =
      Compile("#line 7 \"/etc/passwd\"\nint solve(std::vector<int>& v) { return w[0]; }\n");
  ASSERT_FALSE(other.diagnostics.empty());
  EXPECT_EQ(other.diagnostics[0].line, 0);
}

TEST(CompileCpp, TellsAMissingFunction) {
  const Compilation compilation = Compile("int solved(std::vector<int>& v) { return v[0]; }\n");
  EXPECT_FALSE(compilation.program);
  EXPECT_THAT(compilation.message, HasSubstr("solve"));
}

TEST(CompileCpp, WarningsComeWithTheProgram) {
  const Compilation compilation =
      Compile("int solve(std::vector<int>& v) {\n  int unused = 1;\n  return v[0];\n}\n");
  ASSERT_TRUE(compilation.program);
  ASSERT_EQ(compilation.diagnostics.size(), 1u);
  EXPECT_EQ(compilation.diagnostics[0].severity, "warning");
  EXPECT_EQ(compilation.diagnostics[0].line, 2);
  EXPECT_THAT(compilation.diagnostics[0].message, HasSubstr("[-Wunused-variable]"));
}

TEST(CompileCpp, HeadersOutsideOfTheSubsetAreThere) {
  EXPECT_TRUE(Compile("#include <bits/stdc++.h>\n"
                      "int solve(std::vector<int>& v) {\n"
                      "  std::ofstream out(\"/tmp/x\");\n"
                      "  std::mutex m;\n  std::complex<double> c(v[0], 1);\n"
                      "  return std::regex_match(\"a\", std::regex(\"a\")) + int(c.real());\n}\n")
                  .program);
  EXPECT_TRUE(Compile("#include <thread>\n#include <future>\n"
                      "int solve(std::vector<int>& v) {\n"
                      "  return std::async([&] { return v[0]; }).get();\n}\n")
                  .program);
}

TEST(CompileCpp, AProgramThatWasDamagedOnTheDiskIsMadeAgain) {
  const OwnCache cache;
  const std::string source = "int solve(std::vector<int>& v) { return v[0]; }\n";
  const Compilation first = Compile(source, cache.config());
  ASSERT_TRUE(first.program);
  ASSERT_EQ(cache.programs().size(), 1u);
  const std::string whole = support::ReadBytes(cache.programs()[0]);
  for (const std::string& damaged : {std::string(), whole.substr(0, whole.size() / 2),
                                     std::string("{}\n\x7f"
                                                 "ELF"),
                                     whole.substr(0, whole.size() - 1) + "!"}) {
    support::WriteBytes(cache.programs()[0], damaged);
    EXPECT_EQ(Compile(source, cache.config()).program, first.program);
    EXPECT_EQ(support::ReadBytes(cache.programs()[0]), whole);
  }
}

TEST(CompileCpp, TwoAtTheSameSourceCompileItOnce) {
  const OwnCache cache;
  const std::string source = "int solve(std::vector<int>& v) { return v[0] + 4711; }\n";
  Compilation one;
  Compilation two;
  std::thread other([&] { one = Compile(source, cache.config()); });
  two = Compile(source, cache.config());
  other.join();
  ASSERT_TRUE(one.program);
  EXPECT_EQ(one.program, two.program);
  EXPECT_EQ(cache.programs().size(), 1u) << "a lock or a half-written file was left";
}

TEST(CompileCpp, StopsWhenAsked) {
  const OwnCache cache;
  std::stop_source stop;
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    stop.request_stop();
  });
  const Result<Compilation> compiled =
      CompileCpp(cache.config(), "int solve(std::vector<int>& v) { return v[0] - 4711; }\n", Glue(),
                 stop.get_token());
  later.join();
  ASSERT_FALSE(compiled);
  EXPECT_EQ(compiled.error().code, ErrorCode::kCancelled);
  EXPECT_TRUE(cache.programs().empty());
}

TEST(CppToolchain, APreparedHeaderThatWasCutShortIsMadeAgain) {
  const support::TempFolder cache;
  JudgeConfig config = TestConfig();
  config.cache_dir = cache.path();
  const auto chain = FindGxx(config, CppBuild::kJudged);
  ASSERT_TRUE(chain);
  ASSERT_TRUE(MakeTools(config, *chain, CppHeaders::kSubset, {}));
  EXPECT_TRUE(LookAtTools(*chain).has_subset);
  EXPECT_FALSE(LookAtTools(*chain).has_all);

  fs::resize_file(chain->folder / "cpp_prelude.h.gch", 100'000);
  EXPECT_FALSE(LookAtTools(*chain).has_subset);
  EXPECT_TRUE(Compile("int solve(std::vector<int>& v) { return v[0]; }\n", config).program);
  EXPECT_TRUE(LookAtTools(*chain).has_subset);
}

TEST(CppToolchain, OtherFlagsAndOtherSourcesHaveAnotherKey) {
  const auto judged = FindGxx(TestConfig(), CppBuild::kJudged);
  const auto checked = FindGxx(TestConfig(), CppBuild::kChecked);
  ASSERT_TRUE(judged && checked);
  EXPECT_NE(judged->key, checked->key);

  const support::TempFolder drivers;
  JudgeConfig config = TestConfig();
  fs::copy(config.drivers_dir, drivers.path(), fs::copy_options::recursive);
  config.drivers_dir = drivers.path();
  EXPECT_EQ(FindGxx(config, CppBuild::kJudged)->key, judged->key);
  support::WriteBytes(drivers / "cpp_prelude.h", "#include <vector>\n");
  EXPECT_NE(FindGxx(config, CppBuild::kJudged)->key, judged->key);
}

TEST(CppToolchain, WhoeverFindsThePreparationTakenGoesOnWithout) {
  const support::TempFolder cache;
  JudgeConfig config = TestConfig();
  config.cache_dir = cache.path();
  std::thread other([&] {
    EXPECT_TRUE(MakeTools(config, *FindGxx(config, CppBuild::kJudged), CppHeaders::kSubset, {}));
  });
  EXPECT_TRUE(Compile("int solve(std::vector<int>& v) { return v[0]; }\n", config).program);
  other.join();
  EXPECT_TRUE(LookAtTools(*FindGxx(config, CppBuild::kJudged)).has_subset);
}

TEST(ReadDiagnostics, ClangTellsTheCauseAfterTheError) {
  const std::vector<Diagnostic> found = ReadDiagnostics(
      "/usr/include/c++/12/bits/stl_algo.h:1938:50: error: invalid operands\n"
      "/usr/include/c++/12/bits/stl_algo.h:4820:18: note: in instantiation of function\n"
      "/onsite/solution.cpp:4:8: note: in instantiation of function template 'sort' requested\n",
      6);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].line, 4);
  EXPECT_EQ(found[0].message, "invalid operands");
}

}  // namespace
}  // namespace evaluators

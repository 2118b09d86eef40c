// Growth measured once is found again for the same code, and only for it.
#include "evaluators/judge/growth_cache.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace evaluators {
namespace {

interview::GrowthFit Fit(std::string name) {
  interview::GrowthFit fit;
  fit.growth_class = std::move(name);
  fit.exponent = 1.98;
  fit.confident = true;
  return fit;
}

using interview::Language;

TEST(GrowthCacheTest, TheSameCodeGetsTheSameFigureAndOtherCodeNone) {
  std::string folder = testing::TempDir() + "/growth-XXXXXX";
  JudgeConfig config;
  config.cache_dir = ::mkdtemp(folder.data());
  interview::Question question;
  question.content_hash = "a";
  KeepGrowth(config, question, Language::kPython, "code", Fit("O(n^2)"));
  const auto found = FindGrowth(config, question, Language::kPython, "code");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->growth_class, "O(n^2)");
  EXPECT_EQ(found->exponent, 1.98);
  EXPECT_TRUE(found->confident);
  EXPECT_FALSE(FindGrowth(config, question, Language::kCpp, "code"));
  EXPECT_FALSE(FindGrowth(config, question, Language::kPython, "other code"));
  question.content_hash = "changed question";
  EXPECT_FALSE(FindGrowth(config, question, Language::kPython, "code"));
  std::filesystem::remove_all(config.cache_dir);
}

TEST(GrowthCacheTest, ABrokenFileCountsAsMissing) {
  std::string folder = testing::TempDir() + "/growth-XXXXXX";
  JudgeConfig config;
  config.cache_dir = ::mkdtemp(folder.data());
  const interview::Question question;
  KeepGrowth(config, question, Language::kPython, "code", Fit("O(n)"));
  for (const auto& file : std::filesystem::directory_iterator(config.cache_dir / "growth")) {
    std::ofstream(file.path()) << "{half";
  }
  EXPECT_FALSE(FindGrowth(config, question, Language::kPython, "code"));
  std::filesystem::remove_all(config.cache_dir);
}

TEST(CodeAlone, LeavesOutCommentsAndBlanksAlone) {
  EXPECT_EQ(CodeAlone("# why\n\ndef f(x):  # how\n    return '#' + x  \n", Language::kPython),
            "def f(x):\n    return '#' + x\n");
  EXPECT_EQ(CodeAlone("s = \"\"\"a # b\n\"\"\" # c", Language::kPython),
            "s = \"\"\"a # b\n\"\"\"\n");
  EXPECT_EQ(CodeAlone("int f() { // one\n  return '\"' /* two\n lines */ + 1; }", Language::kCpp),
            "int f() {\n  return '\"'   + 1; }\n");
  EXPECT_EQ(CodeAlone("auto s = \"// no \\\" comment\";", Language::kCpp),
            "auto s = \"// no \\\" comment\";\n");
  const std::string raw = "auto s = R\"(\" // )\"; // stays";
  EXPECT_EQ(CodeAlone(raw, Language::kCpp), raw);
}

}  // namespace
}  // namespace evaluators

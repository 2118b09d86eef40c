#include "evaluators/text/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "interview/base/files.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;

std::string FirstSynonym(const Lexicon& lexicon, std::string_view phrase) {
  const auto synonyms = lexicon.SynonymsOf(PhraseKey(ParsePhrase(phrase)));
  return synonyms.empty() ? "" : PhraseKey(synonyms.front());
}

TEST(LexiconTest, GroupsStandForEachOther) {
  Lexicon lexicon;
  lexicon.AddGroup({"recall", "true positive rate"});
  EXPECT_EQ(FirstSynonym(lexicon, "Recall"), "true posit rate");
  EXPECT_EQ(FirstSynonym(lexicon, "true-positive rates"), "recal");
  EXPECT_EQ(FirstSynonym(lexicon, "precision"), "");
  EXPECT_EQ(lexicon.longest(), 3u);
}

TEST(LexiconTest, TheShippedLexiconLoads) {
  const auto lexicon = LoadLexicon(fs::path(ONSITE_SOURCE_DIR) / "rubrics" / "lexicon");
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  EXPECT_GE(lexicon->size(), 400u);
  EXPECT_EQ(FirstSynonym(*lexicon, "SGD"), "stochast gradient descent");
}

TEST(LexiconTest, AContrastHoldsForSynonymsOfBothSides) {
  Lexicon lexicon;
  lexicon.AddGroup({"recall", "sensitivity"});
  lexicon.AddGroup({"precision", "ppv"});
  lexicon.AddContrast("precision", "recall");
  const auto contrasts = [&](std::string_view word) {
    std::vector<std::string> keys;
    for (const Phrase& phrase : lexicon.ContrastsOf(PhraseKey(ParsePhrase(word)))) {
      keys.push_back(PhraseKey(phrase));
    }
    return keys;
  };
  EXPECT_EQ(contrasts("ppv"), (std::vector<std::string>{"recal", "sensit"}));
  EXPECT_EQ(contrasts("sensitivity"), (std::vector<std::string>{"precis", "ppv"}));
  EXPECT_TRUE(contrasts("accuracy").empty());
}

TEST(LexiconTest, CommonWordsAreKnownByTheirStems) {
  Lexicon lexicon;
  lexicon.AddCommonWord("realise");
  EXPECT_TRUE(lexicon.IsCommon("realiz")) << "British and American spelling are one";
  EXPECT_FALSE(lexicon.IsCommon("gradient"));
}

class BrokenLexiconTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("onsite-lexicon-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string MessageFor(std::string_view content) {
    EXPECT_TRUE(interview::WriteFileAtomically(folder_ / "words.json", content));
    const auto lexicon = LoadLexicon(folder_);
    return lexicon ? "" : lexicon.error().message;
  }

  fs::path folder_;
};

TEST_F(BrokenLexiconTest, ErrorsNameFileAndEntry) {
  EXPECT_NE(
      MessageFor(R"({"schema": "lexicon/1", "groups": [["a", "b"], ["lonely"]]})").find("entry 1"),
      std::string::npos);
  EXPECT_NE(MessageFor(R"({"schema": "lexicon/9", "groups": []})").find("words.json"),
            std::string::npos);
  EXPECT_NE(MessageFor("{").find("words.json"), std::string::npos);
}

TEST_F(BrokenLexiconTest, AnEmptyFolderIsAnError) {
  const auto lexicon = LoadLexicon(folder_);
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().code, interview::ErrorCode::kNotFound);
}

}  // namespace
}  // namespace evaluators

// Lines of a batch: what is one, whatever its pieces, and which are the same again.
#include "app/cli/batch_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <thread>
#include <vector>

namespace app {
namespace {

using testing::HasSubstr;

std::vector<BatchLine> ReadAll(const std::string& text) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  std::jthread writer([&] {
    for (std::size_t at = 0; at < text.size();) {
      const ssize_t n =
          ::write(ends[1], text.data() + at, std::min<std::size_t>(7777, text.size() - at));
      if (n <= 0) break;
      at += static_cast<std::size_t>(n);
    }
    ::close(ends[1]);
  });
  BatchReader reader(ends[0]);
  std::vector<BatchLine> lines;
  for (;;) {
    if (std::optional<BatchLine> line = reader.Next()) {
      lines.push_back(std::move(*line));
    } else if (reader.at_end()) {
      break;
    } else {
      EXPECT_TRUE(reader.ReadMore());
    }
  }
  ::close(ends[0]);
  return lines;
}

TEST(BatchReaderTest, CountsEmptyLinesButPassesOverThem) {
  const std::vector<BatchLine> lines = ReadAll("one\n\n  \r\ntwo\nlast without its end");
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].number, 1u);
  EXPECT_EQ(lines[1].number, 4u);
  EXPECT_EQ(lines[1].text, "two");
  EXPECT_EQ(lines[2].number, 5u);
  EXPECT_EQ(lines[2].text, "last without its end");
}

TEST(BatchReaderTest, JoinsWhatCameInPieces) {
  const std::string large(300'000, 'x');
  const std::vector<BatchLine> lines = ReadAll(large + "\n" + large + "y\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].text, large);
  EXPECT_EQ(lines[1].text, large + "y");
}

TEST(BatchReaderTest, HoldsNoMoreThanAMegabyteOfALine) {
  const std::vector<BatchLine> lines =
      ReadAll(std::string(kMostBatchLine, 'a') + "\n" + std::string(3 * kMostBatchLine, 'b') +
              "\nshort\n" + std::string(kMostBatchLine + 1, 'c'));
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_FALSE(lines[0].is_too_long);
  EXPECT_TRUE(lines[1].is_too_long);
  EXPECT_EQ(lines[1].text.size(), kMostBatchLine);
  EXPECT_EQ(lines[2].text, "short");
  EXPECT_FALSE(lines[2].is_too_long);
  EXPECT_TRUE(lines[3].is_too_long);
}

TEST(BatchIdentityTest, ALineWithAKeyStaysItselfWhereverItStands) {
  const BatchIdentity here = IdentityOf({3, R"({"key": "a", "id": "x"})", false});
  const BatchIdentity there = IdentityOf({9, R"({"key": "a", "id": "x"})", false});
  EXPECT_EQ(here.key, "a");
  EXPECT_EQ(here.fingerprint, there.fingerprint);
  EXPECT_NE(here.fingerprint, IdentityOf({3, R"({"key": "a", "id": "y"})", false}).fingerprint);
}

TEST(BatchIdentityTest, ALineWithoutAKeyIsKnownByItsNumber) {
  const BatchIdentity here = IdentityOf({3, R"({"id": "x"})", false});
  EXPECT_EQ(here.key, "3");
  EXPECT_NE(here.fingerprint, IdentityOf({4, R"({"id": "x"})", false}).fingerprint);
  EXPECT_EQ(IdentityOf({7, "{broken", false}).key, "7");
}

class ParseBatchLineTest : public testing::Test {
 protected:
  static const interview::QuestionBank& Bank() {
    static const interview::QuestionBank bank =
        *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
    return bank;
  }
  static std::string MessageOf(const std::string& text) {
    const auto request = ParseBatchLine({1, text, false}, Bank());
    return request ? "" : request.error().message;
  }
};

TEST_F(ParseBatchLineTest, ReadsASubmission) {
  const auto request = ParseBatchLine(
      {1, R"({"id": "lru-cache", "language": "cpp", "source": "int x;", "tag": 1})", false},
      Bank());
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->kind, interview::EvaluationKind::kJudge);
  EXPECT_EQ(request->question->id, "lru-cache");
  EXPECT_EQ(request->answer.language, interview::Language::kCpp);
  EXPECT_EQ(request->answer.source, "int x;");
}

TEST_F(ParseBatchLineTest, SaysWhatIsWrongWithOthers) {
  EXPECT_THAT(MessageOf("{broken"), HasSubstr("not valid JSON"));
  EXPECT_THAT(MessageOf("[1]"), HasSubstr("no object"));
  EXPECT_THAT(MessageOf(R"({"language": "cpp", "source": ""})"), HasSubstr("\"id\" is missing"));
  EXPECT_THAT(MessageOf(R"({"id": "lru-cache", "language": 1, "source": ""})"),
              HasSubstr("\"language\" must be a string"));
  EXPECT_THAT(MessageOf(R"({"id": "lru-cache", "language": "cpp"})"),
              HasSubstr("\"source\" is missing"));
  EXPECT_THAT(MessageOf(R"({"id": "lru-cache", "language": "cpp", "source": "", "key": 3})"),
              HasSubstr("\"key\" must be a string"));
  EXPECT_THAT(MessageOf(R"({"id": "lru-cash", "language": "cpp", "source": ""})"),
              HasSubstr("lru-cache"));
  EXPECT_THAT(MessageOf(R"({"id": "lru-cache", "language": "ruby", "source": ""})"),
              HasSubstr("python, cpp or javascript"));
  EXPECT_THAT(MessageOf(R"({"id": "l1-vs-l2", "language": "cpp", "source": ""})"),
              HasSubstr("no code to run"));
}

}  // namespace
}  // namespace app

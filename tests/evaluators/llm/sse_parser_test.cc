// Server-sent events, whole and in pieces.
#include "evaluators/llm/sse_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace evaluators {
namespace {

using testing::ElementsAre;

std::vector<std::string> Read(const std::vector<std::string_view>& pieces) {
  std::vector<std::string> events;
  SseParser parser;
  const auto keep = [&](const SseEvent& e) { events.push_back(e.name + "|" + e.data); };
  for (const std::string_view piece : pieces) parser.Feed(piece, keep);
  parser.End(keep);
  return events;
}

// Every kind of line, in every kind of ending.
constexpr std::string_view kStream =
    "\xEF\xBB\xBF: welcome\r\n\r\nevent: start\r\ndata: {\"a\":\r\ndata:1}\r\n\r\n"
    "id: 7\nretry: 10\ndata\n\nevent: nothing\n\ndata:  two spaces\r\rdata: \xC3\xA9\n: ping\n\n";

TEST(SseParserTest, ReadsEventsOfEveryShape) {
  EXPECT_THAT(Read({kStream}), ElementsAre("start|{\"a\":\n1}", "|", "| two spaces", "|\xC3\xA9"));
}

TEST(SseParserTest, CutsAnywhereMakeNoDifference) {
  const std::vector<std::string> whole = Read({kStream});
  std::vector<std::string_view> bytes;
  for (std::size_t i = 0; i < kStream.size(); ++i) {
    bytes.push_back(kStream.substr(i, 1));
    EXPECT_EQ(Read({kStream.substr(0, i), kStream.substr(i)}), whole) << "cut at " << i;
  }
  EXPECT_EQ(Read(bytes), whole);
}

TEST(SseParserTest, AStreamThatEndsWithoutAnEmptyLineLosesNothing) {
  EXPECT_THAT(Read({"data: a\n\ndata: b"}), ElementsAre("|a", "|b"));
  EXPECT_THAT(Read({"data: a\n"}), ElementsAre("|a"));
  EXPECT_THAT(Read({""}), ElementsAre());
}

TEST(SseParserTest, AByteOrderMarkCountsOnlyAtTheBeginning) {
  EXPECT_THAT(Read({"data: a\n\xEF\xBB\xBF"
                    "data: b\n\n"}),
              ElementsAre("|a"));
}

TEST(SseParserTest, TellsWhatItHolds) {
  SseParser parser;
  parser.Feed("data: 12345", [](const SseEvent&) {});
  EXPECT_EQ(parser.held(), 11u);
  parser.Feed("\n\n", [](const SseEvent&) {});
  EXPECT_EQ(parser.held(), 0u);
}

}  // namespace
}  // namespace evaluators

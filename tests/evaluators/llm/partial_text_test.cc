// What a person reads while a reply arrives.
#include "evaluators/llm/partial_text.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

const std::map<std::string, std::string> kHeadings = {{"gaps", "Gaps"}, {"better", "Better"}};
constexpr std::string_view kReply =
    "Here it is: {\"gaps\": [{\"quote\": \"q {x}\", \"point\": 2, \"text\": \"No "
    "\\\"why\\\".\\nNone.\"}, "
    "{\"quote\": \"\", \"text\": \"Gr\\u00f6\\ud83d\\ude00\"}], \"score\": 7, \"better\": \"So.\", "
    "\"secret\": \"x\"} and more \"gaps\"";

TEST(PartialText, ShowsTheTextsUnderTheirHeadings) {
  EXPECT_EQ(PartialText(kReply, kHeadings),
            "### Gaps\n\n- No \"why\".\nNone.\n- Gr\u00f6\U0001F600\n\n### Better\n\nSo.\n");
}

TEST(PartialText, GrowsWithTheReplyWhereverItIsCut) {
  std::string before;
  for (std::size_t cut = 0; cut <= kReply.size(); ++cut) {
    std::string now = PartialText(kReply.substr(0, cut), kHeadings);
    const std::string whole = now;
    while (!before.empty() && before.back() == '\n') before.pop_back();
    EXPECT_TRUE(whole.starts_with(before)) << cut << ": " << before << " | " << whole;
    before = std::move(now);
  }
}

TEST(PartialText, SurvivesWhatIsNoJson) {
  for (const char* text : {"", "{", "}}}]]", "{\"gaps\"", "{\"gaps\": \"\\u12", "{\"gaps\": \"\\",
                           "{\"gaps\": \"\\ud800\\u00", "plain words", "{{{[[[\"\"]]]}}}"}) {
    PartialText(text, kHeadings);
  }
  EXPECT_EQ(PartialText("plain words", kHeadings), "");
}

}  // namespace
}  // namespace evaluators

// Pages, redaction and hashes of an export.
#include "app/core/export/html_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/core/export/document_json.h"
#include "app/core/export/document_redaction.h"
#include "app/core/export/page_hash.h"
#include "interview/base/files.h"

namespace app {
namespace {

using testing::HasSubstr;
using testing::Not;
using Kind = ReportMoment::Kind;

SessionDocument Document(const std::string& words) {
  SessionDocument document;
  document.title = "Drill: " + words;
  document.scored = true;
  document.reasons = {words};
  ReportRound round;
  round.title = "Coding";
  round.started = round.graded = true;
  round.dimensions = {{"Correctness", false, 3, 2, "Works", {{true, words, words}}}};
  round.phases = {{"Plan", interview::Duration(60000), interview::Duration(30000)}};
  round.answers = {{"two-sum",
                    "Two sum",
                    "Find two.",
                    {{"Code", words, "python"}},
                    "Accepted",
                    words,
                    {words},
                    "A model answer."}};
  round.conversation = {{interview::Duration(5), true, words, words}};
  document.rounds = {round};
  document.notes = {{interview::Duration(7), words}};
  document.feedback = {{words, words}};
  document.length = interview::Duration(10);
  document.timeline = {{interview::Duration(1), Kind::kText, "code", words, words.size()},
                       {interview::Duration(2), Kind::kText, "code", words + "é😀x", 0},
                       {interview::Duration(5), Kind::kCandidate, "", words, 0},
                       {interview::Duration(6), Kind::kRun, words, words, 0}};
  return document;
}

const std::string kHostile =
    std::string(
        "</script></pre></style><script>window.pwned=1</script>"
        "<img src=x onerror=pwned=1><svg onload=pwned=1><style>*{display:none}</style>"
        "<a href=\"data:text/html,<script>1</script>\">&lt;<!--") +
    std::string(1, '\0') + "\xFF";

TEST(HtmlWriterTest, WhatWasWrittenOpensNoElement) {
  const auto count = [](const std::string& page) {
    return std::count(page.begin(), page.end(), '<');
  };
  const std::string page = WriteHtml(Document(kHostile));
  EXPECT_EQ(count(page), count(WriteHtml(Document("calm"))));
  EXPECT_EQ(page.find('\0'), std::string::npos);
  EXPECT_EQ(page.find('\xFF'), std::string::npos);
  // For a browser to open.
  const std::string folder = std::string(ONSITE_BUILD_DIR) + "/e2e";
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(interview::WriteFileAtomically(folder + "/hostile.html", page));
  ASSERT_TRUE(interview::WriteFileAtomically(folder + "/calm.html", WriteHtml(Document("calm"))));
}

TEST(HtmlWriterTest, AnHourOfTypingStaysBelowOneAndAHalfMegabytes) {
  SessionDocument document = Document("calm");
  document.timeline.clear();
  std::string text;
  for (int i = 0; i < 18000; ++i) {  // five keys a second
    text += i % 40 == 39 ? '\n' : 'x';
    if (text.size() > 4000) text.clear();
    document.timeline.push_back(
        {interview::Duration(i * 200), Kind::kText, "code", text, text.size()});
  }
  EXPECT_LE(WriteHtml(document).size(), 1'500'000u);
}

TEST(DocumentJsonTest, EditsCountInTheUnitsOfTheBrowser) {
  SessionDocument document;
  document.timeline = {{interview::Duration(1), Kind::kText, "a", "é😀b", 0},
                       {interview::Duration(2), Kind::kText, "a", "é😀c", 0}};
  const interview::Json moments = PlayerJson(document)["moments"];
  EXPECT_EQ(interview::DumpJson(moments[1]), R"(["e",2,0,3,1,"c"])");
}

TEST(DocumentRedactionTest, NamesPathsNotesAndTextAreTakenOutEverywhere) {
  Redaction redaction;
  redaction.names = redaction.paths = redaction.notes = true;
  redaction.known_names = KnownNames({"Ada Lovelace"});
  const SessionDocument document =
      Redacted(Document("by Ada, ada@example.org, in /home/ada/x.py "), redaction);
  const std::string json = interview::DumpJson(DocumentJson(document).at("rounds"));
  for (const char* gone : {"by Ada", "example.org", "/home/ada"}) {
    EXPECT_THAT(json, Not(HasSubstr(gone)));
    EXPECT_THAT(interview::DumpJson(PlayerJson(document).at("moments")), Not(HasSubstr(gone)));
  }
  EXPECT_TRUE(document.notes.empty());
  Redaction all;
  all.text = true;
  SessionDocument wordless = Document("a secret");
  wordless.title = "Drill";
  wordless.timeline.back().label = "Run: Accepted";
  wordless = Redacted(wordless, all);
  EXPECT_THAT(WriteHtml(wordless), Not(HasSubstr("a secret")));
  EXPECT_THAT(WriteHtml(wordless), HasSubstr("Find two."));
}

TEST(DocumentRedactionTest, TheReplayDoesNotSpellOutANameThatIsBeingTyped) {
  SessionDocument document;
  document.timeline = {{interview::Duration(1), Kind::kText, "a", "by Lovel", 8}};
  Redaction redaction;
  redaction.names = true;
  redaction.known_names = {"Lovelace"};
  EXPECT_EQ(Redacted(document, redaction).timeline[0].text, "by …");
}

TEST(DocumentRedactionTest, ThePreviewWarnsWhereNoNamesAreKnown) {
  Redaction redaction;
  redaction.names = true;
  EXPECT_THAT(Preview(Document("calm"), redaction, 10).back(), HasSubstr("No names are known"));
  redaction.known_names = {"Ada"};
  EXPECT_EQ(Preview(Document("calm"), redaction, 10).back(), "Taken out: names and addresses");
}

TEST(DocumentRedactionTest, AnUnknownWordIsRefused) {
  EXPECT_FALSE(ParseRedaction("names,faces"));
  EXPECT_TRUE(ParseRedaction("names,paths")->paths);
}

TEST(PageHashTest, IsThePublishedOne) {
  EXPECT_EQ(PolicyHash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(PolicyHash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

}  // namespace
}  // namespace app

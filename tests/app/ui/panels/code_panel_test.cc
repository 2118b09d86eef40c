// What a result marks in the code, and code that is written in the room.
#include "app/ui/panels/code_panel.h"

#include <gtest/gtest.h>

#include "app/ui/panels/save_mark.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using interview::Language;
using Severity = CodeDiagnostic::Severity;

constexpr char kCoding[] = "pair-with-target";

interview::QuestionWork WorkWith(std::vector<interview::Diagnostic> diagnostics, Language language,
                                 std::string code) {
  interview::Judgement judgement;
  judgement.diagnostics = std::move(diagnostics);
  interview::TimedEvaluation run;
  run.evaluation.kind = interview::EvaluationKind::kRunVisible;
  run.evaluation.judgement = std::move(judgement);
  run.code = {language, std::move(code)};
  interview::QuestionWork work;
  work.runs.push_back(std::move(run));
  return work;
}

TEST(CodePanel, MarksWhatTheLatestResultFound) {
  const auto work = WorkWith({{2, 5, "error", "no such\x01 name"}, {1, 0, "warning", "unused"}},
                             Language::kCpp, "int a;\nint b = c;");
  const auto problems = ProblemsOf(work, Language::kCpp, TextBuffer("int a;\nint b = c;"));
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].line, 1);
  EXPECT_EQ(problems[0].column, 4);
  EXPECT_EQ(problems[0].severity, Severity::kError);
  EXPECT_EQ(problems[0].text.find('\x01'), std::string::npos);
  EXPECT_EQ(problems[1].severity, Severity::kWarning);
}

TEST(CodePanel, LeavesOutLinesThatHaveChangedSinceTheRun) {
  const auto work = WorkWith({{1, 1, "error", "a"}, {2, 1, "error", "b"}, {9, 1, "error", "c"}},
                             Language::kPython, "x\ny");
  const auto problems = ProblemsOf(work, Language::kPython, TextBuffer("x\nY\nz"));
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].text, "a");
}

TEST(CodePanel, MarksNothingInAnotherLanguageAndWithoutAPlace) {
  const auto work = WorkWith({{0, 0, "error", "nowhere"}}, Language::kPython, "x");
  EXPECT_TRUE(ProblemsOf(work, Language::kPython, TextBuffer("x")).empty());
  EXPECT_TRUE(ProblemsOf(work, Language::kCpp, TextBuffer("x")).empty());
  EXPECT_TRUE(ProblemsOf({}, Language::kCpp, TextBuffer("x")).empty());
}

TEST(CodePanel, SendsWhatIsTypedUndoneAndPasted) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kCoding);
  const auto source = [&] {
    return app.state().running->session->current_work()->sources.at(Language::kPython);
  };
  ui.Click("Code");
  ui.Ctrl(Key::kA);
  ui.Type("f g");
  EXPECT_EQ(source(), "f g");
  ui.Ctrl(Key::kZ);
  EXPECT_EQ(source(), "f ");
  ui.clipboard = "pasted";
  ui.Ctrl(Key::kV);
  EXPECT_EQ(source(), "f pasted");
  EXPECT_EQ(app.state().running->session->current_work()->pastes.size(), 1u);
}

TEST(CodePanel, TheHeaderSaysWhetherWhatWasTypedIsOnTheDisk) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kCoding);
  app.WaitUntil([&] { return ui.Shows("Saved", "status"); });
  ui.Click("Code");
  ui.Type("x");
  EXPECT_TRUE(ui.Shows("Unsaved", "status"));
  EXPECT_FALSE(ui.Shows("Saved", "status"));
  app.WaitUntil([&] { return ui.Shows("Saved", "status"); });
  EXPECT_EQ(app.state().running->stored, app.state().running->events.size());
  EXPECT_EQ(ui.Value("Saved", "status"), "All that you wrote is on the disk");
}

TEST(CodePanel, TheMarkOfWhatIsSavedTellsARefusingDisk) {
  OpenSession open;
  EXPECT_EQ(SaveStateOf(open, false), SaveState::kSaved);
  EXPECT_EQ(SaveStateOf(open, true), SaveState::kUnsaved);
  open.events.resize(2);
  open.stored = 1;
  EXPECT_EQ(SaveStateOf(open, false), SaveState::kUnsaved);
  open.disk_refuses = true;
  EXPECT_EQ(SaveStateOf(open, false), SaveState::kRefused);
}

TEST(CodePanel, TheMarkHasRoomAtEverySizeAndLiesOnNothing) {
  for (const auto& [width, height] : {std::pair{1024.0f, 640.0f}, std::pair{1440.0f, 900.0f}}) {
    AppFixture app(width, height);
    app.StartDrill(kCoding);
    app.WaitUntil([&] { return app.ui().Shows("Saved", "status"); });
    const UiNode mark = app.ui().Find("Saved", "status");
    for (const UiNode& node : app.ui().tree().nodes()) {
      if (node.role != "tab" && node.role != "button" && node.role != "combo") continue;
      const bool apart = node.max.x <= mark.min.x || mark.max.x <= node.min.x ||
                         node.max.y <= mark.min.y || mark.max.y <= node.min.y;
      EXPECT_TRUE(apart) << node.label << " at " << width;
    }
  }
}

TEST(CodePanel, KeepsOwnTestsAsTyped) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kCoding);
  ui.Click("My tests", "tab");
  ui.Click("My tests", "code");
  ui.Type("{\"args\": [[1, 2], 3]}");
  EXPECT_EQ(ui.Value("My tests", "code"), "{\"args\": [[1, 2], 3]}");
}

}  // namespace
}  // namespace app

// The line under the code editor.
#include "app/ui/widgets/editor_status.h"

#include <gtest/gtest.h>

#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using Parts = std::vector<std::string>;

TEST(EditorStatus, TellsTheCaretTheIndentationTheLanguageAndTheLevel) {
  TextBuffer text("a\n\tb");
  text.MoveTo({1, 1}, TextBuffer::Selection::kDrop);
  EXPECT_EQ(StatusParts(text, {.message = {}, .language = "Python", .assist = "IDE"}),
            (Parts{"Ln 2, Col 5", "Spaces: 4", "Python", "Editor: IDE"}));
  text.SetIndentation({.tabs = true, .width = 8});
  EXPECT_EQ(StatusParts(text, {}), (Parts{"Ln 2, Col 9", "Tabs: 8"}));
}

TEST(EditorStatus, CountsCharactersNotBytes) {
  TextBuffer text("aé∑b");
  text.SelectAll();
  EXPECT_EQ(StatusParts(text, {})[1], "4 selected");
}

TEST(EditorStatus, CountsCarets) {
  TextBuffer text("a\nb");
  text.AddSelection({.caret = {1, 0}, .anchor = {1, 0}});
  EXPECT_EQ(StatusParts(text, {})[1], "2 carets");
}

TEST(EditorStatus, LeavesOutWhatHasNoRoom) {
  const TextBuffer text("a");
  float width = 600;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawEditorStatus(context, width, text,
                       {.message = "-- INSERT --", .language = "Python", .assist = "IDE"});
    });
  });
  driver.Frame();
  EXPECT_EQ(driver.Value("Editor status"),
            "-- INSERT -- · Ln 1, Col 1 · Spaces: 4 · Python · Editor: IDE");
  width = 200;
  driver.Frame();
  EXPECT_EQ(driver.Value("Editor status"), "-- INSERT -- · Ln 1, Col 1");
}

}  // namespace
}  // namespace app

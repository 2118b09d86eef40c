// One code editor with everything around it, in a window of its own.
#pragma once

#include <string>
#include <vector>

#include "app/ui/widgets/assisted_editor.h"
#include "tests/app/ui/ui_driver.h"

namespace app {

struct AssistedEditorFixture {
  explicit AssistedEditorFixture(
      interview::AssistLevel assist_level = interview::AssistLevel::kPlain, bool with_vim = false,
      std::string_view text = {})
      : level(assist_level),
        vim(with_vim),
        driver(
            [this](FrameContext& context) {
              DrawInWindow([&] {
                const CodeAssistResult result =
                    DrawAssistedEditor(context, "Code", ImVec2(700, 400), &editor, &state,
                                       {.language = FindSyntax("python")},
                                       {.level = level,
                                        .vim = vim,
                                        .language = "Python",
                                        .words = {.names = names, .keywords = keywords}});
                saves += result.saved ? 1 : 0;
                lefts += result.left ? 1 : 0;
                changes += result.editor.changed ? 1 : 0;
              });
            },
            720, 480) {
    editor.text.SetText(text);
    driver.Frame();
    driver.Click("Code");
    editor.text.MoveTo({}, TextBuffer::Selection::kDrop);
    driver.Settle();
  }

  std::string Text() const { return editor.text.Text(); }
  std::string Selected() const { return editor.text.SelectedText(); }
  bool StatusShows(const std::string& part) {
    return driver.Value("Editor status").find(part) != std::string::npos;
  }

  interview::AssistLevel level;
  bool vim;
  std::vector<std::string> names = {"intervals", "merge"};
  std::vector<std::string_view> keywords = {"if", "import", "in", "return"};
  CodeEditorState editor;
  CodeAssistState state;
  int saves = 0, lefts = 0, changes = 0;
  UiDriver driver;
};

}  // namespace app

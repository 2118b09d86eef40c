// Random keys, text and mouse into the code editor: `editor_fuzz [SECONDS] [SEED]`. After every
// few events what must always hold is looked at; the first thing that does not ends the run with
// the seed that brings it back.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "app/ui/widgets/code_editor.h"
#include "app/ui/widgets/code_glyphs.h"
#include "tests/fuzz/event_generator.h"

namespace app {
namespace {

constexpr int kStepsPerSeed = 2000;

const std::vector<Key> kFavourites = {
    Key::kLeft,   Key::kRight,     Key::kUp,  Key::kDown, Key::kHome,  Key::kEnd, Key::kEnter,
    Key::kDelete, Key::kBackspace, Key::kTab, Key::kZ,    Key::kY,     Key::kV,   Key::kD,
    Key::kL,      Key::kK,         Key::kJ,   Key::kX,    Key::kSlash, Key::kF8,  Key::kPageDown};

const char* const kTexts[] = {"", "def f(a):\n    return {\n        'x': [1, 2],\n    }\n",
                              "\tfor (;;) {\n\t\tx += \"a // b\"; /* open\n\t*/ }\n",
                              "a\u202Eb\u200Bc\u00A0\x01\xFF\xC0 z\n\n\n"};

class EditorFuzz {
 public:
  explicit EditorFuzz(std::uint32_t seed)
      : seed_(seed),
        events_(seed, 640, 420, kFavourites),
        driver_(
            [this](FrameContext& context) {
              DrawInWindow([&] {
                result_ = DrawCodeEditor(context, "Code", ImVec2(600, 380), &state_, options_);
              });
            },
            640, 420) {
    static const char* const kLanguages[] = {"python", "cpp", "javascript", "json", "markdown", ""};
    options_.language = FindSyntax(kLanguages[events_.Any(6)]);
    options_.read_only = events_.Any(12) == 0;
    options_.block_caret = events_.Any(5) == 0;
    state_.show_whitespace = events_.Any(4) == 0;
    state_.text.SetIndentation({events_.Any(3) == 0, events_.Any(3) == 0 ? 2 : 4});
    state_.text.SetText(kTexts[events_.Any(4)]);
    driver_.Frame();
    driver_.Click("Code");
  }

  // False, and says why, when something that must hold does not.
  bool Run() {
    for (step_ = 0; step_ < kStepsPerSeed; ++step_) {
      events_.Push(&driver_);
      for (std::size_t i = events_.Any(4); i > 0; --i) driver_.Frame();
      if (events_.Any(50) == 0) Disturb();
      if (events_.Any(20) == 0) driver_.Settle();
      if (!Holds()) return false;
      if (state_.text.Text().size() > 60'000) state_.text.SetText(kTexts[events_.Any(4)]);
    }
    events_.Release(&driver_);
    return UndoesToTheBeginning();
  }

 private:
  // What happens to a text from outside: problems arrive, the text or the language is another.
  void Disturb() {
    switch (events_.Any(4)) {
      case 0:
        diagnostics_.clear();
        for (std::size_t i = events_.Any(5); i > 0; --i) {
          diagnostics_.push_back({static_cast<int>(events_.Any(12)) - 1,
                                  static_cast<int>(events_.Any(40)),
                                  static_cast<int>(events_.Any(9)),
                                  static_cast<CodeDiagnostic::Severity>(events_.Any(3)),
                                  "what is wrong\nin two lines"});
        }
        options_.diagnostics = &diagnostics_;
        ++options_.diagnostics_id;
        return;
      case 1:
        options_.language = FindSyntax(events_.Any(2) == 0 ? "cpp" : "python");
        return;
      case 2:
        driver_.clipboard = kTexts[events_.Any(4)];
        return;
      default:
        state_.text.Replace({0, 0}, state_.text.Right({0, 0}), "outside");
    }
  }

  bool Fail(const char* what) {
    std::printf("seed %u, step %d: %s\nThe text:\n%s\n", seed_, step_, what,
                state_.text.Text().c_str());
    return false;
  }

  bool Holds() {
    const TextBuffer& text = state_.text;
    if (text.line_count() < 1) return Fail("there is no line");
    for (const std::string& line : text.lines()) {
      if (line.find_first_of("\r\n") != std::string::npos) return Fail("a line holds a line break");
    }
    const auto& all = text.selections();
    if (all.empty() || text.primary() >= all.size()) return Fail("there is no primary selection");
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (text.Clamped(all[i].caret) != all[i].caret ||
          text.Clamped(all[i].anchor) != all[i].anchor) {
        return Fail("a selection leaves the text");
      }
      if (i > 0 && all[i].begin() < all[i - 1].end()) return Fail("selections overlap");
    }
    for (const CodeDiagnostic& one : state_.diagnostics) {
      if (one.line < 0 ||
          (state_.diagnostics_version == text.version() && one.line >= text.line_count())) {
        return Fail("a problem leaves the text");
      }
    }
    return true;
  }

  bool UndoesToTheBeginning() {
    TextBuffer& text = state_.text;
    while (text.Redo()) {
    }
    const std::string newest = text.Text();
    int steps = 0;
    for (; text.Undo(); ++steps) {
      if (!Holds()) return false;
    }
    for (; text.Redo(); --steps) {
      if (!Holds()) return false;
    }
    if (steps != 0) return Fail("undo and redo do not match");
    return text.Text() == newest || Fail("redo does not bring the text back");
  }

  std::uint32_t seed_;
  int step_ = 0;
  CodeEditorState state_;
  CodeEditorOptions options_;
  CodeEditorResult result_;
  std::vector<CodeDiagnostic> diagnostics_;
  EventGenerator events_;
  UiDriver driver_;
};

}  // namespace
}  // namespace app

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 2;
  std::uint32_t seed = argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 1;
  const auto begin = std::chrono::steady_clock::now();
  int runs = 0;
  do {
    if (!app::EditorFuzz(seed++).Run()) return 1;
    ++runs;
  } while (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() <
           seconds);
  std::printf("%d runs of %d steps, nothing found\n", runs, app::kStepsPerSeed);
}

// What a frame with the code editor costs, without a GPU: percentiles of the processor time of one
// frame, by length of the text and what is being done. `editor_bench [LINES...]`; exits with 1 when
// a frame of a text of up to 100,000 lines takes longer than its share.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "app/ui/widgets/code_editor.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

constexpr double kMostMs = 5;

// Processor time of this thread: what others do meanwhile does not count.
double NowMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

std::string CodeOf(int lines) {
  static const char* const kPieces[] = {"def solve(values, target):",
                                        "    seen = {}",
                                        "    for i, v in enumerate(values):  # one pass",
                                        "        if target - v in seen:",
                                        "            return [seen[target - v], i]",
                                        "        seen[v] = i",
                                        "    return \"nothing\"",
                                        ""};
  std::string text;
  for (int i = 0; i < lines; ++i) (text += kPieces[i % 8]) += '\n';
  return text;
}

class Bench {
 public:
  explicit Bench(int lines) : lines_(lines) {
    options_.language = FindSyntax("python");
    state_.text.SetText(CodeOf(lines));
    Settle();
    driver_.Click("Code");
    measuring_ = true;
  }

  void Run() {
    Row("idle", 200, [](int) {});
    Go(2);
    Row("typing at the top", 200, [this](int i) { Character('a' + i % 26); });
    Go(lines_ / 2);
    Row("typing in the middle", 200, [this](int i) { Character('a' + i % 26); });
    Row("quotes in the middle", 30, [this](int) { Character('"'); });
    Row("Enter in the middle", 100, [this](int) { Press(Key::kEnter); });
    Go(0);
    Row("page down", 100, [this](int) { Press(Key::kPageDown); });
    state_.text.SetText(CodeOf(lines_));
    Row("to the end, not lexed yet", 100, [this](int i) {
      if (i == 0) Go(lines_);
    });
    Settle();
    driver_.clipboard = CodeOf(10'000);
    Row("paste 10,000 lines", 20, [this](int i) {
      if (i == 0) Ctrl(Key::kV);
    });
    Row("undo and redo of it", 40, [this](int i) {
      if (i % 20 == 0) Ctrl(i == 0 ? Key::kZ : Key::kY);
    });
    std::vector<TextSelection> matches;
    for (int i = 0; i < lines_; ++i) {
      const std::size_t at = state_.text.Line(i).find("seen");
      const int begin = static_cast<int>(at);
      if (at != std::string::npos) matches.push_back({{i, begin + 4}, {i, begin}});
    }
    options_.matches = &matches;
    Row("matches of a search", 100, [](int) {});
    options_.matches = nullptr;
    Go(0);
    state_.text.Insert("x = \"" + std::string(100'000, 'y') + "\"", TextBuffer::EditKind::kOther);
    Row("a line of 100 kB, typing", 100, [this](int i) { Character('a' + i % 26); });
    Row("a line of 100 kB, Home and End", 40,
        [this](int i) { Press(i % 2 == 0 ? Key::kHome : Key::kEnd); });
  }

  bool passed() const { return passed_; }

 private:
  void Go(int line) {
    state_.text.MoveTo({line, 0}, TextBuffer::Selection::kDrop);
    state_.Reveal();
  }
  void Character(int code) { driver_.feed().PushCharacter(static_cast<std::uint32_t>(code)); }
  void Press(Key key) {
    driver_.feed().PushKey(key, true);
    driver_.feed().PushKey(key, false);
  }
  void Ctrl(Key key) {
    driver_.feed().PushKey(Key::kLeftCtrl, true);
    Press(key);
    driver_.feed().PushKey(Key::kLeftCtrl, false);
  }
  void Settle() {
    for (int i = 0; i < 3 || !known_; ++i) driver_.Frame();
  }

  void Row(const char* name, int steps, const std::function<void(int)>& act) {
    std::vector<double> frames;
    for (int i = 0; i < steps; ++i) {
      act(i);
      do {
        const double begin = NowMs();
        driver_.Frame();
        frames.push_back(NowMs() - begin);
      } while (driver_.feed().pending());
    }
    std::sort(frames.begin(), frames.end());
    const auto at = [&](double share) {
      return frames[static_cast<std::size_t>(share * static_cast<double>(frames.size() - 1))];
    };
    std::printf("%8d  %-32s %8.3f %8.3f %8.3f\n", lines_, name, at(0.5), at(0.99), frames.back());
    if (lines_ <= 100'000 && frames.back() > kMostMs) passed_ = false;
  }

  int lines_;
  CodeEditorState state_;
  CodeEditorOptions options_;
  bool known_ = false;  // the lexer has seen everything
  bool measuring_ = false;
  bool passed_ = true;
  UiDriver driver_{[this](FrameContext& context) {
                     DrawInWindow([&] {
                       // The tree is for tests and readers; it costs nothing in use.
                       context.tree.set_recording(!measuring_);
                       DrawCodeEditor(context, "Code", ImVec2(900, 860), &state_, options_);
                       known_ = state_.lines.known() + 1 >= state_.text.line_count();
                     });
                   },
                   1000, 900};
};

}  // namespace
}  // namespace app

int main(int argc, char** argv) {
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {1'000, 10'000, 100'000};
  std::printf("%8s  %-32s %8s %8s %8s   ms of processor time\n", "lines", "", "p50", "p99", "max");
  bool passed = true;
  for (const int lines : sizes) {
    app::Bench bench(lines);
    bench.Run();
    passed = passed && bench.passed();
  }
  return passed ? 0 : 1;
}

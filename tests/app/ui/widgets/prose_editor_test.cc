// Writing prose: what the keys do, what is marked, what is counted and previewed.
#include "app/ui/widgets/prose_editor.h"

#include <gtest/gtest.h>

#include <chrono>

#include "app/ui/widgets/controls.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

struct Fixture {
  explicit Fixture(float width = 500, std::shared_ptr<SpellChecker> spelling = nullptr)
      : driver(
            [this, width](FrameContext& context) {
              DrawInWindow([&] {
                const TextBoxResult result =
                    DrawProseEditor(context, "Answer", ImVec2(width, 300), &text, &state,
                                    {.placeholder = "Write here…", .app = &app});
                changes += result.changed ? 1 : 0;
                DrawButton(context, "After");
              });
              for (const Command& command : context.commands) commands.push_back(command);
            },
            1440, 900) {
    if (spelling) {
      app.spelling.Arrive(spelling);
    } else {
      app.spelling.Fail("none");
    }
    driver.Click("Answer", "textbox");
  }
  std::string Text() { return text.text.Text(); }
  template <class T>
  const T* Emitted() const {
    for (const Command& command : commands) {
      if (const T* found = std::get_if<T>(&command)) return found;
    }
    return nullptr;
  }

  AppState app;
  TextBoxState text;
  ProseState state;
  int changes = 0;
  std::vector<Command> commands;
  UiDriver driver;
};

std::shared_ptr<SpellChecker> Speller() {
  static const std::shared_ptr<SpellChecker> checker = [] {
    AppPaths paths = *FindAppPaths();
    paths.data = std::filesystem::temp_directory_path() / "onsite-no-such-folder";
    auto loaded = SpellChecker::Load(paths, {});
    return loaded ? *loaded : nullptr;
  }();
  return checker;
}

TEST(ProseEditor, GoesOnWithLists) {
  Fixture f;
  f.driver.Type("- one\ntwo\n\nafter");
  EXPECT_EQ(f.Text(), "- one\n- two\nafter");
}

TEST(ProseEditor, NestsItemsByTabAndLeavesElsewhere) {
  Fixture f;
  f.driver.Type("- one\ntwo");
  f.driver.Press(Key::kTab);
  EXPECT_EQ(f.Text(), "- one\n  - two");
  f.driver.Press(Key::kTab, {.shift = true});
  EXPECT_EQ(f.Text(), "- one\n- two");
  f.driver.Type("\n\nplain");
  f.driver.Press(Key::kTab);
  EXPECT_EQ(f.Text(), "- one\n- two\nplain") << "no list: Tab moves on";
  EXPECT_FALSE(f.driver.Find("Answer", "textbox").focused);
}

TEST(ProseEditor, MarksByKeys) {
  Fixture f;
  f.driver.Type("bias");
  f.driver.Ctrl(Key::kB);
  EXPECT_EQ(f.Text(), "**bias**");
  f.driver.Ctrl(Key::kB);
  EXPECT_EQ(f.Text(), "bias");
  f.driver.Ctrl(Key::kI);
  EXPECT_EQ(f.Text(), "*bias*");
  f.driver.Ctrl(Key::kZ);
  f.driver.Ctrl(Key::kE);
  EXPECT_EQ(f.Text(), "`bias`");
  EXPECT_GE(f.changes, 5) << "each change is heard of";
}

TEST(ProseEditor, CountsWordsAsTheyAreTyped) {
  Fixture f;
  EXPECT_TRUE(f.driver.Shows("0 words  ·  spelling is not checked: no dictionary", "status"));
  f.app.spelling = {};
  f.driver.Type("one two\nthree");
  EXPECT_TRUE(f.driver.Shows("3 words", "status"));
  f.driver.Ctrl(Key::kZ);
  f.driver.Ctrl(Key::kA);
  f.driver.Press(Key::kDelete);
  EXPECT_TRUE(f.driver.Shows("0 words", "status"));
  EXPECT_NE(f.Emitted<command::LoadSpelling>(), nullptr);
}

TEST(ProseEditor, PreviewsInsteadWhereItIsNarrow) {
  Fixture narrow;
  narrow.driver.Type("some **bold** text");
  narrow.driver.Press(Key::kV, {.ctrl = true, .shift = true});
  EXPECT_TRUE(narrow.driver.Shows("Preview", "article"));
  EXPECT_FALSE(narrow.driver.Shows("Answer", "textbox"));
  narrow.driver.Press(Key::kV, {.ctrl = true, .shift = true});
  EXPECT_TRUE(narrow.driver.Find("Answer", "textbox").focused) << "back to where one was";
}

TEST(ProseEditor, PreviewsBesideTheTextWhereItIsWide) {
  Fixture wide(1000);
  wide.driver.Type("text");
  wide.driver.Click("Preview", "button");
  EXPECT_TRUE(wide.driver.Shows("Preview", "article"));
  const UiNode box = wide.driver.Find("Answer", "textbox");
  EXPECT_LE(box.max.x, wide.driver.Find("Preview", "article").min.x);
  wide.driver.Click("Answer", "textbox");
  wide.driver.Type(" more");
  EXPECT_EQ(wide.state.preview_text, "text more");
}

TEST(ProseEditor, ShowsHiddenCharacters) {
  Fixture f;
  f.driver.Type("a\u202Eb\u200Bc");
  EXPECT_TRUE(f.driver.Shows("Hidden character \\u{202e}", "mark"));
  EXPECT_TRUE(f.driver.Shows("Hidden character \\u{200b}", "mark"));
  EXPECT_EQ(f.Text(), "a\u202Eb\u200Bc") << "the text itself stays";
}

TEST(ProseEditor, UnderlinesUnknownWordsButNotInCode) {
  if (!Speller()) GTEST_SKIP() << kNoDictionary;
  Fixture f(500, Speller());
  f.driver.Type("the gradeint and `gradeint` of softmax ");
  int squiggles = 0;
  for (const UiNode& node : f.driver.tree().nodes()) {
    if (node.role != "squiggle") continue;
    EXPECT_EQ(node.label, "gradeint");
    ++squiggles;
  }
  EXPECT_EQ(squiggles, 1);
}

TEST(ProseEditor, DoesNotMarkTheWordBeingTyped) {
  if (!Speller()) GTEST_SKIP() << kNoDictionary;
  Fixture f(500, Speller());
  f.driver.Type("gradeint");
  EXPECT_FALSE(f.driver.Shows("gradeint", "squiggle"));
  f.driver.Type(" ");
  EXPECT_TRUE(f.driver.Shows("gradeint", "squiggle"));
}

TEST(ProseEditor, OffersWordsByTheKeyboard) {
  if (!Speller()) GTEST_SKIP() << kNoDictionary;
  Fixture f(500, Speller());
  f.driver.Type("a gradeint here");
  f.driver.Press(Key::kHome);
  for (int i = 0; i < 4; ++i) f.driver.Press(Key::kRight);
  f.driver.Press(Key::kPeriod, {.ctrl = true});
  ASSERT_NE(f.Emitted<command::SuggestSpelling>(), nullptr);
  EXPECT_EQ(f.Emitted<command::SuggestSpelling>()->word, "gradeint");
  ASSERT_TRUE(f.driver.Shows("Spelling of gradeint", "menu"));
  f.app.suggestions_for = "gradeint";
  f.app.suggestions.Arrive({"gradient", "gradients"});
  f.driver.Settle();
  EXPECT_TRUE(f.driver.Shows("gradients", "menuitem"));
  f.driver.Press(Key::k1);
  EXPECT_EQ(f.Text(), "a gradient here");
  EXPECT_FALSE(f.driver.Shows("Spelling of gradeint", "menu"));
  f.driver.Type("!");
  EXPECT_EQ(f.Text(), "a gradient! here") << "the keyboard is back in the text";
}

TEST(ProseEditor, TheMenuIsWalkedByTheArrows) {
  if (!Speller()) GTEST_SKIP() << kNoDictionary;
  Fixture f(500, Speller());
  f.driver.Type("gradeint ");
  f.driver.Press(Key::kHome);
  f.driver.Press(Key::kF10, {.shift = true});
  ASSERT_TRUE(f.driver.Shows("Spelling of gradeint", "menu"));
  f.app.suggestions_for = "gradeint";
  f.app.suggestions.Arrive({"gradient", "gradients"});
  f.driver.Settle();
  for (int i = 0; i < 9 && !f.driver.Find("gradients", "menuitem").focused; ++i) {
    f.driver.Press(Key::kDown);
  }
  ASSERT_TRUE(f.driver.Find("gradients", "menuitem").focused);
  f.driver.Press(Key::kUp);
  EXPECT_TRUE(f.driver.Find("gradient", "menuitem").focused);
  f.driver.Press(Key::kEnter);
  EXPECT_EQ(f.Text(), "gradient ");
}

TEST(ProseEditor, AddsAWordOfOnesOwn) {
  if (!Speller()) GTEST_SKIP() << kNoDictionary;
  Fixture f(500, Speller());
  f.driver.Type("flurbish ");
  f.driver.Press(Key::kHome);
  f.driver.Press(Key::kPeriod, {.ctrl = true});
  f.driver.Click("Add to my words", "menuitem");
  ASSERT_NE(f.Emitted<command::LearnWord>(), nullptr);
  EXPECT_EQ(f.Emitted<command::LearnWord>()->word, "flurbish");
}

TEST(ProseEditor, OpensTheMenuByTheRightButtonWhereItIsPressed) {
  if (!Speller()) GTEST_SKIP() << kNoDictionary;
  Fixture f(500, Speller());
  f.driver.Type("fine gradeint ");
  const UiNode word = f.driver.Find("gradeint", "squiggle");
  f.driver.RightClickAt((word.min.x + word.max.x) / 2, (word.min.y + word.max.y) / 2);
  EXPECT_TRUE(f.driver.Shows("Spelling of gradeint", "menu"));
  f.driver.Press(Key::kEscape);
  EXPECT_FALSE(f.driver.Shows("Spelling of gradeint", "menu"));
  f.driver.RightClickAt(word.min.x - 20, (word.min.y + word.max.y) / 2);
  EXPECT_TRUE(f.driver.Shows("Edit", "menu")) << "a known word: cut, copy, select all";
  f.driver.Click("Select all", "menuitem");
  EXPECT_EQ(f.text.text.SelectedText(), "fine gradeint ");
}

TEST(ProseEditor, SelectsWordsByDoubleClickAndDrag) {
  Fixture f;
  f.driver.Type("one two three");
  const UiNode box = f.driver.Find("Answer", "textbox");
  f.driver.ClickAt(box.min.x + 20, box.min.y + 18, 2);
  EXPECT_EQ(f.text.text.SelectedText(), "one");
  f.driver.ClickAt(box.min.x + 20, box.min.y + 18, 3);
  EXPECT_EQ(f.text.text.SelectedText(), "one two three");
}

// Of 10,000 lines only those that change are laid out again.
TEST(ProseEditor, ALongTextCostsLittleAFrame) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    text +=
        "A line of prose that is long enough to be wrapped once or twice in a narrow box, "
        "with **emphasis**, `code` and the like: number " +
        std::to_string(i) + ".\n";
  }
  Fixture f(500, Speller());
  f.text.text.SetText(text);
  f.driver.Settle();
  f.text.text.MoveTo({5000, 20}, TextBuffer::Selection::kDrop);
  f.text.follow_caret = true;
  f.driver.Settle();
  const std::size_t rows = f.text.rows.size();
  const auto spent = [&](const std::function<void()>& act) {
    std::chrono::duration<double, std::milli> best(1e9);
    for (int i = 0; i < 5; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      act();
      best = std::min<std::chrono::duration<double, std::milli>>(
          best, std::chrono::steady_clock::now() - begin);
    }
    return best.count();
  };
  f.driver.tree().set_recording(false);
  const double idle = spent([&] { f.driver.Frame(); });
  int enters = 0;
  const double enter = spent([&] {
    f.text.text.Insert("\n", TextBuffer::EditKind::kOther);
    ++enters;
    f.driver.Frame();
  });
  RecordProperty("idle_ms", std::to_string(idle));
  RecordProperty("enter_ms", std::to_string(enter));
  std::printf("10,000 lines: %.2f ms idle, %.2f ms with a line break in the middle\n", idle, enter);
  EXPECT_LT(idle, 2.0);
  EXPECT_LT(enter, 5.0);
  f.driver.tree().set_recording(true);
  f.driver.Frame();
  const std::vector<TextBoxState::Row> kept = f.text.rows;
  EXPECT_GE(kept.size(), rows + static_cast<std::size_t>(enters) - 1);
  f.text.laid_out_width = 0;  // lays everything out anew: the same rows come of it
  f.driver.Frame();
  ASSERT_EQ(kept.size(), f.text.rows.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    ASSERT_EQ(kept[i].line, f.text.rows[i].line) << i;
    ASSERT_EQ(kept[i].begin, f.text.rows[i].begin) << i;
    ASSERT_EQ(kept[i].end, f.text.rows[i].end) << i;
  }
}

// Any edits leave the rows, the counts and the fences that a fresh look would find.
TEST(ProseEditor, KeepsItsCachesThroughAnyEdits) {
  Fixture f;
  unsigned seed = 3;
  const auto next = [&seed](unsigned limit) {
    seed = seed * 1664525u + 1013904223u;
    return static_cast<int>((seed >> 16) % limit);
  };
  const std::string pieces[] = {"word ",
                                "\n",
                                "```\n",
                                "- item\n",
                                "a\nb\nc\n",
                                "long long long long long "
                                "long long long long long long long long long long long "};
  for (int round = 0; round < 400; ++round) {
    TextBuffer& text = f.text.text;
    const int line = next(static_cast<unsigned>(text.line_count()));
    text.MoveTo({line, next(30)}, TextBuffer::Selection::kDrop);
    switch (next(5)) {
      case 0:
        text.MoveTo({line + next(4), next(30)}, TextBuffer::Selection::kExtend);
        text.EraseRight();
        break;
      case 1:
        text.Undo();
        break;
      case 2:
        text.Redo();
        break;
      default:
        text.Insert(pieces[next(6)], TextBuffer::EditKind::kOther);
    }
    f.driver.Frame();
    f.driver.Frame();  // a scrollbar may have come or gone
    const std::vector<TextBoxState::Row> rows = f.text.rows;
    const int words = f.state.word_count;
    const std::vector<bool> fences = f.state.in_fence;
    f.text.laid_out_width = 0;
    f.state = ProseState{};
    f.driver.Frame();
    ASSERT_EQ(words, f.state.word_count) << round;
    ASSERT_EQ(fences, f.state.in_fence) << round;
    ASSERT_EQ(rows.size(), f.text.rows.size()) << round;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_EQ(rows[i].line, f.text.rows[i].line) << round;
      ASSERT_EQ(rows[i].end, f.text.rows[i].end) << round;
    }
  }
}

}  // namespace
}  // namespace app

#include "app/shell/input_feed.h"

#include <gtest/gtest.h>

#include "app/ui/imgui_compat.h"

namespace app {
namespace {

class InputFeedTest : public testing::Test {
 protected:
  InputFeedTest() {
    ImGui::CreateContext();
    SetUpContext();
    SetUpNullRenderer();
    ImGui::GetIO().DisplaySize = ImVec2(800, 600);
  }
  ~InputFeedTest() override { ImGui::DestroyContext(); }

  template <class Look>
  void Frame(Look look) {
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    feed_.Pump();
    ImGui::NewFrame();
    look();
    ImGui::Render();
    FinishNullFrame();
  }

  std::string DrainText(int* frames, int* backspaces) {
    std::string text;
    while (feed_.pending()) {
      Frame([&] {
        for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) text += static_cast<char>(c);
        if (KeyPressed(Key::kBackspace, false)) ++*backspaces;
      });
      ++*frames;
    }
    return text;
  }

  InputFeed feed_;
};

// As quick as a machine: keys overlap, and the frames come when they like.
TEST_F(InputFeedTest, LosesNoneOfTwoThousandKeysTypedWithoutAPause) {
  constexpr int kTyped = 2000;
  std::string typed;
  for (int i = 0; i < kTyped; ++i) {
    const int letter = (i * i + 7 * i) % 26;
    const Key key = static_cast<Key>(static_cast<int>(Key::kA) + letter);
    const char c = static_cast<char>('a' + letter);
    feed_.PushKey(key, true);
    feed_.PushCharacter(static_cast<std::uint32_t>(c));
    feed_.PushKey(key, false);
    typed += c;
  }
  int frames = 0, backspaces = 0;
  EXPECT_EQ(DrainText(&frames, &backspaces), typed);
  EXPECT_EQ(feed_.characters(), kTyped);
  EXPECT_LE(frames, 2 * kTyped);  // a letter takes a frame, a second one of the same two
}

TEST_F(InputFeedTest, LosesNoQuickBackspace) {
  for (int i = 0; i < 10; ++i) {
    feed_.PushKey(Key::kBackspace, true);
    feed_.PushKey(Key::kBackspace, false);
  }
  int frames = 0, backspaces = 0;
  DrainText(&frames, &backspaces);
  EXPECT_EQ(backspaces, 10);
}

// The app was busy while A went down and Ctrl came up again.
TEST_F(InputFeedTest, KeepsAModifierForTheCommandBeforeItsRelease) {
  feed_.PushKey(Key::kLeftCtrl, true);
  Frame([] {});
  feed_.PushKey(Key::kA, true);
  feed_.PushKey(Key::kLeftCtrl, false);
  feed_.PushKey(Key::kA, false);
  int commands = 0;
  while (feed_.pending()) {
    Frame([&] {
      if (KeyPressed(Key::kA, false) && CurrentModifiers().ctrl) ++commands;
    });
  }
  EXPECT_EQ(commands, 1);
}

TEST_F(InputFeedTest, TakesAWordOfDistinctLettersInFewFrames) {
  const std::string word = "background";
  for (const char c : word) {
    const Key key = static_cast<Key>(static_cast<int>(Key::kA) + c - 'a');
    feed_.PushKey(key, true);
    feed_.PushCharacter(static_cast<std::uint32_t>(c));
    feed_.PushKey(key, false);
  }
  int frames = 0, backspaces = 0;
  EXPECT_EQ(DrainText(&frames, &backspaces), word);
  EXPECT_LE(frames, 2 * static_cast<int>(word.size()));
}

TEST_F(InputFeedTest, KeepsTextBehindTheCommandKeyThatCameFirst) {
  feed_.PushKey(Key::kBackspace, true);
  feed_.PushCharacter('x');
  bool backspace_first = false, text_later = false;
  Frame([&] {
    backspace_first =
        KeyPressed(Key::kBackspace, false) && ImGui::GetIO().InputQueueCharacters.empty();
  });
  Frame([&] { text_later = ImGui::GetIO().InputQueueCharacters.Size == 1; });
  EXPECT_TRUE(backspace_first);
  EXPECT_TRUE(text_later);
}

TEST_F(InputFeedTest, ClicksWhereThePointerWas) {
  feed_.PushPointer(10, 10);
  feed_.PushButton(0, true);
  feed_.PushPointer(500, 500);
  feed_.PushButton(0, false);
  ImVec2 clicked(0, 0);
  for (int i = 0; i < 4; ++i) {
    Frame([&] {
      if (ImGui::IsMouseClicked(0)) clicked = ImGui::GetIO().MousePos;
    });
  }
  EXPECT_EQ(clicked.x, 10);
}

TEST_F(InputFeedTest, ReleasesHeldKeysWhenTheWindowLosesTheFocus) {
  feed_.PushKey(Key::kLeftCtrl, true);
  Frame([] {});
  feed_.PushFocus(false);
  bool ctrl = true;
  Frame([&] { ctrl = CurrentModifiers().ctrl; });
  EXPECT_FALSE(ctrl);
}

}  // namespace
}  // namespace app

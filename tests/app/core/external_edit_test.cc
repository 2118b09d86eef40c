// The user's own editor on a text. Its part is played by scripts.
#include "app/core/external_edit.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "interview/base/files.h"

namespace app {
namespace {

using Words = std::vector<std::string>;

class ExternalEditTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "onsite-edit-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    unsetenv("VISUAL");
    unsetenv("EDITOR");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // An "editor" that runs `body` with the file as $1.
  void UseEditor(const std::string& body) {
    const std::filesystem::path script = folder_ / "my editor";
    std::ofstream(script) << "#!/bin/sh\n" << body << "\n";
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    std::filesystem::create_symlink(script, folder_ / "editor");
    setenv("VISUAL", (folder_ / "editor").c_str(), 1);
  }

  static std::optional<std::string> WaitForSave(ExternalEdit* edit) {
    for (int i = 0; i < 500; ++i) {
      if (auto saved = edit->Poll()) return saved;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return std::nullopt;
  }

  std::filesystem::path file() const { return folder_ / "edit" / "solution.py"; }
  std::filesystem::path folder_;
};

TEST_F(ExternalEditTest, BringsBackWhatTheEditorSaved) {
  UseEditor("printf 'return 2\\n' >> \"$1\"");
  auto edit = ExternalEdit::Start(file(), "def f():\n");
  ASSERT_TRUE(edit) << edit.error().message;
  EXPECT_EQ(WaitForSave(&*edit), "def f():\nreturn 2\n");
  EXPECT_EQ(edit->Poll(), std::nullopt) << "once";
}

TEST_F(ExternalEditTest, SeesAFileThatIsReplacedByAnother) {
  UseEditor("printf 'new' > \"$1.tmp\" && mv \"$1.tmp\" \"$1\"");
  auto edit = ExternalEdit::Start(file(), "old");
  ASSERT_TRUE(edit) << edit.error().message;
  EXPECT_EQ(WaitForSave(&*edit), "new");
}

TEST_F(ExternalEditTest, SeesEverySave) {
  UseEditor("printf 'one' > \"$1\"; sleep 0.5; printf 'two' > \"$1\"");
  auto edit = ExternalEdit::Start(file(), "");
  ASSERT_TRUE(edit) << edit.error().message;
  EXPECT_EQ(WaitForSave(&*edit), "one");
  EXPECT_EQ(WaitForSave(&*edit), "two");
}

TEST_F(ExternalEditTest, AnEditorThatChangesNothingBringsNothing) {
  UseEditor("touch \"$1\"");
  auto edit = ExternalEdit::Start(file(), "same");
  ASSERT_TRUE(edit) << edit.error().message;
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(edit->Poll(), std::nullopt);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

TEST_F(ExternalEditTest, TheFileIsPrivateAndGoesAtTheEnd) {
  UseEditor("sleep 5");
  {
    const auto edit = ExternalEdit::Start(file(), "secret");
    ASSERT_TRUE(edit) << edit.error().message;
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(file()).permissions(),
              perms::owner_read | perms::owner_write);
    EXPECT_EQ(std::filesystem::status(file().parent_path()).permissions(), perms::owner_all);
  }
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(ExternalEditTest, SaysHowToNameAnEditor) {
  const auto none = ExternalEdit::Start(file(), "");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().message,
            "No editor is named; set the variable VISUAL or EDITOR, such as VISUAL=gvim.");
  setenv("EDITOR", "no-such-editor-anywhere", 1);
  const auto absent = ExternalEdit::Start(file(), "");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().message,
            "The editor \"no-such-editor-anywhere\" is not installed; set VISUAL to one that is.");
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST(EditorCommand, ATerminalEditorGetsATerminal) {
  const auto all = [](std::string_view) { return true; };
  EXPECT_EQ(
      *EditorCommand("/usr/bin/vim -n", "/a b.py", all),
      (Words{"x-terminal-emulator", "-e", "sh", "-c", "exec /usr/bin/vim -n \"$0\"", "/a b.py"}));
  EXPECT_EQ(EditorCommand("emacs -nw", "/a", all)->front(), "x-terminal-emulator");
  EXPECT_EQ(EditorCommand("emacs", "/a", all)->front(), "sh");
  EXPECT_EQ(*EditorCommand("code --wait", "/a", all),
            (Words{"sh", "-c", "exec code --wait \"$0\"", "/a"}));
}

TEST(EditorCommand, WithoutATerminalThereIsAWayOut) {
  const auto no_terminal = [](std::string_view name) { return name != "x-terminal-emulator"; };
  const auto command = EditorCommand("nvim", "/a", no_terminal);
  ASSERT_FALSE(command);
  EXPECT_EQ(
      command.error().message,
      "nvim needs a terminal, and there is no x-terminal-emulator; install one, or set VISUAL "
      "to an editor with a window.");
}

}  // namespace
}  // namespace app

// "Edit in $EDITOR": a text in a file of its own, the user's editor on it, and what was saved
// there. Main thread. Nothing waits: the file is looked at when Poll() is called, also after the
// program that was started has ended, for some hand the file to a window that is open already. The
// file is private to the user and goes with the ExternalEdit; the editor is left alone.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/result.h"

namespace app {

// What starts the editor `editor` ("vim", "code --wait") on `file`. One that lives in a terminal
// gets x-terminal-emulator, which `exists` has to know. Fails with a remedy.
interview::Result<std::vector<std::string>> EditorCommand(
    std::string_view editor, const std::filesystem::path& file,
    const std::function<bool(std::string_view program)>& exists);

class ExternalEdit {
 public:
  // Writes `text` to `file` and starts $VISUAL, else $EDITOR, on it. Fails where neither is set or
  // the editor cannot be started.
  static interview::Result<ExternalEdit> Start(std::filesystem::path file, std::string text);
  ~ExternalEdit();
  ExternalEdit(ExternalEdit&& other) noexcept;
  ExternalEdit& operator=(ExternalEdit&& other) noexcept;

  // The content of the file once it has been saved anew and then left alone from one call to the
  // next: an editor may write in pieces.
  std::optional<std::string> Poll();
  const std::filesystem::path& file() const { return file_; }

 private:
  struct Stamp {
    std::filesystem::file_time_type time{};
    std::uintmax_t size = 0;
    std::uintmax_t inode = 0;  // another one when the file was replaced
    bool operator==(const Stamp&) const = default;
  };
  ExternalEdit() = default;
  Stamp Look() const;

  std::filesystem::path file_;
  std::string text_;   // as last written or read
  Stamp seen_;         // at the last call
  Stamp taken_;        // of text_
  pid_t editor_ = -1;  // -1: ended
};

}  // namespace app

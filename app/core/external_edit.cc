// Starting the editor and watching its file.
#include "app/core/external_edit.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "interview/base/files.h"

namespace app {
namespace {

using interview::ErrorCode;
using interview::Fail;

constexpr std::array<std::string_view, 17> kTerminalEditors = {
    "vi",  "vim", "nvim", "nano", "pico", "hx",     "helix", "micro", "joe",
    "jed", "ne",  "kak",  "ed",   "ex",   "mcedit", "mg",    "zile"};

// "vim" of "/usr/bin/vim -u NONE".
std::string_view ProgramOf(std::string_view command) {
  const std::string_view word = command.substr(0, command.find(' '));
  return word.substr(word.rfind('/') + 1);
}

bool NeedsTerminal(std::string_view command) {
  const std::string_view program = ProgramOf(command);
  if (program == "emacs") {
    return command.find(" -nw") != std::string_view::npos ||
           command.find(" -t") != std::string_view::npos;
  }
  return std::find(kTerminalEditors.begin(), kTerminalEditors.end(), program) !=
         kTerminalEditors.end();
}

bool IsOnPath(std::string_view program) {
  if (program.find('/') != std::string_view::npos) {
    return access(std::string(program).c_str(), X_OK) == 0;
  }
  const char* variable = std::getenv("PATH");
  std::string_view path = variable != nullptr ? variable : "/usr/bin:/bin";
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::string file = std::string(path.substr(0, end)) + "/" + std::string(program);
    if (end > 0 && access(file.c_str(), X_OK) == 0) return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

interview::Result<pid_t> Spawn(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // The program's own streams are for its results.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  }
  pid_t child = -1;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    return Fail(ErrorCode::kIo,
                "The editor could not be started: " + std::string(std::strerror(error)) + ".");
  }
  return child;
}

}  // namespace

interview::Result<std::vector<std::string>> EditorCommand(
    std::string_view editor, const std::filesystem::path& file,
    const std::function<bool(std::string_view program)>& exists) {
  if (ProgramOf(editor).empty()) {
    return Fail(ErrorCode::kNotFound,
                "No editor is named; set the variable VISUAL or EDITOR, such as VISUAL=gvim.");
  }
  const std::string_view program = editor.substr(0, editor.find(' '));
  if (!exists(program)) {
    return Fail(ErrorCode::kNotFound, "The editor \"" + std::string(program) +
                                          "\" is not installed; set VISUAL to one that is.");
  }
  // The shell splits the variable as other programs do; the file's name stays one word.
  std::vector<std::string> command = {"sh", "-c", "exec " + std::string(editor) + " \"$0\"",
                                      file.string()};
  if (!NeedsTerminal(editor)) return command;
  static constexpr std::string_view kTerminal = "x-terminal-emulator";
  if (!exists(kTerminal)) {
    return Fail(ErrorCode::kNotFound,
                std::string(ProgramOf(editor)) +
                    " needs a terminal, and there is no x-terminal-emulator; install one, or set "
                    "VISUAL to an editor with a window.");
  }
  command.insert(command.begin(), {std::string(kTerminal), "-e"});
  return command;
}

interview::Result<ExternalEdit> ExternalEdit::Start(std::filesystem::path file, std::string text) {
  const char* visual = std::getenv("VISUAL");
  const char* plain = std::getenv("EDITOR");
  const std::string editor = visual != nullptr && *visual != '\0' ? visual
                             : plain != nullptr                   ? plain
                                                                  : "";
  interview::Result<std::vector<std::string>> command = EditorCommand(editor, file, IsOnPath);
  if (!command) return Forward(command);
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, error);
  if (interview::Status s = interview::WriteFileAtomically(file, text); !s) return Forward(s);
  std::filesystem::permissions(
      file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  ExternalEdit edit;
  edit.file_ = std::move(file);
  edit.text_ = std::move(text);
  edit.taken_ = edit.seen_ = edit.Look();
  interview::Result<pid_t> started = Spawn(*command);
  if (!started) return Forward(started);
  edit.editor_ = *started;
  return edit;
}

ExternalEdit::~ExternalEdit() {
  if (file_.empty()) return;
  std::error_code error;
  std::filesystem::remove(file_, error);
}

ExternalEdit::ExternalEdit(ExternalEdit&& other) noexcept { *this = std::move(other); }

ExternalEdit& ExternalEdit::operator=(ExternalEdit&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(text_, other.text_);
  std::swap(seen_, other.seen_);
  std::swap(taken_, other.taken_);
  std::swap(editor_, other.editor_);
  return *this;
}

ExternalEdit::Stamp ExternalEdit::Look() const {
  std::error_code error;
  Stamp stamp;
  stamp.time = std::filesystem::last_write_time(file_, error);
  stamp.size = std::filesystem::file_size(file_, error);
  struct stat status {};
  if (::stat(file_.c_str(), &status) == 0) stamp.inode = status.st_ino;
  return stamp;
}

std::optional<std::string> ExternalEdit::Poll() {
  if (editor_ != -1 && waitpid(editor_, nullptr, WNOHANG) != 0) editor_ = -1;
  const Stamp now = Look();
  const bool settled = now == std::exchange(seen_, now);
  if (!settled || now == taken_) return std::nullopt;
  taken_ = now;
  interview::Result<std::string> content = interview::ReadFile(file_);
  // While it is being replaced there may be no file for a moment.
  if (!content || *content == text_) return std::nullopt;
  text_ = *std::move(content);
  return text_;
}

}  // namespace app

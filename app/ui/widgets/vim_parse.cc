// The grammar of Vim's commands.
#include "app/ui/widgets/vim_parse.h"

#include <array>
#include <string_view>

namespace app::vim {
namespace {

using Names = std::string_view;  // names with a space around each

// clang-format off
constexpr Names kOperators = " d c y > < = gu gU g~ ";
constexpr Names kMotions =
    " h j k l w b e W B E ge gE 0 ^ $ g_ gg G { } ( ) % f F t T ; , H M L n N * # + - _ | ' ` / ? gj gk"
    " <BS> <Space> <CR> <Up> <Down> <Left> <Right> <Home> <End> ";
constexpr Names kTakesCharacter = " f F t T ' ` r m q @ ";
constexpr Names kNormal =
    " i a I A o O gi gI x X s S r D C Y p P J gJ u <C-r> . ~ & v V <C-v> R gv m q @ : zz zt zb <C-e> <C-y>"
    " <C-d> <C-u> <C-f> <C-b> <C-a> <C-x> <C-l> <Del> <Insert> <PageUp> <PageDown> <Esc> ZZ ZQ ";
// In visual mode an operator needs no motion; these are the rest.
constexpr Names kVisual =
    " x X s S r D C Y p P J gJ u U ~ R v V <C-v> gv o O I A m @ : zz zt zb <C-e> <C-y> <C-d> <C-u> <C-f>"
    " <C-b> <Del> <PageUp> <PageDown> <Esc> ";
constexpr Names kObjects = "wWpstbB()[]{}<>\"'`";
// clang-format on

bool Has(Names names, std::string_view name) {
  return names.find(" " + std::string(name) + " ") != Names::npos;
}

class Parser {
 public:
  Parser(const std::vector<std::string>& keys, bool visual, Command* command)
      : keys_(keys), visual_(visual), command_(*command) {}

  Parsed Run() {
    ReadPrefix();
    if (AtEnd()) return Parsed::kIncomplete;
    std::string name = ReadName();
    if (name.empty()) return Parsed::kIncomplete;
    if (Has(kOperators, name) && !visual_) {
      command_.op = name;
      const int count = command_.count;
      command_.count = 0;
      ReadPrefix();
      if (count > 0) command_.count = count * command_.times();
      if (AtEnd()) return Parsed::kIncomplete;
      // "guu" is short for "gugu".
      if (name.size() == 2 && keys_[at_] == name.substr(1)) {
        command_.action = name;
        return Parsed::kDone;
      }
      const std::string op = name;
      if (IsObjectStart()) return ReadObject();
      name = ReadName();
      if (name.empty()) return Parsed::kIncomplete;
      if (name == op) {
        command_.action = name;
        return Parsed::kDone;
      }
      return Has(kMotions, name) ? ReadArgument(name) : Parsed::kInvalid;
    }
    if (Has(kOperators, name)) {
      command_.op = command_.action = name;
      return Parsed::kDone;
    }
    if (visual_ && (name == "i" || name == "a")) {
      --at_;
      return ReadObject();
    }
    if (Has(kMotions, name) || Has(visual_ ? kVisual : kNormal, name)) return ReadArgument(name);
    return Parsed::kInvalid;
  }

 private:
  bool AtEnd() const { return at_ >= keys_.size(); }

  // Counts and registers, in any order.
  void ReadPrefix() {
    for (; !AtEnd(); ++at_) {
      const std::string& key = keys_[at_];
      const bool digit = key.size() == 1 && key[0] >= '0' && key[0] <= '9';
      if (digit && (key[0] != '0' || command_.count > 0)) {
        constexpr int kMost = 99'999;
        command_.count = std::min(kMost, command_.count * 10 + (key[0] - '0'));
      } else if (key == "\"") {
        if (++at_ >= keys_.size()) return;
        command_.reg = keys_[at_][0];
      } else {
        return;
      }
    }
  }

  // A key, or two after g, z and Z; empty where the second is missing.
  std::string ReadName() {
    std::string name = keys_[at_++];
    if (name != "g" && name != "z" && name != "Z") return name;
    return AtEnd() ? std::string() : name + keys_[at_++];
  }

  bool IsObjectStart() const { return keys_[at_] == "i" || keys_[at_] == "a"; }

  Parsed ReadObject() {
    if (at_ + 1 >= keys_.size()) return Parsed::kIncomplete;
    command_.action = keys_[at_] + keys_[at_ + 1];
    return IsTextObject(command_.action) ? Parsed::kDone : Parsed::kInvalid;
  }

  Parsed ReadArgument(const std::string& name) {
    command_.action = name;
    if (name == "/" || name == "?" || name == ":") {
      if (AtEnd()) return Parsed::kNeedsLine;
      command_.argument = keys_[at_];
      return Parsed::kDone;
    }
    if (!Has(kTakesCharacter, name)) return Parsed::kDone;
    if (AtEnd()) return Parsed::kIncomplete;
    command_.argument = keys_[at_];
    if (command_.argument == "<Esc>") return Parsed::kInvalid;
    if (command_.argument == "<Space>") command_.argument = " ";
    if (command_.argument == "<Tab>") command_.argument = "\t";
    if (command_.argument == "<CR>") command_.argument = "\n";
    return Parsed::kDone;
  }

  const std::vector<std::string>& keys_;
  bool visual_;
  Command& command_;
  std::size_t at_ = 0;
};

}  // namespace

Parsed Parse(const std::vector<std::string>& keys, bool visual, Command* command) {
  *command = Command();
  return Parser(keys, visual, command).Run();
}

bool IsVisualKey(std::string_view action) { return Has(" v V <C-v> ", action); }

VimMode VisualModeOf(std::string_view key) {
  return key == "V"       ? VimMode::kVisualLine
         : key == "<C-v>" ? VimMode::kVisualBlock
                          : VimMode::kVisual;
}

bool IsMotion(std::string_view action) { return Has(kMotions, action); }

bool IsTextObject(std::string_view action) {
  return action.size() == 2 && (action[0] == 'i' || action[0] == 'a') &&
         kObjects.find(action[1]) != Names::npos;
}

}  // namespace app::vim

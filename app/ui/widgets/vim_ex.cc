// The command line.
#include "app/ui/widgets/vim_ex.h"

#include <cctype>
#include <charconv>

#include "app/ui/widgets/text_search.h"
#include "app/ui/widgets/vim_motions.h"
#include "app/ui/widgets/vim_operators.h"
#include "app/ui/widgets/vim_run.h"
#include "app/ui/widgets/vim_substitute.h"

namespace app::vim {
namespace {

// "12", ".", "$", "'a", "/word/", with "+2" or "-1" behind; "%" is "1,$".
class RangeReader {
 public:
  RangeReader(Vim* v, std::string_view text) : v_(*v), text_(text) {}

  // False after a complaint.
  bool Read() {
    if (!text_.empty() && text_[0] == '%') {
      text_.remove_prefix(1);
      last = v_.last_line();
      count = 2;
      return true;
    }
    first = last = v_.state.cursor.line;
    for (;;) {
      int line = v_.state.cursor.line;
      bool found = false;
      if (!ReadLine(&line, &found)) return false;
      const bool comma = !text_.empty() && (text_[0] == ',' || text_[0] == ';');
      if (found || comma) {
        first = count == 0 ? line : last;
        last = line;
        ++count;
      }
      if (!comma) break;
      if (text_[0] == ';') v_.state.cursor = OnCharacter(v_.text, {std::max(0, line), 0});
      text_.remove_prefix(1);
      if (text_.empty() ||
          std::string_view("0123456789.$'/+-").find(text_[0]) == std::string_view::npos) {
        first = last, last = v_.state.cursor.line, ++count;
        break;
      }
    }
    if (first > last) std::swap(first, last);
    const bool inside = first >= -1 && last <= v_.last_line();
    if (!inside)
      return v_.Fail("There are only lines 1 to " + std::to_string(v_.last_line() + 1) + ".");
    first = std::max(first, 0);
    last = std::max(last, 0);
    return true;
  }

  std::string_view rest() const { return text_; }
  int first = 0;
  int last = 0;
  int count = 0;  // how many lines were named

 private:
  int ReadNumber() {
    int number = 0;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    const auto length = static_cast<std::size_t>(end - text_.data());
    text_.remove_prefix(length);
    constexpr int kMost = 100'000'000;
    return error == std::errc() ? std::min(number, kMost) : length == 0 ? 1 : kMost;
  }

  bool ReadLine(int* line, bool* found) {
    const char c = text_.empty() ? '\0' : text_[0];
    *found = true;
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      *line = ReadNumber() - 1;
    } else if (c == '.' || c == '$') {
      text_.remove_prefix(1);
      if (c == '$') *line = v_.last_line();
    } else if (c == '\'' && text_.size() > 1) {
      const auto mark = v_.state.marks.find(text_[1]);
      if (mark == v_.state.marks.end()) {
        return v_.Fail(std::string("There is no mark ") + text_[1] + ".");
      }
      *line = std::min(mark->second.line, v_.last_line());
      text_.remove_prefix(2);
    } else if (c == '/') {
      const std::size_t end = std::min(text_.find('/', 1), text_.size());
      if (end > 1) v_.state.search = text_.substr(1, end - 1);
      text_.remove_prefix(std::min(end + 1, text_.size()));
      v_.state.search_backwards = false;
      const TextPosition cursor = v_.state.cursor;
      v_.state.cursor = {cursor.line, v_.length(cursor.line)};
      const auto match = SearchAgain(v_, false, 1);
      v_.state.cursor = cursor;
      if (!match) return false;
      *line = match->line;
    } else {
      *found = c == '+' || c == '-';
    }
    while (!text_.empty() && (text_[0] == '+' || text_[0] == '-')) {
      const int sign = text_[0] == '+' ? 1 : -1;
      text_.remove_prefix(1);
      *line += sign * ReadNumber();
    }
    return true;
  }

  Vim& v_;
  std::string_view text_;
};

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void Set(Vim& v, std::string_view option) {
  if (option == "ic" || option == "ignorecase") {
    v.state.ignore_case = true;
  } else if (option == "noic" || option == "noignorecase") {
    v.state.ignore_case = false;
  } else if (option == "hls" || option == "hlsearch") {
    v.state.highlight = true;
  } else if (option == "nohls" || option == "nohlsearch") {
    v.state.highlight = false;
  } else {
    v.Fail("\"" + std::string(option) + "\" is no option here; there are ic, noic, hls and nohls.");
  }
}

// m and t: the lines stand behind line `to` (1-based, 0: at the top) afterwards.
void CopyLines(Vim& v, const Range& range, std::string_view to, bool move) {
  RangeReader target(&v, to == "0" ? "1" : to);
  if (!target.Read()) return;
  int behind = to == "0" ? -1 : target.last;
  const int lines = range.end.line - range.begin.line + 1;
  if (move && behind >= range.begin.line && behind < range.end.line) {
    v.Fail("Lines cannot be moved into themselves.");
    return;
  }
  const Register what{TextOf(v.text, range), true};
  if (move) {
    if (lines == v.text.line_count()) return;
    Erase(v, range);
    if (behind >= range.end.line) behind -= lines;
  }
  PlaceCursor(v, {std::max(behind, 0), 0});
  Put(v, what, behind < 0, 1);
  const int last = v.state.cursor.line + lines - 1;
  PlaceCursor(v, {last, FirstNonBlank(v.text, last)});
}

struct LineCommand {
  std::string_view name;
  std::string_view least;  // the shortest form
};
// clang-format off
constexpr LineCommand kCommands[] = {
    {"write", "w"}, {"wq", "wq"}, {"xit", "x"}, {"quit", "q"}, {"quitall", "qa"}, {"wqall", "wqa"},
    {"substitute", "s"}, {"delete", "d"}, {"yank", "y"}, {"put", "pu"}, {"join", "j"},
    {"nohlsearch", "noh"}, {"set", "se"}, {"undo", "u"}, {"redo", "red"}, {"move", "m"},
    {"copy", "co"}, {"t", "t"}, {"mark", "ma"}, {"k", "k"}, {">", ">"}, {"<", "<"}, {"=", "="},
    {"&", "&"}, {"&&", "&&"}, {"normal", "norm"}};
// clang-format on

std::string_view NameOf(std::string_view typed) {
  for (const LineCommand& command : kCommands) {
    if (command.name.starts_with(typed) && typed.size() >= command.least.size()) {
      return command.name;
    }
  }
  return {};
}

// Letters, or signs such as ">" as a name.
std::string_view TakeName(std::string_view* rest) {
  std::size_t length = 0;
  while (length < rest->size() && std::isalpha(static_cast<unsigned char>((*rest)[length])) != 0) {
    ++length;
  }
  if (length == 0 && !rest->empty()) length = rest->starts_with("&&") ? 2 : 1;
  // ":s" and flags in one word (":sg") are not told from names: ":s" ends at a sign.
  std::string_view name = rest->substr(0, length);
  rest->remove_prefix(length);
  return name;
}

void RunOnLines(Vim& v, std::string_view name, const Range& range, bool named,
                std::string_view argument) {
  const TextPosition cursor = v.state.cursor;
  const char reg = argument.empty() ? '\0' : argument[0];
  if (name == "delete" || name == "yank") {
    Operate(v,
            {.reg = reg,
             .op = std::string(name.substr(0, 1)),
             .action = {},
             .argument = {},
             .extent = {}},
            range);
    if (name == "yank") PlaceCursor(v, cursor);
  } else if (name == ">" || name == "<" || name == "=") {
    const int times = 1 + static_cast<int>(std::count(argument.begin(), argument.end(), name[0]));
    Operate(v,
            {.count = times,
             .op = std::string(name),
             .action = {},
             .argument = {},
             .extent = Command::Extent{}},
            range);
    PlaceCursor(v, {range.end.line, FirstNonBlank(v.text, range.end.line)});
  } else if (name == "put") {
    Register what = ReadRegister(v, reg);
    if (what.text.empty() && !what.linewise) {
      v.Fail("The register is empty.");
      return;
    }
    what.linewise = true;
    PlaceCursor(v, {range.end.line, 0});
    Put(v, what, false, 1);
  } else if (name == "join") {
    const int last = named && range.end.line > range.begin.line
                         ? range.end.line
                         : std::min(range.end.line + 1, v.last_line());
    JoinLines(v, range.begin.line, last, true);
    PlaceCursor(v, {range.begin.line, FirstNonBlank(v.text, range.begin.line)});
  } else if (name == "mark" || name == "k") {
    if (reg != 0) v.state.marks[reg] = {range.end.line, 0};
  } else if (name == "normal") {
    v.Fail("There is no :normal here; record a macro with q instead.");
  } else {
    CopyLines(v, range, argument, name == "move");
  }
}

}  // namespace

void RunLine(Vim& v, std::string_view line) {
  State& s = v.state;
  line = Trimmed(line);
  while (!line.empty() && line.front() == ':') line.remove_prefix(1);
  const TextPosition cursor = s.cursor;
  RangeReader range(&v, line);
  const bool understood = range.Read();
  s.cursor = cursor;
  if (!understood) return;
  std::string_view rest = range.rest();
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (rest.empty()) {
    if (range.count == 0) return;
    s.marks['\''] = cursor;
    PlaceCursor(v, {range.last, FirstNonBlank(v.text, range.last)});
    return;
  }
  const std::string_view typed = TakeName(&rest);
  const std::string_view name = NameOf(typed);
  if (name != "substitute" && rest.starts_with("!")) rest.remove_prefix(1);
  const std::string_view argument = Trimmed(rest);
  const bool saves = name == "write" || name == "wq" || name == "xit" || name == "wqall";
  if (saves || name == "quit" || name == "quitall") {
    if (!argument.empty()) {
      v.Fail("The answer has one file; write :" + std::string(typed) + " without a name.");
      return;
    }
    v.outcome.save = saves;
    v.outcome.quit = name != "write";
    if (saves) s.message = "Saved";
  } else if (name == "substitute") {
    Substitute(v, range.first, range.last, rest);
  } else if (name == "&" || name == "&&") {
    Substitute(v, range.first, range.last, name == "&&" ? "&" : std::string_view());
  } else if (name == "nohlsearch") {
    s.highlight = false;
  } else if (name == "set") {
    Set(v, argument);
  } else if (name == "undo" || name == "redo") {
    name == "undo" ? Undo(v, 1) : Redo(v, 1);
  } else if (!name.empty()) {
    RunOnLines(v, name, {{range.first, 0}, {range.last, 0}, true}, range.count > 0, argument);
  } else {
    v.Fail("\"" + std::string(typed) +
           "\" is no command here; there are :w :q :s :d :y :m :t :j :> :noh :set and :N.");
  }
}

void OpenCommandLine(Vim& v, char kind, std::string start) {
  State& s = v.state;
  s.mode_before_line = s.mode;
  s.mode = VimMode::kCommandLine;
  s.line_kind = kind;
  s.line = std::move(start);
  s.history_at = s.line_history.size();
  s.message.clear();
}

void PressInLine(Vim& v, std::string_view key) {
  State& s = v.state;
  const auto close = [&s] { s.mode = s.mode_before_line; };
  const auto recall = [&s](std::size_t at) {
    s.history_at = at;
    s.line = at < s.line_history.size() ? s.line_history[at].substr(1) : std::string();
  };
  if (key == "<Esc>" || key == "<C-c>" || (key == "<BS>" && s.line.empty())) {
    close();
    s.pending.clear();
    PlaceCursor(v, s.cursor);
  } else if (key == "<BS>") {
    do {
      const bool continuation = (static_cast<unsigned char>(s.line.back()) & 0xC0) == 0x80;
      s.line.pop_back();
      if (!continuation) break;
    } while (!s.line.empty());
  } else if (key == "<C-u>") {
    s.line.clear();
  } else if (key == "<C-w>") {
    while (!s.line.empty() && s.line.back() == ' ') s.line.pop_back();
    while (!s.line.empty() && s.line.back() != ' ') s.line.pop_back();
  } else if (key == "<Up>") {
    if (s.history_at > 0) recall(s.history_at - 1);
  } else if (key == "<Down>") {
    if (s.history_at < s.line_history.size()) recall(s.history_at + 1);
  } else if (key == "<CR>") {
    s.line_history.push_back(s.line_kind + s.line);
    close();
    if (s.line_kind == ':') {
      s.pending.clear();
      if (s.visual()) LeaveVisual(v);
      const UndoStep step(&v.text);
      RunLine(v, s.line);
    } else {
      s.pending.push_back(s.line);
    }
  } else if (key == "<Space>") {
    s.line += ' ';
  } else if (key == "<Tab>") {
    s.line += '\t';
  } else if (key.size() < 3 || key[0] != '<') {
    s.line += key;
  }
}

}  // namespace app::vim

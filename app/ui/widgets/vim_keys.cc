// From keys to commands: the modes, what is pending, macros.
#include "app/ui/widgets/vim_keys.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "app/ui/widgets/vim_ex.h"
#include "app/ui/widgets/vim_insert.h"
#include "app/ui/widgets/vim_operators.h"
#include "app/ui/widgets/vim_parse.h"
#include "app/ui/widgets/vim_replace.h"
#include "app/ui/widgets/vim_run.h"
#include "app/ui/widgets/vim_state.h"
#include "app/ui/widgets/vim_substitute.h"

namespace app {
namespace {

using vim::Command;
using vim::Parsed;
using vim::State;
using vim::Vim;

constexpr int kDeepestMacro = 50;
constexpr std::size_t kLongestMacro = 100'000;  // keys, all repetitions together

// "Esc", "CR", "C-r", "C-[": letters, or a letter with a modifier.
bool IsKeyName(std::string_view name) {
  if (name.size() == 3 && name.starts_with("C-")) return true;
  return name.size() >= 2 && name.size() <= 8 && std::all_of(name.begin(), name.end(), [](char c) {
           return std::isalpha(static_cast<unsigned char>(c)) != 0;
         });
}

// Undo and redo take steps back; the rest makes one. So does ".", whatever it repeats.
bool IsOwnStep(const Command& c) {
  return c.action == "<C-r>" || (c.action == "u" && c.op.empty());
}

// Where the lines have moved that marks stand in, since the text was at `version`.
void CarryMarks(State* s, const TextBuffer& text) {
  if (s->seen_version == text.version()) return;
  const LineDamage damage = text.DamageSince(s->seen_version);
  for (auto& [name, mark] : s->marks) {
    if (mark.line >= damage.first + damage.removed) {
      mark.line += damage.added - damage.removed;
    } else if (mark.line >= damage.first) {
      mark.line = std::min(mark.line, damage.first + std::max(damage.added, 1) - 1);
    }
    mark = text.Clamped(mark);
  }
  s->seen_version = text.version();
}

// The text or its selection was changed by other means: the mouse, an edit from outside.
void TakeIn(Vim& v) {
  State& s = v.state;
  const bool same_text = s.seen_version == v.text.version();
  const bool same_place = s.seen_caret == v.text.caret() && s.seen_anchor == v.text.anchor();
  CarryMarks(&s, v.text);
  if (s.mode == VimMode::kInsert) {
    if (same_text && !same_place) vim::RestartInsert(v);
    return;
  }
  if (s.mode == VimMode::kReplace) {
    if (!same_text || !same_place) vim::RestartReplace(v);
    return;
  }
  if (same_text && same_place) return;
  if (s.confirmation) vim::EndConfirmation(v);
  s.pending.clear();
  s.goal = -1;
  if (!v.text.HasSelection()) {
    s.mode = VimMode::kNormal;
    vim::PlaceCursor(v, v.text.caret());
    return;
  }
  const bool forward = v.text.anchor() < v.text.caret();
  s.visual_start = forward ? v.text.anchor() : v.text.Left(v.text.anchor());
  s.cursor = forward ? v.text.Left(v.text.caret()) : v.text.caret();
  s.mode = VimMode::kVisual;
}

}  // namespace

VimKeys::VimKeys() : state_(std::make_unique<State>()) {}
VimKeys::~VimKeys() = default;
VimKeys::VimKeys(VimKeys&&) noexcept = default;
VimKeys& VimKeys::operator=(VimKeys&&) noexcept = default;

VimOutcome VimKeys::Press(std::string_view pressed, TextBuffer* text, const VimView& view) {
  VimOutcome outcome;
  State& s = *state_;
  const std::string key = pressed == "<C-[>" || pressed == "<C-c>" ? "<Esc>" : std::string(pressed);
  Vim v{s, *text, view, outcome};
  TakeIn(v);
  const bool stops =
      s.recording != 0 && s.mode == VimMode::kNormal && s.pending.empty() && key == "q";
  if (s.recording != 0 && s.macro_depth == 0 && !stops) s.recorded.push_back(key);
  if (stops) {
    s.macros[s.recording] = std::exchange(s.recorded, {});
    s.recording = 0;
  } else {
    Dispatch(key, text, view, &outcome);
  }
  CarryMarks(&s, *text);
  s.seen_caret = text->caret();
  s.seen_anchor = text->anchor();
  return outcome;
}

void VimKeys::Dispatch(const std::string& key, TextBuffer* text, const VimView& view,
                       VimOutcome* outcome) {
  State& s = *state_;
  Vim v{s, *text, view, *outcome};
  if (s.confirmation) return vim::Answer(v, key);
  if (s.mode == VimMode::kInsert) {
    outcome->handled = vim::PressInInsert(v, key);
    return;
  }
  if (s.mode == VimMode::kReplace) return vim::PressInReplace(v, key);
  if (s.mode == VimMode::kCommandLine) {
    vim::PressInLine(v, key);
    if (s.mode == VimMode::kCommandLine || s.pending.empty()) return;
  } else {
    s.message.clear();
    s.message_is_error = false;
    if (key == "<Esc>" && !s.pending.empty()) {
      s.pending.clear();
      return;
    }
    s.pending.push_back(key == " " ? "<Space>" : key);
  }
  Command command;
  const Parsed parsed = vim::Parse(s.pending, s.visual(), &command);
  if (parsed == Parsed::kIncomplete) return;
  if (parsed == Parsed::kNeedsLine) {
    const bool on_selection = command.action == ":" && s.visual();
    std::string start = on_selection ? "'<,'>" : "";
    if (command.action == ":" && !on_selection && command.count > 0) {
      start = command.count == 1 ? "." : ".,.+" + std::to_string(command.count - 1);
    }
    vim::OpenCommandLine(v, command.action[0], std::move(start));
    return;
  }
  s.pending.clear();
  if (parsed == Parsed::kInvalid) {
    outcome->handled = !key.starts_with("<C-");
    v.Fail();
    return;
  }
  const bool normal = !s.visual() && command.op.empty();
  if (normal && command.action == "q") {
    s.recording = command.argument[0];
    s.recorded.clear();
  } else if (normal && command.action == "@") {
    PlayMacro(command.argument[0], command.times(), text, view, outcome);
  } else if (normal && IsOwnStep(command)) {
    command.action == "u" ? vim::Undo(v, command.times()) : vim::Redo(v, command.times());
  } else {
    const UndoStep step(text);
    vim::Run(v, command);
  }
}

void VimKeys::PlayMacro(char name, int times, TextBuffer* text, const VimView& view,
                        VimOutcome* outcome) {
  State& s = *state_;
  if (name == '@') name = s.last_macro;
  const auto macro = s.macros.find(static_cast<char>(name | 0x20));
  if (macro == s.macros.end() || s.macro_depth >= kDeepestMacro) {
    outcome->failed = true;
    return;
  }
  s.last_macro = name;
  ++s.macro_depth;
  const std::vector<std::string> keys = macro->second;
  for (int i = 0; i < times && !outcome->failed; ++i) {
    for (const std::string& key : keys) {
      if (++s.macro_keys > kLongestMacro) outcome->failed = true;
      if (outcome->failed) break;
      VimOutcome one = Press(key, text, view);
      if (!one.handled) {
        TypePlainly(key, text);
        TakeEdit(*text);
      }
      outcome->failed = one.failed;
      outcome->save = outcome->save || one.save;
      outcome->quit = outcome->quit || one.quit;
      if (one.copied) outcome->copied = one.copied;
      if (one.first_line) outcome->first_line = one.first_line;
    }
  }
  if (--s.macro_depth == 0) s.macro_keys = 0;
}

bool VimKeys::Wants(std::string_view key) const {
  if (!key.starts_with("<C-")) return true;
  const State& s = *state_;
  if (key == "<C-[>") return true;
  if (s.mode == VimMode::kInsert) return key == "<C-r>" || key == "<C-w>" || key == "<C-u>";
  if (s.mode == VimMode::kReplace) return false;
  if (s.mode == VimMode::kCommandLine) return key == "<C-u>" || key == "<C-w>" || key == "<C-c>";
  Command command;
  return vim::Parse({std::string(key)}, s.visual(), &command) != Parsed::kInvalid;
}

void VimKeys::TakeEdit(const TextBuffer& text) {
  // A key that only moved the caret ends what was being typed; that is seen at the next key.
  if (state_->seen_version == text.version()) return;
  CarryMarks(state_.get(), text);
  state_->seen_caret = text.caret();
  state_->seen_anchor = text.anchor();
}

void VimKeys::TypePlainly(std::string_view key, TextBuffer* text) {
  const TextPosition at = text->caret();
  const auto go = [text](TextPosition to) { text->MoveTo(to, TextBuffer::Selection::kDrop); };
  if (key == "<CR>") {
    text->InsertIndentedNewline();
  } else if (key == "<BS>") {
    text->EraseLeft();
  } else if (key == "<Del>") {
    text->EraseRight();
  } else if (key == "<Tab>") {
    text->Indent();
  } else if (key == "<Left>") {
    go(text->Left(at));
  } else if (key == "<Right>") {
    go(text->Right(at));
  } else if (key == "<Up>" || key == "<Down>") {
    go({std::clamp(at.line + (key == "<Up>" ? -1 : 1), 0, text->line_count() - 1), at.column});
  } else if (key == "<Home>" || key == "<End>") {
    go({at.line, key == "<Home>" ? 0 : static_cast<int>(text->Line(at.line).size())});
  } else if (key == "<Space>") {
    text->Insert(" ", TextBuffer::EditKind::kTyping);
  } else if (key.size() < 3 || key[0] != '<') {
    text->Insert(key, TextBuffer::EditKind::kTyping);
  }
}

void VimKeys::Stop(TextBuffer* text) {
  const VimView view;
  VimOutcome outcome;
  Vim v{*state_, *text, view, outcome};
  if (state_->confirmation) vim::EndConfirmation(v);
  if (state_->mode == VimMode::kInsert) vim::LeaveInsert(v);
  if (state_->mode == VimMode::kReplace) vim::LeaveReplace(v);
  state_->mode = VimMode::kNormal;
  state_->pending.clear();
  state_->recording = 0;
}

VimMode VimKeys::mode() const { return state_->mode; }

TextPosition VimKeys::cursor(const TextBuffer& text) const {
  const State& s = *state_;
  const bool own = (s.visual() || s.confirmation) && s.seen_version == text.version() &&
                   s.seen_caret == text.caret() && s.seen_anchor == text.anchor();
  if (own) return text.Clamped(s.cursor);
  return s.mode == VimMode::kNormal ? vim::OnCharacter(text, text.caret()) : text.caret();
}

std::string VimKeys::status() const {
  const State& s = *state_;
  if (s.mode == VimMode::kCommandLine) return s.line_kind + s.line;
  std::string out = s.message;
  if (out.empty()) {
    if (s.mode == VimMode::kInsert) out = "-- INSERT --";
    if (s.mode == VimMode::kReplace) out = "-- REPLACE --";
    if (s.mode == VimMode::kVisualBlock) out = "-- VISUAL BLOCK --";
    if (s.mode == VimMode::kVisual) out = "-- VISUAL --";
    if (s.mode == VimMode::kVisualLine) out = "-- VISUAL LINE --";
  }
  if (s.recording != 0) out += std::string(out.empty() ? "" : " ") + "recording @" + s.recording;
  if (!s.pending.empty() && !out.empty()) out += "  ";
  for (const std::string& key : s.pending) out += key;
  return out;
}

bool VimKeys::status_is_error() const {
  return state_->message_is_error && state_->mode != VimMode::kCommandLine;
}

std::string VimKeys::highlight() const {
  if (!state_->highlight || state_->search.empty()) return {};
  bool ignore_case = state_->ignore_case;
  const std::string expression = vim::TranslatePattern(state_->search, &ignore_case);
  return (ignore_case ? "(?i)" : "") + expression;
}

std::vector<std::string> ParseVimKeys(std::string_view notation) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < notation.size();) {
    std::size_t length = 1;
    const std::size_t close = notation[i] == '<' ? notation.find('>', i) : std::string_view::npos;
    const bool named =
        close != std::string_view::npos && IsKeyName(notation.substr(i + 1, close - i - 1));
    while (i + length < notation.size() &&
           (static_cast<unsigned char>(notation[i + length]) & 0xC0) == 0x80) {
      ++length;
    }
    if (named) length = close - i + 1;
    const std::string_view key = notation.substr(i, length);
    keys.emplace_back(key == "<lt>" ? "<" : key);
    i += length;
  }
  return keys;
}

}  // namespace app

// Replace mode.
#include "app/ui/widgets/vim_replace.h"

namespace app::vim {
namespace {

constexpr auto kEdit = TextBuffer::EditKind::kOther;

void GoTo(Vim& v, TextPosition to) { v.text.MoveTo(to, TextBuffer::Selection::kDrop); }

// One character; a line break takes no place.
void OvertypeOne(Vim& v, const std::string& character) {
  InsertSession& session = v.state.insert;
  const TextPosition at = v.text.caret();
  session.over += character;
  if (character == "\n") {
    session.replaced.emplace_back();
    v.text.Replace(at, at, "\n" + IndentOf(v.text, at.line), kEdit);
    return;
  }
  const TextPosition end = Behind(v.text, at);
  session.replaced.push_back(v.text.TextBetween(at, end));
  v.text.Replace(at, end, character, kEdit);
}

// What the last character took the place of comes back.
void TakeBack(Vim& v) {
  InsertSession& session = v.state.insert;
  const TextPosition at = v.text.caret();
  if (session.replaced.empty()) {
    if (at.column > 0) GoTo(v, v.text.Left(at));
    return;
  }
  const std::string before = session.replaced.back();
  session.replaced.pop_back();
  while (!session.over.empty() &&
         (static_cast<unsigned char>(session.over.back()) & 0xC0) == 0x80) {
    session.over.pop_back();
  }
  const bool broke = session.over.ends_with('\n');
  if (!session.over.empty()) session.over.pop_back();
  TextPosition begin = v.text.Left(at);
  if (broke) begin = {at.line - 1, v.length(at.line - 1)};
  v.text.Replace(begin, at, before, kEdit);
  GoTo(v, begin);
}

}  // namespace

void EnterReplace(Vim& v, int count) {
  State& s = v.state;
  s.mode = VimMode::kReplace;
  s.message.clear();
  s.insert = {};
  s.insert.count = count;
  v.text.BeginStep();
}

void Overtype(Vim& v, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (i + length < text.size() &&
           (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80) {
      ++length;
    }
    OvertypeOne(v, std::string(text.substr(i, length)));
    i += length;
  }
}

void RestartReplace(Vim& v) {
  v.state.insert.replaced.clear();
  v.state.insert.over.clear();
  v.state.insert.count = 1;
}

void PressInReplace(Vim& v, std::string_view key) {
  const TextPosition at = v.text.caret();
  if (key == "<Esc>" || key == "<Insert>") {
    LeaveReplace(v);
  } else if (key == "<BS>") {
    TakeBack(v);
  } else if (key == "<CR>") {
    Overtype(v, "\n");
  } else if (key == "<Tab>") {
    const int width = std::max(1, v.text.indentation().width);
    const int room = width - v.text.VisualColumn(at) % width;
    Overtype(v, " ");
    const TextPosition rest = v.text.caret();
    v.text.Replace(rest, rest, std::string(static_cast<std::size_t>(room - 1), ' '), kEdit);
    RestartReplace(v);
  } else if (key == "<Left>" || key == "<Right>" || key == "<Home>" || key == "<End>" ||
             key == "<Up>" || key == "<Down>") {
    VimKeys::TypePlainly(key, &v.text);
    RestartReplace(v);
  } else if (key == "<Space>") {
    Overtype(v, " ");
  } else if (key.size() < 3 || key[0] != '<') {
    Overtype(v, key);
  } else {
    v.outcome.handled = false;
  }
}

void LeaveReplace(Vim& v) {
  State& s = v.state;
  const std::string typed = s.insert.over;
  for (int i = 1; i < s.insert.count; ++i) Overtype(v, typed);
  s.last_insert = typed;
  v.text.EndStep();
  s.mode = VimMode::kNormal;
  s.goal = -1;
  const TextPosition at = v.text.caret();
  s.marks['^'] = at;
  PlaceCursor(v, at.column > 0 ? v.text.Left(at) : at);
}

}  // namespace app::vim

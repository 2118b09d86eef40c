// Rectangles of text, line by line.
#include "app/ui/widgets/vim_block.h"

#include "app/ui/widgets/vim_insert.h"
#include "app/ui/widgets/vim_operators.h"

namespace app::vim {
namespace {

constexpr auto kEdit = TextBuffer::EditKind::kOther;

std::string Spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

int Width(const TextBuffer& text, int line) {
  return text.VisualColumn({line, static_cast<int>(text.Line(line).size())});
}

// The first character that is seen at `column` or behind it; the end of a shorter line.
TextPosition At(const TextBuffer& text, int line, int column) {
  TextPosition at{line, 0};
  const int length = static_cast<int>(text.Line(line).size());
  while (at.column < length && text.VisualColumn(at) < column) at = Behind(text, at);
  return at;
}

int Characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

Register Taken(const Vim& v, const Block& block) {
  Register what;
  for (int line = block.first_line; line <= block.last_line; ++line) {
    const Range piece = PieceOf(v.text, block, line);
    std::string row = v.text.TextBetween(piece.begin, piece.end);
    if (!block.to_end) row += Spaces(block.right - block.left - Characters(row));
    what.block = std::max(what.block, Characters(row));
    what.text += (line == block.first_line ? "" : "\n") + row;
  }
  if (!block.to_end) what.block = block.right - block.left;
  what.block = std::max(1, what.block);
  return what;
}

// Replaces each piece by what `change` makes of it; all at once.
template <class Change>
void ChangePieces(Vim& v, const Block& block, const Change& change) {
  std::vector<TextChange> changes;
  for (int line = block.first_line; line <= block.last_line; ++line) {
    const Range piece = PieceOf(v.text, block, line);
    if (piece.begin == piece.end) continue;
    changes.push_back({piece.begin, piece.end, change(v.text.TextBetween(piece.begin, piece.end))});
  }
  if (!changes.empty()) v.text.Apply(std::move(changes), kEdit);
}

// One step of indentation where the block begins, or as much space less.
void ShiftBlock(Vim& v, const Block& block, bool right, int steps) {
  const int width = steps * v.text.indentation().width;
  for (int line = block.first_line; line <= block.last_line; ++line) {
    if (v.length(line) == 0 || Width(v.text, line) < block.left) continue;
    const TextPosition at = At(v.text, line, block.left);
    if (right) {
      v.text.Replace(at, at, Spaces(width), kEdit);
      continue;
    }
    TextPosition end = at;
    for (int i = 0; i < width && ByteAt(v.text, end) == ' '; ++i) ++end.column;
    v.text.Replace(at, end, "", kEdit);
  }
}

void StartTyping(Vim& v, const Command& c, const Block& block, BlockInsert::Where where) {
  const int line = block.first_line;
  TextPosition at = At(v.text, line, block.left);
  if (where == BlockInsert::Where::kEnd) at = {line, v.length(line)};
  if (where == BlockInsert::Where::kRight) {
    at = At(v.text, line, block.right);
    const int missing = block.right - Width(v.text, line);
    if (missing > 0) v.text.Replace(at, at, Spaces(missing), kEdit);
    at.column += std::max(0, missing);
  }
  EnterInsert(v, at, c.op == "c" ? 1 : c.times());
  v.state.insert.block = BlockInsert{block, where};
}

}  // namespace

Block SelectedBlock(const Vim& v) {
  const TextPosition a = v.state.visual_start, b = v.state.cursor;
  const int goal = v.state.goal;
  const int a_left = v.text.VisualColumn(a);
  int b_left = v.text.VisualColumn(b);
  // A line that the cursor passed through may end before the column that it keeps to.
  if (goal != kEndOfLine) b_left = std::max(b_left, std::min(goal, Width(v.text, b.line)));
  const int a_right = v.text.VisualColumn(Behind(v.text, a));
  const int b_right = v.text.VisualColumn(Behind(v.text, b));
  return {std::min(a.line, b.line), std::max(a.line, b.line), std::min(a_left, b_left),
          std::max({a_right, b_right, a_left + 1, b_left + 1}), goal == kEndOfLine};
}

Block BlockOfExtent(const Vim& v, const Command::Extent& extent) {
  const TextPosition at = v.state.cursor;
  const int left = v.text.VisualColumn(at);
  return {at.line, std::min(at.line + extent.lines - 1, v.last_line()), left,
          left + extent.characters, extent.to_end};
}

Command::Extent ExtentOfBlock(const Block& block) {
  return {block.last_line - block.first_line + 1, block.right - block.left, false, true,
          block.to_end};
}

Range PieceOf(const TextBuffer& text, const Block& block, int line) {
  const TextPosition begin = At(text, line, block.left);
  const TextPosition end = block.to_end
                               ? TextPosition{line, static_cast<int>(text.Line(line).size())}
                               : At(text, line, block.right);
  return {begin, std::max(begin, end)};
}

void ShowBlock(Vim& v) {
  const Block block = SelectedBlock(v);
  std::vector<TextSelection> pieces;
  std::size_t primary = 0;
  for (int line = block.first_line; line <= block.last_line; ++line) {
    const Range piece = PieceOf(v.text, block, line);
    if (line == v.state.cursor.line) primary = pieces.size();
    pieces.push_back({piece.end, piece.begin});
  }
  v.text.SetSelections(std::move(pieces), primary);
}

void OperateOnBlock(Vim& v, const Command& c, Block block) {
  const std::string& op = c.op;
  const TextPosition corner = At(v.text, block.first_line, block.left);
  PlaceCursor(v, corner);
  if (c.action == "D" || c.action == "C") block.to_end = true;
  if (op == "y" || op == "d" || op == "c") {
    Store(v, c.reg, Taken(v, block), op == "y" ? StoredBy::kYank : StoredBy::kDelete);
  }
  if (op == "y") return;
  if (op == "d" || op == "c") {
    // A line that does not reach the block is not typed on either.
    ChangePieces(v, block, [](const std::string&) { return std::string(); });
    if (op == "c") return StartTyping(v, c, block, BlockInsert::Where::kLeft);
  } else if (op == ">" || op == "<") {
    ShiftBlock(v, block, op == ">", c.times());
  } else if (c.action == "I") {
    return StartTyping(v, c, block, BlockInsert::Where::kLeft);
  } else if (c.action == "A") {
    return StartTyping(v, c, block,
                       block.to_end ? BlockInsert::Where::kEnd : BlockInsert::Where::kRight);
  } else if (c.action == "r") {
    ChangePieces(v, block, [&](const std::string& piece) {
      std::string out;
      for (int i = Characters(piece); i > 0; --i) out += c.argument;
      return out;
    });
  } else {
    ChangePieces(v, block, [&](const std::string& piece) { return ChangeCase(piece, op); });
  }
  PlaceCursor(v, corner);
}

void RepeatOnBlock(Vim& v, const BlockInsert& insert, const std::string& typed) {
  const Block& block = insert.block;
  if (typed.find('\n') != std::string::npos) return;
  std::vector<TextChange> changes;
  for (int line = block.first_line + 1; line <= std::min(block.last_line, v.last_line()); ++line) {
    const int width = Width(v.text, line);
    TextPosition at{line, v.length(line)};
    std::string text = typed;
    if (insert.where == BlockInsert::Where::kLeft) {
      if (width < block.left) continue;
      at = At(v.text, line, block.left);
    } else if (insert.where == BlockInsert::Where::kRight) {
      at = At(v.text, line, block.right);
      text = Spaces(block.right - width) + typed;
    }
    changes.push_back({at, at, std::move(text)});
  }
  if (!changes.empty()) v.text.Apply(std::move(changes), kEdit);
}

void PutBlock(Vim& v, const Register& what, bool before, int count) {
  const TextPosition at = v.state.cursor;
  const TextPosition to = before ? at : Behind(v.text, at);
  const int column = v.text.VisualColumn(to);
  std::vector<std::string> rows(1);
  for (const char c : what.text) {
    if (c == '\n') {
      rows.emplace_back();
    } else {
      rows.back() += c;
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int line = at.line + static_cast<int>(i);
    if (line > v.last_line()) v.text.Replace(v.text.End(), v.text.End(), "\n", kEdit);
    const TextPosition place = At(v.text, line, column);
    const bool at_end = place.column == v.length(line);
    const std::string filled = rows[i] + Spaces(what.block - Characters(rows[i]));
    std::string text = Spaces(column - Width(v.text, line));
    for (int k = 0; k < count; ++k) text += k + 1 == count && at_end ? rows[i] : filled;
    v.text.Replace(place, place, text, kEdit);
  }
  PlaceCursor(v, to);
}

}  // namespace app::vim

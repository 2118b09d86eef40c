// Whole lines, and several carets.
#include <algorithm>
#include <string>
#include <vector>

#include "app/ui/widgets/code_edits.h"

namespace app {
namespace {

using EditKind = TextBuffer::EditKind;

// Lines [first, last], ascending, none touching the next.
struct Block {
  int first = 0;
  int last = 0;
};

std::vector<Block> SelectedBlocks(const TextBuffer& text) {
  std::vector<Block> blocks;
  for (const int line : text.SelectedLines()) {
    if (!blocks.empty() && blocks.back().last + 1 == line) {
      blocks.back().last = line;
    } else {
      blocks.push_back({line, line});
    }
  }
  return blocks;
}

TextPosition LineEnd(const TextBuffer& text, int line) {
  return {line, static_cast<int>(text.Line(line).size())};
}

// Puts every selection that begins in a block `lines` lower.
void ShiftSelections(TextBuffer* text, const std::vector<TextSelection>& before,
                     std::size_t primary, const std::vector<int>& lines) {
  std::vector<TextSelection> moved = before;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    moved[i].caret.line += lines[i];
    moved[i].anchor.line += lines[i];
  }
  text->SetSelections(moved, primary);
}

// Where `text` has `needle` at or behind `from`; a needle may span lines.
std::optional<TextSelection> FindFrom(const TextBuffer& text,
                                      const std::vector<std::string>& needle, TextPosition from) {
  for (int line = from.line; line + static_cast<int>(needle.size()) <= text.line_count(); ++line) {
    std::size_t column = line == from.line ? static_cast<std::size_t>(from.column) : 0;
    const std::string& first = text.Line(line);
    for (;; ++column) {
      column = first.find(needle.front(), column);
      if (column == std::string::npos) break;
      if (needle.size() == 1) {
        const int begin = static_cast<int>(column);
        return TextSelection{{line, begin + static_cast<int>(needle.front().size())},
                             {line, begin}};
      }
      if (column + needle.front().size() != first.size()) continue;
      bool same = true;
      for (std::size_t i = 1; i < needle.size() && same; ++i) {
        const std::string& there = text.Line(line + static_cast<int>(i));
        same = i + 1 < needle.size() ? there == needle[i] : there.starts_with(needle[i]);
      }
      if (same) {
        return TextSelection{
            {line + static_cast<int>(needle.size()) - 1, static_cast<int>(needle.back().size())},
            {line, static_cast<int>(column)}};
      }
    }
  }
  return std::nullopt;
}

TextPosition AtVisualColumn(const TextBuffer& text, int line, int column) {
  const int width = text.indentation().width;
  TextPosition p{line, 0};
  const TextPosition end = LineEnd(text, line);
  for (int seen = 0; p < end && seen < column; p = text.Right(p)) {
    const bool is_tab = text.Line(line)[static_cast<std::size_t>(p.column)] == '\t';
    seen += is_tab ? width - seen % width : 1;
  }
  return p;
}

// Where the text that is selected first stands, disjoint and in order.
std::vector<TextSelection> Occurrences(const TextBuffer& text) {
  const std::vector<std::string> needle =
      TextBuffer(text.TextBetween(text.selection_begin(), text.selection_end())).lines();
  std::vector<TextSelection> all;
  for (auto found = FindFrom(text, needle, {}); found;
       found = FindFrom(text, needle, found->end())) {
    all.push_back(*found);
  }
  return all;
}

}  // namespace

void MoveLines(TextBuffer* text, int direction) {
  const std::vector<Block> blocks = SelectedBlocks(*text);
  if (direction < 0 ? blocks.front().first == 0 : blocks.back().last + 1 == text->line_count()) {
    return;
  }
  std::vector<TextChange> changes;
  for (const Block& block : blocks) {
    const std::string moved = text->TextBetween({block.first, 0}, LineEnd(*text, block.last));
    if (direction < 0) {
      const std::string above = text->Line(block.first - 1);
      changes.push_back({{block.first - 1, 0}, LineEnd(*text, block.last), moved + "\n" + above});
    } else {
      const std::string below = text->Line(block.last + 1);
      changes.push_back({{block.first, 0}, LineEnd(*text, block.last + 1), below + "\n" + moved});
    }
  }
  // Blocks one line apart share the line between them: they move one after the other.
  const UndoStep step(text);
  const std::vector<TextSelection> before = text->selections();
  const std::size_t primary = text->primary();
  const bool overlap = std::adjacent_find(changes.begin(), changes.end(),
                                          [](const TextChange& a, const TextChange& b) {
                                            return b.begin <= a.end;
                                          }) != changes.end();
  if (!overlap) {
    text->Apply(changes, EditKind::kOther);
  } else {
    const int first = changes.front().begin.line, last = changes.back().end.line;
    std::vector<std::string> lines(text->lines().begin() + first, text->lines().begin() + last + 1);
    const auto rotate = [&](const Block& block) {
      const auto begin = lines.begin() + (block.first - first);
      const auto end = lines.begin() + (block.last - first) + 1;
      direction < 0 ? std::rotate(begin - 1, begin, end) : std::rotate(begin, end, end + 1);
    };
    direction < 0 ? std::for_each(blocks.begin(), blocks.end(), rotate)
                  : std::for_each(blocks.rbegin(), blocks.rend(), rotate);
    std::string joined;
    for (std::size_t i = 0; i < lines.size(); ++i) joined += (i == 0 ? "" : "\n") + lines[i];
    text->Replace({first, 0}, LineEnd(*text, last), joined);
  }
  ShiftSelections(text, before, primary, std::vector<int>(before.size(), direction));
}

void DuplicateLines(TextBuffer* text, int direction) {
  const std::vector<Block> blocks = SelectedBlocks(*text);
  std::vector<TextChange> changes;
  for (const Block& block : blocks) {
    const TextPosition end = LineEnd(*text, block.last);
    changes.push_back({end, end, "\n" + text->TextBetween({block.first, 0}, end)});
  }
  std::vector<int> lines;  // by selection
  for (const TextSelection& one : text->selections()) {
    int lower = 0;
    for (const Block& block : blocks) {
      const bool is_above = block.last < one.begin().line;
      const bool is_its_own = !is_above && block.first <= one.begin().line;
      if (is_above || (is_its_own && direction > 0)) lower += block.last - block.first + 1;
    }
    lines.push_back(lower);
  }
  const UndoStep step(text);
  const std::vector<TextSelection> before = text->selections();
  const std::size_t primary = text->primary();
  text->Apply(changes, EditKind::kOther);
  ShiftSelections(text, before, primary, lines);
}

void DeleteLines(TextBuffer* text) {
  std::vector<TextChange> changes;
  for (const Block& block : SelectedBlocks(*text)) {
    TextPosition begin{block.first, 0}, end{block.last + 1, 0};
    if (block.last + 1 == text->line_count()) {
      end = LineEnd(*text, block.last);
      if (block.first > 0) begin = LineEnd(*text, block.first - 1);
      if (!changes.empty()) begin = std::max(begin, changes.back().end);
    }
    changes.push_back({begin, end, {}});
  }
  const UndoStep step(text);
  const int column = text->caret().column;
  text->Apply(changes, EditKind::kOther);
  text->MoveEach(
      [&](const TextSelection& one) {
        return TextPosition{one.caret.line, text->selections().size() == 1 ? column : 0};
      },
      TextBuffer::Selection::kDrop);
}

void JoinLines(TextBuffer* text) {
  std::vector<TextChange> changes;
  for (const Block& block : SelectedBlocks(*text)) {
    const int last = std::min(std::max(block.last, block.first + 1), text->line_count() - 1);
    bool has_words = false;
    for (int line = block.first; line < last; ++line) {
      const std::string& head = text->Line(line);
      const std::string& tail = text->Line(line + 1);
      const std::size_t kept = head.find_last_not_of(" \t");
      const std::size_t begin = std::min(tail.find_first_not_of(" \t"), tail.size());
      has_words = has_words || kept != std::string::npos;
      const bool needs_space = has_words && begin < tail.size();
      // A line of nothing but spaces keeps its indentation.
      const std::size_t cut = kept == std::string::npos ? head.size() : kept + 1;
      TextChange change{{line, static_cast<int>(cut)},
                        {line + 1, static_cast<int>(begin)},
                        needs_space ? " " : ""};
      if (!changes.empty()) change.begin = std::max(change.begin, changes.back().end);
      if (change.begin <= change.end) changes.push_back(std::move(change));
    }
  }
  text->Apply(changes, EditKind::kOther);
}

bool SelectNextOccurrence(TextBuffer* text) {
  if (!text->HasSelection()) {
    const TextSelection word = text->WordAt(text->caret());
    if (word.empty()) return false;
    text->AddSelection(word);
    return true;
  }
  std::vector<TextSelection> all = Occurrences(*text);
  const auto behind = std::find_if(all.begin(), all.end(), [&](const TextSelection& one) {
    return one.begin() >= text->selection_end();
  });
  std::rotate(all.begin(), behind, all.end());
  const auto is_free = [&](const TextSelection& one) {
    return std::none_of(text->selections().begin(), text->selections().end(),
                        [&](const TextSelection& other) {
                          return one.begin() < other.end() && other.begin() < one.end();
                        });
  };
  const auto next = std::find_if(all.begin(), all.end(), is_free);
  if (next == all.end()) return false;
  text->AddSelection(*next);
  return true;
}

void SelectAllOccurrences(TextBuffer* text) {
  if (!text->HasSelection()) text->SetSelections({text->WordAt(text->caret())}, 0);
  if (!text->HasSelection()) return;
  std::vector<TextSelection> all = Occurrences(*text);
  const auto behind = std::find_if(all.begin(), all.end(), [&](const TextSelection& one) {
    return one.begin() > text->selection_begin();
  });
  const auto primary = static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - all.begin(), 1));
  text->SetSelections(std::move(all), primary - 1);
}

void AddCaretVertically(TextBuffer* text, int direction) {
  const TextSelection& edge =
      direction < 0 ? text->selections().front() : text->selections().back();
  const int line = edge.caret.line + direction;
  if (line < 0 || line >= text->line_count()) return;
  const TextPosition p = AtVisualColumn(*text, line, text->VisualColumn(text->caret()));
  text->AddSelection({p, p});
}

void SelectColumns(TextBuffer* text, TextPosition from, int from_column, int to_line,
                   int to_column) {
  std::vector<TextSelection> all;
  const int step = to_line < from.line ? -1 : 1;
  for (int line = from.line;; line += step) {
    all.push_back(
        {AtVisualColumn(*text, line, to_column), AtVisualColumn(*text, line, from_column)});
    if (line == to_line) break;
  }
  const std::size_t last = all.size() - 1;
  text->SetSelections(std::move(all), last);
}

}  // namespace app

// Brackets, quotes and new lines.
#include "app/ui/widgets/code_edits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace app {
namespace {

using EditKind = TextBuffer::EditKind;

constexpr std::string_view kOpeners = "([{", kClosers = ")]}", kQuotes = "\"'`";

char CharAt(const TextBuffer& text, TextPosition p) {
  const std::string& line = text.Line(p.line);
  return p.column >= 0 && p.column < static_cast<int>(line.size())
             ? line[static_cast<std::size_t>(p.column)]
             : '\0';
}
char CharBefore(const TextBuffer& text, TextPosition p) {
  return CharAt(text, {p.line, p.column - 1});
}

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

char PartnerOf(char c) {
  if (const auto at = kOpeners.find(c); at != std::string_view::npos) return kClosers[at];
  if (const auto at = kClosers.find(c); at != std::string_view::npos) return kOpeners[at];
  return c;
}

bool IsQuote(char c) { return c != '\0' && kQuotes.find(c) != std::string_view::npos; }
bool Opens(char c) { return c != '\0' && kOpeners.find(c) != std::string_view::npos; }
bool Closes(char c) { return c != '\0' && kClosers.find(c) != std::string_view::npos; }

bool IsBalanced(const std::string& line, char opener, char closer) {
  return std::count(line.begin(), line.end(), opener) ==
         std::count(line.begin(), line.end(), closer);
}

// A partner may be put before these without getting in the way.
bool GivesWay(char next) {
  return next == '\0' || next == ' ' || next == '\t' || Closes(next) || next == ',' ||
         next == ';' || next == ':';
}

// A quote behind one of these letters begins a string: f"", rb''.
bool IsStringPrefix(const TextBuffer& text, TextPosition p) {
  int begin = p.column;
  while (begin > 0 && IsWordByte(CharBefore(text, {p.line, begin}))) --begin;
  const std::string_view word =
      std::string_view(text.Line(p.line))
          .substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(p.column - begin));
  return word.size() <= 2 && word.find_first_not_of("frbuFRBULR8") == std::string_view::npos;
}

bool WantsPartner(const TextBuffer& text, TextPosition p, char typed, const CodeContext& context) {
  if (!GivesWay(CharAt(text, p)) || context.InProse(text, p)) return false;
  if (Opens(typed)) return true;
  const char before = CharBefore(text, p);
  return before != typed && (!IsWordByte(before) || before == '\0' || IsStringPrefix(text, p));
}

bool StepsOver(const TextBuffer& text, TextPosition p, char typed) {
  if (CharAt(text, p) != typed) return false;
  const std::string& line = text.Line(p.line);
  if (Closes(typed)) return IsBalanced(line, PartnerOf(typed), typed);
  // Inside a string that this quote ends.
  const auto before = std::count(line.begin(), line.begin() + p.column, typed);
  return before % 2 == 1 && CharBefore(text, p) != '\\';
}

void Surround(TextBuffer* text, char typed) {
  std::vector<std::string> texts;
  for (const TextSelection& one : text->selections()) {
    texts.push_back(typed + text->TextBetween(one.begin(), one.end()) + PartnerOf(typed));
  }
  const UndoStep step(text);
  const std::vector<TextSelection> before = text->selections();
  text->InsertEach(texts, EditKind::kOther);
  std::vector<TextSelection> inside;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const TextPosition end = text->Left(text->selections()[i].caret);
    const TextSelection& was = before[i];
    const int lines = was.end().line - was.begin().line;
    const int begin_column =
        lines > 0 ? was.begin().column + 1 : end.column - (was.end().column - was.begin().column);
    inside.push_back({end, {end.line - lines, begin_column}});
  }
  text->SetSelections(inside, text->primary());
}

// The white space that the line with the partner of a closing bracket typed at `p` begins with.
std::optional<std::string> PartnerIndent(const TextBuffer& text, TextPosition p, char closer) {
  int depth = 0;
  for (int line = p.line - 1; line >= std::max(0, p.line - 500); --line) {
    const std::string& there = text.Line(line);
    for (auto c = there.rbegin(); c != there.rend(); ++c) {
      if (*c == closer) ++depth;
      if (*c == PartnerOf(closer) && depth-- == 0) {
        return there.substr(0, std::min(there.find_first_not_of(" \t"), there.size()));
      }
    }
  }
  return std::nullopt;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// A closing bracket that comes first on its line goes where its partner's line begins.
bool TypeCloserFirst(TextBuffer* text, char typed) {
  if (text->selections().size() > 1 || text->HasSelection()) return false;
  const TextPosition caret = text->caret();
  const std::string& line = text->Line(caret.line);
  if (!IsBlank(std::string_view(line).substr(0, static_cast<std::size_t>(caret.column)))) {
    return false;
  }
  const std::optional<std::string> indent = PartnerIndent(*text, caret, typed);
  if (!indent || static_cast<int>(indent->size()) >= caret.column) return false;
  text->Replace({caret.line, 0}, caret, *indent + typed, EditKind::kOther);
  return true;
}

void TypeOne(TextBuffer* text, char typed, const CodeContext& context) {
  const auto& selections = text->selections();
  const bool has_partner = Opens(typed) || IsQuote(typed);
  const auto is_empty = [](const TextSelection& one) { return one.empty(); };
  if (has_partner && std::none_of(selections.begin(), selections.end(), is_empty)) {
    return Surround(text, typed);
  }
  const bool all_empty = std::all_of(selections.begin(), selections.end(), is_empty);
  const auto all = [&](const auto& what) {
    return all_empty && std::all_of(selections.begin(), selections.end(),
                                    [&](const TextSelection& one) { return what(one.caret); });
  };
  if ((Closes(typed) || IsQuote(typed)) &&
      all([&](TextPosition p) { return StepsOver(*text, p, typed); })) {
    return text->MoveEach([&](const TextSelection& one) { return text->Right(one.caret); },
                          TextBuffer::Selection::kDrop);
  }
  if (Closes(typed) && TypeCloserFirst(text, typed)) return;
  if (has_partner && all([&](TextPosition p) { return WantsPartner(*text, p, typed, context); })) {
    const UndoStep step(text);
    text->Insert(std::string{typed, PartnerOf(typed)}, EditKind::kOther);
    return text->MoveEach([&](const TextSelection& one) { return text->Left(one.caret); },
                          TextBuffer::Selection::kDrop);
  }
  text->Insert(std::string(1, typed), EditKind::kTyping);
}

bool StartsWithWord(std::string_view line, const auto& words) {
  return std::any_of(words.begin(), words.end(), [line](std::string_view word) {
    return line.starts_with(word) && (line.size() == word.size() || !IsWordByte(line[word.size()]));
  });
}

// How much deeper the line behind `head` stands: 1 or -1 steps, or as it does.
int StepBehind(const TextBuffer& text, TextPosition at, std::string_view head,
               const CodeContext& context) {
  static constexpr std::array<std::string_view, 5> kEnds = {"return", "pass", "break", "continue",
                                                            "raise"};
  static constexpr std::array<std::string_view, 5> kLabels = {"case", "default", "public",
                                                              "private", "protected"};
  const std::size_t last = head.find_last_not_of(" \t");
  if (last == std::string_view::npos) return 0;
  const SyntaxKind kind = context.KindAt(text, {at.line, static_cast<int>(last)});
  if (kind == SyntaxKind::kComment || kind == SyntaxKind::kString) return 0;
  if (Opens(head[last])) return 1;
  head.remove_prefix(head.find_first_not_of(" \t"));
  const bool has_blocks = context.language != nullptr && CommentMark(*context.language) == "#";
  if (head.back() == ':' && context.language != nullptr) {
    return has_blocks || StartsWithWord(head, kLabels) ? 1 : 0;
  }
  const bool is_last = at.column == static_cast<int>(text.Line(at.line).size());
  return has_blocks && is_last && StartsWithWord(head, kEnds) &&
                 IsBalanced(text.Line(at.line), '(', ')') &&
                 IsBalanced(text.Line(at.line), '[', ']')
             ? -1
             : 0;
}

}  // namespace

SyntaxKind CodeContext::KindAt(const TextBuffer& text, TextPosition position) const {
  if (language == nullptr || lines == nullptr) return SyntaxKind::kText;
  std::vector<SyntaxSpan> spans;
  LexLine(*language, std::string_view(text.Line(position.line)).substr(0, kLexedBytes),
          lines->StateAt(position.line), &spans);
  for (const SyntaxSpan& span : spans) {
    if (span.begin <= position.column && position.column < span.end) return span.kind;
  }
  return SyntaxKind::kText;
}

bool CodeContext::InProse(const TextBuffer& text, TextPosition position) const {
  if (language == nullptr || lines == nullptr) return false;
  std::vector<SyntaxSpan> spans;
  // With a letter behind the caret, what is open there shows.
  std::string head = text.Line(position.line).substr(0, static_cast<std::size_t>(position.column));
  if (head.size() > kLexedBytes) return false;
  head += 'x';
  LexLine(*language, head, lines->StateAt(position.line), &spans);
  return !spans.empty() && spans.back().end == static_cast<int>(head.size()) &&
         (spans.back().kind == SyntaxKind::kComment || spans.back().kind == SyntaxKind::kString);
}

void TypeCode(TextBuffer* text, std::string_view typed, const CodeContext& context) {
  if (typed.size() == 1 && (Opens(typed[0]) || Closes(typed[0]) || IsQuote(typed[0]))) {
    return TypeOne(text, typed[0], context);
  }
  text->Insert(typed, EditKind::kTyping);
}

void BreakCodeLine(TextBuffer* text, const CodeContext& context) {
  const Indentation& indentation = text->indentation();
  const std::string one_step =
      indentation.tabs ? "\t" : std::string(static_cast<std::size_t>(indentation.width), ' ');
  std::vector<std::string> texts;
  std::vector<int> behind;  // bytes that the caret goes back over
  for (const TextSelection& one : text->selections()) {
    const TextPosition at = one.begin();
    const std::string_view head =
        std::string_view(text->Line(at.line)).substr(0, static_cast<std::size_t>(at.column));
    const std::string base(head.substr(0, std::min(head.find_first_not_of(" \t"), head.size())));
    const int step = StepBehind(*text, at, head, context);
    std::string made = "\n" + base;
    if (step > 0) made += one_step;
    if (step < 0) {
      made.resize(made.ends_with('\t') ? made.size() - 1
                                       : made.size() - std::min(made.size() - 1, one_step.size()));
    }
    const char next = CharAt(*text, one.end());
    const bool splits = step > 0 && Closes(next) && PartnerOf(next) == CharBefore(*text, at);
    if (splits) made += "\n" + base;
    behind.push_back(splits ? static_cast<int>(base.size()) + 1 : 0);
    texts.push_back(std::move(made));
  }
  const UndoStep step(text);
  text->InsertEach(texts, EditKind::kOther);
  if (std::all_of(behind.begin(), behind.end(), [](int bytes) { return bytes == 0; })) return;
  std::size_t index = 0;
  text->MoveEach(
      [&](const TextSelection& one) {
        if (behind[index++] == 0) return one.caret;
        const int line = one.caret.line - 1;
        return TextPosition{line, static_cast<int>(text->Line(line).size())};
      },
      TextBuffer::Selection::kDrop);
}

void EraseLeftInCode(TextBuffer* text) {
  const auto& selections = text->selections();
  const auto in_empty_pair = [text](const TextSelection& one) {
    const char before = CharBefore(*text, one.caret), next = CharAt(*text, one.caret);
    if (!one.empty() || before == '\0' || next != PartnerOf(before)) return false;
    return (Opens(before) && IsBalanced(text->Line(one.caret.line), before, next)) ||
           IsQuote(before);
  };
  if (!std::all_of(selections.begin(), selections.end(), in_empty_pair)) return text->EraseLeft();
  std::vector<TextChange> changes;
  for (const TextSelection& one : selections) {
    changes.push_back({text->Left(one.caret), text->Right(one.caret), {}});
  }
  text->Apply(std::move(changes), EditKind::kOther);
}

std::optional<std::pair<TextPosition, TextPosition>> MatchBracket(const TextBuffer& text,
                                                                  TextPosition caret,
                                                                  const CodeContext& context) {
  constexpr int kFarthestLines = 2000;
  constexpr std::size_t kFarthestBytes = 60'000;
  TextPosition from = caret;
  const auto is_bracket = [&](TextPosition p) {
    const char c = CharAt(text, p);
    return (Opens(c) || Closes(c)) && context.KindAt(text, p) != SyntaxKind::kString &&
           context.KindAt(text, p) != SyntaxKind::kComment;
  };
  if (!is_bracket(from)) {
    from.column -= 1;
    if (from.column < 0 || !is_bracket(from)) return std::nullopt;
  }
  const char mine = CharAt(text, from), other = PartnerOf(mine);
  const int direction = Opens(mine) ? 1 : -1;
  int depth = 0;
  std::size_t seen = 0;
  std::vector<SyntaxSpan> spans;
  for (int line = from.line; line >= 0 && line < text.line_count(); line += direction) {
    const std::string& there = text.Line(line);
    seen += there.size();
    if (seen > kFarthestBytes || std::abs(line - from.line) > kFarthestLines) return std::nullopt;
    const int size = static_cast<int>(there.size());
    std::vector<bool> prose(there.size(), false);
    if (context.language != nullptr && context.lines != nullptr) {
      spans.clear();
      LexLine(*context.language, there, context.lines->StateAt(line), &spans);
      for (const SyntaxSpan& span : spans) {
        if (span.kind != SyntaxKind::kComment && span.kind != SyntaxKind::kString) continue;
        std::fill(prose.begin() + span.begin, prose.begin() + span.end, true);
      }
    }
    const int first = line == from.line ? from.column : direction > 0 ? 0 : size - 1;
    for (int i = first; i >= 0 && i < size; i += direction) {
      if (prose[static_cast<std::size_t>(i)]) continue;
      const char c = there[static_cast<std::size_t>(i)];
      if (c == mine) ++depth;
      if (c == other && --depth == 0) return std::pair(from, TextPosition{line, i});
    }
  }
  return std::nullopt;
}

}  // namespace app

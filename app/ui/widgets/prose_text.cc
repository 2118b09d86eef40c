// Lists, emphasis and the anatomy of a line.
#include "app/ui/widgets/prose_text.h"

#include <algorithm>
#include <cctype>

namespace app {
namespace {

constexpr int kIndentStep = 2;
constexpr int kWordsPerMinute = 200;  // read, not skimmed
constexpr int kMostDigits = 6;

int Length(std::string_view text) { return static_cast<int>(text.size()); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || byte >= 0x80;
}

std::string_view Part(std::string_view line, int begin, int end) {
  return line.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

// The mark of the item after one that has `mark`.
std::string NextMark(const ListMark& mark) {
  std::string next(static_cast<std::size_t>(mark.indent), ' ');
  if (mark.bullet == '.' || mark.bullet == ')') {
    return next + std::to_string(mark.number + 1) + mark.bullet + " ";
  }
  return next + mark.bullet + (mark.is_task ? " [ ] " : " ");
}

// Where the text within `mark` that begins at `at` ends; npos: it is not closed. An opening mark
// stands before a letter and a closing one behind one.
std::size_t Closing(std::string_view line, std::size_t at, std::string_view mark) {
  const std::size_t inside = at + mark.size();
  if (inside >= line.size() || line[inside] == ' ') return std::string_view::npos;
  const bool is_single = mark.size() == 1;  // half of a "**" is none
  if (is_single && line[inside] == mark[0]) return std::string_view::npos;
  for (std::size_t end = line.find(mark, inside + 1); end != std::string_view::npos;
       end = line.find(mark, end + 1)) {
    const bool is_half = is_single && (line[end - 1] == mark[0] || line.substr(end + 1, 1) == mark);
    if (line[end - 1] != ' ' && !is_half) return end;
  }
  return std::string_view::npos;
}

void AddMarked(std::size_t begin, std::size_t end, std::size_t mark, ProseKind kind,
               std::vector<ProseSpan>* spans) {
  const int b = static_cast<int>(begin), e = static_cast<int>(end), m = static_cast<int>(mark);
  spans->push_back({b, b + m, ProseKind::kMark});
  spans->push_back({b + m, e, kind});
  spans->push_back({e, e + m, ProseKind::kMark});
}

// Code, emphasis and links from `at` on.
void AddInline(std::string_view line, std::size_t at, std::vector<ProseSpan>* spans) {
  while (at < line.size()) {
    if (line[at] == '\\') {
      at += 2;
      continue;
    }
    struct Kind {
      std::string_view mark;
      ProseKind kind;
    };
    static constexpr Kind kKinds[] = {{"`", ProseKind::kCode},
                                      {"**", ProseKind::kBold},
                                      {"__", ProseKind::kBold},
                                      {"*", ProseKind::kItalic},
                                      {"_", ProseKind::kItalic}};
    bool found = false;
    for (const Kind& kind : kKinds) {
      if (line.substr(at, kind.mark.size()) != kind.mark) continue;
      const bool inside_word = kind.mark[0] == '_' && at > 0 && IsWordByte(line[at - 1]);
      const std::size_t end = inside_word ? std::string_view::npos : Closing(line, at, kind.mark);
      if (end == std::string_view::npos) continue;
      AddMarked(at, end, kind.mark.size(), kind.kind, spans);
      at = end + kind.mark.size();
      found = true;
      break;
    }
    if (!found && line.substr(at).starts_with("http")) {
      const std::size_t end = std::min(line.find_first_of(" )", at), line.size());
      if (line.substr(at, end - at).find("://") != std::string_view::npos) {
        spans->push_back({static_cast<int>(at), static_cast<int>(end), ProseKind::kLink});
        at = end;
        found = true;
      }
    }
    if (!found) ++at;
  }
}

}  // namespace

ListMark ListMarkOf(std::string_view line) {
  ListMark mark;
  int at = 0;
  while (at < Length(line) && line[static_cast<std::size_t>(at)] == ' ') ++at;
  const int indent = at;
  const auto byte = [&](int i) {
    return i < Length(line) ? line[static_cast<std::size_t>(i)] : '\0';
  };
  if (byte(at) == '-' || byte(at) == '*' || byte(at) == '+') {
    mark.bullet = byte(at++);
  } else {
    int number = 0, digits = 0;
    while (IsDigit(byte(at)) && digits++ < kMostDigits) number = number * 10 + (byte(at++) - '0');
    if (digits == 0 || (byte(at) != '.' && byte(at) != ')')) return {};
    mark.number = number;
    mark.bullet = byte(at++);
  }
  if (byte(at) != ' ') return {};
  ++at;
  if (mark.number == 0 && byte(at) == '[' && (byte(at + 1) == ' ' || byte(at + 1) == 'x') &&
      byte(at + 2) == ']' && byte(at + 3) == ' ') {
    mark.is_task = true;
    at += 4;
  }
  mark.indent = indent;
  mark.length = at;
  return mark;
}

bool ContinueList(TextBuffer* text) {
  const TextPosition caret = text->caret();
  const std::string line = text->Line(caret.line);
  const ListMark mark = ListMarkOf(line);
  if (text->HasSelection() || mark.length == 0 || caret.column < mark.length) return false;
  if (mark.length == Length(line)) {  // empty: the list is over, or goes on one level further out
    const int indent = std::max(0, mark.indent - kIndentStep);
    const bool ends = mark.indent == 0;
    text->Replace({caret.line, 0}, {caret.line, Length(line)},
                  ends ? std::string()
                       : std::string(static_cast<std::size_t>(indent), ' ') +
                             std::string(Part(line, mark.indent, mark.length)));
    return true;
  }
  text->Insert("\n" + NextMark(mark), TextBuffer::EditKind::kOther);
  return true;
}

bool NestList(TextBuffer* text, Nesting nesting) {
  std::vector<TextChange> changes;
  bool is_list = false;
  for (const int i : text->SelectedLines()) {
    const ListMark mark = ListMarkOf(text->Line(i));
    if (mark.length == 0) continue;
    is_list = true;
    if (nesting == Nesting::kDeeper) {
      changes.push_back({{i, 0}, {i, 0}, std::string(kIndentStep, ' ')});
    } else if (mark.indent > 0) {
      changes.push_back({{i, 0}, {i, std::min(mark.indent, kIndentStep)}, {}});
    }
  }
  if (!changes.empty()) text->Apply(std::move(changes), TextBuffer::EditKind::kOther);
  return is_list;
}

void ToggleMark(TextBuffer* text, std::string_view mark) {
  const int size = Length(mark);
  if (!text->HasSelection()) {
    const TextSelection word = text->WordAt(text->caret());
    const std::string& line = text->Line(word.begin().line);
    const bool is_word =
        !word.empty() && IsWordByte(line[static_cast<std::size_t>(word.begin().column)]);
    if (!is_word) {
      text->Insert(std::string(mark) + std::string(mark), TextBuffer::EditKind::kOther);
      const TextPosition caret = text->caret();
      text->MoveTo({caret.line, caret.column - size}, TextBuffer::Selection::kDrop);
      return;
    }
    text->SetSelections({word}, 0);
  }
  const TextPosition begin = text->selection_begin(), end = text->selection_end();
  const std::string& first = text->Line(begin.line);
  const std::string& last = text->Line(end.line);
  // "*" beside another "*" is half of a "**".
  const auto stands = [&](const std::string& line, int at) {
    if (at < 0 || at + size > Length(line) || Part(line, at, at + size) != mark) return false;
    const char c = mark[0];
    const bool twin_before = at > 0 && line[static_cast<std::size_t>(at - 1)] == c;
    const bool twin_after =
        at + size < Length(line) && line[static_cast<std::size_t>(at + size)] == c;
    return size > 1 || (!twin_before && !twin_after);
  };
  if (stands(first, begin.column - size) && stands(last, end.column)) {
    text->Apply(
        {{{begin.line, begin.column - size}, begin, {}}, {end, {end.line, end.column + size}, {}}},
        TextBuffer::EditKind::kOther);
    return;
  }
  text->Apply({{begin, begin, std::string(mark)}, {end, end, std::string(mark)}},
              TextBuffer::EditKind::kOther);
  const int shift = begin.line == end.line ? size : 0;
  text->MoveTo({begin.line, begin.column + size}, TextBuffer::Selection::kDrop);
  text->MoveTo({end.line, end.column + shift}, TextBuffer::Selection::kExtend);
}

int CountWords(std::string_view line) {
  int words = 0;
  bool inside = false;
  for (const char c : line) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n';
    // A mark on its own ("-", "|", "##") is no word.
    if (is_space) inside = false;
    if (!inside && !is_space && IsWordByte(c)) {
      ++words;
      inside = true;
    }
  }
  return words;
}

std::string WordCountText(int words) {
  std::string text = std::to_string(words) + (words == 1 ? " word" : " words");
  const int minutes = (words + kWordsPerMinute / 2) / kWordsPerMinute;
  if (words >= kWordsPerMinute / 2) text += "  ·  " + std::to_string(minutes) + " min to read";
  return text;
}

bool IsFence(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first != std::string_view::npos && first < 4 && line.substr(first).starts_with("```");
}

std::vector<ProseSpan> ProseSpans(std::string_view line, bool in_fence) {
  std::vector<ProseSpan> spans;
  if (in_fence || IsFence(line)) {
    const bool is_fence = IsFence(line);
    if (!line.empty()) {
      spans.push_back({0, Length(line), is_fence ? ProseKind::kMark : ProseKind::kCode});
    }
    return spans;
  }
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes >= 1 && hashes <= 6 && (hashes == line.size() || line[hashes] == ' ')) {
    spans.push_back({0, static_cast<int>(hashes), ProseKind::kMark});
    spans.push_back({static_cast<int>(hashes), Length(line), ProseKind::kHeading});
    return spans;
  }
  std::size_t at = 0;
  if (const ListMark mark = ListMarkOf(line); mark.length > 0) {
    spans.push_back({mark.indent, mark.length, ProseKind::kMark});
    at = static_cast<std::size_t>(mark.length);
  } else if (line.starts_with("> ")) {
    spans.push_back({0, 1, ProseKind::kMark});
    spans.push_back({1, Length(line), ProseKind::kQuote});
    at = 2;
  }
  AddInline(line, at, &spans);
  return spans;
}

}  // namespace app

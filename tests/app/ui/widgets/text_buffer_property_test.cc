// A hundred thousand random edits of a TextBuffer against the simplest thing that could do the
// same: one std::string, selections as pairs of offsets, undo by keeping every state.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "app/ui/widgets/text_buffer.h"

namespace app {
namespace {

using EditKind = TextBuffer::EditKind;
using Selection = TextBuffer::Selection;

bool Continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool Blank(char c) { return c == ' ' || c == '\t'; }
int ClassOf(char c) {
  if (Blank(c)) return 0;
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80 ? 1 : 2;
}

struct Span {
  std::size_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
};
struct Change {
  std::size_t begin = 0, end = 0;
  std::string text;
};

class Model {
 public:
  struct State {
    std::string text;
    std::vector<Span> spans{Span{}};
    std::size_t primary = 0;
  };

  State now;
  Indentation indentation;

  void Select(const std::vector<Span>& spans, std::size_t primary) {
    Set(spans, primary);
    sealed_ = true;
  }

  // Carets behind the new texts, or selections that follow their text.
  void Edit(const std::vector<Change>& changes, EditKind kind, bool follow,
            std::size_t primary = std::string::npos) {
    if (std::all_of(changes.begin(), changes.end(), [](const Change& change) {
          return change.begin == change.end && change.text.empty();
        })) {
      return;
    }
    Remember(kind, changes.back().text);
    std::vector<Span> spans = now.spans, ends;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      for (Span& span : spans) span = {Moved(span.begin, *change), Moved(span.end, *change)};
      for (Span& span : ends) span = {Moved(span.begin, *change), Moved(span.end, *change)};
      now.text.replace(change->begin, change->end - change->begin, change->text);
      const std::size_t end = change->begin + change->text.size();
      ends.insert(ends.begin(), Span{end, end});
    }
    if (follow) {
      Set(spans, now.primary);
    } else {
      Set(ends, std::min(primary == std::string::npos ? now.primary : primary, ends.size() - 1));
    }
    after_.back() = now;
  }

  bool Undo() {
    if (done_ == 0) return false;
    now = before_[--done_];
    return Stop();
  }
  bool Redo() {
    if (done_ == before_.size()) return false;
    now = after_[done_++];
    return Stop();
  }
  void BeginStep() {
    open_ = true;
    begun_ = false;
  }
  void EndStep() {
    if (begun_) after_.back() = now;
    sealed_ = sealed_ || begun_;
    open_ = begun_ = false;
  }
  bool is_open() const { return open_; }

  // What the erasing functions take away from an empty selection at `at`.
  std::size_t Left(std::size_t at) const {
    if (at == 0) return 0;
    do --at;
    while (at > 0 && Continues(now.text[at]));
    return at;
  }
  std::size_t Right(std::size_t at) const {
    if (at == now.text.size()) return at;
    do ++at;
    while (at < now.text.size() && Continues(now.text[at]));
    return at;
  }
  std::size_t WordLeft(std::size_t at) const {
    if (at == LineBegin(at)) return Left(at);
    const std::size_t floor = LineBegin(at);
    while (at > floor && Blank(now.text[at - 1])) --at;
    if (at == floor) return at;
    const int chosen = ClassOf(now.text[at - 1]);
    while (at > floor && ClassOf(now.text[at - 1]) == chosen) --at;
    return at;
  }
  std::size_t WordRight(std::size_t at) const {
    const std::size_t ceiling = LineEnd(at);
    if (at == ceiling) return Right(at);
    const int chosen = ClassOf(now.text[at]);
    while (at < ceiling && ClassOf(now.text[at]) == chosen) ++at;
    while (at < ceiling && Blank(now.text[at])) ++at;
    return at;
  }
  std::size_t IndentLeft(std::size_t at) const {
    const std::size_t floor = LineBegin(at);
    if (at == floor || FirstLetter(floor) < at || now.text[at - 1] == '\t') return Left(at);
    const std::size_t width = static_cast<std::size_t>(indentation.width);
    std::size_t stop = (Seen(at) - 1) / width * width, column = Seen(at);
    for (; column > stop && at > floor && now.text[at - 1] == ' '; --column) --at;
    return at;
  }

  std::size_t LineBegin(std::size_t at) const {
    while (at > 0 && now.text[at - 1] != '\n') --at;
    return at;
  }
  std::size_t LineEnd(std::size_t at) const {
    return std::min(now.text.find('\n', at), now.text.size());
  }
  std::size_t FirstLetter(std::size_t begin) const {
    while (begin < now.text.size() && Blank(now.text[begin])) ++begin;
    return begin;
  }
  std::size_t Seen(std::size_t at) const {
    const std::size_t width = static_cast<std::size_t>(indentation.width);
    std::size_t seen = 0;
    for (std::size_t i = LineBegin(at); i < at; ++i) {
      if (now.text[i] == '\t') {
        seen = (seen / width + 1) * width;
      } else if (!Continues(now.text[i])) {
        ++seen;
      }
    }
    return seen;
  }
  // Where the selected lines begin.
  std::vector<std::size_t> SelectedLines() const {
    std::vector<std::size_t> lines;
    for (std::size_t at = 0;; at = LineEnd(at) + 1) {
      for (const Span& span : now.spans) {
        const bool ends_before = span.end == at && span.begin < at;
        if (span.begin <= LineEnd(at) && span.end >= at && !ends_before) {
          lines.push_back(at);
          break;
        }
      }
      if (LineEnd(at) == now.text.size()) return lines;
    }
  }

 private:
  static std::size_t Moved(std::size_t at, const Change& change) {
    if (at >= change.end && !(at == change.begin && change.begin < change.end)) {
      return at - (change.end - change.begin) + change.text.size();
    }
    return at > change.begin ? change.begin + change.text.size() : at;
  }

  void Set(const std::vector<Span>& spans, std::size_t primary) {
    std::vector<std::pair<Span, bool>> sorted;
    for (std::size_t i = 0; i < spans.size(); ++i) sorted.emplace_back(spans[i], i == primary);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.begin, a.first.end) < std::pair(b.first.begin, b.first.end);
    });
    now.spans.clear();
    for (const auto& [span, is_primary] : sorted) {
      const bool is_caret = span.begin == span.end;
      const bool joins =
          !now.spans.empty() && (span.begin < now.spans.back().end ||
                                 (span.begin == now.spans.back().end &&
                                  (is_caret || now.spans.back().begin == now.spans.back().end)));
      if (joins) {
        now.spans.back().end = std::max(now.spans.back().end, span.end);
      } else {
        now.spans.push_back(span);
      }
      if (is_primary) now.primary = now.spans.size() - 1;
    }
  }

  void Remember(EditKind kind, const std::string& typed) {
    before_.resize(done_);
    after_.resize(done_);
    const bool new_word = space_before_ && !typed.empty() && typed.front() != ' ';
    const bool joins =
        done_ > 0 && (open_ ? begun_
                            : !sealed_ && kind != EditKind::kOther && kind == kind_ &&
                                  (kind == EditKind::kErasing || !new_word));
    if (!joins) {
      before_.push_back(now);
      after_.emplace_back();
      ++done_;
    }
    kind_ = kind;
    space_before_ = !typed.empty() && typed.back() == ' ';
    sealed_ = kind == EditKind::kOther;
    begun_ = open_;
  }
  bool Stop() {
    sealed_ = true;
    begun_ = false;
    return true;
  }

  std::vector<State> before_, after_;
  std::size_t done_ = 0;
  bool sealed_ = true, open_ = false, begun_ = false, space_before_ = false;
  EditKind kind_ = EditKind::kOther;
};

class TextBufferProperty : public testing::TestWithParam<unsigned> {
 protected:
  std::size_t Any(std::size_t below) { return below == 0 ? 0 : random_() % below; }

  TextPosition Position(std::size_t offset) const {
    const auto before = model_.now.text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1;
    return {static_cast<int>(line), static_cast<int>(offset - start)};
  }
  std::size_t Offset(TextPosition p) const {
    std::size_t at = 0;
    for (int i = 0; i < p.line; ++i) at += buffer_.Line(i).size() + 1;
    return at + static_cast<std::size_t>(p.column);
  }
  std::size_t AnyOffset() {
    std::size_t at = Any(model_.now.text.size() + 1);
    while (at > 0 && at < model_.now.text.size() && Continues(model_.now.text[at])) --at;
    return at;
  }
  std::string AnyText() {
    static const std::vector<std::string> kPieces = {
        "a",  "x1", " ",   "  ",  "\n",        "\n\n", "∑",    "中文",       "🙂", "if (x) {",
        "\t", "# ", "foo", "->b", "  ∀x\n\ty", "",     "a\nb", "    deep\n", "_",    "f(a):"};
    return kPieces[Any(kPieces.size())];
  }

  void Select() {
    std::vector<Span> spans;
    std::vector<TextSelection> selections;
    const std::size_t count = Any(3) == 0 ? 1 + Any(6) : 1;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t from = AnyOffset();
      const std::size_t to =
          Any(2) == 0 ? from
                      : std::min(model_.Right(model_.WordRight(from)), model_.now.text.size());
      const std::size_t far = Any(400) == 0 ? AnyOffset() : to;
      spans.push_back({std::min(from, far), std::max(from, far)});
      selections.push_back({Position(far), Position(from)});
    }
    const std::size_t primary = Any(count);
    buffer_.SetSelections(selections, primary);
    model_.Select(spans, primary);
  }

  void Insert(EditKind kind) {
    const std::string text = AnyText();
    std::vector<Change> changes;
    for (const Span& span : model_.now.spans) changes.push_back({span.begin, span.end, text});
    model_.Edit(changes, kind, false);
    buffer_.Insert(text, kind);
  }

  void InsertEach() {
    std::vector<Change> changes;
    std::vector<std::string> texts;
    for (const Span& span : model_.now.spans) {
      texts.push_back(AnyText());
      changes.push_back({span.begin, span.end, texts.back()});
    }
    model_.Edit(changes, EditKind::kOther, false);
    buffer_.InsertEach(texts, EditKind::kOther);
  }

  void Replace() {
    const std::size_t from = AnyOffset(), to = Any(100) == 0 ? AnyOffset() : model_.Right(from);
    const std::string text = AnyText();
    const TextPosition begin = Position(from), end = Position(to);
    model_.Edit({{std::min(from, to), std::max(from, to), text}}, EditKind::kOther, false);
    buffer_.Replace(begin, end, text);
  }

  void Apply() {
    std::vector<std::size_t> edges;
    for (std::size_t i = 2 * (1 + Any(4)); i > 0; --i) edges.push_back(AnyOffset());
    std::sort(edges.begin(), edges.end());
    std::vector<Change> changes;
    std::vector<TextChange> real;
    for (std::size_t i = 0; i < edges.size(); i += 2) {
      const std::size_t end = Any(60) == 0 ? edges[i + 1] : edges[i];
      changes.push_back({edges[i], end, AnyText()});
      real.push_back({Position(edges[i]), Position(end), changes.back().text});
    }
    model_.Edit(changes, EditKind::kOther, true);
    buffer_.Apply(real, EditKind::kOther);
  }

  void Erase(std::size_t (Model::*to)(std::size_t) const, void (TextBuffer::*real)(),
             EditKind kind) {
    std::vector<Change> changes;
    std::size_t primary = 0;
    for (std::size_t i = 0; i < model_.now.spans.size(); ++i) {
      Span span = model_.now.spans[i];
      if (span.begin == span.end) {
        const std::size_t other = (model_.*to)(span.begin);
        span = {std::min(span.begin, other), std::max(span.begin, other)};
      }
      if (!changes.empty() && span.begin < changes.back().end) {
        changes.back().end = std::max(changes.back().end, span.end);
        changes.back().begin = std::min(changes.back().begin, span.begin);
      } else {
        changes.push_back({span.begin, span.end, {}});
      }
      if (i == model_.now.primary) primary = changes.size() - 1;
    }
    model_.Edit(changes, kind, false, primary);
    (buffer_.*real)();
  }

  void Lines(int which) {
    std::vector<Change> changes;
    const std::string& text = model_.now.text;
    const auto width = static_cast<std::size_t>(model_.indentation.width);
    const std::string step = model_.indentation.tabs ? "\t" : std::string(width, ' ');
    for (const std::size_t at : model_.SelectedLines()) {
      if (which == 0) {
        if (model_.LineEnd(at) > at) changes.push_back({at, at, step});
        continue;
      }
      std::size_t end = at;
      while (end - at < width && end < text.size() && text[end] == ' ') ++end;
      if (end - at < width && end < text.size() && text[end] == '\t') ++end;
      changes.push_back({at, end, {}});
    }
    if (which == 0) {
      const bool spans_lines =
          std::any_of(model_.now.spans.begin(), model_.now.spans.end(), [&](const Span& span) {
            return model_.LineBegin(span.begin) != model_.LineBegin(span.end);
          });
      if (!spans_lines) {
        changes.clear();
        for (const Span& span : model_.now.spans) {
          const std::string gap(width - model_.Seen(span.begin) % width, ' ');
          changes.push_back({span.begin, span.end, model_.indentation.tabs ? "\t" : gap});
        }
        model_.Edit(changes, EditKind::kTyping, false);
        return buffer_.Indent();
      }
    }
    std::erase_if(changes,
                  [](const Change& one) { return one.begin == one.end && one.text.empty(); });
    if (!changes.empty()) model_.Edit(changes, EditKind::kOther, true);
    which == 0 ? buffer_.Indent() : buffer_.Unindent();
  }

  void Newline() {
    std::vector<Change> changes;
    const std::string& text = model_.now.text;
    for (const Span& span : model_.now.spans) {
      const std::size_t start = model_.LineBegin(span.begin);
      const std::size_t first = std::min(model_.FirstLetter(start), span.begin);
      std::string made = "\n" + text.substr(start, first - start);
      std::size_t last = span.begin;
      while (last > start && Blank(text[last - 1])) --last;
      if (last > start && std::string("{([:").find(text[last - 1]) != std::string::npos) {
        made += model_.indentation.tabs
                    ? "\t"
                    : std::string(static_cast<std::size_t>(model_.indentation.width), ' ');
      }
      changes.push_back({span.begin, span.end, made});
    }
    model_.Edit(changes, EditKind::kOther, false);
    buffer_.InsertIndentedNewline();
  }

  void Comment() {
    const std::string& text = model_.now.text;
    const std::vector<std::size_t> lines = model_.SelectedLines();
    const auto blank = [&](std::size_t at) { return model_.FirstLetter(at) >= model_.LineEnd(at); };
    const bool all_blank = std::all_of(lines.begin(), lines.end(), blank);
    std::size_t indent = std::string::npos;
    bool all_marked = true;
    for (const std::size_t at : lines) {
      if (blank(at) && !all_blank) continue;
      indent = std::min(indent, model_.FirstLetter(at) - at);
      all_marked = all_marked && text.compare(model_.FirstLetter(at), 1, "#") == 0;
    }
    std::vector<Change> changes;
    for (const std::size_t at : lines) {
      if (blank(at) && !all_blank) continue;
      const std::size_t mark = model_.FirstLetter(at);
      if (!all_marked) {
        changes.push_back({at + indent, at + indent, "# "});
      } else {
        changes.push_back({mark, mark + (text.compare(mark, 2, "# ") == 0 ? 2 : 1), {}});
      }
    }
    model_.Edit(changes, EditKind::kOther, true);
    buffer_.ToggleComment("#");
  }

  void OneEdit() {
    switch (Any(24)) {
      case 0:
        return Select();
      case 1:
      case 2:
      case 3:
        return Insert(EditKind::kTyping);
      case 4:
        return Insert(EditKind::kOther);
      case 5:
        return InsertEach();
      case 6:
        return Replace();
      case 7:
        return Apply();
      case 8:
        return Erase(&Model::IndentLeft, &TextBuffer::EraseLeft, EditKind::kErasing);
      case 9:
        return Erase(&Model::Right, &TextBuffer::EraseRight, EditKind::kErasing);
      case 10:
        return Erase(&Model::WordLeft, &TextBuffer::EraseWordLeft, EditKind::kOther);
      case 11:
        return Erase(&Model::WordRight, &TextBuffer::EraseWordRight, EditKind::kOther);
      case 12:
        return Lines(0);
      case 13:
        return Lines(1);
      case 14:
        return Newline();
      case 15:
        return Comment();
      case 16:
      case 17:
        ASSERT_EQ(buffer_.Undo(), model_.Undo());
        return;
      case 18:
        ASSERT_EQ(buffer_.Redo(), model_.Redo());
        return;
      case 19:
        if (model_.is_open()) {
          buffer_.EndStep();
          model_.EndStep();
        } else if (Any(3) == 0) {
          buffer_.BeginStep();
          model_.BeginStep();
        }
        return;
      case 20:
        model_.indentation = {Any(2) == 0, Any(2) == 0 ? 4 : 2};
        return buffer_.SetIndentation(model_.indentation);
      default:
        return Select();
    }
  }

  void Check() {
    ASSERT_EQ(buffer_.Text(), model_.now.text);
    std::vector<Span> spans;
    for (const TextSelection& one : buffer_.selections()) {
      spans.push_back({Offset(one.begin()), Offset(one.end())});
    }
    ASSERT_EQ(spans, model_.now.spans);
    ASSERT_EQ(buffer_.primary(), model_.now.primary);
  }

  // The lines that DamageSince() says are as they were, are.
  void CheckDamage(const std::vector<std::string>& old, std::uint64_t version) {
    const LineDamage damage = buffer_.DamageSince(version);
    const auto& lines = buffer_.lines();
    if (damage.removed == 0 && damage.first == 0 && damage.added == buffer_.line_count()) return;
    ASSERT_EQ(old.size() - static_cast<std::size_t>(damage.removed) +
                  static_cast<std::size_t>(damage.added),
              lines.size());
    const auto first = static_cast<std::size_t>(damage.first);
    const auto removed = static_cast<std::size_t>(damage.removed);
    for (std::size_t i = 0; i < first; ++i) ASSERT_EQ(old[i], lines[i]);
    for (std::size_t i = first + removed; i < old.size(); ++i) {
      ASSERT_EQ(old[i], lines[i - removed + static_cast<std::size_t>(damage.added)]);
    }
  }

  std::mt19937 random_{GetParam()};
  TextBuffer buffer_;
  Model model_;
};

TEST_P(TextBufferProperty, EqualsAPlainStringAfterEveryEdit) {
  std::vector<std::string> old = buffer_.lines();
  std::uint64_t version = buffer_.version();
  for (int i = 0; i < 10'000; ++i) {
    OneEdit();
    Check();
    if (HasFatalFailure()) {
      FAIL() << "edit " << i;
    }
    if (i % 7 == 0) {
      CheckDamage(old, version);
      old = buffer_.lines();
      version = buffer_.version();
    }
    if (model_.now.text.size() > 3000) {  // keep it small, and begin again at times
      buffer_.SetText("begin(x) {\n  ∑ = 1\n}\n");
      const bool open = model_.is_open();
      const Indentation indentation = model_.indentation;
      model_ = Model();
      model_.indentation = indentation;
      model_.now.text = buffer_.Text();
      if (open) model_.BeginStep();
    }
  }
  while (model_.Undo()) {
    ASSERT_TRUE(buffer_.Undo());
    Check();
  }
  EXPECT_FALSE(buffer_.Undo());
  while (model_.Redo()) {
    ASSERT_TRUE(buffer_.Redo());
    Check();
  }
  EXPECT_FALSE(buffer_.Redo());
}

INSTANTIATE_TEST_SUITE_P(TenSeeds, TextBufferProperty, testing::Range(1u, 11u));

}  // namespace
}  // namespace app

// The text and its changes, undo, and what changed since when.
#include "app/ui/widgets/text_buffer.h"

#include <cassert>
#include <iterator>
#include <utility>

namespace app {
namespace {

constexpr std::size_t kHistoryBytes = std::size_t{64} << 20;  // of undo
constexpr std::size_t kDamageKept = 64;

int Length(const std::string& line) { return static_cast<int>(line.size()); }

std::string WithoutCarriageReturns(std::string_view text) {
  std::string clean(text);
  std::erase(clean, '\r');
  return clean;
}

// `then` happened to the text after `first` did.
LineDamage Merged(const LineDamage& first, const LineDamage& then) {
  LineDamage both;
  both.first = std::min(first.first, then.first);
  const int between = std::max(first.first + first.added, then.first + then.removed);
  both.removed = between - both.first - (first.added - first.removed);
  both.added = between - both.first + (then.added - then.removed);
  return both;
}

// Where `p` is once `changes` have been made, of which `inverse` tells where they now stand.
TextPosition Followed(TextPosition p, const std::vector<TextChange>& changes,
                      const std::vector<TextChange>& inverse) {
  const auto after =
      std::upper_bound(changes.begin(), changes.end(), p,
                       [](TextPosition at, const TextChange& change) { return at < change.begin; });
  if (after == changes.begin()) return p;
  const TextChange& was = *std::prev(after);
  const TextChange& is = inverse[static_cast<std::size_t>(std::prev(after) - changes.begin())];
  if (p < was.end) return p == was.begin ? is.begin : is.end;
  if (p.line > was.end.line) return {p.line + is.end.line - was.end.line, p.column};
  return {is.end.line, is.end.column + p.column - was.end.column};
}

}  // namespace

void TextBuffer::SetText(std::string_view text) {
  const int before = line_count();
  lines_.assign(1, std::string());
  Splice({{{}, {}, WithoutCarriageReturns(text)}});
  damage_.assign(1, {version_, {0, before, line_count()}});
  selections_.assign(1, TextSelection{});
  primary_ = 0;
  steps_.clear();
  done_ = bytes_ = 0;
  step_begun_ = false;
  Seal();
}

std::string TextBuffer::Text() const { return TextBetween({}, End()); }

std::string TextBuffer::TextBetween(TextPosition begin, TextPosition end) const {
  const auto from = static_cast<std::size_t>(begin.column),
             to = static_cast<std::size_t>(end.column);
  if (begin.line == end.line) return Line(begin.line).substr(from, to - from);
  std::string text = Line(begin.line).substr(from);
  for (int i = begin.line + 1; i < end.line; ++i) (text += '\n') += Line(i);
  text += '\n';
  return text.append(Line(end.line), 0, to);
}

LineDamage TextBuffer::DamageSince(std::uint64_t version) const {
  if (version == version_) return {line_count(), 0, 0};
  if (damage_.empty() || version + 1 < damage_.front().version || version > version_) {
    return {0, 0, line_count()};  // too long ago to know: all of it is new
  }
  auto at = std::find_if(damage_.begin(), damage_.end(),
                         [version](const Damage& one) { return one.version > version; });
  LineDamage all = at->lines;
  for (++at; at != damage_.end(); ++at) all = Merged(all, at->lines);
  return all;
}

// --- selections
void TextBuffer::SetSelections(std::vector<TextSelection> selections, std::size_t primary) {
  assert(primary < selections.size());
  selections_ = std::move(selections);
  primary_ = primary;
  Normalize();
  Seal();
}

void TextBuffer::AddSelection(TextSelection selection) {
  std::vector<TextSelection> all = selections_;
  all.push_back(selection);
  const std::size_t last = all.size() - 1;
  SetSelections(std::move(all), last);
}

void TextBuffer::DropExtraSelections() { SetSelections({selections_[primary_]}, 0); }

std::string TextBuffer::SelectedText() const {
  std::string text;
  for (std::size_t i = 0; i < selections_.size(); ++i) {
    if (i > 0) text += '\n';
    text += TextBetween(selections_[i].begin(), selections_[i].end());
  }
  return text;
}

void TextBuffer::Normalize() {
  for (TextSelection& one : selections_) one = {Clamped(one.caret), Clamped(one.anchor)};
  if (selections_.size() == 1) return;
  std::vector<std::size_t> order(selections_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return std::pair(selections_[a].begin(), selections_[a].end()) <
           std::pair(selections_[b].begin(), selections_[b].end());
  });
  std::vector<TextSelection> merged;
  std::size_t primary = 0;
  for (const std::size_t index : order) {
    const TextSelection& one = selections_[index];
    const bool touches =
        !merged.empty() &&
        (one.begin() < merged.back().end() ||
         (one.begin() == merged.back().end() && (one.empty() || merged.back().empty())));
    if (touches) {
      TextSelection& last = merged.back();
      const TextPosition begin = last.begin(), end = std::max(last.end(), one.end());
      const bool backward = (last.empty() || index == primary_ ? one : last).caret == begin;
      last = backward ? TextSelection{begin, end} : TextSelection{end, begin};
    } else {
      merged.push_back(one);
    }
    if (index == primary_) primary = merged.size() - 1;
  }
  selections_ = std::move(merged);
  primary_ = primary;
}

// --- changes
void TextBuffer::InsertEach(const std::vector<std::string>& texts, EditKind kind) {
  assert(texts.size() == selections_.size());
  std::vector<TextChange> changes;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    changes.push_back(
        {selections_[i].begin(), selections_[i].end(), WithoutCarriageReturns(texts[i])});
  }
  SelectEnds(Commit(changes, kind));
}

void TextBuffer::Insert(std::string_view text, EditKind kind) {
  InsertEach(std::vector<std::string>(selections_.size(), std::string(text)), kind);
}

void TextBuffer::Replace(TextPosition begin, TextPosition end, std::string_view text,
                         EditKind kind) {
  const TextPosition from = Clamped(begin), to = Clamped(end);
  SelectEnds(
      Commit({{std::min(from, to), std::max(from, to), WithoutCarriageReturns(text)}}, kind));
}

void TextBuffer::Apply(std::vector<TextChange> changes, EditKind kind) {
  for (std::size_t i = 0; i < changes.size(); ++i) {
    TextChange& change = changes[i];
    assert(change.begin <= change.end && (i == 0 || changes[i - 1].end <= change.begin));
    std::erase(change.text, '\r');
  }
  const std::vector<TextChange> inverse = Commit(changes, kind);
  if (inverse.empty()) return;
  for (TextSelection& one : selections_) {
    one = {Followed(one.caret, changes, inverse), Followed(one.anchor, changes, inverse)};
  }
  Normalize();
  steps_.back().after = {selections_, primary_};
}

// A caret behind each change, the primary one where it was.
void TextBuffer::SelectEnds(const std::vector<TextChange>& inverse) {
  if (inverse.empty()) return;
  if (primary_ >= inverse.size()) primary_ = inverse.size() - 1;
  selections_.clear();
  for (const TextChange& one : inverse) selections_.push_back({one.end, one.end});
  Normalize();
  steps_.back().after = {selections_, primary_};
}

// Makes the changes and writes them into the history; empty when there was nothing to do. The
// caller then sets the selections and the step's `after`.
std::vector<TextChange> TextBuffer::Commit(const std::vector<TextChange>& changes, EditKind kind) {
  const auto changes_text = [](const TextChange& one) {
    return one.begin != one.end || !one.text.empty();
  };
  if (std::none_of(changes.begin(), changes.end(), changes_text)) return {};
  std::vector<TextChange> inverse = Splice(changes);
  Record(inverse, kind, changes.back().text);
  return inverse;
}

// The one door through which the text changes: builds the lines from the first to the last that is
// touched anew. Returns the changes that take it back, in positions of the new text.
std::vector<TextChange> TextBuffer::Splice(const std::vector<TextChange>& changes) {
  const int first = changes.front().begin.line, last = changes.back().end.line;
  std::vector<std::string> made(1);
  std::vector<TextChange> inverse;
  TextPosition at{first, 0};
  const auto here = [&] {
    return TextPosition{first + static_cast<int>(made.size()) - 1, Length(made.back())};
  };
  const auto keep_until = [&](TextPosition to) {
    const auto from = static_cast<std::size_t>(at.column);
    if (at.line == to.line) {
      made.back().append(Line(at.line), from, static_cast<std::size_t>(to.column) - from);
    } else {
      made.back().append(Line(at.line), from);
      const auto begin = std::make_move_iterator(lines_.begin() + at.line + 1);
      made.insert(made.end(), begin, begin + (to.line - at.line - 1));
      made.emplace_back(Line(to.line), 0, static_cast<std::size_t>(to.column));
    }
  };
  for (const TextChange& change : changes) {
    keep_until(change.begin);
    TextChange back{here(), {}, TextBetween(change.begin, change.end)};
    std::size_t begin = 0;
    for (std::size_t stop = 0; (stop = change.text.find('\n', begin)) != std::string::npos;) {
      made.back().append(change.text, begin, stop - begin);
      made.emplace_back();
      begin = stop + 1;
    }
    made.back().append(change.text, begin);
    back.end = here();
    inverse.push_back(std::move(back));
    at = change.end;
  }
  made.back().append(Line(last), static_cast<std::size_t>(at.column));

  const auto removed = static_cast<std::ptrdiff_t>(last - first + 1);
  const auto added = static_cast<std::ptrdiff_t>(made.size());
  const auto shared = std::min(removed, added);
  const auto target = std::move(made.begin(), made.begin() + shared, lines_.begin() + first);
  if (added > removed) {
    lines_.insert(target, std::make_move_iterator(made.begin() + shared),
                  std::make_move_iterator(made.end()));
  } else {
    lines_.erase(target, target + (removed - shared));
  }
  damage_.push_back({++version_, {first, static_cast<int>(removed), static_cast<int>(added)}});
  if (damage_.size() > kDamageKept) damage_.pop_front();
  return inverse;
}

// --- history
void TextBuffer::Seal() { sealed_ = true; }

bool TextBuffer::Joins(EditKind kind, std::string_view typed) const {
  if (done_ == 0) return false;
  if (open_steps_ > 0) return step_begun_;
  if (sealed_ || kind == EditKind::kOther || steps_.back().kind != kind) return false;
  const bool starts_word = !typed.empty() && typed.front() != ' ';
  return kind == EditKind::kErasing || !(steps_.back().ends_with_space && starts_word);
}

void TextBuffer::Record(std::vector<TextChange> inverse, EditKind kind, std::string_view typed) {
  while (steps_.size() > done_) {
    bytes_ -= steps_.back().bytes;
    steps_.pop_back();
  }
  if (!Joins(kind, typed)) {
    steps_.push_back({});
    steps_.back().before = {selections_, primary_};
    steps_.back().bytes = sizeof(Step) + 2 * selections_.size() * sizeof(TextSelection);
    bytes_ += steps_.back().bytes;
    ++done_;
  }
  Step& step = steps_.back();
  std::size_t bytes = 0;
  for (const TextChange& one : inverse) bytes += sizeof(TextChange) + one.text.size();
  step.batches.push_back(std::move(inverse));
  step.kind = kind;
  step.ends_with_space = typed.ends_with(' ');
  step.bytes += bytes;
  bytes_ += bytes;
  sealed_ = kind == EditKind::kOther;
  step_begun_ = open_steps_ > 0;
  TrimHistory();
}

// Forgets the oldest steps once the history holds too much; the latest always stays.
void TextBuffer::TrimHistory() {
  while (bytes_ > kHistoryBytes && steps_.size() > 1) {
    bytes_ -= steps_.front().bytes;
    steps_.pop_front();
    --done_;
  }
}

bool TextBuffer::Undo() {
  if (done_ == 0) return false;
  Step& step = steps_[--done_];
  for (auto batch = step.batches.rbegin(); batch != step.batches.rend(); ++batch) {
    *batch = Splice(*batch);
  }
  selections_ = step.before.all;
  primary_ = step.before.primary;
  step_begun_ = false;
  Seal();
  return true;
}

bool TextBuffer::Redo() {
  if (done_ == steps_.size()) return false;
  Step& step = steps_[done_++];
  for (std::vector<TextChange>& batch : step.batches) batch = Splice(batch);
  selections_ = step.after.all;
  primary_ = step.after.primary;
  step_begun_ = false;
  Seal();
  return true;
}

void TextBuffer::BeginStep() {
  if (open_steps_++ == 0) step_begun_ = false;
}

void TextBuffer::EndStep() {
  assert(open_steps_ > 0);
  if (--open_steps_ == 0) {
    if (step_begun_) {
      steps_[done_ - 1].after = {selections_, primary_};
      Seal();
    }
    step_begun_ = false;
  }
}

}  // namespace app

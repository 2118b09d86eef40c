// Lexing in slices, and finding where an edit stops to matter.
#include "app/ui/widgets/code_lines.h"

#include <algorithm>

namespace app {

void CodeLines::TakeChanges(const TextBuffer& text) {
  if (version_ == text.version() && !states_.empty()) return;
  const LineDamage damage = text.DamageSince(version_);
  version_ = text.version();
  const int count = text.line_count();
  const int before = static_cast<int>(states_.size());
  if (states_.empty() || before - damage.removed + damage.added != count) {
    states_.assign(static_cast<std::size_t>(count), SyntaxState::kCode);
    known_ = agreed_ = agreed_until_ = 0;
  } else {
    const auto second = states_.begin() + damage.first + 1;  // the first stays as it begins
    const int shift = damage.added - damage.removed;
    if (shift > 0) {
      states_.insert(second, static_cast<std::size_t>(shift), SyntaxState::kCode);
    } else {
      states_.erase(second, second - shift);
    }
    // Lines behind the change still agree with each other, as far as they were known.
    agreed_ = known_ >= agreed_until_ ? 0 : std::max(agreed_, known_ + 1);
    const int right_until = std::max(known_, agreed_until_), behind = damage.first + damage.removed;
    if (right_until >= behind) {
      agreed_ = std::max(behind, agreed_) + shift;
      agreed_until_ = std::min(right_until + shift, count - 1);
    } else {
      agreed_until_ = std::min(agreed_until_, damage.first);
    }
    known_ = std::min(known_, damage.first);
  }
  longest_ = 0;
  const std::vector<std::string>& lines = text.lines();
  for (int i = 1; i < count; ++i) {
    if (lines[static_cast<std::size_t>(i)].size() >
        lines[static_cast<std::size_t>(longest_)].size()) {
      longest_ = i;
    }
  }
}

bool CodeLines::CatchUp(const TextBuffer& text, const SyntaxLanguage* language,
                        std::size_t budget) {
  if (language != language_) {
    language_ = language;
    states_.clear();
  }
  TakeChanges(text);
  if (language == nullptr) {
    known_ = text.line_count() - 1;
    return true;
  }
  std::vector<SyntaxSpan> ignored;
  std::size_t spent = 0;
  while (known_ + 1 < text.line_count()) {
    if (spent > budget) return false;
    const std::string_view line = std::string_view(text.Line(known_)).substr(0, kLexedBytes);
    spent += line.size() + 1;
    ignored.clear();
    const SyntaxState next =
        LexLine(*language, line, states_[static_cast<std::size_t>(known_)], &ignored);
    ++known_;
    SyntaxState& old = states_[static_cast<std::size_t>(known_)];
    if (next == old && known_ >= agreed_ && known_ < agreed_until_) {
      known_ = agreed_until_;
    } else {
      old = next;
    }
  }
  return true;
}

SyntaxState CodeLines::StateAt(int line) const {
  return line < static_cast<int>(states_.size()) ? states_[static_cast<std::size_t>(line)]
                                                 : SyntaxState::kCode;
}

}  // namespace app

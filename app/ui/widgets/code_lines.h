// What is known of each line of a code buffer beyond its text: what is still open where it begins,
// and which line is the longest. Any thread; one buffer each. Invariant: a frame lexes at most as
// much as CatchUp() is allowed; lines that have not been reached yet are coloured by a guess.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/ui/widgets/syntax.h"
#include "app/ui/widgets/text_buffer.h"

namespace app {

class CodeLines {
 public:
  // Takes over what changed in `text` since the last call, then lexes on from the first line whose
  // state is not known, `budget` bytes at most. False while there is more to do.
  bool CatchUp(const TextBuffer& text, const SyntaxLanguage* language, std::size_t budget);

  // What is open where `line` begins; a guess for a line behind known().
  SyntaxState StateAt(int line) const;
  int known() const { return known_; }
  // Of the lines, the one with the most bytes.
  int longest() const { return longest_; }

 private:
  void TakeChanges(const TextBuffer& text);

  std::vector<SyntaxState> states_;  // at the start of each line
  int known_ = 0;                    // states_[0..known_] are right
  // states_[agreed_..agreed_until_] follow from each other: once one of them is found to be right,
  // so are those behind it.
  int agreed_ = 0;
  int agreed_until_ = 0;
  int longest_ = 0;
  std::uint64_t version_ = ~std::uint64_t{0};
  const SyntaxLanguage* language_ = nullptr;
};

// The longest part of a line that is lexed; what follows is plain.
inline constexpr std::size_t kLexedBytes = 10'000;

}  // namespace app

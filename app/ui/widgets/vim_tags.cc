// Pairs of tags, found in one walk over the text. A tag that is not closed is passed over.
#include "app/ui/widgets/vim_tags.h"

#include <string>
#include <vector>

namespace app::vim {
namespace {

struct Tag {
  std::string name;
  TextPosition begin;
  TextPosition end;  // behind its '>'
};

// The tag that starts at the '<' at `at`, with "/" before the name of one that closes; nullopt
// where there is none, or one that closes itself.
std::optional<Tag> TagAt(const TextBuffer& text, TextPosition at) {
  Tag tag{{}, at, {}};
  bool in_name = true;
  char before = '<';
  TextPosition p{at.line, at.column + 1};
  while (true) {
    const char c = ByteAt(text, p);
    if (c == '<') return std::nullopt;
    if (c == '>') break;
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (in_name && (space || (c == '/' && !tag.name.empty()))) in_name = false;
    if (tag.name.empty() && (space || c == '!')) return std::nullopt;
    if (in_name) tag.name += c;
    before = c;
    if (c != '\n') {
      ++p.column;
    } else if (p.line + 1 < text.line_count()) {
      p = {p.line + 1, 0};
    } else {
      return std::nullopt;
    }
  }
  tag.end = {p.line, p.column + 1};
  if (tag.name.empty() || tag.name == "/" || before == '/') return std::nullopt;
  return tag;
}

}  // namespace

std::optional<Range> TagBlockAt(const TextBuffer& text, TextPosition at, bool around, int count) {
  const int indent = static_cast<int>(IndentOf(text, at.line).size());
  at.column = std::max(at.column, indent);
  std::vector<Tag> open;
  int left = count;
  for (int line = 0; line < text.line_count(); ++line) {
    for (int column = 0; column < static_cast<int>(text.Line(line).size()); ++column) {
      if (text.Line(line)[static_cast<std::size_t>(column)] != '<') continue;
      const std::optional<Tag> tag = TagAt(text, {line, column});
      if (!tag) continue;
      if (tag->name[0] != '/') {
        open.push_back(*tag);
        continue;
      }
      std::size_t match = open.size();
      while (match > 0 && open[match - 1].name != tag->name.substr(1)) --match;
      if (match == 0) continue;
      const Tag opening = open[match - 1];
      open.resize(match - 1);
      // The innermost pair around the place is the first to be closed behind it.
      if (at < opening.begin || tag->end <= at || --left > 0) continue;
      if (around) return Range{opening.begin, tag->end};
      return Range{opening.end, tag->begin};
    }
  }
  return std::nullopt;
}

}  // namespace app::vim

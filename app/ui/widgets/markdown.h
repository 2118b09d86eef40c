// A Markdown text as blocks of styled runs, ready to be laid out. Parsed by md4c.
// Any thread; plain values. Raw HTML is shown as text; a link keeps its words and loses its
// address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct MarkdownRun {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool code = false;
  bool line_break = false;  // a hard break; `text` is empty
};

struct MarkdownBlock {
  enum class Kind { kParagraph, kHeading, kCode, kRule, kTableRow };
  Kind kind = Kind::kParagraph;
  int level = 0;   // of a heading, 1-6
  int indent = 0;  // how many lists deep
  bool quote = false;
  bool table_head = false;
  std::string bullet;    // "•", "2." before the first paragraph of a list item
  std::string language;  // of a code block, may be empty
  std::vector<MarkdownRun> runs;
  std::vector<std::vector<MarkdownRun>> cells;  // of a table row
};

std::vector<MarkdownBlock> ParseMarkdown(std::string_view text);

// The words alone, one line a block.
std::string PlainText(const std::vector<MarkdownBlock>& blocks);

}  // namespace app

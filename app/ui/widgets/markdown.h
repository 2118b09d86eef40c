// A Markdown text as blocks of styled runs, ready to be laid out. Parsed by md4c.
// Any thread; plain values. Raw HTML is shown as text. Invariant: `text` holds what copying gives,
// and every run knows its place in it; formulas are copied as they were written, with their
// dollars, and the cells of a table with tabs between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/math_parser.h"

namespace app {

struct MarkdownRun {
  std::string text;  // of a formula its source, of a picture its alternative text
  bool bold = false;
  bool italic = false;
  bool strike = false;
  bool code = false;
  bool line_break = false;  // a hard break; `text` is "\n"
  bool math = false;
  bool display = false;   // a formula on a line of its own
  std::string link;       // the address, empty for none
  std::string picture;    // the address of a picture, empty for none
  std::size_t begin = 0;  // in MarkdownDocument::text; the run ends at the next one's begin, or is
  std::size_t end = 0;    // longer than `text` by a formula's dollars
};

struct MarkdownBlock {
  enum class Kind : std::uint8_t { kParagraph, kHeading, kCode, kRule, kTableRow };
  enum class Task : std::uint8_t { kNone, kOpen, kTicked };
  enum class Align : std::uint8_t { kLeft, kCenter, kRight };
  struct Cell {
    std::vector<MarkdownRun> runs;
    Align align = Align::kLeft;
  };
  Kind kind = Kind::kParagraph;
  Task task = Task::kNone;
  int level = 0;   // of a heading, 1-6
  int indent = 0;  // how many lists deep
  int quotes = 0;  // how many quotes deep
  bool table_head = false;
  std::string bullet;    // "•", "2." before the first paragraph of a list item
  std::string language;  // of a code block, may be empty
  std::vector<MarkdownRun> runs;
  std::vector<Cell> cells;  // of a table row
  std::size_t begin = 0;    // in MarkdownDocument::text, with its bullet
  std::size_t end = 0;
  std::size_t bullet_end = 0;
};

struct MarkdownRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const MarkdownRange&) const = default;
};

struct MarkdownDocument {
  // A stretch of the source, and of `text` where it is shown. Where both are of the same length,
  // they agree byte by byte.
  struct Place {
    MarkdownRange source;
    MarkdownRange text;
  };
  std::vector<MarkdownBlock> blocks;
  std::string text;
  std::vector<Place> places;  // in the order of reading
};

MarkdownDocument ParseMarkdown(std::string_view source);

// Where bytes of the source are shown in the document's text, marks between them included; nullopt
// when none of them is shown.
std::optional<MarkdownRange> ShownRange(const MarkdownDocument& document, MarkdownRange source);

// The words alone, one line a block, formulas on one line: what is read aloud.
std::string PlainText(const MarkdownDocument& document);

}  // namespace app

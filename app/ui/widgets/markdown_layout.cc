// Placing blocks from top to bottom.
#include "app/ui/widgets/markdown_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/ui/draw.h"
#include "app/ui/widgets/markdown_flow.h"
#include "app/ui/widgets/syntax.h"

namespace app {
namespace {

using Kind = MarkdownBlock::Kind;

class Layout {
 public:
  Layout(const MarkdownDocument& document, const Theme& theme, float width,
         const MarkdownPictures& pictures)
      : document_(document),
        theme_(theme),
        m_(theme.size),
        width_(width),
        flow_(theme, pictures, &out_) {}

  MarkdownLayout Run() {
    const auto& blocks = document_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const MarkdownBlock& block = blocks[i];
      const float top = y_;
      switch (block.kind) {
        case Kind::kHeading:
          PlaceHeading(block, i == 0);
          break;
        case Kind::kParagraph:
          PlaceParagraph(block, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
          break;
        case Kind::kCode:
          PlaceCode(block);
          break;
        case Kind::kRule:
          y_ += m_.tiny;
          AddBox({Indent(block), y_}, {width_, y_ + m_.hair}, theme_.color.border, 0);
          EndBlock(m_.medium);
          break;
        case Kind::kTableRow:
          i = PlaceTable(i) - 1;
          break;
      }
      MarkQuotes(block, top, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
    }
    out_.height = std::max(0.0f, y_ - last_gap_);
    return std::move(out_);
  }

 private:
  float QuoteIndent() const { return m_.medium + m_.line; }
  float Indent(const MarkdownBlock& block) const {
    return static_cast<float>(block.indent) * (m_.large + m_.tiny) +
           static_cast<float>(block.quotes) * QuoteIndent();
  }

  void AddBox(ImVec2 min, ImVec2 max, Color fill, Color border, int strip = -1) {
    out_.boxes.push_back({min, max, fill, border, strip});
  }

  void EndBlock(float gap) {
    y_ += gap;
    last_gap_ = gap;
  }

  // The bars at the left of a quote; they go on to the next block of the same quote.
  void MarkQuotes(const MarkdownBlock& block, float top, const MarkdownBlock* next) {
    for (int q = 0; q < block.quotes; ++q) {
      const bool goes_on = next != nullptr && next->quotes > q;
      const float x = static_cast<float>(q) * QuoteIndent();
      AddBox({x, top}, {x + m_.line + m_.hair, goes_on ? y_ : y_ - last_gap_}, theme_.color.accent,
             0);
    }
  }

  void PlaceHeading(const MarkdownBlock& block, bool first) {
    const Font& font = block.level == 1   ? theme_.font.title
                       : block.level == 2 ? theme_.font.heading
                                          : theme_.font.bold;
    if (!first) y_ += m_.small;
    y_ = flow_.Place(block.runs, {Indent(block), width_, font, theme_.color.text}, y_);
    EndBlock(m_.tiny + m_.line);
  }

  void PlaceParagraph(const MarkdownBlock& block, const MarkdownBlock* next) {
    const float left = Indent(block);
    if (!block.bullet.empty()) PlaceBullet(block, left);
    const Color color = block.quotes > 0 ? theme_.color.muted : theme_.color.body;
    const float bottom = flow_.Place(block.runs, {left, width_, theme_.font.ui, color}, y_);
    y_ = std::max(bottom, block.bullet.empty() ? y_ : y_ + theme_.font.ui.px);
    const bool tight = next != nullptr && block.indent > 0 && !next->bullet.empty();
    EndBlock(tight ? m_.line : m_.small);
  }

  void PlaceBullet(const MarkdownBlock& block, float left) {
    MarkdownPiece piece;
    using Task = MarkdownBlock::Task;
    if (block.task != Task::kNone) {
      piece.kind = block.task == Task::kTicked ? MarkdownPiece::Kind::kDoneTask
                                               : MarkdownPiece::Kind::kOpenTask;
    }
    piece.font = theme_.font.ui;
    piece.color = theme_.color.faint;
    const std::size_t blanks = static_cast<std::size_t>(block.indent - 1) * 2;
    piece.begin = block.begin + blanks;
    piece.end = piece.begin + block.bullet.size();
    piece.width = block.task == Task::kNone ? TextSize(piece.font, block.bullet).x : m_.icon;
    // Numbers end at one line, however many digits they have.
    const float room = m_.large + m_.tiny;
    const float blank = m_.small - m_.line;
    piece.at =
        ImVec2(block.bullet.size() > 2 && block.task == Task::kNone ? left - blank - piece.width
                                                                    : left - room + m_.tiny,
               y_);
    piece.height = piece.font.px;
    out_.pieces.push_back(piece);
  }

  void PlaceCode(const MarkdownBlock& block) {
    const float left = Indent(block), top = y_;
    const SyntaxLanguage* language = FindSyntax(block.language);
    const std::size_t box = out_.boxes.size();
    AddBox({left, top}, {width_, top}, theme_.color.editor, theme_.color.border);
    y_ += m_.small;
    SyntaxState syntax = SyntaxState::kCode;
    const MarkdownRun& code = block.runs[0];
    std::size_t at = 0;
    for (bool more = true; more;) {
      const std::size_t stop = std::min(code.text.find('\n', at), code.text.size());
      more = stop < code.text.size();
      syntax = PlaceCodeLine(std::string_view(code.text).substr(at, stop - at), code.begin + at,
                             language, syntax, left + m_.field_padding);
      at = stop + 1;
    }
    y_ += m_.small;
    out_.boxes[box].max.y = y_;
    out_.codes.push_back({{left, top}, {width_, y_}, code.begin, code.end});
    out_.used_width = std::max(out_.used_width, width_);
    EndBlock(m_.gap);
  }

  SyntaxState PlaceCodeLine(std::string_view line, std::size_t begin,
                            const SyntaxLanguage* language, SyntaxState syntax, float left) {
    const Font& font = theme_.font.code_small;
    const float leading = std::round(font.px * m_.prose_leading);
    std::vector<SyntaxSpan> spans;
    if (language != nullptr) {
      syntax = LexLine(*language, line, syntax, &spans);
    } else {
      spans.push_back({0, static_cast<int>(line.size()), SyntaxKind::kText});
    }
    // Blanks belong to the span before them, so that a selection has no holes.
    if (!spans.empty()) spans.front().begin = 0;
    float x = left;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const auto from = static_cast<std::size_t>(spans[i].begin);
      const std::size_t to =
          i + 1 < spans.size() ? static_cast<std::size_t>(spans[i + 1].begin) : line.size();
      PlaceCodeSpan(line.substr(from, to - from), begin + from, spans[i].kind, left, &x);
    }
    y_ += leading;
    return syntax;
  }

  // One span of code; what does not fit goes on in the next row, a little indented.
  void PlaceCodeSpan(std::string_view text, std::size_t begin, SyntaxKind kind, float left,
                     float* x) {
    const Font& font = theme_.font.code_small;
    const float leading = std::round(font.px * m_.prose_leading);
    const float right = width_ - m_.small;
    while (!text.empty()) {
      const std::size_t inked = text.find_last_not_of(' ') + 1;
      const bool fits = *x + TextSize(font, text.substr(0, inked)).x <= right;
      const float again = left + m_.large;  // where a continued row starts
      if (!fits && *x > again) {
        y_ += leading;
        *x = again;
        continue;
      }
      std::size_t size = text.size();
      while (!fits && size > 1 && *x + TextSize(font, text.substr(0, size)).x > right) {
        do {
          --size;
        } while (size > 1 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80);
      }
      MarkdownPiece piece;
      piece.at = ImVec2(*x, y_);
      piece.width = TextSize(font, text.substr(0, size)).x;
      piece.height = font.px;
      piece.font = font;
      piece.color = theme_.color.syntax[static_cast<std::size_t>(kind)];
      piece.begin = begin;
      piece.end = begin + size;
      out_.pieces.push_back(piece);
      *x += piece.width;
      begin += size;
      text.remove_prefix(size);
    }
  }

  MarkdownFlow::Frame CellFrame(const MarkdownBlock& row, const MarkdownBlock::Cell& cell,
                                float left, float right) const {
    return {left, right, row.table_head ? theme_.font.bold : theme_.font.ui,
            row.table_head ? theme_.color.text : theme_.color.body, cell.align};
  }

  // Places the rows from `first` on that belong to one table; returns the index after them.
  std::size_t PlaceTable(std::size_t first) {
    const auto& blocks = document_.blocks;
    std::size_t last = first;
    std::vector<MarkdownFlow::Widths> wants;
    while (last < blocks.size() && blocks[last].kind == Kind::kTableRow &&
           (last == first || !blocks[last].table_head)) {
      const auto& cells = blocks[last].cells;
      wants.resize(std::max(wants.size(), cells.size()));
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const MarkdownFlow::Widths cell =
            flow_.Measure(cells[c].runs, CellFrame(blocks[last], cells[c], 0, width_));
        wants[c].narrowest = std::max(wants[c].narrowest, cell.narrowest);
        wants[c].natural = std::max(wants[c].natural, cell.natural);
      }
      ++last;
    }
    const float left = Indent(blocks[first]), room = width_ - left;
    const std::vector<float> columns = ColumnWidths(wants, room);
    const float total = std::accumulate(columns.begin(), columns.end(), 0.0f);
    const float top = y_;
    const int strip = total > room ? static_cast<int>(out_.strips.size()) : -1;
    const std::size_t piece = out_.pieces.size();
    const float used = out_.used_width;  // a strip shows no more than there is room
    for (std::size_t r = first; r < last; ++r) {
      PlaceRow(blocks[r], columns, left, total, strip);
      if (r + 1 < last)
        AddBox({left, y_ - m_.hair}, {left + total, y_}, theme_.color.border, 0, strip);
    }
    AddBox({left, top}, {left + total, y_}, 0, theme_.color.border, strip);
    if (strip >= 0) {
      y_ += m_.small;  // of its scroll bar
      out_.strips.push_back({{left, top}, {width_, y_}, total});
      for (std::size_t p = piece; p < out_.pieces.size(); ++p) out_.pieces[p].strip = strip;
    }
    out_.used_width = std::max(used, std::min(width_, left + total));
    EndBlock(m_.gap);
    return last;
  }

  void PlaceRow(const MarkdownBlock& row, const std::vector<float>& columns, float left,
                float total, int strip) {
    const float row_top = y_;
    float bottom = y_ + theme_.font.ui.px, x = left;
    const std::size_t box = out_.boxes.size();
    AddBox({left, row_top}, {left + total, row_top}, row.table_head ? theme_.color.raised : 0, 0,
           strip);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const MarkdownFlow::Frame frame =
          CellFrame(row, row.cells[c], x + m_.field_padding, x + columns[c] - m_.field_padding);
      bottom = std::max(bottom, flow_.Place(row.cells[c].runs, frame, row_top + m_.tiny));
      x += columns[c];
    }
    y_ = bottom + m_.tiny;
    out_.boxes[box].max.y = y_;
  }

  // Every column gets the width of its longest word, and what is left over goes to those that
  // want more, in proportion.
  std::vector<float> ColumnWidths(const std::vector<MarkdownFlow::Widths>& wants,
                                  float room) const {
    const float padding = 2 * m_.field_padding + m_.hair;
    float narrowest = 0, natural = 0;
    for (const MarkdownFlow::Widths& want : wants) {
      narrowest += want.narrowest + padding;
      natural += want.natural + padding;
    }
    const float spare = std::max(0.0f, std::min(room, natural) - narrowest);
    const float share = natural > narrowest ? spare / (natural - narrowest) : 0;
    std::vector<float> columns;
    for (const MarkdownFlow::Widths& want : wants) {
      columns.push_back(
          std::ceil(want.narrowest + padding + (want.natural - want.narrowest) * share));
    }
    return columns;
  }

  const MarkdownDocument& document_;
  const Theme& theme_;
  const Metrics& m_;
  float width_;
  MarkdownLayout out_;
  MarkdownFlow flow_;
  float y_ = 0;
  float last_gap_ = 0;
};

}  // namespace

MarkdownLayout LayoutMarkdown(const MarkdownDocument& document, const Theme& theme, float width,
                              const MarkdownPictures& pictures) {
  return Layout(document, theme, width, pictures).Run();
}

}  // namespace app

// Markdown to blocks and runs, by md4c.
#include "app/ui/widgets/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace app {
namespace {

using Kind = MarkdownBlock::Kind;
using Task = MarkdownBlock::Task;
using Align = MarkdownBlock::Align;

void AppendCodePoint(unsigned long code, std::string* out) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  const auto put = [out](unsigned long byte) { *out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 63));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 63));
    put(0x80 | (code & 63));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 63));
    put(0x80 | ((code >> 6) & 63));
    put(0x80 | (code & 63));
  }
}

std::string DecodedEntity(std::string_view entity) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"},     {"&gt;", ">"},        {"&amp;", "&"},    {"&quot;", "\""},
      {"&apos;", "'"},   {"&nbsp;", "\u00A0"}, {"&times;", "×"},  {"&middot;", "·"},
      {"&minus;", "−"},  {"&le;", "≤"},        {"&ge;", "≥"},     {"&ne;", "≠"},
      {"&hellip;", "…"}, {"&ndash;", "–"},     {"&mdash;", "—"},  {"&rarr;", "→"},
      {"&larr;", "←"},   {"&deg;", "°"},       {"&plusmn;", "±"}, {"&infin;", "∞"}};
  for (const auto& [name, text] : kEntities) {
    if (entity == name) return std::string(text);
  }
  if (entity.size() > 3 && entity[1] == '#') {
    const bool hex = entity[2] == 'x' || entity[2] == 'X';
    std::string out;
    AppendCodePoint(
        std::strtoul(std::string(entity.substr(hex ? 3 : 2)).c_str(), nullptr, hex ? 16 : 10),
        &out);
    return out;
  }
  return std::string(entity);
}

std::string Decoded(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string() : std::string(attribute.text, attribute.size);
}

Align AlignOf(void* detail) {
  switch (static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align) {
    case MD_ALIGN_CENTER:
      return Align::kCenter;
    case MD_ALIGN_RIGHT:
      return Align::kRight;
    default:
      return Align::kLeft;
  }
}

bool SameStyle(const MarkdownRun& a, const MarkdownRun& b) {
  return a.bold == b.bold && a.italic == b.italic && a.strike == b.strike && a.code == b.code &&
         a.link == b.link && a.picture == b.picture && a.math == b.math && a.display == b.display &&
         !a.line_break && !b.line_break;
}

// Where a piece of the source went, while the runs do not know their own places yet.
struct SourcePiece {
  std::size_t block = 0;
  std::optional<std::size_t> cell;
  std::size_t run = 0;
  MarkdownRange within;  // the run's text
  MarkdownRange source;
};

// Receives md4c's callbacks.
class Builder {
 public:
  explicit Builder(std::string_view source)
      : begin_(source.data()), end_(source.data() + source.size()) {}

  std::vector<MarkdownBlock> Take() { return std::move(blocks_); }
  std::vector<SourcePiece> TakePieces() { return std::move(pieces_); }

  void EnterBlock(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
        open_ = false;
        break;
      case MD_BLOCK_UL:
        open_ = false;
        lists_.push_back(kUnordered);
        break;
      case MD_BLOCK_OL:
        open_ = false;
        lists_.push_back(static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start));
        break;
      case MD_BLOCK_LI:
        StartItem(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        break;
      case MD_BLOCK_HR:
        Begin(Kind::kRule);
        open_ = false;
        break;
      case MD_BLOCK_H:
        Begin(Kind::kHeading).level =
            static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE: {
        MarkdownBlock& block = Begin(Kind::kCode);
        block.language = Decoded(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
        block.runs.emplace_back();
        break;
      }
      case MD_BLOCK_P:
        Begin(Kind::kParagraph);
        break;
      case MD_BLOCK_THEAD:
        table_head_ = true;
        break;
      case MD_BLOCK_TBODY:
        table_head_ = false;
        break;
      case MD_BLOCK_TR:
        Begin(Kind::kTableRow).table_head = table_head_;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        blocks_.back().cells.push_back({{}, AlignOf(detail)});
        break;
      default:
        break;
    }
  }

  void LeaveBlock(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
    if (type == MD_BLOCK_CODE) {
      std::string& code = blocks_.back().runs[0].text;
      if (code.ends_with('\n')) code.pop_back();
    }
    if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) open_ = false;
  }

  void EnterSpan(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_A) style_.link = Decoded(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    if (type == MD_SPAN_IMG) {
      style_.picture = Decoded(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
      picture_shown_ = false;
    }
    SetStyle(type, true);
  }

  void LeaveSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && !picture_shown_) Text(MD_TEXT_NORMAL, "");
    if (type == MD_SPAN_LATEXMATH) TakeBackPrice();
    SetStyle(type, false);
    if (type == MD_SPAN_A) style_.link.clear();
    if (type == MD_SPAN_IMG) style_.picture.clear();
  }

  void Text(MD_TEXTTYPE type, std::string_view text) {
    if (!open_) Begin(Kind::kParagraph);  // a tight list item has no paragraph of its own
    MarkdownBlock& block = blocks_.back();
    if (block.kind == Kind::kCode) {
      block.runs[0].text += text;
      Remember(text, block.runs, text.size());
      return;
    }
    std::vector<MarkdownRun>& runs =
        block.kind == Kind::kTableRow ? block.cells.back().runs : block.runs;
    MarkdownRun run = style_;
    if (type == MD_TEXT_BR) {
      run.line_break = true;
      run.text = "\n";
    } else if (type == MD_TEXT_SOFTBR) {
      run.text = " ";
    } else if (type == MD_TEXT_NULLCHAR) {
      run.text = "\uFFFD";
    } else {
      run.text = type == MD_TEXT_ENTITY ? DecodedEntity(text) : std::string(text);
    }
    const std::size_t size = run.text.size();
    picture_shown_ = picture_shown_ || !run.picture.empty();
    if (!runs.empty() && !fresh_ && SameStyle(runs.back(), run)) {
      runs.back().text += run.text;
    } else {
      runs.push_back(std::move(run));
    }
    fresh_ = false;
    Remember(text, runs, size);
    if (type == MD_TEXT_LATEXMATH && text.data() != nullptr) {
      const char* after = text.data() + text.size();  // the closing dollar
      price_ = after + 1 < end_ && after[0] == '$' && after[1] >= '0' && after[1] <= '9';
    }
  }

 private:
  static constexpr int kUnordered = -1;

  // The last `size` bytes of the last run show `text`, where that is a part of the source.
  void Remember(std::string_view text, const std::vector<MarkdownRun>& runs, std::size_t size) {
    const bool is_source = std::greater_equal<>()(text.data(), begin_) &&
                           std::less_equal<>()(text.data() + text.size(), end_);
    if (!is_source || text.empty()) return;
    const MarkdownBlock& block = blocks_.back();
    const auto from = static_cast<std::size_t>(text.data() - begin_);
    SourcePiece& piece = pieces_.emplace_back();
    piece.block = blocks_.size() - 1;
    if (block.kind == Kind::kTableRow) piece.cell = block.cells.size() - 1;
    piece.run = runs.size() - 1;
    piece.within = {runs.back().text.size() - size, runs.back().text.size()};
    piece.source = {from, from + text.size()};
  }

  void StartItem(const MD_BLOCK_LI_DETAIL& item) {
    open_ = false;
    if (item.is_task != 0) {
      task_ = item.task_mark == ' ' ? Task::kOpen : Task::kTicked;
      bullet_ = task_ == Task::kOpen ? "[ ]" : "[x]";
    } else {
      bullet_ = lists_.back() == kUnordered ? (lists_.size() > 1 ? "–" : "•")
                                            : std::to_string(lists_.back()) + ".";
    }
    if (lists_.back() != kUnordered) ++lists_.back();
  }

  // "$5 and $6" is money: a formula neither starts nor ends with a blank, nor does a digit follow.
  void TakeBackPrice() {
    MarkdownBlock& block = blocks_.back();
    std::vector<MarkdownRun>& runs =
        block.kind == Kind::kTableRow ? block.cells.back().runs : block.runs;
    if (runs.empty() || !runs.back().math) return;
    MarkdownRun& run = runs.back();
    if (!price_ && !run.text.starts_with(' ') && !run.text.ends_with(' ')) return;
    run.math = false;
    run.text = "$" + run.text + "$";
    for (auto p = pieces_.rbegin(); p != pieces_.rend() && p->block + 1 == blocks_.size(); ++p) {
      if (p->run + 1 != runs.size()) break;
      p->within = {p->within.begin + 1, p->within.end + 1};
    }
  }

  void SetStyle(MD_SPANTYPE type, bool on) {
    if (type == MD_SPAN_STRONG) style_.bold = on;
    if (type == MD_SPAN_EM) style_.italic = on;
    if (type == MD_SPAN_DEL) style_.strike = on;
    if (type == MD_SPAN_CODE) style_.code = on;
    if (type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY) style_.math = on;
    if (type == MD_SPAN_LATEXMATH_DISPLAY) style_.display = on;
    fresh_ = true;  // two formulas that touch stay two
  }

  MarkdownBlock& Begin(Kind kind) {
    MarkdownBlock block;
    block.kind = kind;
    block.indent = static_cast<int>(lists_.size());
    block.quotes = quotes_;
    block.bullet = std::exchange(bullet_, {});
    block.task = std::exchange(task_, Task::kNone);
    blocks_.push_back(std::move(block));
    open_ = true;
    return blocks_.back();
  }

  const char* begin_;  // of the source
  const char* end_;
  std::vector<MarkdownBlock> blocks_;
  std::vector<SourcePiece> pieces_;
  std::vector<int> lists_;  // the next number, or kUnordered
  std::string bullet_;
  Task task_ = Task::kNone;
  MarkdownRun style_;
  int quotes_ = 0;
  bool table_head_ = false;
  bool open_ = false;   // text belongs to the last block
  bool fresh_ = false;  // a span has just begun or ended
  bool picture_shown_ = false;
  bool price_ = false;  // a digit follows the formula
};

Builder& Of(void* user) { return *static_cast<Builder*>(user); }

void AppendRuns(std::vector<MarkdownRun>* runs, std::string* text) {
  for (MarkdownRun& run : *runs) {
    run.begin = text->size();
    const std::string_view dollars = run.display ? "$$" : run.math ? "$" : "";
    *text += dollars;
    *text += run.text;
    *text += dollars;
    run.end = text->size();
  }
}

// Gives every run its place in the text that copying gives.
void Assemble(MarkdownDocument* document) {
  std::string& text = document->text;
  const MarkdownBlock* before = nullptr;
  for (MarkdownBlock& block : document->blocks) {
    if (before != nullptr) {
      const bool close = (block.kind == Kind::kTableRow && before->kind == Kind::kTableRow) ||
                         (!block.bullet.empty() && before->indent > 0);
      text += close ? "\n" : "\n\n";
    }
    block.begin = text.size();
    if (!block.bullet.empty()) {
      text.append(static_cast<std::size_t>(block.indent - 1) * 2, ' ');
      text += block.bullet + " ";
    }
    block.bullet_end = text.size();
    if (block.kind == Kind::kRule) text += "---";
    AppendRuns(&block.runs, &text);
    for (std::size_t c = 0; c < block.cells.size(); ++c) {
      if (c > 0) text += '\t';
      AppendRuns(&block.cells[c].runs, &text);
    }
    block.end = text.size();
    before = &block;
  }
}

// REQUIRES: the runs know their places.
std::vector<MarkdownDocument::Place> PlacesOf(const std::vector<MarkdownBlock>& blocks,
                                              const std::vector<SourcePiece>& pieces) {
  std::vector<MarkdownDocument::Place> places;
  for (const SourcePiece& piece : pieces) {
    const MarkdownBlock& block = blocks[piece.block];
    const MarkdownRun& run = (piece.cell ? block.cells[*piece.cell].runs : block.runs)[piece.run];
    const std::size_t text = run.begin + (run.display ? 2 : run.math ? 1 : 0);
    places.push_back({piece.source, {text + piece.within.begin, text + piece.within.end}});
  }
  return places;
}

void AppendSpoken(const std::vector<MarkdownRun>& runs, std::string* text) {
  for (const MarkdownRun& run : runs) {
    *text += run.math ? LinearMath(ParseMath(run.text)) : run.text;
  }
}

}  // namespace

MarkdownDocument ParseMarkdown(std::string_view source) {
  Builder builder(source);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    Of(user).EnterBlock(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    Of(user).LeaveBlock(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    Of(user).EnterSpan(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    Of(user).LeaveSpan(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* user) {
    Of(user).Text(type, std::string_view(chars, size));
    return 0;
  };
  md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &builder);
  MarkdownDocument document;
  document.blocks = builder.Take();
  Assemble(&document);
  document.places = PlacesOf(document.blocks, builder.TakePieces());
  return document;
}

std::optional<MarkdownRange> ShownRange(const MarkdownDocument& document, MarkdownRange source) {
  std::optional<MarkdownRange> shown;
  for (const MarkdownDocument::Place& place : document.places) {
    const std::size_t from = std::max(source.begin, place.source.begin);
    const std::size_t to = std::min(source.end, place.source.end);
    if (from >= to) continue;
    const bool agrees = place.text.end - place.text.begin == place.source.end - place.source.begin;
    const std::size_t begin =
        agrees ? place.text.begin + (from - place.source.begin) : place.text.begin;
    const std::size_t end = agrees ? place.text.begin + (to - place.source.begin) : place.text.end;
    if (!shown) shown = MarkdownRange{begin, end};
    shown->begin = std::min(shown->begin, begin);
    shown->end = std::max(shown->end, end);
  }
  return shown;
}

std::string PlainText(const MarkdownDocument& document) {
  std::string text;
  for (const MarkdownBlock& block : document.blocks) {
    if (!text.empty()) text += '\n';
    if (!block.bullet.empty()) text += block.bullet + " ";
    AppendSpoken(block.runs, &text);
    for (const MarkdownBlock::Cell& cell : block.cells) {
      AppendSpoken(cell.runs, &text);
      text += " ";
    }
  }
  return text;
}

}  // namespace app

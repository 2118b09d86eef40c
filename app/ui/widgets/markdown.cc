// Markdown to blocks and runs, by md4c.
#include "app/ui/widgets/markdown.h"

#include <md4c.h>

#include <utility>

namespace app {
namespace {

using Kind = MarkdownBlock::Kind;

std::string DecodedEntity(std::string_view entity) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"},        {"&gt;", ">"},     {"&amp;", "&"},   {"&quot;", "\""},
      {"&nbsp;", "\u00A0"}, {"&times;", "×"},  {"&minus;", "−"}, {"&le;", "≤"},
      {"&ge;", "≥"},        {"&hellip;", "…"}, {"&ndash;", "–"}, {"&mdash;", "—"}};
  for (const auto& [name, text] : kEntities) {
    if (entity == name) return std::string(text);
  }
  return std::string(entity);
}

// Receives md4c's callbacks.
class Builder {
 public:
  std::vector<MarkdownBlock> Take() { return std::move(blocks_); }

  void EnterBlock(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
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
        open_ = false;
        bullet_ = lists_.back() == kUnordered ? (lists_.size() > 1 ? "–" : "•")
                                              : std::to_string(lists_.back()++) + ".";
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
        const MD_ATTRIBUTE& language = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang;
        MarkdownBlock& block = Begin(Kind::kCode);
        if (language.text != nullptr) block.language.assign(language.text, language.size);
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
        blocks_.back().cells.emplace_back();
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

  void Span(MD_SPANTYPE type, bool on) {
    if (type == MD_SPAN_STRONG) style_.bold = on;
    if (type == MD_SPAN_EM) style_.italic = on;
    if (type == MD_SPAN_CODE) style_.code = on;
  }

  void Text(MD_TEXTTYPE type, std::string_view text) {
    if (!open_) Begin(Kind::kParagraph);  // a tight list item has no paragraph of its own
    MarkdownBlock& block = blocks_.back();
    if (block.kind == Kind::kCode) {
      block.runs[0].text += text;
      return;
    }
    std::vector<MarkdownRun>& runs =
        block.kind == Kind::kTableRow ? block.cells.back() : block.runs;
    MarkdownRun run = style_;
    if (type == MD_TEXT_BR) {
      run.line_break = true;
    } else if (type == MD_TEXT_SOFTBR) {
      run.text = " ";
    } else {
      run.text = type == MD_TEXT_ENTITY ? DecodedEntity(text) : std::string(text);
    }
    const bool joins = !runs.empty() && !run.line_break && !runs.back().line_break &&
                       runs.back().bold == run.bold && runs.back().italic == run.italic &&
                       runs.back().code == run.code;
    if (joins) {
      runs.back().text += run.text;
    } else {
      runs.push_back(std::move(run));
    }
  }

 private:
  static constexpr int kUnordered = -1;

  MarkdownBlock& Begin(Kind kind) {
    MarkdownBlock block;
    block.kind = kind;
    block.indent = static_cast<int>(lists_.size());
    block.quote = quotes_ > 0;
    block.bullet = std::exchange(bullet_, {});
    blocks_.push_back(std::move(block));
    open_ = true;
    return blocks_.back();
  }

  std::vector<MarkdownBlock> blocks_;
  std::vector<int> lists_;  // the next number, or kUnordered
  std::string bullet_;
  MarkdownRun style_;
  int quotes_ = 0;
  bool table_head_ = false;
  bool open_ = false;  // text belongs to the last block
};

Builder& Of(void* user) { return *static_cast<Builder*>(user); }

}  // namespace

std::vector<MarkdownBlock> ParseMarkdown(std::string_view text) {
  Builder builder;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    Of(user).EnterBlock(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    Of(user).LeaveBlock(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
    Of(user).Span(type, true);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    Of(user).Span(type, false);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* user) {
    Of(user).Text(type, std::string_view(chars, size));
    return 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &builder);
  return builder.Take();
}

std::string PlainText(const std::vector<MarkdownBlock>& blocks) {
  std::string text;
  for (const MarkdownBlock& block : blocks) {
    if (!text.empty()) text += '\n';
    if (!block.bullet.empty()) text += block.bullet + " ";
    for (const MarkdownRun& run : block.runs) text += run.line_break ? "\n" : run.text;
    for (const auto& cell : block.cells) {
      for (const MarkdownRun& run : cell) text += run.text;
      text += " ";
    }
  }
  return text;
}

}  // namespace app

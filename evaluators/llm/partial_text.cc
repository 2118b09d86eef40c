// A scanner that never looks back.
#include "evaluators/llm/partial_text.h"

#include <cstdint>
#include <vector>

namespace evaluators {
namespace {

void AppendUtf8(std::uint32_t code, std::string* out) {
  const auto byte = [&](std::uint32_t value) { out->push_back(static_cast<char>(value)); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
  }
  byte(0x80 | (code & 0x3F));
}

class Scanner {
 public:
  Scanner(std::string_view json, const std::map<std::string, std::string>& headings)
      : json_(json), headings_(headings) {}

  std::string Run() {
    at_ = std::min(json_.find('{'), json_.size());
    for (; at_ < json_.size(); ++at_) {
      const char c = json_[at_];
      if (c == '{' || c == '[') stack_.push_back({c == '{', c == '{', {}});
      if ((c == '}' || c == ']') && !stack_.empty()) stack_.pop_back();
      if (stack_.empty()) break;
      if (c == ',') stack_.back().wants_key = stack_.back().is_object;
      if (c == ':') stack_.back().wants_key = false;
      if (c == '"') TakeString();
    }
    return out_;
  }

 private:
  struct Level {
    bool is_object = false;
    bool wants_key = false;
    std::string key;
  };

  // Four digits behind the place; nothing where they have not all come.
  bool ReadHex(std::uint32_t* code) {
    if (at_ + 4 >= json_.size()) return false;
    *code = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = json_[++at_];
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : 0;
      *code = *code * 16 + static_cast<std::uint32_t>(digit);
    }
    return true;
  }

  // The rest has not come yet.
  void Stop() { at_ = json_.size(); }

  void Escape(std::string* text) {
    const char c = json_[at_];
    if (c == 'n') return text->push_back('\n');
    if (c == 't') return text->push_back('\t');
    if (c != 'u') {
      if (c == '"' || c == '\\' || c == '/') text->push_back(c);
      return;
    }
    std::uint32_t code = 0, low = 0;
    if (!ReadHex(&code)) return Stop();
    if (code >= 0xD800 && code < 0xDC00) {  // the first half of a character
      if (json_.size() - at_ < 3) return Stop();
      if (json_.substr(at_ + 1).starts_with("\\u")) {
        at_ += 2;
        if (!ReadHex(&low)) return Stop();
        code = 0x10000 + ((code - 0xD800) << 10) + ((low - 0xDC00) & 0x3FF);
      }
    }
    const bool is_character = code < 0xD800 || (code >= 0xE000 && code < 0x110000);
    AppendUtf8(is_character ? code : 0xFFFD, text);
  }

  void TakeString() {
    std::string text;
    for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_) {
      if (json_[at_] != '\\') {
        text.push_back(json_[at_]);
      } else if (++at_ < json_.size()) {
        Escape(&text);
      }
    }
    Level& level = stack_.back();
    if (level.wants_key) {
      level.key = std::move(text);
    } else {
      Show(text);
    }
  }

  void Show(const std::string& text) {
    const auto heading = headings_.find(stack_.front().key);
    if (heading == headings_.end() || text.empty()) return;
    const bool is_item = stack_.size() > 1;
    if (is_item && stack_.back().is_object && stack_.back().key != "text") return;
    if (shown_ != heading->first) {
      shown_ = heading->first;
      out_ += (out_.empty() ? "### " : "\n### ") + heading->second + "\n\n";
    }
    out_ += (is_item ? "- " : "") + text + "\n";
  }

  std::string_view json_;
  const std::map<std::string, std::string>& headings_;
  std::size_t at_ = 0;
  std::vector<Level> stack_;
  std::string shown_;  // the heading under which we are
  std::string out_;
};

}  // namespace

std::string PartialText(std::string_view json, const std::map<std::string, std::string>& headings) {
  return Scanner(json, headings).Run();
}

}  // namespace evaluators

// A formula on one line.
#include <cctype>
#include <utility>

#include "app/ui/widgets/math_parser.h"

namespace app {
namespace {

using Kind = MathNode::Kind;

enum class Spacing { kWide, kTight };

std::string Linear(const MathNode& node, Spacing spacing);

bool IsEmpty(const MathNode& node) { return node.kind == Kind::kRow && node.children.empty(); }

// Nothing that needs parentheses around it.
bool IsSimple(const MathNode& node) {
  if (node.kind == Kind::kRow) {
    for (const MathNode& child : node.children) {
      if (!IsSimple(child) || child.atom == MathAtom::kBinary ||
          child.atom == MathAtom::kRelation || child.atom == MathAtom::kOperator) {
        return false;
      }
    }
    return true;
  }
  return node.kind != Kind::kFraction && node.kind != Kind::kGrid;
}

std::string Grouped(const MathNode& node) {
  const std::string text = Linear(node, Spacing::kTight);
  return IsSimple(node) ? text : "(" + text + ")";
}

// A product beneath a bar is one thing: "1/(2x)".
std::string Denominator(const MathNode& node) {
  const bool product = node.kind == Kind::kRow && node.children.size() > 1;
  return product ? "(" + Linear(node, Spacing::kTight) + ")" : Grouped(node);
}

template <typename Form>
std::string Script(const MathNode& node, char mark, Form form) {
  if (IsEmpty(node)) return {};
  const std::string text = Linear(node, Spacing::kTight);
  std::string raised;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const std::string_view own = form(std::string_view(text).substr(i, end - i));
    if (own.empty()) {
      const bool one = end == text.size() && i == 0;
      return mark + (one ? text : "(" + text + ")");
    }
    raised += own;
    i = end;
  }
  return raised;
}

std::string LinearRow(const MathNode& row, Spacing spacing) {
  std::string text;
  const MathNode* before = nullptr;
  for (const MathNode& node : row.children) {
    const std::string part = Linear(node, spacing);
    const bool apart = spacing == Spacing::kWide &&
                       (node.atom == MathAtom::kBinary || node.atom == MathAtom::kRelation);
    const bool named = before != nullptr && before->atom == MathAtom::kOperator &&
                       node.atom != MathAtom::kOpen && node.kind != Kind::kFenced;
    if ((apart || named) && !text.empty() && text.back() != ' ') text += ' ';
    if (node.atom == MathAtom::kOperator && !text.empty() &&
        std::isalnum(static_cast<unsigned char>(text.back())) != 0) {
      text += ' ';
    }
    text += part;
    if (apart || (spacing == Spacing::kWide && node.atom == MathAtom::kPunctuation)) text += ' ';
    before = &node;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string LinearGrid(const MathNode& grid) {
  std::string text;
  for (std::size_t i = 0; i < grid.children.size(); ++i) {
    const bool first = i % static_cast<std::size_t>(grid.columns) == 0;
    if (i > 0) {
      text += first ? "; " : grid.align == MathNode::Align::kPairs ? " " : ", ";
    }
    text += Linear(grid.children[i], Spacing::kWide);
  }
  return text;
}

std::string LinearAccent(const MathNode& node) {
  const std::string base = Linear(node.children[0], Spacing::kTight);
  std::size_t letters = 0;
  for (const char c : base) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  if (letters != 1) return node.text + "(" + base + ")";
  static constexpr std::pair<std::string_view, std::string_view> kCombining[] = {
      {"hat", "\u0302"}, {"bar", "\u0304"},  {"tilde", "\u0303"},     {"vec", "\u20D7"},
      {"dot", "\u0307"}, {"ddot", "\u0308"}, {"underline", "\u0332"}, {"check", "\u030C"}};
  for (const auto& [name, mark] : kCombining) {
    if (name == node.text) return base + std::string(mark);
  }
  return base;
}

std::string Linear(const MathNode& node, Spacing spacing) {
  switch (node.kind) {
    case Kind::kRow:
      return LinearRow(node, spacing);
    case Kind::kSymbol:
    case Kind::kDelimiter:
      return node.text;
    case Kind::kFraction:
      return Grouped(node.children[0]) + (node.text.empty() ? " over " : "/") +
             Denominator(node.children[1]);
    case Kind::kScripts:
      return Linear(node.children[0], spacing) + Script(node.children[1], '_', Subscript) +
             Script(node.children[2], '^', Superscript);
    case Kind::kRoot:
      return (node.children.size() > 1 ? Script(node.children[1], '^', Superscript) : "") + "√" +
             Grouped(node.children[0]);
    case Kind::kAccent:
      return LinearAccent(node);
    case Kind::kFenced:
      return node.text + Linear(node.children[0], spacing) + node.close;
    case Kind::kGrid:
      return LinearGrid(node);
    case Kind::kSpace:
      return node.size >= 0.25f ? " " : "";
  }
  return {};
}

}  // namespace

std::string LinearMath(const MathNode& node) { return Linear(node, Spacing::kWide); }

}  // namespace app

// Line breaking by measured widths.
#include "app/ui/board/label_text.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double kWidestNode = 320;
constexpr double kWidening = 24;
constexpr std::size_t kMostLines = 3;  // before a node is made wider
constexpr std::size_t kMostNoteLines = 6;

std::size_t CharacterBytes(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

double Width(std::string_view text, double em, const MeasureText& measure) {
  return measure ? measure(text, em) : EstimateTextWidth(text, em);
}

// The longest beginning of `word` that fits, of at least one character.
std::size_t Fitting(std::string_view word, double width, double em, const MeasureText& measure) {
  std::size_t end = 0;
  while (end < word.size()) {
    const std::size_t next =
        std::min(word.size(), end + CharacterBytes(static_cast<unsigned char>(word[end])));
    if (end > 0 && Width(word.substr(0, next), em, measure) > width) break;
    end = next;
  }
  return end;
}

void WrapParagraph(std::string_view text, double width, double em, const MeasureText& measure,
                   std::vector<std::string>* lines) {
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::string joined = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (Width(joined, em, measure) <= width) {
      line = joined;
      continue;
    }
    if (!line.empty()) lines->push_back(std::move(line));
    while (Width(word, em, measure) > width) {
      const std::size_t cut = Fitting(word, width, em, measure);
      if (cut >= word.size()) break;
      lines->push_back(std::string(word.substr(0, cut)));
      word.remove_prefix(cut);
    }
    line = word;
  }
  lines->push_back(std::move(line));
}

}  // namespace

double EstimateTextWidth(std::string_view text, double em) {
  double width = 0;
  for (std::size_t i = 0; i < text.size();
       i += CharacterBytes(static_cast<unsigned char>(text[i]))) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0xE2) {
      width += c >= 0xE3 ? 1.0 : 0.75;  // East Asian letters and signs are wide
    } else if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%') {
      width += 0.86;
    } else if (std::string_view("iljtfrI.,:;|!'()[] /").find(text[i]) != std::string_view::npos) {
      width += 0.32;
    } else {
      width += c >= 'A' && c <= 'Z' ? 0.68 : 0.57;
    }
  }
  return width * em;
}

std::vector<std::string> WrapLabel(std::string_view text, double width, double em,
                                   const MeasureText& measure) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    WrapParagraph(text.substr(0, end), width, em, measure, &lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

BoardRect LabelRect(const interview::BoardNode& node) {
  using interview::BoardShape;
  const BoardRect rect = RectOf(node);
  const auto middle = [&](double share) {
    return BoardRect{rect.x + rect.w * (1 - share) / 2, rect.y + rect.h * (1 - share) / 2,
                     rect.w * share, rect.h * share};
  };
  BoardRect label = rect.Grown(-kLabelPadding);
  if (node.shape == BoardShape::kEllipse) label = middle(0.72);
  if (node.shape == BoardShape::kDiamond) label = middle(0.58);
  if (node.shape == BoardShape::kText) label = rect.Grown(-2);
  if (node.shape == BoardShape::kCylinder) {
    label.y += kCylinderLid;
    label.h -= kCylinderLid;
  }
  if (node.shape == BoardShape::kFrame) label.h = kFrameTitle - kLabelPadding;
  label.w = std::max(label.w, 1.0);
  label.h = std::max(label.h, 1.0);
  return label;
}

BoardPoint FittingSize(const interview::BoardNode& node, const MeasureText& measure) {
  using interview::BoardShape;
  const BoardPoint usual = DefaultSize(node.shape);
  if (node.shape == BoardShape::kFrame || node.label.empty()) return usual;
  const bool prose = !node.is_part();
  interview::BoardNode trial = node;
  trial.w = usual.x;
  trial.h = usual.y;
  double needed = 0;
  while (true) {
    const BoardRect room = LabelRect(trial);
    const auto lines = WrapLabel(node.label, room.w, kLabelEm, measure);
    needed = static_cast<double>(lines.size()) * kLabelEm * kLineHeight;
    if (!node.type.empty()) needed += kSmallEm * kLineHeight;
    const bool broken =
        WrapLabel(node.label, kWidestNode * 4, kLabelEm, measure).size() < lines.size() &&
        std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
          return line.find(' ') == std::string::npos &&
                 Width(line, kLabelEm, measure) > room.w - kLabelEm / 2;
        });
    const bool fits = !broken && lines.size() <= (prose ? kMostNoteLines : kMostLines);
    if (fits || trial.w + kWidening > kWidestNode) break;
    trial.w += kWidening;
  }
  const double share = LabelRect(trial).h / trial.h;  // of an ellipse or a diamond
  const bool round = node.shape == BoardShape::kEllipse || node.shape == BoardShape::kDiamond;
  const double high = round ? needed / share : needed + trial.h - LabelRect(trial).h;
  trial.h = std::max(trial.h, std::ceil(high / kBoardGrid) * kBoardGrid);
  return {trial.w, trial.h};
}

}  // namespace app

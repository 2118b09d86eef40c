// Values with their differences marked.
#include "app/ui/panels/marked_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "app/core/judgement_text.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "interview/model/value_diff.h"
#include "interview/model/value_text.h"

namespace app {
namespace {

using interview::Difference;
using interview::Json;

constexpr std::string_view kRoot = "root";
constexpr std::size_t kMostCut = 8192;  // bytes of a value that came cut

// The index in the level-order list `tree` of the node at "root.left.right".
std::optional<std::size_t> NodeIndex(const Json& tree, std::string_view way) {
  if (!tree.is_array() || tree.empty()) return std::nullopt;
  std::vector<std::pair<std::string, std::size_t>> nodes = {{std::string(kRoot), 0}};
  std::size_t next = 1;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].first == way) return nodes[i].second;
    for (const char* side : {".left", ".right"}) {
      if (next < tree.size() && !tree[next].is_null()) {
        nodes.emplace_back(nodes[i].first + side, next);
      }
      ++next;
    }
  }
  return std::nullopt;
}

// The child of `value` that `path` begins with, and the rest of the path; null: there is none.
const Json* Step(const Json& value, std::string_view* path) {
  if (path->starts_with('.')) path->remove_prefix(1);
  if (path->starts_with(kRoot)) {
    const std::optional<std::size_t> index = NodeIndex(value, *path);
    path->remove_prefix(path->size());
    return index ? &value[*index] : nullptr;
  }
  if (path->starts_with('[')) {
    const std::size_t close = path->find(']');
    std::size_t index = 0;
    if (close == std::string_view::npos ||
        std::from_chars(path->data() + 1, path->data() + close, index).ec != std::errc() ||
        !value.is_array() || index >= value.size()) {
      return nullptr;
    }
    path->remove_prefix(close + 1);
    return &value[index];
  }
  const std::size_t end = std::min(path->find_first_of(".["), path->size());
  const std::string key(path->substr(0, end));
  path->remove_prefix(end);
  if (!value.is_object() || !value.contains(key)) return nullptr;
  return &value[key];
}

const Json* PartAt(const Json& value, std::string_view path) {
  const Json* part = &value;
  while (part != nullptr && !path.empty()) part = Step(*part, &path);
  return part;
}

// Writes JSON as DumpJson() does, and notes where one part of it stands.
class Writer {
 public:
  explicit Writer(const Json* marked) : marked_(marked) {}

  void Write(const Json& value) {
    if (&value == marked_) result_.begin = result_.text.size();
    if (value.is_array()) {
      WriteList(value);
    } else if (value.is_object()) {
      WriteObject(value);
    } else {
      result_.text += FormatOutput(interview::DumpJson(value), std::string::npos - 8);
    }
    if (&value == marked_) result_.end = result_.text.size();
  }

  MarkedText Take() { return std::move(result_); }

 private:
  void WriteList(const Json& list) {
    result_.text += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) result_.text += ',';
      Write(list[i]);
    }
    result_.text += ']';
  }

  void WriteObject(const Json& object) {
    result_.text += '{';
    bool is_first = true;
    for (const auto& [key, value] : object.items()) {
      if (!is_first) result_.text += ',';
      is_first = false;
      result_.text += FormatOutput(interview::DumpJson(Json(key)), std::string::npos - 8) + ":";
      Write(value);
    }
    result_.text += '}';
  }

  const Json* marked_;
  MarkedText result_;
};

// Only what differs of two marked texts stays marked: "abX" against "abY" keeps the last letter.
void NarrowToParting(MarkedText* a, MarkedText* b) {
  const auto boundary = [](const MarkedText& m, std::size_t at) {
    while (at > m.begin && at < m.end && (static_cast<unsigned char>(m.text[at]) & 0xC0) == 0x80) {
      --at;
    }
    return at;
  };
  std::size_t same = 0;
  while (a->begin + same + 1 < a->end && b->begin + same + 1 < b->end &&
         a->text[a->begin + same] == b->text[b->begin + same]) {
    ++same;
  }
  a->begin = boundary(*a, a->begin + same);
  b->begin = boundary(*b, b->begin + same);
}

// One visual line of a wrapped text.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Line> WrappedLines(const Font& font, std::string_view text, float width) {
  std::vector<Line> lines;
  std::size_t line_begin = 0;
  for (;;) {
    const std::size_t line_end = std::min(text.find('\n', line_begin), text.size());
    std::size_t at = line_begin;
    do {
      const char* const begin = text.data() + at;
      const char* const end = text.data() + line_end;
      const char* stop = std::max(WrapPosition(font, begin, end, width), std::min(begin + 1, end));
      while (stop < end && (static_cast<unsigned char>(*stop) & 0xC0) == 0x80) ++stop;
      const auto next = static_cast<std::size_t>(stop - text.data());
      lines.push_back({at, next});
      at = next;
      while (at < line_end && text[at] == ' ') ++at;
    } while (at < line_end);
    if (line_end == text.size()) return lines;
    line_begin = line_end + 1;
  }
}

}  // namespace

MarkedText MarkValue(const Json& value, std::string_view path, std::size_t limit) {
  Writer writer(path.empty() ? nullptr : PartAt(value, path));
  writer.Write(value);
  MarkedText marked = writer.Take();
  const std::string shown = FormatOutput(marked.text, limit);
  const bool is_cut = shown.size() != marked.text.size();
  const std::size_t kept = is_cut ? std::min(shown.size(), limit) : shown.size();
  if (marked.end > kept) marked.begin = marked.end = 0;
  marked.text = shown;
  return marked;
}

MarkedText ShowValue(const Json& value, const interview::Question* question, std::string_view path,
                     std::size_t most_bytes) {
  const Json brief = IsCut(value) ? value : interview::Shortened(value, most_bytes);
  const Json named = WithNames(brief, question);
  const std::size_t limit = std::max(most_bytes, kMostCut);
  if (!named.is_object() || named == brief) return MarkValue(brief, path, limit);
  MarkedText shown;
  for (const auto& [name, one] : named.items()) {
    const bool is_here = path.starts_with(name);
    const MarkedText part =
        MarkValue(one, is_here ? path.substr(name.size()) : std::string_view(), limit);
    shown.text += (shown.text.empty() ? "" : "\n") + name + " = ";
    if (part.begin < part.end) {
      shown.begin = shown.text.size() + part.begin;
      shown.end = shown.text.size() + part.end;
    }
    shown.text += part.text;
  }
  return shown;
}

MarkedPair MarkDifference(const Json& expected, const Json& got,
                          const interview::Question* question, std::size_t most_bytes) {
  const auto* spec =
      question == nullptr ? nullptr : std::get_if<interview::CodingSpec>(&question->spec);
  const Json named_expected = WithNames(expected, question), named_got = WithNames(got, question);
  std::vector<Difference> differences;
  // One of many answers may be right: what differs from the reference's is not what is wrong.
  if (spec == nullptr || spec->compare.mode != interview::CompareRule::Mode::kChecker) {
    differences =
        interview::DiffValues(named_expected, named_got,
                              spec == nullptr ? interview::CompareRule{} : spec->compare,
                              spec == nullptr ? interview::Type{} : spec->signature.returns)
            .differences;
  }
  // Lists are aligned, so that a path may lead elsewhere in the other value: only what is there.
  const auto mark = [&](const Json& value, const Json& named, Difference::Kind absent,
                        const Json Difference::*side) {
    for (const Difference& one : differences) {
      if (one.kind == absent) continue;
      const Json* part = PartAt(named, one.path);
      if (part != nullptr && *part == one.*side) {
        return ShowValue(value, question, one.path, most_bytes);
      }
    }
    return ShowValue(value, question, {}, most_bytes);
  };
  MarkedPair pair{mark(expected, named_expected, Difference::Kind::kExtra, &Difference::expected),
                  mark(got, named_got, Difference::Kind::kMissing, &Difference::got)};
  if (differences.empty()) return pair;
  const Difference& first = differences.front();
  if (first.kind == Difference::Kind::kDifferent && first.expected.is_string() &&
      first.got.is_string()) {
    if (first.path.empty()) {
      pair.expected.end = pair.expected.text.size();
      pair.got.end = pair.got.text.size();
    }
    if (pair.expected.end > 0 && pair.got.end > 0) NarrowToParting(&pair.expected, &pair.got);
  }
  return pair;
}

bool IsCut(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().find("… ") == 0;
  return value.is_structured() && std::any_of(value.begin(), value.end(), IsCut);
}

void DrawValueRow(FrameContext& context, std::string_view label, const MarkedText& value, Color ink,
                  float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const Font& font = theme.font.code_small;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float text_width = width - m.code_label_width - 2 * m.field_padding;
  const std::vector<Line> lines = WrappedLines(font, value.text, text_width);
  const float leading = std::round(font.px * m.prose_leading);
  const float text_height = static_cast<float>(lines.size()) * leading;
  const float height = std::max(m.row_height, text_height + m.medium - m.hair);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawText(theme, list, theme.font.small, ImVec2(at.x, at.y + m.small), theme.color.muted,
           Shortened(theme.font.small, label, m.code_label_width - m.small));
  const ImVec2 min(at.x + m.code_label_width, at.y), max(at.x + width, at.y + height);
  DrawBox(theme, list, min, max, theme.color.editor, theme.color.border, m.radius_control);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return std::string_view(value.text).substr(begin, end - begin);
  };
  float y = min.y + (height - text_height) / 2 + m.hair;
  for (const Line& line : lines) {
    const float x = min.x + m.field_padding;
    const std::size_t from = std::max(line.begin, value.begin), to = std::min(line.end, value.end);
    if (from < to) {
      const float left = x + TextSize(font, part(line.begin, from)).x;
      const float right = left + TextSize(font, part(from, to)).x;
      const float bottom = y + font.px + m.hair;
      list->AddRectFilled(ImVec2(left - m.hair, y - m.hair), ImVec2(right + m.hair, bottom),
                          theme.color.editor_selection, m.line);
      list->AddRectFilled(ImVec2(left - m.hair, bottom), ImVec2(right + m.hair, bottom + m.line),
                          theme.color.warning);
    }
    DrawText(theme, list, font, ImVec2(x, y), ink, part(line.begin, line.end));
    y += leading;
  }
  ImGui::Dummy(ImVec2(width, height - m.line));
  if (!context.tree.recording()) return;
  context.tree.Add(
      {.role = "field", .label = std::string(label), .value = value.text, .min = min, .max = max});
  if (value.begin < value.end) {
    context.tree.Add({.role = "mark",
                      .label = "Differs in " + std::string(label),
                      .value = std::string(part(value.begin, value.end)),
                      .min = min,
                      .max = max});
  }
}

void DrawValueRow(FrameContext& context, std::string_view label, const std::string& value,
                  Color ink, float width) {
  DrawValueRow(context, label, MarkedText{value, 0, 0}, ink, width);
}

}  // namespace app

// Rows and the search over them.
#include "app/ui/screens/settings_rows.h"

#include <algorithm>
#include <cctype>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

}  // namespace

Rows::Rows(FrameContext* context, std::string_view query)
    : context_(*context), query_(Lower(query)) {}

bool Rows::Wants(std::string_view words) {
  const std::string all = Lower(std::string(section_) + " " + std::string(words));
  for (std::size_t i = 0; i < query_.size();) {
    const std::size_t end = std::min(query_.find(' ', i), query_.size());
    if (all.find(query_.substr(i, end - i)) == std::string::npos) return false;
    i = end + 1;
  }
  any_ = true;
  const std::string_view heading = std::exchange(pending_, {});
  if (!heading.empty() && !query_.empty()) Heading(context_, heading);
  return true;
}

bool ChooseAmong(FrameContext& context, Rows* rows, const char* label,
                 std::span<const std::string> names, int* chosen) {
  std::string words = label;
  for (const std::string& one : names) words += " " + one;
  if (!rows->Wants(words)) return false;
  FormLabel(context, label);
  constexpr std::size_t kMostSegments = 5;
  if (names.size() <= kMostSegments) return DrawSegments(context, label, names, chosen);
  return DrawCombo(context, label, names, context.theme.size.form_label_width, chosen);
}

void Tick(FrameContext& context, Rows* rows, const char* label, const char* text, bool* value) {
  if (!rows->Wants(std::string(label) + " " + text)) return;
  FormLabel(context, label);
  DrawCheckbox(context, text, value);
}

}  // namespace app

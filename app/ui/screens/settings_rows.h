// The rows of the settings: a label, a control, and whether the search leaves them.
// UI thread only; a Rows lives for one frame.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "app/ui/frame_context.h"

namespace app {

// The rows that the search leaves: those whose section or own words hold all that is looked for.
// While something is looked for, a section's heading comes before the first of its rows.
class Rows {
 public:
  Rows(FrameContext* context, std::string_view query);

  void Begin(std::string_view section) { section_ = pending_ = section; }
  bool Wants(std::string_view words);
  bool any() const { return any_; }
  bool all() const { return query_.empty(); }  // nothing is looked for: explanations, too

 private:
  FrameContext& context_;
  std::string query_;
  std::string_view section_;
  std::string_view pending_;  // heading
  bool any_ = false;
};

// A row of choices; true when `*chosen` changed.
bool ChooseAmong(FrameContext& context, Rows* rows, const char* label,
                 std::span<const std::string> names, int* chosen);

// The same over an array of values; true when `*value` changed.
template <class T, std::size_t N, class Name>
bool Choose(FrameContext& context, Rows* rows, const char* label, const std::array<T, N>& values,
            Name name, T* value) {
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < N; ++i) {
    names.push_back(name(values[i]));
    if (values[i] == *value) chosen = static_cast<int>(i);
  }
  const bool changed = ChooseAmong(context, rows, label, names, &chosen);
  if (changed) *value = values[static_cast<std::size_t>(chosen)];
  return changed;
}

// A row with a box to tick.
void Tick(FrameContext& context, Rows* rows, const char* label, const char* text, bool* value);

}  // namespace app

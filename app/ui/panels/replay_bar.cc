// Drawing time, and moving in it.
#include "app/ui/panels/replay_bar.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Duration;
using interview::Marker;
using std::chrono::seconds;

constexpr int kLanes = 2;  // of markers, where they would lie upon one another
constexpr char kListDialog[] = "Markers of the replay";
constexpr char kNoteDialog[] = "Pin a note";

// A marker is known by its letter and its shape; the colour only helps.
enum class Shape { kSquare, kCircle, kDiamond };
struct MarkerLook {
  char letter = '?';
  Shape shape = Shape::kSquare;
  const char* title = "";
  Color Palette::*color = nullptr;
};

const MarkerLook& LookOf(Marker::Kind kind) {
  static constexpr std::array kLooks = std::to_array<MarkerLook>({
      {'P', Shape::kDiamond, "Phase", &Palette::accent},
      {'R', Shape::kSquare, "Run", &Palette::info},
      {'G', Shape::kSquare, "First green", &Palette::good},
      {'F', Shape::kSquare, "Failed submit", &Palette::bad},
      {'H', Shape::kCircle, "Hint", &Palette::warning},
      {'V', Shape::kSquare, "Paste", &Palette::warning},
      {'U', Shape::kCircle, "Fact uncovered", &Palette::good},
      {'S', Shape::kDiamond, "Longest silence", &Palette::muted},
      {'T', Shape::kCircle, "Reminder", &Palette::warning},
      {'N', Shape::kDiamond, "Note", &Palette::text},
  });
  return kLooks[static_cast<std::size_t>(kind)];
}

void FillShape(ImDrawList* list, Shape shape, ImVec2 center, float radius, Color color,
               float rounding) {
  switch (shape) {
    case Shape::kSquare:
      list->AddRectFilled(ImVec2(center.x - radius, center.y - radius),
                          ImVec2(center.x + radius, center.y + radius), color, rounding);
      break;
    case Shape::kCircle:
      list->AddCircleFilled(center, radius, color);
      break;
    case Shape::kDiamond: {
      const float reach = radius * 1.25f;
      list->AddQuadFilled(ImVec2(center.x, center.y - reach), ImVec2(center.x + reach, center.y),
                          ImVec2(center.x, center.y + reach), ImVec2(center.x - reach, center.y),
                          color);
      break;
    }
  }
}

// The line of time: what was played, where nothing happened, and the markers above it.
class TimeLine {
 public:
  TimeLine(FrameContext* context, ReplayBarState* state, float width)
      : context_(*context),
        theme_(context->theme),
        m_(theme_.size),
        state_(*state),
        player_(state->player),
        min_(ImGui::GetCursorScreenPos()),
        width_(width) {
    track_y_ = min_.y + Lanes() + m_.medium;
  }

  static float Height(const Metrics& m) { return kLanes * LaneHeight(m) + 2 * m.medium; }

  void Draw() {
    const ImVec2 max(min_.x + width_, min_.y + Height(m_));
    DrawMarkers();
    ImGui::SetCursorScreenPos(ImVec2(min_.x, track_y_ - m_.medium));
    ImGui::InvisibleButton("time", ImVec2(width_, 2 * m_.medium));
    const ImGuiID id = ImGui::GetItemID();
    const bool held = ImGui::IsItemActive(), hovered = ImGui::IsItemHovered();
    if (ImGui::IsItemActivated()) context_.focus.Focus(id);
    if (held) player_.Seek(TimeAt(ImGui::GetIO().MousePos.x));
    context_.focus.Add(id, FocusRing::Kind::kPress, ImVec2(min_.x, track_y_ - m_.small),
                       ImVec2(max.x, track_y_ + m_.small), theme_);
    DrawTrack(held || hovered);
    if (hovered && !held) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      const float x = ImGui::GetIO().MousePos.x;
      DrawTooltip(context_, ImVec2(x, min_.y), ImVec2(x, track_y_), FormatClock(TimeAt(x)));
    }
    context_.tree.Add({.role = "slider",
                       .label = "Time",
                       .value = FormatClock(player_.at) + " of " + FormatClock(player_.length),
                       .min = ImVec2(min_.x, track_y_ - m_.medium),
                       .max = ImVec2(max.x, track_y_ + m_.medium),
                       .focused = context_.focus.HasFocus(id)});
    ImGui::SetCursorScreenPos(min_);
    ImGui::Dummy(ImVec2(width_, Height(m_)));
  }

 private:
  static float LaneHeight(const Metrics& m) { return m.icon + m.tiny; }
  float Lanes() const { return kLanes * LaneHeight(m_); }

  float XOf(Duration at) const {
    const auto length = static_cast<float>(std::max<Duration::rep>(1, player_.length.count()));
    return min_.x + width_ * static_cast<float>(at.count()) / length;
  }
  Duration TimeAt(float x) const {
    const double share = std::clamp(static_cast<double>((x - min_.x) / width_), 0.0, 1.0);
    return Duration(
        static_cast<Duration::rep>(share * static_cast<double>(player_.length.count())));
  }

  void DrawTrack(bool thick) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float half = thick ? m_.line + m_.hair : m_.line;
    const auto bar = [&](float from, float to, Color color) {
      list->AddRectFilled(ImVec2(from, track_y_ - half), ImVec2(to, track_y_ + half), color, half);
    };
    bar(min_.x, min_.x + width_, theme_.color.hover);
    bar(min_.x, XOf(player_.at), theme_.color.accent);
    // Where nothing happens the line is hollow.
    for (const IdleSpan& span : player_.idle) {
      const float from = XOf(span.from), to = XOf(span.to);
      if (to - from < 2 * half) continue;
      list->AddRectFilled(ImVec2(from, track_y_ - half + m_.hair),
                          ImVec2(to, track_y_ + half - m_.hair), theme_.color.background);
    }
    for (const Duration boundary : state_.boundaries) {
      const float x = XOf(boundary);
      list->AddRectFilled(ImVec2(x - m_.hair, track_y_ - m_.small),
                          ImVec2(x + m_.hair, track_y_ + m_.small), theme_.color.muted);
    }
    const ImVec2 head(XOf(player_.at), track_y_);
    list->AddCircleFilled(head, m_.tiny + m_.line + m_.hair, theme_.color.background);
    list->AddCircleFilled(head, m_.tiny + m_.line, theme_.color.accent);
  }

  void DrawMarkers() {
    const float radius = m_.icon / 2;
    std::array<float, kLanes> ends;
    ends.fill(min_.x - m_.huge);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Marker* hovered = nullptr;
    ImVec2 hovered_at{};
    for (std::size_t i = 0; i < state_.markers.size(); ++i) {
      const Marker& marker = state_.markers[i];
      const float x = std::clamp(XOf(marker.at), min_.x + radius, min_.x + width_ - radius);
      // The first lane with room; where none has, the one whose last marker lies furthest back.
      auto lane =
          std::find_if(ends.begin(), ends.end(), [&](float end) { return end <= x - radius; });
      if (lane == ends.end()) lane = std::min_element(ends.begin(), ends.end());
      *lane = x + radius + m_.hair;
      const auto row = static_cast<float>(lane - ends.begin());
      const ImVec2 center(x, min_.y + Lanes() - (row + 0.5f) * LaneHeight(m_));
      const ImVec2 low(x - radius, center.y - radius), high(x + radius, center.y + radius);
      const MarkerLook& look = LookOf(marker.kind);
      const bool passed = marker.at <= player_.at;
      list->AddLine(ImVec2(x, center.y), ImVec2(x, track_y_ - m_.tiny), theme_.color.border,
                    m_.hair);
      FillShape(list, look.shape, center, radius, theme_.color.panel, m_.radius_small);
      FillShape(list, look.shape, center, radius,
                WithOpacity(theme_.color.*look.color, passed ? 0.34f : 0.18f), m_.radius_small);
      DrawCentered(theme_, list, theme_.font.small_medium, low, high, theme_.color.text,
                   std::string(1, look.letter));
      ImGui::PushID(static_cast<int>(i));
      ImGui::SetCursorScreenPos(low);
      if (ImGui::InvisibleButton("marker", ImVec2(2 * radius, 2 * radius))) {
        player_.Seek(marker.at);
      }
      if (ImGui::IsItemHovered()) {
        hovered = &marker;
        hovered_at = center;
      }
      ImGui::PopID();
      context_.tree.Record([&] {
        return UiNode{.role = "marker",
                      .label = MarkerTitle(marker),
                      .value = FormatClock(marker.at),
                      .min = low,
                      .max = high,
                      .on = passed};
      });
    }
    if (hovered == nullptr) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    DrawTooltip(context_, ImVec2(hovered_at.x - radius, hovered_at.y - radius),
                ImVec2(hovered_at.x + radius, hovered_at.y + radius),
                FormatClock(hovered->at) + "  " + MarkerTitle(*hovered));
  }

  FrameContext& context_;
  const Theme& theme_;
  const Metrics& m_;
  ReplayBarState& state_;
  ReplayPlayer& player_;
  ImVec2 min_;
  float width_;
  float track_y_ = 0;
};

std::string SpeedText(double speed) {
  char text[16];
  std::snprintf(text, sizeof text, "%gx", speed);
  return text;
}

void Jump(const std::optional<std::size_t>& marker, ReplayBarState* state) {
  if (marker) state->player.Seek(state->markers[*marker].at);
}

void OpenNote(ReplayBarState* state) {
  state->player.playing = false;
  state->note_at = state->player.at;
  state->note.text.SetText("");
  state->note_open = true;
}

void OpenList(ReplayBarState* state) {
  state->list_open = true;
  const auto next = NextMarker(state->markers, state->player.at);
  state->chosen = std::max(0, static_cast<int>(next.value_or(state->markers.size())) - 1);
}

// REQUIRES: nothing lies over the screen.
void TakeKeys(const FrameContext& context, bool takes_notes, ReplayBarState* state) {
  const Modifiers held = CurrentModifiers();
  if (held.ctrl || held.alt || held.super) return;
  ReplayPlayer& player = state->player;
  // The texts cannot be changed, so letters are ours; the arrows move in them.
  if (!context.focus.Typing()) {
    const Duration step = held.shift ? seconds(30) : seconds(5);
    if (KeyPressed(Key::kLeft)) player.Seek(player.at - step);
    if (KeyPressed(Key::kRight)) player.Seek(player.at + step);
    if (KeyPressed(Key::kHome, false)) player.Seek(Duration(0));
    if (KeyPressed(Key::kEnd, false)) player.Seek(player.length);
  }
  if (KeyPressed(Key::kSpace, false)) player.Toggle();
  if (KeyPressed(Key::kLeftBracket)) Jump(PreviousMarker(state->markers, player.at), state);
  if (KeyPressed(Key::kRightBracket)) Jump(NextMarker(state->markers, player.at), state);
  if (KeyPressed(Key::kEqual)) player.ChangeSpeed(1);
  if (KeyPressed(Key::kMinus)) player.ChangeSpeed(-1);
  if (KeyPressed(Key::kJ, false)) OpenList(state);
  if (KeyPressed(Key::kN, false) && takes_notes) OpenNote(state);
}

void DrawButtons(FrameContext& context, float width, bool takes_notes, ReplayBarState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  ReplayPlayer& player = state->player;
  const float right = ImGui::GetCursorPosX() + width, top = ImGui::GetCursorPosY();
  const auto before = PreviousMarker(state->markers, player.at);
  const auto after = NextMarker(state->markers, player.at);
  if (DrawButton(context, player.playing ? "Pause" : "Play",
                 {.style = ButtonStyle::kPrimary,
                  .icon = player.playing ? Icon::kPause : Icon::kPlay,
                  .icon_only = true,
                  .shortcut = "Space"})) {
    player.Toggle();
  }
  ImGui::SameLine(0, m.small);
  if (DrawButton(context, "[##back", {.enabled = before.has_value()})) Jump(before, state);
  ImGui::SameLine(0, m.tiny);
  if (DrawButton(context, "]##on", {.enabled = after.has_value()})) Jump(after, state);
  ImGui::SameLine(0, m.medium);
  const std::string clock = FormatClock(player.at) + " / " + FormatClock(player.length);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  DrawText(theme, ImGui::GetWindowDrawList(), theme.font.medium,
           ImVec2(at.x, at.y + (m.control_height - theme.font.medium.px) / 2), theme.color.text,
           clock);
  ImGui::SetCursorPos(
      ImVec2(ImGui::GetCursorPosX() + TextSize(theme.font.medium, "00:00:00 / 00:00:00").x, top));
  std::vector<std::string> speeds;
  for (const double speed : kReplaySpeeds) speeds.push_back(SpeedText(speed));
  int chosen = static_cast<int>(player.speed);
  if (DrawCombo(context, "Speed", speeds, m.statement_width / 4, &chosen)) {
    player.speed = static_cast<std::size_t>(chosen);
  }
  ImGui::SameLine(0, m.large);
  DrawCheckbox(context, "Skip idle time", &player.skips_idle);
  const ButtonOptions list{.shortcut = "J"}, note{.icon = Icon::kNote, .shortcut = "N"};
  float left = right - ButtonSize(context, "Markers", list).x;
  if (takes_notes) left -= ButtonSize(context, "Note", note).x + m.small;
  ImGui::SetCursorPos(ImVec2(left, top));
  if (takes_notes) {
    if (DrawButton(context, "Note", note)) OpenNote(state);
    ImGui::SameLine(0, m.small);
  }
  if (DrawButton(context, "Markers", list)) OpenList(state);
}

void DrawMarkerList(FrameContext& context, ReplayBarState* state) {
  const Metrics& m = context.theme.size;
  if (!state->list_open) return;
  if (!ImGui::IsPopupOpen(kListDialog)) ImGui::OpenPopup(kListDialog);
  if (!BeginTopDialog(context, kListDialog, m.wide_dialog_width)) {
    state->list_open = false;
    return;
  }
  context.focus.BeginPanel("Marker list");
  const int count = static_cast<int>(state->markers.size());
  const bool moved = MoveChoice(count, 8, &state->chosen);
  const float width = ImGui::GetContentRegionAvail().x;
  const float room = ImGui::GetIO().DisplaySize.y - ImGui::GetCursorScreenPos().y - 2 * m.huge;
  bool taken = KeyPressed(Key::kEnter, false) || KeyPressed(Key::kKeypadEnter, false);
  BeginScroll(context, "markers",
              ImVec2(width, std::min(room, static_cast<float>(std::max(2, count)) * m.row_height)),
              ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  const float row_width = ImGui::GetContentRegionAvail().x;
  for (int i = 0; i < count; ++i) {
    const Marker& marker = state->markers[static_cast<std::size_t>(i)];
    const std::string label = std::string(1, LookOf(marker.kind).letter) + "   " +
                              MarkerTitle(marker) + "##" + std::to_string(i);
    const std::string clock = FormatClock(marker.at);
    if (DrawRow(context, label.c_str(), row_width,
                {.trailing = clock, .chosen = i == state->chosen})) {
      state->chosen = i;
      taken = true;
    }
    if (i == state->chosen && moved) ImGui::SetScrollHereY(0.5f);
  }
  if (count == 0) {
    Text(context, context.theme.font.ui, context.theme.color.muted,
         "Nothing in this session is worth a marker.");
  }
  ImGui::PopStyleVar();
  EndScroll();
  if (taken || KeyPressed(Key::kEscape, false)) {
    ImGui::CloseCurrentPopup();
    state->list_open = false;
  }
  if (taken && state->chosen < count) {
    Jump(static_cast<std::size_t>(state->chosen), state);
  }
  context.focus.EndPanel();
  EndDialog(context);
}

std::optional<std::string> DrawNoteDialog(FrameContext& context, ReplayBarState* state) {
  const Metrics& m = context.theme.size;
  if (!state->note_open) return std::nullopt;
  const bool appears = !ImGui::IsPopupOpen(kNoteDialog);
  if (appears) ImGui::OpenPopup(kNoteDialog);
  if (!BeginDialog(context, kNoteDialog)) {
    state->note_open = false;
    return std::nullopt;
  }
  Paragraph(context, context.theme.font.ui, context.theme.color.muted,
            "What do you want to remember about " + FormatClock(state->note_at) + "?");
  Gap(m.small);
  const TextBoxResult typed = DrawTextBox(
      context, "Your note", ImVec2(ImGui::GetContentRegionAvail().x, m.message_max), &state->note,
      {.mode = TextBoxOptions::Mode::kNote, .placeholder = "I should have tested this first…"});
  if (appears) context.focus.Focus(TextBoxId("Your note"));
  Gap(m.large);
  const bool written = !state->note.text.empty();
  const ButtonOptions primary{.style = ButtonStyle::kPrimary, .enabled = written};
  AlignRight(ButtonSize(context, "Cancel").x + ButtonSize(context, "Pin it", primary).x + m.small);
  bool close = DrawButton(context, "Cancel") || KeyPressed(Key::kEscape, false);
  ImGui::SameLine();
  const bool pinned = DrawButton(context, "Pin it", primary) || (typed.submitted && written);
  close |= pinned;
  if (close) {
    ImGui::CloseCurrentPopup();
    state->note_open = false;
  }
  EndDialog(context);
  return pinned ? std::optional(state->note.text.Text()) : std::nullopt;
}

}  // namespace

std::string MarkerTitle(const Marker& marker) {
  std::string title = LookOf(marker.kind).title;
  if (!marker.text.empty()) title += ": " + FormatOutput(marker.text, 200);
  return title;
}

float ReplayBarHeight(const FrameContext& context) {
  const Metrics& m = context.theme.size;
  return TimeLine::Height(m) + m.control_height + m.small;
}

std::optional<std::string> DrawReplayBar(FrameContext& context, ImVec2 size, bool takes_notes,
                                         ReplayBarState* state) {
  const ImVec2 corner = ImGui::GetCursorPos();
  const bool covered =
      ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  context.focus.BeginPanel("Replay");
  TimeLine(&context, state, size.x).Draw();
  ImGui::SetCursorPos(
      ImVec2(corner.x, corner.y + TimeLine::Height(context.theme.size) + context.theme.size.tiny));
  DrawButtons(context, size.x, takes_notes, state);
  context.focus.EndPanel();
  if (!covered) TakeKeys(context, takes_notes, state);
  DrawMarkerList(context, state);
  return DrawNoteDialog(context, state);
}

}  // namespace app

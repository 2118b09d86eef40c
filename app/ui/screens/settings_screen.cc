// The settings.
#include "app/ui/screens/settings_screen.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "app/ui/actions.h"
#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::kLanguages;
using interview::Language;

constexpr std::array kZooms = {75, 90, 100, 110, 125, 150, 175, 200, 250, 300};
constexpr std::array kCodeSizes = {10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28};
constexpr std::array kTimeScales = {0.75, 1.0, 1.25};

// A row of choices over an array of values; true when `*value` changed.
template <class T, std::size_t N, class Name>
bool Choose(FrameContext& context, const char* label, const std::array<T, N>& values, Name name,
            T* value) {
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < N; ++i) {
    names.push_back(name(values[i]));
    if (values[i] == *value) chosen = static_cast<int>(i);
  }
  FormLabel(context, label);
  const bool changed =
      N <= 5 ? DrawSegments(context, label, names, &chosen)
             : DrawCombo(context, label, names, context.theme.size.form_label_width, &chosen);
  if (changed) *value = values[static_cast<std::size_t>(chosen)];
  return changed;
}

void DrawLook(FrameContext& context, Settings* settings) {
  Choose(context, "Theme", kThemeChoices, ThemeTitle, &settings->theme);
  Choose(
      context, "Zoom", kZooms, [](int percent) { return std::to_string(percent) + " %"; },
      &settings->zoom_percent);
  Choose(
      context, "Code size", kCodeSizes, [](int size) { return std::to_string(size) + " px"; },
      &settings->code_size);
  FormLabel(context, "Motion");
  DrawCheckbox(context, "Keep movements to a minimum", &settings->reduce_motion);
  FormLabel(context, "Speech");
  DrawCheckbox(context, "Read aloud what has the focus", &settings->read_aloud);
}

std::string AssistTitle(interview::AssistLevel level) {
  switch (level) {
    case interview::AssistLevel::kWhiteboard:
      return "Whiteboard";
    case interview::AssistLevel::kPlain:
      return "Plain";
    case interview::AssistLevel::kIde:
      return "IDE";
  }
  return {};
}

void DrawRounds(FrameContext& context, Settings* settings) {
  Choose(
      context, "Language", kLanguages,
      [](Language language) { return std::string(interview::DisplayName(language)); },
      &settings->language);
  Choose(
      context, "Time", kTimeScales,
      [](double scale) {
        return scale < 1   ? std::string("Brisk (75 %)")
               : scale > 1 ? std::string("Relaxed (125 %)")
                           : std::string("As planned");
      },
      &settings->time_scale);
  FormLabel(context, "During a round");
  DrawCheckbox(context, "Show the difficulty", &settings->show_difficulty);
  FormLabel(context, "In the library");
  DrawCheckbox(context, "Practise blind: hide topic, pattern and difficulty",
               &settings->blind_practice);
}

void DrawEditor(FrameContext& context, Settings* settings) {
  Choose(context, "Help while typing", interview::kAssistLevels, AssistTitle, &settings->assist);
  FormLabel(context, "Keys of the editor");
  DrawCheckbox(context, "Vim", &settings->vim_keys);
}

// The key that went down in this frame with its modifiers; kNone: none, or a modifier alone.
KeyChord PressedChord() {
  const Modifiers held = CurrentModifiers();
  for (int i = 1; i < static_cast<int>(Key::kLeftCtrl); ++i) {
    const Key key = static_cast<Key>(i);
    if (KeyPressed(key, false)) {
      return {key == Key::kKeypadEnter ? Key::kEnter : key, held.ctrl, held.shift, held.alt};
    }
  }
  return {};
}

// Takes the awaited key where nothing speaks against it; Esc leaves things as they are.
void CaptureKey(SettingsState* state, Settings* settings) {
  const KeyChord chord = PressedChord();
  if (chord.key == Key::kNone) return;
  const std::string name = std::exchange(state->capturing, {});
  state->key_problem.clear();
  if (chord == KeyChord{Key::kEscape}) return;
  std::map<std::string, std::string> keys = settings->keys;
  keys[name] = ToString(chord);
  const std::vector<std::string> before = KeyMap(settings->keys).problems();
  const std::vector<std::string> problems = KeyMap(keys).problems();
  if (problems.size() > before.size()) {
    state->key_problem = problems.back();
  } else {
    settings->keys = std::move(keys);
  }
}

void DrawKey(FrameContext& context, const Action& action, SettingsState* state,
             Settings* settings) {
  const std::string name(action.name);
  const bool waiting = state->capturing == name;
  const std::string key = context.KeyText(action.id);
  const ImVec2 at = ImGui::GetCursorPos();
  const float row = context.theme.size.control_height;
  ImGui::SetCursorPosY(at.y + (row - context.theme.font.ui.px) / 2);
  Text(context, context.theme.font.ui, context.theme.color.body, action.title);
  ImGui::SetCursorPos(at);
  const std::string label = (waiting       ? "Press the new key"
                             : key.empty() ? "No key"
                                           : key) +
                            "##" + name;
  const ImVec2 size(context.theme.size.form_label_width, 0);
  const ButtonOptions quiet{.style = ButtonStyle::kQuiet};
  const std::string reset = "As usual##" + name;
  const bool changed = settings->keys.contains(name);
  AlignRight(size.x + (changed
                           ? ButtonSize(context, reset.c_str(), quiet).x + context.theme.size.small
                           : 0));
  if (changed) {
    if (DrawButton(context, reset.c_str(), quiet)) settings->keys.erase(name);
    ImGui::SameLine();
  }
  if (DrawButton(context, label.c_str(),
                 {.style = waiting ? ButtonStyle::kPrimary : ButtonStyle::kPlain, .size = size})) {
    state->capturing = name;
  }
}

void DrawKeys(FrameContext& context, SettingsState* state, Settings* settings) {
  const Theme& theme = context.theme;
  if (!state->capturing.empty()) CaptureKey(state, settings);
  Paragraph(context, theme.font.ui, theme.color.muted,
            "Press a key's button and then the new key. Esc leaves it as it is. The keys are also "
            "in the settings file, as \"keys\".");
  if (!state->key_problem.empty()) {
    Gap(theme.size.small);
    Paragraph(context, theme.font.ui, theme.color.bad, state->key_problem);
  }
  Gap(theme.size.small);
  for (const Action& action : Actions()) DrawKey(context, action, state, settings);
}

void DrawField(FrameContext& context, const char* label, std::string_view placeholder,
               TextBoxState* box, std::string* value) {
  FormLabel(context, label);
  const float width = ImGui::GetContentRegionAvail().x;
  const TextBoxResult typed =
      DrawTextBox(context, label, ImVec2(width, context.theme.size.control_height), box,
                  {.mode = TextBoxOptions::Mode::kLine, .placeholder = placeholder});
  if (typed.changed) *value = box->text.Text();
}

void DrawLlm(FrameContext& context, const AppState& app, SettingsState* state, Settings* settings) {
  const Theme& theme = context.theme;
  Text(context, theme.font.heading, theme.color.text, "A second opinion by a language model");
  Gap(theme.size.small);
  Paragraph(
      context, theme.font.ui, theme.color.muted,
      "Off by default, and nothing needs it. When on, asking for feedback sends the question, your "
      "answer and the rubric to the address below, and nothing else. Scores stay as they are.");
  Gap(theme.size.small);
  FormLabel(context, "Network");
  DrawCheckbox(context, "Allow asking this endpoint", &settings->llm.enabled);
  DrawField(context, "Address", "http://localhost:11434/v1/chat/completions", &state->url,
            &settings->llm.url);
  DrawField(context, "Model", "name of the model", &state->model, &settings->llm.model);
  FormLabel(context, "Key");
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPos(ImVec2(at.x, at.y + theme.size.small));
  Text(context, theme.font.ui, theme.color.body,
       app.llm_key_present ? "ONSITE_LLM_API_KEY is set." : "ONSITE_LLM_API_KEY is not set.");
}

void DrawPlaces(FrameContext& context, const AppState& app) {
  const Theme& theme = context.theme;
  const auto place = [&](const char* label, const std::filesystem::path& path) {
    FormLabel(context, label);
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ImVec2(at.x, at.y + theme.size.small));
    Text(context, theme.font.code_small, theme.color.body, path.string());
  };
  place("Settings", app.paths.settings);
  place("Sessions", app.paths.database());
  place("Your own questions", app.paths.packs());
}

}  // namespace

std::string ThemeTitle(ThemeChoice theme) {
  return theme == ThemeChoice::kSystem ? "As the system" : FormatName(ToString(theme));
}

std::span<const int> ZoomSteps() { return kZooms; }

int StepZoom(int percent, int direction) {
  if (direction > 0) {
    const auto next = std::upper_bound(kZooms.begin(), kZooms.end(), percent);
    return next == kZooms.end() ? kZooms.back() : *next;
  }
  const auto here = std::lower_bound(kZooms.begin(), kZooms.end(), percent);
  return here == kZooms.begin() ? kZooms.front() : *(here - 1);
}

void DrawSettingsScreen(FrameContext& context, const AppState& app, SettingsState* state) {
  if (!state->loaded) {
    state->loaded = true;
    state->url.text.SetText(app.settings.llm.url);
    state->model.text.SetText(app.settings.llm.model);
  }
  Settings settings = app.settings;
  BeginPage(context, app, "Settings", context.theme.size.narrow_page_width);
  PageTitle(context, "Settings", "Changes take effect and are kept at once.");
  static const std::vector<std::string> kSections = {"Look", "Rounds",         "Editor",
                                                     "Keys", "Language model", "Places"};
  if (PageTabs(context, kSections, &state->section)) state->capturing.clear();
  std::optional<Card> card(std::in_place, context);
  switch (state->section) {
    case 0:
      DrawLook(context, &settings);
      break;
    case 1:
      DrawRounds(context, &settings);
      break;
    case 2:
      DrawEditor(context, &settings);
      break;
    case 3:
      DrawKeys(context, state, &settings);
      break;
    case 4:
      DrawLlm(context, app, state, &settings);
      break;
    default:
      DrawPlaces(context, app);
      break;
  }
  card.reset();
  EndPage(context);
  if (settings != app.settings) context.Emit(command::ChangeSettings{settings});
}

}  // namespace app

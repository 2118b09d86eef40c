// The settings.
#include "app/ui/screens/settings_screen.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "app/ui/actions.h"
#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/screens/settings_rows.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::kLanguages;
using interview::Language;

constexpr std::array kZooms = {75, 90, 100, 110, 125, 150, 175, 200, 250, 300};
constexpr std::array kCodeSizes = {10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28};
constexpr std::array kTimeScales = {0.75, 1.0, 1.25};

void DrawLook(FrameContext& context, Rows* rows, Settings* settings) {
  rows->Begin("Look");
  Choose(context, rows, "Theme", kThemeChoices, ThemeTitle, &settings->theme);
  Choose(
      context, rows, "Zoom", kZooms, [](int percent) { return std::to_string(percent) + " %"; },
      &settings->zoom_percent);
  Choose(
      context, rows, "Code size", kCodeSizes, [](int size) { return std::to_string(size) + " px"; },
      &settings->code_size);
  Tick(context, rows, "Motion", "Keep movements to a minimum", &settings->reduce_motion);
  Tick(context, rows, "Speech", "Read aloud what has the focus", &settings->read_aloud);
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

// Who asks the questions: the personas that are there, the neutral one first.
void ChoosePersona(FrameContext& context, Rows* rows, const interview::Personas& personas,
                   Settings* settings) {
  std::vector<std::string> ids = {std::string(interview::kNeutralPersona)}, titles;
  for (const auto& [id, persona] : personas.all()) {
    if (id != interview::kNeutralPersona) ids.push_back(id);
  }
  int chosen = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    titles.push_back(personas.Find(ids[i]).title());
    if (ids[i] == settings->persona) chosen = static_cast<int>(i);
  }
  if (ChooseAmong(context, rows, "Interviewer", titles, &chosen)) {
    settings->persona = ids[static_cast<std::size_t>(chosen)];
  }
}

void DrawRounds(FrameContext& context, const AppState& app, Rows* rows, Settings* settings) {
  rows->Begin("Rounds");
  Choose(
      context, rows, "Language", kLanguages,
      [](Language language) { return std::string(interview::DisplayName(language)); },
      &settings->language);
  Choose(
      context, rows, "Time", kTimeScales,
      [](double scale) {
        return scale < 1   ? std::string("Brisk (75 %)")
               : scale > 1 ? std::string("Relaxed (125 %)")
                           : std::string("As planned");
      },
      &settings->time_scale);
  ChoosePersona(context, rows, app.personas, settings);
  Tick(context, rows, "During a round", "Show the difficulty", &settings->show_difficulty);
  Tick(context, rows, "In the library", "Practise blind: hide topic, pattern and difficulty",
       &settings->blind_practice);
}

// Whether prose is checked, and what it takes.
void DrawSpelling(FrameContext& context, const AppState& app, Rows* rows) {
  if (!rows->Wants("Spelling dictionary words hunspell")) return;
  using State = Pending<std::shared_ptr<SpellChecker>>::State;
  const Theme& theme = context.theme;
  FormLabel(context, "Spelling");
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPos(ImVec2(at.x, at.y + theme.size.small));
  switch (app.spelling.state) {
    case State::kNotAsked:
      context.Emit(command::LoadSpelling{});
      [[fallthrough]];
    case State::kPending:
      Text(context, theme.font.ui, theme.color.muted, "Looking for a dictionary…");
      break;
    case State::kUnavailable:
      Paragraph(context, theme.font.ui, theme.color.warning, app.spelling.why);
      break;
    case State::kReady:
      Paragraph(context, theme.font.ui, theme.color.body,
                "Prose is checked as you write. The menu of a word (right button, or Ctrl+.) "
                "offers others and adds it to yours.");
      break;
  }
}

void DrawEditor(FrameContext& context, const AppState& app, Rows* rows, Settings* settings) {
  rows->Begin("Editor");
  Choose(context, rows, "Help while typing", interview::kAssistLevels, AssistTitle,
         &settings->assist);
  Tick(context, rows, "Keys of the editor", "Vim", &settings->vim_keys);
  DrawSpelling(context, app, rows);
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

void DrawKeys(FrameContext& context, Rows* rows, SettingsState* state, Settings* settings) {
  const Theme& theme = context.theme;
  if (!state->capturing.empty()) CaptureKey(state, settings);
  rows->Begin("Keys");
  if (rows->all() && rows->Wants("")) {
    Paragraph(
        context, theme.font.ui, theme.color.muted,
        "Press a key's button and then the new key. Esc leaves it as it is. The keys are also "
        "in the settings file, as \"keys\".");
  }
  if (!state->key_problem.empty()) {
    Gap(theme.size.small);
    Paragraph(context, theme.font.ui, theme.color.bad, state->key_problem);
  }
  if (rows->all()) Gap(theme.size.small);
  for (const Action& action : Actions()) {
    const std::string words = std::string(action.title) + " " + context.KeyText(action.id);
    if (rows->Wants(words)) DrawKey(context, action, state, settings);
  }
}

void DrawPlaces(FrameContext& context, const AppState& app, Rows* rows) {
  const Theme& theme = context.theme;
  rows->Begin("Places");
  const auto place = [&](const char* label, const std::filesystem::path& path) {
    if (!rows->Wants(label)) return;
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
  Settings settings = app.settings;
  BeginPage(context, app, "Settings", context.theme.size.narrow_page_width);
  PageTitle(context, "Settings", "Changes take effect and are kept at once.");
  const Metrics& m = context.theme.size;
  DrawTextBox(context, "Search settings",
              ImVec2(ImGui::GetContentRegionAvail().x, m.control_height), &state->search,
              {.mode = TextBoxOptions::Mode::kLine, .placeholder = "Search settings"});
  Gap(m.small);
  static const std::vector<std::string> kSections = {"Look", "Rounds",         "Editor",
                                                     "Keys", "Language model", "Places"};
  const std::string query = state->search.text.Text();
  const bool searching = query.find_first_not_of(' ') != std::string::npos;
  if (!searching && PageTabs(context, kSections, &state->section)) state->capturing.clear();
  std::optional<Card> card(std::in_place, context);
  Rows rows(&context, searching ? query : std::string());
  const auto shows = [&](int section) { return searching || state->section == section; };
  if (shows(0)) DrawLook(context, &rows, &settings);
  if (shows(1)) DrawRounds(context, app, &rows, &settings);
  if (shows(2)) DrawEditor(context, app, &rows, &settings);
  if (shows(3)) DrawKeys(context, &rows, state, &settings);
  if (shows(4)) DrawLlmSettings(context, app, &rows, &state->llm, &settings.llm);
  if (shows(5)) DrawPlaces(context, app, &rows);
  if (!rows.any()) DrawNote(context, "No setting is called that.");
  card.reset();
  EndPage(context);
  if (settings != app.settings) context.Emit(command::ChangeSettings{settings});
}

}  // namespace app

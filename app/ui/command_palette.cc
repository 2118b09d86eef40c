// What the palette offers, and its dialog.
#include "app/ui/command_palette.h"

#include <algorithm>

#include "app/ui/format.h"
#include "app/ui/panels/code_panel.h"
#include "app/ui/screen_router.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/fuzzy_match.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr char kDialog[] = "Command palette";
constexpr int kRecentBonus = 6;
constexpr std::size_t kMostRecent = 12;
constexpr int kRowsShown = 9, kRowsOfAPage = 8;

template <class Change>
PaletteEntry SettingEntry(std::string id, std::string title, Change change) {
  return {std::move(id), std::move(title), {}, [change](ActionScope& scope) {
            Settings settings = scope.app.settings;
            change(&settings);
            scope.context.Emit(command::ChangeSettings{settings});
          }};
}

void AddLooks(std::vector<PaletteEntry>* entries) {
  for (const ThemeChoice theme : kThemeChoices) {
    entries->push_back(SettingEntry("theme/" + std::string(ToString(theme)),
                                    "Theme: " + ThemeTitle(theme),
                                    [theme](Settings* settings) { settings->theme = theme; }));
  }
  for (const int zoom : ZoomSteps()) {
    entries->push_back(SettingEntry("zoom/" + std::to_string(zoom),
                                    "Zoom: " + std::to_string(zoom) + " %",
                                    [zoom](Settings* settings) { settings->zoom_percent = zoom; }));
  }
}

void AddSessions(const ActionScope& scope, std::vector<PaletteEntry>* entries) {
  if (scope.app.running) return;
  for (const interview::RoundKind kind : interview::kRoundKinds) {
    const std::string name(interview::DisplayName(kind));
    entries->push_back({"drill/" + name, "Start a drill: " + name, {}, [kind](ActionScope& s) {
                          command::StartDrill start;
                          start.kind = kind;
                          start.language = kind == interview::RoundKind::kCoding
                                               ? s.app.settings.language
                                               : interview::Language::kPython;
                          s.context.Emit(start);
                        }});
  }
  for (const interview::LoopPreset& preset : scope.app.loops.presets) {
    entries->push_back({"loop/" + preset.id,
                        "Set up a loop: " + preset.title,
                        {},
                        [id = preset.id](ActionScope& s) {
                          s.ui.setup.mode = SetupState::Mode::kLoop;
                          s.ui.setup.preset = id;
                          s.context.Emit(command::Navigate{Route::kSetup});
                        }});
  }
}

// What the code editor does by keys of its own.
void AddCode(const ActionScope& scope, std::vector<PaletteEntry>* entries) {
  if (!scope.room || !scope.room->is_code()) return;
  using Mode = FindBarState::Mode;
  const auto bar = [&](const char* id, const char* title, const char* key, Mode mode) {
    entries->push_back({id, title, key, [mode](ActionScope& s) {
                          if (s.room) OpenCodeBar(s.context, *s.room, mode, &s.ui.room);
                        }});
  };
  bar("code/find", "Find in the code", "Ctrl+F", Mode::kFind);
  bar("code/replace", "Find and replace in the code", "Ctrl+H", Mode::kReplace);
  bar("code/line", "Go to a line of the code", "Ctrl+G", Mode::kGoToLine);
  entries->push_back(
      {"code/outside", "Edit the code in $EDITOR", "Ctrl+Shift+E", [](ActionScope& s) {
         if (s.room) EditCodeOutside(s.context, *s.room, &s.ui.room);
       }});
}

void AddQuestions(const ActionScope& scope, std::vector<PaletteEntry>* entries) {
  if (scope.app.route == Route::kRoom) return;
  for (const interview::QuestionPtr& question : scope.app.bank.questions()) {
    entries->push_back({"question/" + question->id,
                        "Go to question: " + question->title,
                        {},
                        [id = question->id](ActionScope& s) {
                          ShowInLibrary(id, &s.ui.library);
                          s.context.Emit(command::Navigate{Route::kLibrary});
                        }});
  }
}

void Remember(const std::string& id, std::vector<std::string>* recent) {
  std::erase(*recent, id);
  recent->insert(recent->begin(), id);
  if (recent->size() > kMostRecent) recent->pop_back();
}

}  // namespace

std::vector<PaletteEntry> PaletteEntries(const ActionScope& scope, const KeyMap& keys,
                                         std::string_view query,
                                         const std::vector<std::string>& recent) {
  std::vector<PaletteEntry> all;
  for (const Action& action : Actions()) {
    if (action.id == ActionId::kPalette || !IsAvailable(action, scope)) continue;
    all.push_back({"action/" + std::string(action.name), std::string(action.title),
                   keys.Text(action.id), action.perform});
  }
  AddCode(scope, &all);
  AddSessions(scope, &all);
  AddLooks(&all);
  if (!query.empty()) AddQuestions(scope, &all);

  struct Ranked {
    int score = 0;
    PaletteEntry* entry = nullptr;
  };
  std::vector<Ranked> ranked;
  for (PaletteEntry& entry : all) {
    const std::optional<int> fit = FuzzyMatch(query, entry.title);
    if (!fit) continue;
    const auto used = std::find(recent.begin(), recent.end(), entry.id);
    const auto place = static_cast<int>(used - recent.begin());
    const int bonus = used == recent.end() ? 0
                      : query.empty()      ? static_cast<int>(kMostRecent) - place
                                           : std::max(1, kRecentBonus - place);
    ranked.push_back({*fit + bonus, &entry});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  std::vector<PaletteEntry> fitting;
  for (const Ranked& one : ranked) fitting.push_back(std::move(*one.entry));
  return fitting;
}

void DrawCommandPalette(ActionScope& scope, const KeyMap& keys, PaletteState* state) {
  FrameContext& context = scope.context;
  const Metrics& m = context.theme.size;
  if (state->open && !state->shown) {
    state->query.text.SetText("");
    state->chosen = 0;
    ImGui::OpenPopup(kDialog);
  }
  const bool appears = state->open && !state->shown;
  state->shown = state->open = BeginTopDialog(context, kDialog, m.wide_dialog_width);
  if (!state->open) return;
  context.focus.BeginPanel("Palette");
  const float width = ImGui::GetContentRegionAvail().x;
  const TextBoxResult typed = DrawTextBox(
      context, "Search actions", ImVec2(width, m.control_height), &state->query,
      {.mode = TextBoxOptions::Mode::kLine, .placeholder = "What would you like to do?"});
  if (appears) context.focus.Focus(TextBoxId("Search actions"));
  if (typed.changed) state->chosen = 0;
  const std::vector<PaletteEntry> entries =
      PaletteEntries(scope, keys, state->query.text.Text(), state->recent);
  const bool moved = MoveChoice(static_cast<int>(entries.size()), kRowsOfAPage, &state->chosen);

  const PaletteEntry* taken = nullptr;
  const float rows = static_cast<float>(kRowsShown) * m.row_height;
  const float room = ImGui::GetIO().DisplaySize.y - ImGui::GetCursorScreenPos().y - 2 * m.huge;
  BeginScroll(context, "entries", ImVec2(width, std::min(rows, room)), ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  const float row_width = ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool chosen = static_cast<int>(i) == state->chosen;
    const std::string label = entries[i].title + "##" + entries[i].id;
    if (DrawRow(context, label.c_str(), row_width,
                {.trailing = entries[i].key, .chosen = chosen})) {
      taken = &entries[i];
    }
    if (chosen && moved) ImGui::SetScrollHereY(0.5f);
  }
  if (entries.empty()) {
    Gap(m.medium);
    Text(context, context.theme.font.ui, context.theme.color.muted,
         "Nothing that can be done here is called like that.");
  }
  ImGui::PopStyleVar();
  EndScroll();
  if (typed.submitted && state->chosen < static_cast<int>(entries.size())) {
    taken = &entries[static_cast<std::size_t>(state->chosen)];
  }
  if (taken != nullptr) ImGui::CloseCurrentPopup();
  context.focus.EndPanel();
  EndDialog(context);
  if (taken == nullptr) return;
  state->open = state->shown = false;
  Remember(taken->id, &state->recent);
  taken->perform(scope);
}

}  // namespace app

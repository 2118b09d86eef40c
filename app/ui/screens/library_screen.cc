// The library of questions.
#include "app/ui/screens/library_screen.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::QuestionPtr;
using interview::RoundKind;

constexpr char kUntried[] = "Not tried yet";
constexpr int kRowsOfAPage = 8;
constexpr float kListShare = 0.58f;

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

// Every word of the query stands somewhere in the text.
bool HasWords(const std::string& query, const std::string& text) {
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find(' ', at), query.size());
    if (end > at && text.find(query.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

std::string SearchText(const interview::Question& question, bool blind) {
  std::string text = question.title;
  if (!blind) {
    text += " " + question.topic + " " + question.id;
    for (const std::string& tag : question.tags) text += " " + tag;
    if (const auto* coding = std::get_if<interview::CodingSpec>(&question.spec)) {
      for (const std::string& pattern : coding->secondary_patterns) text += " " + pattern;
    }
  }
  return Lower(text);
}

bool OfKind(const LibraryState& state, RoundKind kind) {
  return state.kind == 0 ||
         interview::kRoundKinds[static_cast<std::size_t>(state.kind - 1)] == kind;
}

std::string_view TopicLabel(const LibraryState& state) {
  if (state.kind == 0) return "Topic";
  switch (interview::kRoundKinds[static_cast<std::size_t>(state.kind - 1)]) {
    case RoundKind::kCoding:
      return "Pattern";
    case RoundKind::kSystemDesign:
      return "Family";
    default:
      return "Topic";
  }
}

void ChooseTopic(FrameContext& context, const AppState& app, LibraryState* state) {
  std::set<std::string> topics;
  for (const QuestionPtr& question : app.bank.questions()) {
    if (OfKind(*state, question->kind)) topics.insert(question->topic);
  }
  if (!topics.contains(state->topic)) state->topic.clear();
  std::vector<std::string> ids = {""}, titles = {"Any " + Lower(TopicLabel(*state))};
  int chosen = 0;
  for (const std::string& topic : topics) {
    if (topic.empty()) continue;
    if (topic == state->topic) chosen = static_cast<int>(ids.size());
    ids.push_back(topic);
    titles.push_back(FormatName(topic));
  }
  if (DrawCombo(context, "Topic", titles, context.theme.size.menu_width, &chosen)) {
    state->topic = ids[static_cast<std::size_t>(chosen)];
  }
}

void DrawFilters(FrameContext& context, const AppState& app, LibraryState* state) {
  const Metrics& m = context.theme.size;
  const float width = ImGui::GetContentRegionAvail().x;
  context.focus.BeginPanel("Filters");
  const float untried = m.large + m.small + TextSize(context.theme.font.ui, kUntried).x + m.large;
  DrawTextBox(context, "Search questions", ImVec2(width - untried, m.control_height), &state->query,
              {.mode = TextBoxOptions::Mode::kLine,
               .placeholder = app.settings.blind_practice ? "Search titles"
                                                          : "Search titles, topics and tags"});
  ImGui::SameLine(0, m.large);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (m.control_height - m.small_control_height) / 2);
  DrawCheckbox(context, kUntried, &state->untried);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (m.control_height - m.small_control_height) / 2);
  std::vector<std::string> kinds = {"All"};
  for (const RoundKind kind : interview::kRoundKinds) {
    kinds.emplace_back(interview::DisplayName(kind));
  }
  DrawSegments(context, "Kind", kinds, &state->kind);
  if (!app.settings.blind_practice) {
    WrapNext(context, m.menu_width);
    ChooseTopic(context, app, state);
    static const std::vector<std::string> kLevels = {"Any difficulty", "Easy", "Medium", "Hard"};
    WrapNext(context, m.form_label_width);
    DrawCombo(context, "Difficulty", kLevels, m.form_label_width, &state->difficulty);
  }
  context.focus.EndPanel();
}

// "Medium  ·  Hash map  ·  25 min"; blind: only the kind and the length.
std::string Caption(const AppState& app, const interview::Question& question) {
  std::string text(interview::DisplayName(question.kind));
  if (!app.settings.blind_practice) {
    text += "  ·  " + FormatName(interview::ToString(question.difficulty));
    if (!question.topic.empty()) text += "  ·  " + FormatName(question.topic);
  }
  return text + "  ·  " + FormatLength(std::chrono::minutes(question.minutes));
}

// "2 attempts, last 3.25".
std::string Attempts(const AppState& app, const interview::QuestionId& id) {
  const auto record = app.records.find(id);
  if (record == app.records.end()) return {};
  const int attempts = record->second.attempts;
  std::string text = std::to_string(attempts) + (attempts == 1 ? " attempt" : " attempts");
  if (record->second.last_score) text += ", last " + FormatScore(*record->second.last_score);
  return text;
}

void StartDrill(FrameContext& context, const AppState& app, const interview::Question& question) {
  command::StartDrill start;
  start.questions = {question.id};
  start.language =
      question.kind == RoundKind::kCoding ? app.settings.language : interview::Language::kPython;
  context.Emit(start);
}

std::string RowLabel(const interview::Question& question) {
  return question.title + "##" + question.id;
}

// The arrows, in the list or in the search box, move the choice; in the list the focus goes along.
void WalkList(FrameContext& context, const std::vector<QuestionPtr>& questions, int* chosen,
              LibraryState* state) {
  const auto id_of_chosen = [&] {
    return ImGui::GetID(RowLabel(*questions[static_cast<std::size_t>(*chosen)]).c_str());
  };
  const bool in_list = context.focus.HasFocus(id_of_chosen());
  if (!in_list && !context.focus.HasFocus(state->query_box)) return;
  if (!MoveChoice(static_cast<int>(questions.size()), kRowsOfAPage, chosen)) return;
  state->chosen = questions[static_cast<std::size_t>(*chosen)]->id;
  state->follow = true;
  if (in_list) context.focus.Focus(id_of_chosen());
}

void DrawList(FrameContext& context, const AppState& app, ImVec2 size,
              const std::vector<QuestionPtr>& questions, LibraryState* state) {
  const Metrics& m = context.theme.size;
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&](const QuestionPtr& q) { return q->id == state->chosen; });
  int chosen = found == questions.end() ? 0 : static_cast<int>(found - questions.begin());
  if (!questions.empty()) state->chosen = questions[static_cast<std::size_t>(chosen)]->id;
  BeginPanel(context, "Questions", size);
  BeginScroll(context, "rows", ImVec2(size.x - 2 * m.hair, size.y - 2 * m.hair),
              ImVec2(m.small, m.small));
  if (questions.empty()) {
    Gap(m.large);
    DrawNote(context, "No question fits. Take a filter away, or search for fewer words.");
  }
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, m.hair));
  const float width = ImGui::GetContentRegionAvail().x;
  if (!questions.empty()) WalkList(context, questions, &chosen, state);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const interview::Question& question = *questions[i];
    const bool on = static_cast<int>(i) == chosen;
    const std::string caption = Caption(app, question), trailing = Attempts(app, question.id);
    const std::string label = RowLabel(question);
    if (DrawRow(context, label.c_str(), width,
                {.caption = caption, .trailing = trailing, .chosen = on, .focusable = on})) {
      state->chosen = question.id;
      const ImGuiID id = ImGui::GetID(label.c_str());
      if (!on) {
        context.focus.Add(id, FocusRing::Kind::kPress, ImGui::GetItemRectMin(),
                          ImGui::GetItemRectMax(), context.theme);
      }
      context.focus.Focus(id);
    }
    if (on && std::exchange(state->follow, false)) ImGui::SetScrollHereY(0.5f);
  }
  ImGui::PopStyleVar();
  EndScroll();
  EndPanel(context);
}

void DrawFacts(FrameContext& context, const AppState& app, const interview::Question& question) {
  const Theme& theme = context.theme;
  Paragraph(context, theme.font.title, theme.color.text, question.title);
  Gap(theme.size.medium);
  DrawFact(context, "Kind", interview::DisplayName(question.kind));
  DrawFact(context, "Length", FormatLength(std::chrono::minutes(question.minutes)));
  if (app.settings.blind_practice) {
    DrawNote(context, "Topic and difficulty are hidden: you practise blind.");
  } else {
    DrawFact(context, "Difficulty", FormatName(interview::ToString(question.difficulty)));
    if (!question.topic.empty()) DrawFact(context, "Topic", FormatName(question.topic));
    std::string tags;
    for (const std::string& tag : question.tags) {
      tags += (tags.empty() ? "" : ", ") + FormatName(tag);
    }
    if (!tags.empty()) DrawFact(context, "Tags", tags);
  }
  const std::string attempts = Attempts(app, question.id);
  DrawFact(context, "Attempts", attempts.empty() ? "None yet" : attempts);
}

// What is known of the question, scrolling, and what can be done with it at the foot of the panel.
void DrawDetails(FrameContext& context, const AppState& app, ImVec2 size,
                 const interview::Question* question) {
  const Metrics& m = context.theme.size;
  const float foot = question == nullptr ? 0
                     : app.running       ? m.control_height + 2 * m.large + m.huge
                                         : m.control_height + 2 * m.large;
  BeginPanel(context, "Details", size);
  BeginScroll(context, "details", ImVec2(size.x - 2 * m.hair, size.y - 2 * m.hair - foot),
              ImVec2(m.large, m.large));
  if (question == nullptr) {
    DrawNote(context, "Choose a question to see what it is about.");
  } else {
    DrawFacts(context, app, *question);
  }
  EndScroll();
  if (question != nullptr) {
    DrawHeaderLine(context, size.y - foot);
    ImGui::SetCursorPos(ImVec2(m.large, size.y - foot + m.large));
    if (DrawButton(context, "Start a drill",
                   {.style = ButtonStyle::kPrimary,
                    .icon = Icon::kPlay,
                    .enabled = !app.running.has_value(),
                    .size = ImVec2(size.x - 2 * m.large, 0)})) {
      StartDrill(context, app, *question);
    }
    if (app.running) {
      ImGui::SetCursorPosX(m.large);
      DrawUnavailable(context, "A session is running; finish it first.");
    }
  }
  EndPanel(context);
}

}  // namespace

std::vector<QuestionPtr> LibraryQuestions(const AppState& app, const LibraryState& state) {
  const bool blind = app.settings.blind_practice;
  const std::string query = Lower(state.query.text.Text());
  std::vector<QuestionPtr> fitting;
  for (const QuestionPtr& question : app.bank.questions()) {
    if (!OfKind(state, question->kind)) continue;
    if (!blind && !state.topic.empty() && question->topic != state.topic) continue;
    if (!blind && state.difficulty > 0 &&
        static_cast<int>(question->difficulty) != state.difficulty - 1) {
      continue;
    }
    if (state.untried && app.records.contains(question->id)) continue;
    if (HasWords(query, SearchText(*question, blind))) fitting.push_back(question);
  }
  return fitting;
}

void ShowInLibrary(const interview::QuestionId& question, LibraryState* state) {
  *state = LibraryState{};
  state->chosen = question;
  state->follow = true;
}

void DrawLibraryScreen(FrameContext& context, const AppState& app, LibraryState* state) {
  const Metrics& m = context.theme.size;
  BeginPage(context, app, "Library", m.page_width);
  const std::vector<QuestionPtr> questions = LibraryQuestions(app, *state);
  const std::size_t all = app.bank.questions().size();
  PageTitle(context, "Library",
            questions.size() == all
                ? std::to_string(all) + " questions"
                : std::to_string(questions.size()) + " of " + std::to_string(all) + " questions");
  context.focus.EndPanel();
  state->query_box = TextBoxId("Search questions");
  DrawFilters(context, app, state);
  Gap(m.medium);
  const float width = ImGui::GetContentRegionAvail().x;
  const float bottom = ImGui::GetIO().DisplaySize.y - 2 * m.huge;
  const float height = std::max(2 * m.card_height, bottom - ImGui::GetCursorScreenPos().y);
  const float list = (width - m.gap) * kListShare;
  const ImVec2 corner = ImGui::GetCursorPos();
  DrawList(context, app, ImVec2(list, height), questions, state);
  ImGui::SetCursorPos(ImVec2(corner.x + list + m.gap, corner.y));
  const auto chosen = std::find_if(questions.begin(), questions.end(),
                                   [&](const QuestionPtr& q) { return q->id == state->chosen; });
  DrawDetails(context, app, ImVec2(width - list - m.gap, height),
              chosen == questions.end() ? nullptr : chosen->get());
  EndPage(context);
}

}  // namespace app

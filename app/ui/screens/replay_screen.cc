// The room of then.
#include "app/ui/screens/replay_screen.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/ui/format.h"
#include "app/ui/panels/room_bar.h"
#include "app/ui/panels/room_panels.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Duration;
using interview::Event;
using interview::QuestionWork;
using interview::Session;
using interview::Stage;

constexpr double kFrameSeconds = 1.0 / 30;

// Another session, a wish to be somewhere else, a note that has come.
void Follow(const AppState& app, double now, ReplayState* state) {
  const OpenSession& open = *app.viewed;
  if (state->session != open.id || !state->replay) {
    const PanelSizes panels = state->room.panels;
    *state = ReplayState{};
    state->session = open.id;
    state->room.panels = panels;
    state->drawn_at = now;
    const auto lookup = [&bank = app.bank](const interview::QuestionId& id) {
      return bank.Find(id);
    };
    state->replay =
        std::make_unique<interview::Replay>(Session(lookup, app.rules, app.personas), open.events);
    state->bar.player.length = state->replay->length();
    state->bar.player.idle = IdleSpans(*open.session, open.events);
    for (std::size_t i = 1; i < open.session->rounds().size(); ++i) {
      if (const auto& started = open.session->rounds()[i].started) {
        state->bar.boundaries.push_back(*started);
      }
    }
  }
  if (state->events != open.events.size()) {
    state->events = open.events.size();
    state->bar.markers = Markers(*open.session, open.events);
  }
  if (state->wish != app.replay.number) {
    state->wish = app.replay.number;
    if (app.replay.at) {
      state->bar.player.playing = false;
      state->bar.player.Seek(*app.replay.at);
    }
  }
}

// The last edit of the question on show brings its text to the front, once.
void FollowEdits(const RoomView& room, ReplayState* state) {
  const std::vector<Event>& events = state->replay->events();
  const auto end = std::upper_bound(events.begin(), events.end(), state->bar.player.at,
                                    [](Duration t, const Event& e) { return t < e.at; });
  for (auto event = end; event != events.begin();) {
    --event;
    const auto number = static_cast<std::size_t>(event - events.begin()) + 1;
    if (number == state->followed) return;
    if (const auto* text = std::get_if<interview::event::TextEdited>(&event->payload)) {
      if (text->field.question == room.work.id) ShowWork(room, text->field, &state->room);
    } else if (const auto* board = std::get_if<interview::event::BoardEdited>(&event->payload)) {
      if (board->question == room.work.id) ShowWork(room, std::nullopt, &state->room);
    } else if (std::holds_alternative<interview::event::QuestionShown>(event->payload)) {
      state->room.work_tab = 0;
    } else {
      continue;
    }
    state->followed = number;
    return;
  }
  state->followed = 0;
}

// Boxes are of one question; a log that is another one's begins at its end.
void FollowQuestion(const RoomView& room, RoomState* state) {
  if (state->round == room.round && state->question == room.work.id) return;
  const PanelSizes panels = state->panels;
  *state = RoomState{};
  state->round = room.round;
  state->question = room.work.id;
  state->panels = panels;
  state->console.seen_runs = room.work.runs.size() + room.work.judgements.size();
}

bool IsOf(const CodeTrial& trial, const QuestionWork& work) {
  return trial.of.question == work.id && trial.of.language == work.answer.language &&
         trial.of.source == work.answer.source;
}

// The work with the result of a trial among its runs.
QuestionWork WithTrial(const QuestionWork& work, const CodeTrial& trial, Duration at) {
  QuestionWork shown = work;
  const interview::TimedEvaluation run{
      at, *trial.result.value, {trial.of.language, trial.of.source}, {}};
  auto& list = trial.of.kind == interview::EvaluationKind::kJudge ? shown.judgements : shown.runs;
  list.push_back(run);
  return shown;
}

std::string_view StageTitle(Stage stage) {
  switch (stage) {
    case Stage::kNotStarted:
      return "Not begun yet";
    case Stage::kPaused:
      return "Paused";
    case Stage::kSelfRating:
      return "Rating oneself";
    case Stage::kBreak:
      return "A break between rounds";
    case Stage::kScoring:
      return "Being scored";
    case Stage::kFinished:
      return "The end";
    case Stage::kInRound:
      return "";
  }
  return "";
}

std::string StageText(const Session& session, Duration at) {
  switch (session.stage()) {
    case Stage::kPaused:
      return "The clock stood still, and the room was covered.";
    case Stage::kBreak:
      return FormatClock(session.BreakLeft(at)) + " were left of it.";
    case Stage::kFinished:
      return "Press Space to see it from the beginning, or [ to go back to the last marker.";
    default:
      return "There was nothing to work on.";
  }
}

// Where there is no room to show.
void DrawBetween(FrameContext& context, const Session& session, Duration at, float bottom) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float width = ImGui::GetIO().DisplaySize.x - 2 * m.margin;
  ImGui::SetCursorPos(ImVec2(m.margin, m.top_bar));
  BeginPanel(context, "Between", ImVec2(width, bottom - m.top_bar));
  const auto line = [&](const Font& font, Color color, std::string_view text, float y) {
    ImGui::SetCursorPos(ImVec2((width - TextSize(font, text).x) / 2, y));
    Text(context, font, color, text);
  };
  const float middle = (bottom - m.top_bar) / 2;
  line(theme.font.display, theme.color.text, StageTitle(session.stage()), middle - m.huge);
  line(theme.font.ui, theme.color.muted, StageText(session, at), middle + m.large);
  EndPanel(context);
}

void DrawPlainBar(FrameContext& context, const OpenSession& open, RoomState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  context.focus.BeginPanel("Round");
  const float top = (m.top_bar - m.control_height) / 2;
  ImGui::SetCursorPos(ImVec2(m.medium, top));
  if (DrawButton(context, "Leave the replay",
                 {.style = ButtonStyle::kQuiet, .icon = Icon::kBack, .icon_only = true})) {
    state->dialog = RoomState::Dialog::kLeave;
  }
  ImGui::SetCursorPos(
      ImVec2(m.large + m.control_height + m.medium, (m.top_bar - theme.font.subheading.px) / 2));
  Text(context, theme.font.subheading, theme.color.text, open.session->plan().title);
  context.focus.EndPanel();
}

// A replay changes nothing: what its panels would say to a running session is dropped.
void DropActs(std::size_t from, std::vector<Command>* commands) {
  const auto acts = [](const Command& command) {
    return std::holds_alternative<command::Act>(command) ||
           std::holds_alternative<command::EditText>(command) ||
           std::holds_alternative<command::EditOutside>(command);
  };
  commands->erase(
      std::remove_if(commands->begin() + static_cast<std::ptrdiff_t>(from), commands->end(), acts),
      commands->end());
}

void DrawMoment(FrameContext& context, const AppState& app, ReplayState* state, float bottom) {
  const Duration at = state->bar.player.at;
  const Session& session = state->replay->Seek(at);
  const bool in_round = session.stage() == Stage::kInRound && session.current_work() != nullptr;
  if (!in_round) {
    DrawPlainBar(context, *app.viewed, &state->room);
    return DrawBetween(context, session, at, bottom);
  }
  const QuestionWork* work = session.current_work();
  const CodeTrial* trial = app.trial && IsOf(*app.trial, *work) ? &*app.trial : nullptr;
  std::optional<QuestionWork> with_trial;
  if (trial != nullptr && trial->result.state == Pending<interview::Evaluation>::State::kReady) {
    with_trial = WithTrial(*work, *trial, at);
    work = &*with_trial;
  }
  const RoomView room{app,   session,           *session.current_plan(), *session.current_round(),
                      *work, session.Clock(at), session.round(),         true,
                      trial};
  FollowQuestion(room, &state->room);
  FollowEdits(room, state);
  const std::size_t said = context.commands.size();
  DrawRoomBar(context, room, &state->room);
  DrawRoomPanels(context, room, &state->room, bottom);
  DropActs(said, &context.commands);
}

void LetTimePass(FrameContext& context, ReplayState* state) {
  const double passed = std::max(0.0, context.now - state->drawn_at);
  state->drawn_at = context.now;
  if (!state->bar.player.playing) return;
  state->bar.player.Advance(passed);
  context.WakeIn(kFrameSeconds);
}

}  // namespace

void DrawReplayScreen(FrameContext& context, const AppState& app, ReplayState* state) {
  const Metrics& m = context.theme.size;
  if (!app.viewed || app.viewed->events.empty()) {
    BeginPage(context, app, "Replay", m.page_width);
    DrawEmptyState(context, "Nothing to play", "Open a session from the history.");
    return EndPage(context);
  }
  Follow(app, context.now, state);
  LetTimePass(context, state);
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float bar = ReplayBarHeight(context);
  const float bottom = display.y - bar - m.margin;
  BeginScreen(context, "Replay");
  DrawMoment(context, app, state, bottom - m.tiny);
  ImGui::SetCursorPos(ImVec2(m.margin, bottom));
  const bool takes_notes = app.viewed->session->stage() == Stage::kFinished;
  const auto note =
      DrawReplayBar(context, ImVec2(display.x - 2 * m.margin, bar), takes_notes, &state->bar);
  if (note) {
    context.Emit(command::Annotate{interview::event::NoteAdded{*note, state->bar.note_at}});
  }
  EndScreen(context);
  if (std::exchange(state->room.dialog, RoomState::Dialog::kNone) == RoomState::Dialog::kLeave) {
    context.wanted = ActionId::kBack;
  }
}

}  // namespace app

// What the panels of the room show, and what they remember between frames. UI thread only.
// Invariant: a RoomState belongs to one session; texts typed here reach the core in the frame they
// change.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/core/app_state.h"
#include "app/core/window_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/panels/console_state.h"
#include "app/ui/panels/judgement_view.h"
#include "app/ui/widgets/assisted_editor.h"
#include "app/ui/widgets/markdown_view.h"
#include "app/ui/widgets/prose_editor.h"
#include "app/ui/widgets/text_box.h"
#include "app/ui/widgets/whiteboard_canvas.h"

namespace app {

// The round on show, for one frame: the current one of the running session, or one of a replay.
struct RoomView {
  const AppState& app;
  const interview::Session& session;
  const interview::PlannedRound& plan;
  const interview::RoundRecord& record;
  const interview::QuestionWork& work;
  interview::RoundClock clock;
  int round = 0;
  bool read_only = false;            // a moment of a replay: what is shown cannot be changed
  const CodeTrial* trial = nullptr;  // of the code on show; of a replay only

  bool is_code() const {
    return plan.kind == interview::RoundKind::kCoding ||
           plan.kind == interview::RoundKind::kMlCoding;
  }
  bool is_concepts() const { return plan.kind == interview::RoundKind::kConcepts; }
  bool is_design() const { return plan.kind == interview::RoundKind::kSystemDesign; }
  bool is_drill() const { return session.plan().kind == interview::SessionKind::kDrill; }
  interview::Language language() const { return work.answer.language; }
  const std::string& phase_id() const;
  // Lines of the conversation whose words are not decided yet; of a replay none are.
  const std::set<std::size_t>& unspoken() const;
};

// Builds the view; empty when no round is under way.
std::optional<RoomView> ViewOfRoom(const AppState& app);

struct BoardState {
  interview::QuestionId question;  // whose board this is
  WhiteboardState canvas;
  PartLooks looks;
  interview::Board looked_at;        // in a replay: what the canvas was made of
  std::uint64_t seen_version = 0;    // of the document
  std::optional<double> changed_at;  // not sent to the core yet
  std::optional<bool> palette_open;  // unset: where there is room
  TextBoxState search;
  bool search_wanted = false;
  struct Inspector {  // of the one thing that is selected
    std::string id;
    TextBoxState name;
    TextBoxState note;
  } inspector;
  struct Exchange {  // the dialog of texts and pictures
    bool open = false;
    bool filled = false;
    TextBoxState text;
    std::string problem;
  } exchange;
};

// Where one text of code is written.
struct CodeDesk {
  CodeEditorState editor;
  CodeAssistState assist;
};

// The user's own editor on a text, as far as the room has followed it.
struct OutsideState {
  int saves = 0;      // of AppState::outside that have been taken in
  std::string known;  // the text when it was sent, or last taken in
};

struct RoomState {
  interview::SessionId session;
  int round = -1;
  interview::QuestionId question;
  std::map<interview::TextField, TextBoxState> texts;
  std::map<interview::TextField, CodeDesk> code;  // of those that are code
  OutsideState outside;
  std::map<interview::TextField, ProseState> prose;  // of those that are prose
  MarkdownState statement;
  std::map<std::string, MarkdownState> said;     // facts and hints, by Utterance::why
  std::map<std::size_t, MarkdownState> bubbles;  // by index into the conversation
  TextBoxState message;
  std::size_t messages_seen = 0;  // they were drawn while the log was at its end
  float log_height = 0;           // as it was drawn last
  int chosen_message = -1;        // by the keyboard, in the log
  BoardState board;
  ConsoleState console;
  int work_tab = 0;
  int statement_tab = 0;
  std::size_t asked_seen = 0;  // follow-ups the candidate has been shown
  PanelSizes panels;           // the window's: kept from round to round
  enum class Dialog { kNone, kEndRound, kLeave, kHint };
  Dialog dialog = Dialog::kNone;
  std::map<interview::DimensionId, double> ratings;  // of the self-rating screen
};

// A box over a text of the answer: starts from what the core has, and sends every change.
TextBoxResult DrawAnswerBox(FrameContext& context, const RoomView& room, RoomState* state,
                            const interview::TextField& field, const char* label, ImVec2 size,
                            const TextBoxOptions& options);

// The same for prose: with its status line, in `size` all together.
TextBoxResult DrawProseBox(FrameContext& context, const RoomView& room, RoomState* state,
                           const interview::TextField& field, const char* label, ImVec2 size,
                           std::string_view placeholder = {});

// Sends a changed whiteboard at once, before an act that may end the round.
void SendBoard(FrameContext& context, BoardState* board);

// The tab of the work panel on which a text is written; of the whiteboard where there is none.
void ShowWork(const RoomView& room, const std::optional<interview::TextField>& field,
              RoomState* state);

// An act of the candidate, after everything typed has been sent.
void EmitAct(FrameContext& context, RoomState* state, interview::EventPayload payload);

}  // namespace app

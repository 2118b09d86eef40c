// The events of a session, line by line.
#include "app/ui/screens/transcript_screen.h"

#include <algorithm>
#include <map>

#include "app/core/feedback_text.h"
#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::EvaluationKind;
using interview::TextField;
namespace event = interview::event;
using Tone = TranscriptLine::Tone;

std::string FieldName(const TextField& field) {
  switch (field.kind) {
    case TextField::Kind::kCode:
      return "code";
    case TextField::Kind::kProse:
      return field.part == "answer" ? "the answer" : FormatName(field.part);
    case TextField::Kind::kEstimate:
      return "an estimate";
    case TextField::Kind::kFollowUp:
      return "a reply";
    case TextField::Kind::kTests:
      return "own tests";
  }
  return "text";
}

// "Visible tests: 3 of 3 passed", "All tests: 7 of 40 passed, time limit".
std::string JudgementText(EvaluationKind kind, const interview::Judgement& judgement) {
  if (kind == EvaluationKind::kShrink) return "A smaller failing test: " + judgement.message;
  const char* what = kind == EvaluationKind::kRunVisible  ? "Visible tests"
                     : kind == EvaluationKind::kRunCustom ? "Input of your own"
                     : kind == EvaluationKind::kOwnTests  ? "Own tests"
                                                          : "All tests";
  std::string text = std::string(what) + ": ";
  const std::string verdict(interview::DisplayName(judgement.verdict));
  if (judgement.total == 0) return text + verdict;
  text += std::to_string(judgement.passed) + " of " + std::to_string(judgement.total) + " passed";
  return judgement.verdict == interview::Verdict::kAccepted ? text : text + ", " + verdict;
}

// Turns events into lines; knows the plan from the first event.
class LineWriter {
 public:
  std::vector<TranscriptLine> Take() {
    FlushEdit();
    return std::move(lines_);
  }

  void Add(const interview::Event& e) {
    at_ = e.at;
    std::visit([this](const auto& payload) { Write(payload); }, e.payload);
  }

 private:
  void Line(Tone tone, std::string who, std::string text) {
    FlushEdit();
    lines_.push_back({at_, tone, std::move(who), std::move(text)});
  }

  void FlushEdit() {
    if (inserted_ + removed_ == 0) return;
    std::string text = "Edited " + FieldName(edited_) + ": +" + std::to_string(inserted_) + " −" +
                       std::to_string(removed_) + " characters";
    lines_.push_back({edit_at_, Tone::kPlain, "You", std::move(text)});
    inserted_ = removed_ = 0;
  }

  const interview::PlannedRound* Round() const {
    return round_ >= 0 && round_ < static_cast<int>(plan_.rounds.size())
               ? &plan_.rounds[static_cast<std::size_t>(round_)]
               : nullptr;
  }

  void Write(const event::SessionStarted& e) {
    plan_ = e.plan;
    Line(Tone::kMark, "Session", plan_.title);
  }
  void Write(const event::RoundStarted& e) {
    round_ = e.round;
    std::string what = Round() == nullptr ? "" : Round()->title;
    if (Round() != nullptr && interview::HasCode(*Round())) {
      what += "  ·  editor: " + std::string(interview::DisplayName(Round()->assist));
    }
    Line(Tone::kMark, "Round " + std::to_string(round_ + 1), std::move(what));
  }
  void Write(const event::PhaseEntered& e) {
    const auto phase = static_cast<std::size_t>(e.phase);
    if (Round() == nullptr || phase >= Round()->phases.size()) return;
    Line(Tone::kMark, "Phase", Round()->phases[phase].title);
  }
  void Write(const event::QuestionShown& e) {
    const auto question = static_cast<std::size_t>(e.question);
    if (Round() == nullptr || question >= Round()->questions.size()) return;
    Line(Tone::kMark, "Question", Round()->questions[question].title);
  }
  void Write(const event::TimePassed&) {}
  void Write(const event::Paused&) { Line(Tone::kMark, "Paused", ""); }
  void Write(const event::Resumed&) { Line(Tone::kMark, "Resumed", ""); }
  void Write(const event::BreakEnded&) { Line(Tone::kMark, "Break over", ""); }
  void Write(const event::LlmSwitched& e) {
    Line(Tone::kPlain, "You", e.on ? "Turned the model on" : "Turned the model off");
  }
  void Write(const event::TextEdited& e) {
    if (inserted_ + removed_ > 0 && e.field != edited_) FlushEdit();
    if (inserted_ + removed_ == 0) edit_at_ = at_;
    edited_ = e.field;
    inserted_ += e.inserted.size();
    removed_ += e.removed;
  }
  void Write(const event::BoardEdited& e) {
    interview::Board& board = boards_[e.question];
    if (!interview::ApplyChange(e.change, &board)) return;
    const auto parts = std::count_if(board.nodes.begin(), board.nodes.end(),
                                     [](const interview::BoardNode& n) { return n.is_part(); });
    const std::string text = "Whiteboard: " + std::to_string(parts) + " parts, " +
                             std::to_string(board.edges.size()) + " connections";
    const bool again = !lines_.empty() && inserted_ + removed_ == 0 &&
                       lines_.back().text.starts_with("Whiteboard: ");
    if (again) lines_.pop_back();
    Line(Tone::kPlain, "You", text);
  }
  void Write(const event::LanguageChosen& e) {
    Line(Tone::kPlain, "You", "Chose " + std::string(interview::DisplayName(e.language)));
  }
  void Write(const event::CandidateSaid& e) { Line(Tone::kCandidate, "You", e.text); }
  void Write(const event::Pasted& e) {
    Line(Tone::kPlain, "You",
         "Pasted " + std::to_string(e.length) + " characters into " + FieldName(e.field));
  }
  void Write(const event::RunRequested& e) {
    Line(Tone::kPlain, "You", e.custom ? "Ran an input of your own" : "Ran the visible tests");
  }
  void Write(const event::SubmitRequested&) { Line(Tone::kPlain, "You", "Submitted"); }
  void Write(const event::RunCancelled&) { Line(Tone::kPlain, "You", "Cancelled the run"); }
  void Write(const event::ShrinkRequested&) {
    Line(Tone::kPlain, "You", "Asked for the failing test to be made smaller");
  }
  void Write(const event::ShrinkCancelled&) {
    Line(Tone::kPlain, "You", "Stopped making the failing test smaller");
  }
  void Write(const event::HintTaken& e) {
    Line(Tone::kPlain, "You", "Took hint " + std::to_string(e.level));
  }
  void Write(const event::QuestionFinished&) { Line(Tone::kPlain, "You", "Finished the question"); }
  void Write(const event::RoundSubmitted& e) {
    Line(Tone::kMark, "Handed in", e.automatic ? "Time was up" : "");
  }
  void Write(const event::SelfRated& e) {
    Line(Tone::kPlain, "You",
         "Rated yourself on " + std::to_string(e.ratings.size()) + " dimensions");
  }
  void Write(const event::SessionEnded&) { Line(Tone::kMark, "Session ended", ""); }
  void Write(const event::InterviewerSaid& e) { Line(Tone::kInterviewer, "Interviewer", e.text); }
  void Write(const event::LinePhrased& e) {
    Line(Tone::kInterviewer, "In other words", e.text + " (" + e.model + ")");
  }
  void Write(const event::LineKept& e) { Line(Tone::kPlain, "Script stands", e.why); }
  void Write(const event::EvaluationArrived& e) {
    const interview::Evaluation& evaluation = e.evaluation;
    if (evaluation.kind == EvaluationKind::kFacts) return;
    if (evaluation.judgement) {
      Line(Tone::kPlain, "Result", JudgementText(evaluation.kind, *evaluation.judgement));
    } else {
      Line(Tone::kPlain, "Result",
           FormatName(interview::ToString(evaluation.kind)) + ": " +
               std::to_string(static_cast<int>(evaluation.score * 100 + 0.5)) + " %");
    }
  }
  void Write(const event::EvaluationFailed& e) { Line(Tone::kPlain, "No result", e.message); }
  void Write(const event::Scored& e) {
    Line(Tone::kMark, "Scored", FormatOutcome(OutcomeOf(e.card)));
  }
  void Write(const event::FeedbackArrived& e) {
    Line(Tone::kInterviewer, e.feedback.model, FeedbackMarkdown(e.feedback));
  }
  void Write(const event::NoteAdded& e) {
    Line(Tone::kCandidate, "Note",
         e.moment ? "At " + FormatClock(*e.moment) + ": " + e.text : e.text);
  }
  void Write(const event::ScoreAppealed& e) {
    Line(Tone::kPlain, "You", "Appealed " + FormatName(e.dimension) + ": " + e.reason);
  }

  std::vector<TranscriptLine> lines_;
  std::map<interview::QuestionId, interview::Board> boards_;  // as they are by now
  interview::SessionPlan plan_;
  int round_ = -1;
  interview::Duration at_{};
  TextField edited_;
  interview::Duration edit_at_{};
  std::size_t inserted_ = 0;
  std::size_t removed_ = 0;
};

void DrawLine(FrameContext& context, const TranscriptLine& line) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float who = at.x + m.code_label_width;
  const float text = who + m.form_label_width - m.control_height;
  DrawText(theme, list, theme.font.code_small, at, theme.color.faint, FormatClock(line.at));
  DrawText(theme, list, theme.font.small_medium, ImVec2(who, at.y),
           line.tone == Tone::kMark ? theme.color.accent : theme.color.muted, line.who);
  ImGui::SetCursorScreenPos(ImVec2(text, at.y - m.hair));
  const Color ink = line.tone == Tone::kPlain ? theme.color.muted : theme.color.text;
  Paragraph(context, theme.font.ui, ink, line.text.empty() ? " " : FormatOutput(line.text));
}

}  // namespace

std::vector<TranscriptLine> TranscriptLines(const std::vector<interview::Event>& events) {
  LineWriter writer;
  for (const interview::Event& e : events) writer.Add(e);
  return writer.Take();
}

void DrawTranscriptScreen(FrameContext& context, const AppState& app, TranscriptState* state) {
  BeginPage(context, app, "Transcript", context.theme.size.page_width);
  if (!app.viewed) {
    DrawEmptyState(context, "No transcript to show", "Open a session from the history.");
    EndPage(context);
    return;
  }
  const OpenSession& open = *app.viewed;
  if (state->session != open.id || state->events != open.events.size()) {
    *state = {open.id, open.events.size(), TranscriptLines(open.events)};
  }
  PageTitle(context, open.session->plan().title,
            FormatMoment(open.started) + "  ·  " + std::to_string(open.events.size()) + " events");
  if (open.session->score_card() && DrawButton(context, "Debrief")) {
    context.Emit(command::Navigate{Route::kDebrief});
  }
  if (open.session->score_card()) ImGui::SameLine();
  if (DrawButton(context, "Replay")) context.Emit(command::ShowReplay{open.id});
  Gap(context.theme.size.medium);
  for (const TranscriptLine& line : state->lines) DrawLine(context, line);
  EndPage(context);
}

}  // namespace app

// Texts are folded from their edits; runs, words and markers are those of the folded session.
#include "app/core/export/session_timeline.h"

#include <algorithm>
#include <map>

#include "app/core/judgement_text.h"
#include "interview/session/markers.h"

namespace app {
namespace {

using interview::QuestionWork;
using interview::TextField;
using Kind = ReportMoment::Kind;
namespace event = interview::event;

constexpr std::size_t kMostConsole = 4000;  // bytes of one run

const QuestionWork* FindWork(const interview::Session& session, const interview::QuestionId& id) {
  for (const interview::RoundRecord& round : session.rounds()) {
    for (const QuestionWork& work : round.work) {
      if (work.id == id) return &work;
    }
  }
  return nullptr;
}

std::string Label(const QuestionWork* work, const TextField& field) {
  const std::string title = work && work->question ? work->question->title : field.question;
  std::string part = field.part;
  if (field.kind == TextField::Kind::kTests) part = "own tests";
  if (field.kind == TextField::Kind::kFollowUp) part = "follow-up " + part;
  if (field.kind == TextField::Kind::kEstimate) part = "estimate " + part;
  return title + " · " + part;
}

class Texts {
 public:
  explicit Texts(const interview::Session& session) : session_(session) {}

  void Take(interview::Duration at, const event::TextEdited& edit,
            std::vector<ReportMoment>* moments) {
    const QuestionWork* work = FindWork(session_, edit.field.question);
    std::string& text = texts_[edit.field];          // a starter is the first edit of its text
    if (!interview::ApplyEdit(edit, &text)) return;  // as the session did
    moments->push_back(
        {at, Kind::kText, Label(work, edit.field), text, edit.at + edit.inserted.size()});
  }

 private:
  const interview::Session& session_;
  std::map<TextField, std::string> texts_;
};

void AddRuns(const QuestionWork& work, std::vector<ReportMoment>* moments) {
  for (const auto* list : {&work.runs, &work.judgements}) {
    for (const interview::TimedEvaluation& run : *list) {
      if (!run.evaluation.judgement) continue;
      std::string text = JudgementText(*run.evaluation.judgement, work.question.get());
      if (text.size() > kMostConsole) text = text.substr(0, kMostConsole) + "\n… (cut off here)";
      const char* what = list == &work.runs ? "Run: " : "Submitted: ";
      moments->push_back({run.at, Kind::kRun,
                          what + std::string(DisplayName(run.evaluation.judgement->verdict)),
                          std::move(text), 0});
    }
  }
}

void AddPlaces(const interview::Session& session, std::vector<ReportMoment>* moments) {
  for (std::size_t i = 0; i < session.rounds().size(); ++i) {
    const interview::PlannedRound& plan = session.plan().rounds[i];
    const interview::RoundRecord& record = session.rounds()[i];
    const std::string round = "Round " + std::to_string(i + 1) + ": " + plan.title;
    if (record.started) moments->push_back({*record.started, Kind::kPlace, "", round, 0});
    for (const interview::PhaseSpan& span : record.phases) {
      const auto phase = static_cast<std::size_t>(span.phase);
      if (phase >= plan.phases.size()) continue;
      moments->push_back(
          {span.from, Kind::kPlace, "", round + " · " + plan.phases[phase].title, 0});
    }
  }
}

}  // namespace

std::vector<ReportMoment> MakeTimeline(const OpenSession& open) {
  const interview::Session& session = *open.session;
  std::vector<ReportMoment> moments;
  AddPlaces(session, &moments);
  Texts texts(session);
  for (const interview::Event& event : open.events) {
    if (const auto* edit = std::get_if<event::TextEdited>(&event.payload)) {
      texts.Take(event.at, *edit, &moments);
    }
  }
  for (const interview::RoundRecord& round : session.rounds()) {
    for (const QuestionWork& work : round.work) AddRuns(work, &moments);
  }
  for (const interview::Utterance& u : session.conversation()) {
    const bool candidate = u.speaker == interview::Speaker::kCandidate;
    moments.push_back({u.at, candidate ? Kind::kCandidate : Kind::kInterviewer, "", u.words(), 0});
  }
  for (const interview::Marker& m : Markers(session, open.events)) {
    if (m.kind == interview::Marker::Kind::kNote) continue;  // the document lists the notes
    std::string kind(ToString(m.kind));
    std::replace(kind.begin(), kind.end(), '_', ' ');
    moments.push_back({m.at, Kind::kMarker, std::move(kind), m.text, 0});
  }
  std::stable_sort(moments.begin(), moments.end(),
                   [](const ReportMoment& a, const ReportMoment& b) { return a.at < b.at; });
  return moments;
}

}  // namespace app

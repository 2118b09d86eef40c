// Markers out of the records of the rounds, silences out of the candidate's events.
#include "interview/session/markers.h"

#include <algorithm>
#include <array>

namespace interview {
namespace {

constexpr Duration kLeastSilence = std::chrono::seconds(30);

// What the candidate does, as against the clock, the interviewer and the evaluators.
template <typename... Kinds>
bool IsOneOf(const EventPayload& payload) {
  return (std::holds_alternative<Kinds>(payload) || ...);
}

bool IsActivity(const EventPayload& payload) {
  return IsOneOf<event::PhaseEntered, event::TextEdited, event::BoardEdited, event::LanguageChosen,
                 event::CandidateSaid, event::Pasted, event::RunRequested, event::SubmitRequested,
                 event::RunCancelled, event::ShrinkRequested, event::ShrinkCancelled,
                 event::HintTaken, event::QuestionFinished>(payload);
}

bool IsPaused(const std::vector<PauseSpan>& pauses, Duration from, Duration to) {
  return std::any_of(pauses.begin(), pauses.end(), [&](const PauseSpan& pause) {
    return pause.from <= from && (!pause.to || to <= *pause.to);
  });
}

// The moments that bound the silences of one round: its ends, its pauses, the candidate's doings.
std::vector<Duration> Bounds(const Session& session, const RoundRecord& round,
                             const std::vector<Duration>& activity) {
  const Duration from = *round.started;
  const Duration to = round.submitted.value_or(session.last_event());
  std::vector<Duration> bounds = {from, to};
  const auto add = [&](Duration at) {
    if (at > from && at < to) bounds.push_back(at);
  };
  for (const Duration at : activity) add(at);
  for (const PauseSpan& pause : session.pauses()) {
    add(pause.from);
    if (pause.to) add(*pause.to);
  }
  std::sort(bounds.begin(), bounds.end());
  return bounds;
}

std::string VerdictText(const Evaluation& evaluation) {
  if (!evaluation.judgement) return {};
  const Judgement& judgement = *evaluation.judgement;
  std::string text(DisplayName(judgement.verdict));
  if (judgement.total > 0) {
    text += ": " + std::to_string(judgement.passed) + " of " + std::to_string(judgement.total);
  }
  return text;
}

void AddWork(const QuestionWork& work, int round, std::vector<Marker>* out) {
  using Kind = Marker::Kind;
  for (const TimedEvaluation& run : work.runs) {
    out->push_back({run.at, Kind::kRun, round, work.id, VerdictText(run.evaluation)});
  }
  for (const TimedEvaluation& judged : work.judgements) {
    const auto& judgement = judged.evaluation.judgement;
    if (judgement && judgement->verdict == Verdict::kAccepted) continue;
    out->push_back(
        {judged.at, Kind::kFailedSubmit, round, work.id, VerdictText(judged.evaluation)});
  }
  if (work.first_green) out->push_back({*work.first_green, Kind::kFirstGreen, round, work.id, {}});
  for (const PasteRecord& paste : work.pastes) {
    out->push_back(
        {paste.at, Kind::kPaste, round, work.id, std::to_string(paste.length) + " characters"});
  }
}

void AddSaid(const Utterance& said, std::vector<Marker>* out) {
  using Kind = Marker::Kind;
  static constexpr std::array<std::pair<std::string_view, Kind>, 3> kOfWhy = {
      {{"fact:", Kind::kFact}, {"hint:", Kind::kHint}, {"reminder:", Kind::kReminder}}};
  for (const auto& [prefix, kind] : kOfWhy) {
    if (said.speaker == Speaker::kInterviewer && said.why.starts_with(prefix)) {
      out->push_back({said.at, kind, said.round, said.question, said.why.substr(prefix.size())});
    }
  }
}

void AddLongestSilences(const std::vector<Silence>& silences, std::vector<Marker>* out) {
  const auto length = [](const Silence& s) { return s.to - s.from; };
  for (std::size_t i = 0; i < silences.size();) {
    std::size_t longest = i;
    const int round = silences[i].round;
    for (; i < silences.size() && silences[i].round == round; ++i) {
      if (length(silences[i]) > length(silences[longest])) longest = i;
    }
    const auto seconds = length(silences[longest]).count() / 1000;
    out->push_back({silences[longest].from,
                    Marker::Kind::kSilence,
                    round,
                    {},
                    std::to_string(seconds) + " s"});
  }
}

// The last round that had begun; the first before that.
int RoundAt(const Session& session, Duration at) {
  int round = 0;
  for (std::size_t r = 0; r < session.rounds().size(); ++r) {
    const auto& started = session.rounds()[r].started;
    if (started && *started <= at) round = static_cast<int>(r);
  }
  return round;
}

}  // namespace

std::string_view ToString(Marker::Kind kind) {
  constexpr std::array kNames =
      std::to_array<std::string_view>({"phase", "run", "first_green", "failed_submit", "hint",
                                       "paste", "fact", "silence", "reminder", "note"});
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Silence> Silences(const Session& session, std::span<const Event> events,
                              Duration least) {
  std::vector<Duration> activity;
  for (const Event& event : events) {
    if (IsActivity(event.payload)) activity.push_back(event.at);
  }
  std::vector<Silence> silences;
  for (std::size_t r = 0; r < session.rounds().size(); ++r) {
    const RoundRecord& round = session.rounds()[r];
    if (!round.started) continue;
    const std::vector<Duration> bounds = Bounds(session, round, activity);
    for (std::size_t i = 1; i < bounds.size(); ++i) {
      if (bounds[i] - bounds[i - 1] < least) continue;
      if (IsPaused(session.pauses(), bounds[i - 1], bounds[i])) continue;
      silences.push_back({bounds[i - 1], bounds[i], static_cast<int>(r)});
    }
  }
  return silences;
}

std::vector<Marker> Markers(const Session& session, std::span<const Event> events) {
  std::vector<Marker> markers;
  for (std::size_t r = 0; r < session.rounds().size(); ++r) {
    const auto& titles = session.plan().rounds[r].phases;
    for (const PhaseSpan& span : session.rounds()[r].phases) {
      markers.push_back({span.from,
                         Marker::Kind::kPhase,
                         static_cast<int>(r),
                         {},
                         titles.at(static_cast<std::size_t>(span.phase)).title});
    }
    for (const QuestionWork& work : session.rounds()[r].work) {
      AddWork(work, static_cast<int>(r), &markers);
    }
  }
  for (const Utterance& said : session.conversation()) AddSaid(said, &markers);
  AddLongestSilences(Silences(session, events, kLeastSilence), &markers);
  for (const NoteRecord& one : session.notes()) {
    if (!one.note.moment) continue;
    markers.push_back({*one.note.moment,
                       Marker::Kind::kNote,
                       RoundAt(session, *one.note.moment),
                       {},
                       one.note.text});
  }
  std::stable_sort(markers.begin(), markers.end(),
                   [](const Marker& a, const Marker& b) { return a.at < b.at; });
  return markers;
}

}  // namespace interview

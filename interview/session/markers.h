// The moments of a session worth jumping to, and the spells in which nothing was done.
// Any thread; pure functions of a session and the events that made it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interview/session/session.h"

namespace interview {

struct Marker {
  enum class Kind {
    kPhase,
    kRun,           // its result came
    kFirstGreen,    // of a question
    kFailedSubmit,  // judged, and not accepted
    kHint,
    kPaste,
    kFact,     // uncovered by a question of the candidate
    kSilence,  // the longest of its round, where it begins
    kReminder,
    kNote,  // of the candidate, on looking back
  };
  Duration at{};
  Kind kind = Kind::kPhase;
  int round = 0;
  QuestionId question;  // empty where it is of the round
  std::string text;     // one line: "Plan", "Wrong answer: 3 of 10", "half"
};
std::string_view ToString(Marker::Kind kind);  // "first_green"

// A stretch of a round in which the candidate did nothing; pauses do not count.
struct Silence {
  Duration from{};
  Duration to{};
  int round = 0;
};

// The silences of at least `least`, in order of time. An unfinished round lasts to its last event.
std::vector<Silence> Silences(const Session& session, std::span<const Event> events,
                              Duration least);

// In order of time. Silences count from half a minute.
std::vector<Marker> Markers(const Session& session, std::span<const Event> events);

}  // namespace interview

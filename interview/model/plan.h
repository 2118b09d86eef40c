// The plan of a session: which rounds, phases and questions, for how long. Fixed when the session
// starts. Any thread; plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interview/base/clock.h"
#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/assist.h"
#include "interview/model/ids.h"

namespace interview {

struct PlannedPhase {
  PhaseId id;
  std::string title;
  Duration budget{};
};

struct PlannedQuestion {
  QuestionId id;
  int version = 1;
  std::string title;
};

struct PlannedRound {
  RoundKind kind = RoundKind::kCoding;
  std::string title;
  Duration length{};
  double weight = 1;
  std::vector<PlannedPhase> phases;  // of the round; in a concepts round, one for each question
  std::vector<PlannedQuestion> questions;
  Duration break_after{};
  AssistLevel assist = AssistLevel::kPlain;  // of the code editor, in rounds with code
};

enum class SessionKind { kLoop, kDrill };
std::string_view ToString(SessionKind kind);

// Whether the round is worked on in the code editor.
inline bool HasCode(const PlannedRound& round) {
  return round.kind == RoundKind::kCoding || round.kind == RoundKind::kMlCoding;
}

struct SessionPlan {
  SessionKind kind = SessionKind::kDrill;
  std::string title;          // "MLE onsite", "Drill: coding"
  std::string preset;         // loop id; empty for a drill
  std::string level;          // "mid", "senior", "new-grad", … from the preset
  std::string decision_rule;  // id of the decision rules in panel_rules; empty: no decision
  Language language = Language::kPython;
  double time_scale = 1;  // 0.75, 1 or 1.25
  std::string persona;    // id in rubrics/personas; empty: neutral
  std::vector<PlannedRound> rounds;
};

Json ToJson(const SessionPlan& plan);
Result<SessionPlan> ParseSessionPlan(const Json& json, const std::string& where);

}  // namespace interview

// From a loop preset or a wish for a drill to the plan of a session: rounds, phases, budgets,
// questions. Any thread; pure functions but for LoadLoops. The form of the files is in
// rubrics/README.md.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/plan.h"
#include "interview/session/question_picker.h"

namespace interview {

// Default length and phases of a kind of round, from rubrics/loops/phases.json.
struct RoundDefaults {
  struct Phase {
    PhaseId id;
    std::string title;
    double share = 0;  // of the round
  };
  int minutes = 45;
  std::vector<Phase> phases;    // none: a phase for each question
  double question_minutes = 0;  // where there is a phase for each question: its usual length
};
using PhaseDefaults = std::map<RoundKind, RoundDefaults>;

struct LoopRound {
  RoundKind kind = RoundKind::kCoding;
  std::string title;
  int minutes = 45;
  std::vector<std::pair<PhaseId, int>> phases;  // minutes; empty: the shares of PhaseDefaults
  std::vector<QuestionFilter> select;           // one after the other
  std::vector<DimensionId> dimensions;  // as the preset lists them; those of panel_rules are scored
  double weight = 1;
};

// A part of a preset that is no round (a review, a talk); listed, and not run yet.
struct LoopActivity {
  std::string activity;
  int minutes = 0;
  int after_round = 0;  // it stands after this many rounds
};

struct LoopPreset {
  std::string id;
  std::string title;
  std::string summary;  // one sentence for the list of presets
  std::string level;
  std::string decision;  // id in panel_rules; empty: the preset is a drill, without a decision
  std::vector<LoopRound> rounds;
  std::vector<LoopActivity> activities;
  std::map<int, int> breaks;  // after round n (1-based): minutes

  int minutes() const;  // rounds and breaks
};

Result<LoopPreset> ParseLoopPreset(const Json& json, const std::string& where);
Result<PhaseDefaults> ParsePhaseDefaults(const Json& json, const std::string& where);

struct LoopLibrary {
  std::vector<LoopPreset> presets;  // by id
  PhaseDefaults phases;

  // Null for an unknown id.
  const LoopPreset* Find(const std::string& id) const;
};

// Reads phases.json and every other *.json of the folder. Fails with all complaints of the first
// broken file.
Result<LoopLibrary> LoadLoops(const std::filesystem::path& folder);

struct PlanOptions {
  Language language = Language::kPython;
  double time_scale = 1;  // 0.75, 1 or 1.25
  std::uint64_t seed = 0;
  AssistLevel assist = AssistLevel::kPlain;  // of every round with code
  std::string persona;                       // of the interviewer; empty: neutral
  // Questions of each round of a loop instead of chosen ones; an empty list leaves the choice.
  std::vector<std::vector<QuestionId>> questions;
};

// A plan, and what about it is not as the preset or the filters asked: for the setup screen and
// stderr.
struct PlannedSession {
  SessionPlan plan;
  std::vector<std::string> notes;
};

// Fails with kInvalid for another time scale, and with kNotFound when the bank has no question for
// a round.
Result<PlannedSession> PlanLoop(const LoopPreset& preset, const PhaseDefaults& phases,
                                const std::vector<QuestionPtr>& bank, const PlanOptions& options,
                                const QuestionHistory& history = {});

struct DrillWish {
  std::optional<RoundKind> kind;      // one of kind and questions is needed; the questions win
  std::vector<QuestionId> questions;  // all of one kind
  std::optional<int> minutes;         // 10-90; default: the question's, or the kind's
  int count = 0;                      // of questions in a drill by kind; 0: as many as fit the time
  QuestionFilter select;              // for a drill by kind; its count is not used
};

// Fails with kInvalid for a length outside of 10-90 minutes, kNotFound for an unknown question or
// empty bank.
Result<PlannedSession> PlanDrill(const DrillWish& wish, const PhaseDefaults& phases,
                                 const std::vector<QuestionPtr>& bank, const PlanOptions& options,
                                 const QuestionHistory& history = {});

// Splits a length by shares into whole minutes (seconds for lengths that are none), largest
// remainder first, of equal ones the later: 45 minutes of coding are 4+9+20+7+5.
std::vector<Duration> SplitByShares(Duration length, const std::vector<double>& shares);

}  // namespace interview

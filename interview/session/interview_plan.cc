// Plans of loops and drills: lengths, phases and chosen questions.
#include "interview/session/interview_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace interview {
namespace {

using std::chrono::minutes;

Status CheckScale(double scale) {
  if (scale == 0.75 || scale == 1.0 || scale == 1.25) return {};
  return Fail(ErrorCode::kInvalid, "The time scale must be 0.75, 1 or 1.25.");
}

Duration Scaled(int length_minutes, double scale) {
  return Duration(static_cast<Duration::rep>(
      std::llround(static_cast<double>(Duration(minutes(length_minutes)).count()) * scale)));
}

std::string TitleOf(const PhaseId& id) {
  std::string title = id;
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return title;
}

// A phase for each question: the usual length of one, or less where they would not fit.
std::vector<PlannedPhase> QuestionPhases(Duration length, std::size_t questions,
                                         const RoundDefaults& defaults, double scale) {
  std::vector<PlannedPhase> phases;
  const auto usual = static_cast<Duration::rep>(defaults.question_minutes * 60000.0 * scale);
  const Duration share = length / static_cast<Duration::rep>(std::max<std::size_t>(questions, 1));
  const Duration budget = std::min(share, Duration(usual));
  for (std::size_t i = 1; i <= questions; ++i) {
    phases.push_back({"question_" + std::to_string(i), "Question " + std::to_string(i),
                      std::chrono::duration_cast<std::chrono::seconds>(budget)});
  }
  return phases;
}

// The phases of a round; those the preset lists, else the defaults of its kind.
std::vector<PlannedPhase> PlanPhases(const PlannedRound& round, const RoundDefaults& defaults,
                                     const std::vector<std::pair<PhaseId, int>>& listed,
                                     double scale) {
  if (listed.empty() && defaults.phases.empty()) {
    return QuestionPhases(round.length, round.questions.size(), defaults, scale);
  }
  std::vector<PlannedPhase> phases;
  std::vector<double> shares;
  if (listed.empty()) {
    for (const RoundDefaults::Phase& phase : defaults.phases) {
      phases.push_back({phase.id, phase.title, {}});
      shares.push_back(phase.share);
    }
  } else {
    for (const auto& [id, length] : listed) {
      const auto known =
          std::find_if(defaults.phases.begin(), defaults.phases.end(),
                       [&, name = id](const RoundDefaults::Phase& p) { return p.id == name; });
      phases.push_back({id, known == defaults.phases.end() ? TitleOf(id) : known->title, {}});
      shares.push_back(length);
    }
  }
  const std::vector<Duration> budgets = SplitByShares(round.length, shares);
  for (std::size_t i = 0; i < phases.size(); ++i) phases[i].budget = budgets[i];
  return phases;
}

void AddQuestions(const std::vector<QuestionPtr>& questions, PlannedRound* round) {
  for (const QuestionPtr& q : questions) round->questions.push_back({q->id, q->version, q->title});
}

tl::unexpected<Error> NoQuestion(RoundKind kind) {
  return Fail(ErrorCode::kNotFound, "The bank has no unused " + std::string(DisplayName(kind)) +
                                        " question for this round; add questions, or check the "
                                        "bank with \"onsite bank check\".");
}

// The questions by name; all must be there and of one kind.
Result<std::vector<QuestionPtr>> FindQuestions(const std::vector<QuestionPtr>& bank,
                                               const std::vector<QuestionId>& ids) {
  std::vector<QuestionPtr> found;
  for (const QuestionId& id : ids) {
    const auto place =
        std::find_if(bank.begin(), bank.end(), [&](const QuestionPtr& q) { return q->id == id; });
    if (place == bank.end()) {
      return Fail(ErrorCode::kNotFound, "No question of the bank is called \"" + id +
                                            "\"; \"onsite bank list\" shows their names.");
    }
    if (!found.empty() && found.front()->kind != (*place)->kind) {
      return Fail(ErrorCode::kInvalid, "\"" + id + "\" and \"" + found.front()->id +
                                           "\" are of different kinds; a round has one kind.");
    }
    found.push_back(*place);
  }
  return found;
}

int QuestionsThatFit(int length_minutes, const RoundDefaults& defaults) {
  // A ninth of the round stays free: 45 minutes are eight questions of five, and five to spare.
  if (defaults.question_minutes <= 0) return 1;
  return std::max(
      1, static_cast<int>(std::lround(length_minutes * 8.0 / 9.0 / defaults.question_minutes)));
}

}  // namespace

std::vector<Duration> SplitByShares(Duration length, const std::vector<double>& shares) {
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<Duration> parts(shares.size());
  if (shares.empty() || total <= 0) return parts;
  const bool whole_minutes = length % minutes(1) == Duration::zero();
  const Duration unit = whole_minutes ? Duration(minutes(1)) : Duration(std::chrono::seconds(1));
  const auto units = length / unit;
  std::vector<std::pair<double, std::size_t>> remainders;
  auto left = units;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(units) * shares[i] / total;
    const auto whole = static_cast<Duration::rep>(std::floor(exact + 1e-9));
    parts[i] = unit * whole;
    left -= whole;
    remainders.emplace_back(std::round((exact - static_cast<double>(whole)) * 1e6), i);
  }
  std::sort(remainders.rbegin(), remainders.rend());
  for (std::size_t i = 0; left > 0 && i < remainders.size(); ++i, --left) {
    parts[remainders[i].second] += unit;
  }
  // What is below one unit goes to the last part, so that the parts add up.
  parts.back() += length % unit;
  return parts;
}

Result<PlannedSession> PlanLoop(const LoopPreset& preset, const PhaseDefaults& phases,
                                const std::vector<QuestionPtr>& bank, const PlanOptions& options,
                                const QuestionHistory& history) {
  if (Status s = CheckScale(options.time_scale); !s) return Forward(s);
  PlannedSession out;
  out.plan.kind = preset.decision.empty() ? SessionKind::kDrill : SessionKind::kLoop;
  out.plan.title = preset.title;
  out.plan.preset = preset.id;
  out.plan.level = preset.level;
  out.plan.decision_rule = preset.decision;
  out.plan.language = options.language;
  out.plan.time_scale = options.time_scale;
  out.plan.persona = options.persona;
  QuestionPicker picker(bank, history, options.seed);
  for (const std::vector<QuestionId>& named : options.questions) {
    for (const QuestionId& id : named) picker.Reserve(id);
  }
  for (std::size_t i = 0; i < preset.rounds.size(); ++i) {
    const LoopRound& wanted = preset.rounds[i];
    PlannedRound round;
    round.kind = wanted.kind;
    round.title = wanted.title;
    round.weight = wanted.weight;
    round.assist = options.assist;
    round.length = Scaled(wanted.minutes, options.time_scale);
    if (i < options.questions.size() && !options.questions[i].empty()) {
      Result<std::vector<QuestionPtr>> named = FindQuestions(bank, options.questions[i]);
      if (!named) return Forward(named);
      if (named->front()->kind != wanted.kind) {
        return Fail(ErrorCode::kInvalid, "Round " + std::to_string(i + 1) + " of \"" + preset.id +
                                             "\" is " + std::string(DisplayName(wanted.kind)) +
                                             ", but \"" + named->front()->id + "\" is not.");
      }
      AddQuestions(*named, &round);
    } else {
      for (const QuestionFilter& filter : wanted.select) {
        AddQuestions(picker.Pick(wanted.kind, filter), &round);
      }
    }
    if (round.questions.empty()) return NoQuestion(wanted.kind);
    round.phases = PlanPhases(round, phases.at(wanted.kind), wanted.phases, options.time_scale);
    const auto pause = preset.breaks.find(static_cast<int>(i) + 1);
    if (pause != preset.breaks.end()) round.break_after = minutes(pause->second);
    out.plan.rounds.push_back(std::move(round));
  }
  out.notes = picker.notes();
  for (const LoopActivity& activity : preset.activities) {
    out.notes.push_back("The part \"" + activity.activity + "\" (" +
                        std::to_string(activity.minutes) + " minutes) is left out.");
  }
  return out;
}

Result<PlannedSession> PlanDrill(const DrillWish& wish, const PhaseDefaults& phases,
                                 const std::vector<QuestionPtr>& bank, const PlanOptions& options,
                                 const QuestionHistory& history) {
  if (Status s = CheckScale(options.time_scale); !s) return Forward(s);
  if (wish.minutes && (*wish.minutes < 10 || *wish.minutes > 90)) {
    return Fail(ErrorCode::kInvalid, "A drill lasts from 10 to 90 minutes; " +
                                         std::to_string(*wish.minutes) + " is outside of that.");
  }
  if (wish.questions.empty() && !wish.kind) {
    return Fail(ErrorCode::kInvalid, "A drill needs a kind of round or a question.");
  }
  Result<std::vector<QuestionPtr>> named = FindQuestions(bank, wish.questions);
  if (!named) return Forward(named);
  PlannedRound round;
  round.kind = named->empty() ? *wish.kind : named->front()->kind;
  const RoundDefaults& defaults = phases.at(round.kind);
  int usual = defaults.minutes;
  if (!named->empty()) {
    usual = 0;
    for (const QuestionPtr& question : *named) usual += question->minutes;
  }
  const int length = wish.minutes.value_or(std::clamp(usual, 10, 90));
  round.title = std::string(DisplayName(round.kind));
  round.assist = options.assist;
  round.length = Scaled(length, options.time_scale);
  QuestionPicker picker(bank, history, options.seed);
  if (!named->empty()) {
    AddQuestions(*named, &round);
  } else {
    QuestionFilter filter = wish.select;
    filter.count = wish.count > 0 ? wish.count : QuestionsThatFit(length, defaults);
    AddQuestions(picker.Pick(round.kind, filter), &round);
  }
  if (round.questions.empty()) return NoQuestion(round.kind);
  round.phases = PlanPhases(round, defaults, {}, options.time_scale);
  PlannedSession out;
  out.plan.kind = SessionKind::kDrill;
  out.plan.title = "Drill: " + (named->size() == 1 ? named->front()->title : round.title);
  out.plan.language = options.language;
  out.plan.time_scale = options.time_scale;
  out.plan.persona = options.persona;
  out.plan.rounds.push_back(std::move(round));
  out.notes = picker.notes();
  return out;
}

}  // namespace interview

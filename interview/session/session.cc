// The frame of a session: handling of one event, clocks, accessors. What events do is in
// session_step*.cc.
#include "interview/session/session.h"

#include <algorithm>
#include <array>

#include "interview/session/session_step.h"

namespace interview {
namespace {

// Cost for a card: "0.25".
std::string CostText(double cost) {
  std::string text = std::to_string(cost);
  text.resize(text.find('.') + 3);
  return text;
}

bool IsAboutWords(const EventPayload& payload) {
  return std::holds_alternative<event::LinePhrased>(payload) ||
         std::holds_alternative<event::LineKept>(payload);
}

}  // namespace

std::string_view ToString(Stage stage) {
  constexpr std::array<std::string_view, 7> kNames = {
      "not_started", "in_round", "paused", "self_rating", "break", "scoring", "finished"};
  return kNames[static_cast<std::size_t>(stage)];
}

Session::Session(QuestionLookup lookup, PanelRules rules, Personas personas)
    : lookup_(std::move(lookup)), rules_(std::move(rules)), personas_(std::move(personas)) {}

std::vector<Effect> Session::Handle(const Event& event) {
  const Duration at = std::max(event.at, last_);
  Step step(this, at);
  std::visit(step, event.payload);
  std::vector<Effect> effects = step.TakeEffects();
  // A TimePassed without effects is not stored, so it must leave no trace. Words for a line do not
  // count, so that the tickets are those of a session without them.
  if (!effects.empty() || !std::holds_alternative<event::TimePassed>(event.payload)) {
    last_ = at;
    if (!IsAboutWords(event.payload)) ++handled_;
  }
  return effects;
}

const PlannedRound* Session::current_plan() const {
  return round_ < 0 ? nullptr : &plan_.rounds[static_cast<std::size_t>(round_)];
}

const RoundRecord* Session::current_round() const {
  return round_ < 0 ? nullptr : &rounds_[static_cast<std::size_t>(round_)];
}

const QuestionWork* Session::current_work() const {
  const RoundRecord* record = current_round();
  if (record == nullptr || record->work.empty()) return nullptr;
  return &record->work[static_cast<std::size_t>(record->question)];
}

RoundClock Session::Clock(int round, Duration now) const {
  if (round < 0 || round >= static_cast<int>(rounds_.size())) return {};
  return ReadClock(plan_.rounds[static_cast<std::size_t>(round)],
                   rounds_[static_cast<std::size_t>(round)], pauses_, now);
}

Duration Session::BreakLeft(Duration now) const {
  return stage_ == Stage::kBreak ? std::max(Duration::zero(), break_end_ - now) : Duration::zero();
}

std::optional<NextHint> Session::next_hint() const {
  const QuestionWork* work = current_work();
  if (stage_ != Stage::kInRound || work == nullptr || work->question == nullptr) {
    return std::nullopt;
  }
  const std::vector<Hint>& hints = work->question->hints;
  NextHint next;
  next.level = work->hint_level + 1;
  if (next.level > static_cast<int>(hints.size())) return std::nullopt;
  next.cost_text = "Hint " + std::to_string(next.level) + " of " + std::to_string(hints.size());
  const auto rules = rules_.rounds.find(current_plan()->kind);
  if (rules == rules_.rounds.end()) return next;
  const HintCost& cost = rules->second.hint_cost;
  next.cost = cost.At(next.level);
  const DimensionRule* dimension = rules->second.Find(cost.dimension);
  if (dimension == nullptr || next.cost == 0) return next;
  next.cost_text += " costs " + CostText(next.cost) + " points of \"" + dimension->title + "\"";
  if (work->hint_level > 0) {
    next.cost_text += " in all, " + CostText(cost.At(work->hint_level)) + " of them already taken";
  }
  next.cost_text += ".";
  return next;
}

bool Session::IsPending(EvaluationKind kind) const {
  const QuestionWork* work = current_work();
  return work != nullptr && std::any_of(pending_.begin(), pending_.end(), [&](const auto& entry) {
           const EvaluationRequest& request = entry.second.request;
           return entry.second.round == round_ && request.kind == kind &&
                  request.answer.question == work->id;
         });
}

}  // namespace interview

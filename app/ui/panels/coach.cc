// Choosing the remark.
#include "app/ui/panels/coach.h"

#include <algorithm>

#include "app/ui/format.h"
#include "interview/session/cost_claims.h"

namespace app {
namespace {

using interview::Speaker;
using std::chrono::minutes;

constexpr interview::Duration kOverrun = minutes(1);  // beyond the budget before it is mentioned

long Minutes(interview::Duration d) { return std::chrono::duration_cast<minutes>(d).count(); }

std::string Count(long number) { return std::to_string(number) + " min"; }

bool HasSpoken(const RoomView& room) {
  const auto& log = room.session.conversation();
  return std::any_of(log.begin(), log.end(), [&](const interview::Utterance& u) {
    return u.round == room.round && u.speaker == Speaker::kCandidate;
  });
}

bool HasSaidCost(const RoomView& room) {
  for (const interview::Utterance& u : room.session.conversation()) {
    const bool own = u.round == room.round && u.speaker == Speaker::kCandidate;
    if (own && !interview::FindCostClaims(u.text).empty()) return true;
  }
  for (const auto& [part, text] : room.work.answer.prose) {
    if (!interview::FindCostClaims(text).empty()) return true;
  }
  return false;
}

}  // namespace

CoachRemark RemarkOn(const RoomView& room) {
  CoachRemark remark;
  const auto phase = static_cast<std::size_t>(room.record.phase);
  const bool timed = phase < room.plan.phases.size() && phase < room.clock.phase_elapsed.size() &&
                     phase < room.clock.phase_budgets.size();
  if (!timed) {
    remark.caption = Count(Minutes(room.clock.elapsed)) + " so far";
    remark.text = Count(Minutes(room.clock.left)) + " of the round are left.";
    return remark;
  }
  const std::string& title = room.plan.phases[phase].title;
  const std::string& id = room.phase_id();
  const interview::Duration spent = room.clock.phase_elapsed[phase];
  const interview::Duration budget = room.clock.phase_budgets[phase];
  const bool last = phase + 1 == room.plan.phases.size();
  const bool late_code = id == "implement" || id == "verify" || id == "test";
  const bool run = !room.work.runs.empty() || !room.work.judgements.empty();
  if (Minutes(spent) > 0) remark.caption = Count(Minutes(spent)) + " on " + title + " so far";
  if (spent > budget + kOverrun && !last) {
    remark.text = title + " is " + Count(Minutes(spent - budget)) + " over its " +
                  FormatLength(budget) + ". Say where you are, and move on to " +
                  room.plan.phases[phase + 1].title + ".";
  } else if (room.is_code() && id == "clarify" && !HasSpoken(room)) {
    remark.text =
        "You have not asked anything yet. Ask what the statement leaves open: it is "
        "cheaper now than later.";
  } else if (room.is_code() && late_code && room.work.HasCode() && !run && spent > budget / 2) {
    remark.text = "Nothing has been run yet. An early run leaves time to mend what it shows.";
  } else if (room.is_code() && late_code && !HasSaidCost(room)) {
    remark.text = "You have not said the complexity out loud yet. Do it before you submit.";
  } else if (spent > budget) {
    remark.text = "The time for " + title + " is used up; " + Count(Minutes(room.clock.left)) +
                  " of the round are left.";
  } else {
    const long left = Minutes(budget - spent);
    remark.text = (left > 0 ? Count(left) : "Less than a minute") + " of " + FormatLength(budget) +
                  " for " + title + (left > 1 ? " are left." : " is left.");
  }
  return remark;
}

}  // namespace app

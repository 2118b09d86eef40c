// The parts of a moment.
#include "interview/session/moment.h"

#include <algorithm>

namespace interview {
namespace {

Json Milliseconds(const std::vector<Duration>& times) {
  Json json = Json::array();
  for (const Duration time : times) json.push_back(time.count());
  return json;
}

Json ClockJson(const Session& session, Duration at) {
  const RoundClock clock = session.Clock(at);
  return {{"elapsed_ms", clock.elapsed.count()},
          {"left_ms", clock.left.count()},
          {"over", clock.over},
          {"phase_elapsed_ms", Milliseconds(clock.phase_elapsed)},
          {"phase_budget_ms", Milliseconds(clock.phase_budgets)},
          {"break_left_ms", session.BreakLeft(at).count()}};
}

Json ConsoleJson(const QuestionWork& work) {
  std::vector<const TimedEvaluation*> shown;
  for (const TimedEvaluation& run : work.runs) shown.push_back(&run);
  for (const TimedEvaluation& judged : work.judgements) shown.push_back(&judged);
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto* a, const auto* b) { return a->at > b->at; });
  Json console = Json::array();
  for (const TimedEvaluation* entry : shown) {
    Json json = {{"at", entry->at.count()}, {"kind", ToString(entry->evaluation.kind)}};
    if (!entry->input.is_null() && !entry->input.empty()) json["input"] = entry->input;
    if (entry->evaluation.judgement) json["judgement"] = ToJson(*entry->evaluation.judgement);
    console.push_back(std::move(json));
  }
  return console;
}

Json WorkJson(const QuestionWork& work, int round) {
  Json code = Json::object();
  for (const auto& [language, text] : work.sources) code[std::string(ToString(language))] = text;
  return {{"question", work.id},
          {"round", round},
          {"language", ToString(work.answer.language)},
          {"code", std::move(code)},
          {"prose", work.answer.prose},
          {"estimates", work.answer.estimates},
          {"follow_ups", work.answer.follow_ups},
          {"tests", work.tests_text},
          {"board", ToJson(work.answer.board)},
          {"console", ConsoleJson(work)},
          {"hint_level", work.hint_level},
          {"facts", work.facts_uncovered},
          {"finished", work.finished}};
}

Json AllWorkJson(const Session& session) {
  Json all = Json::array();
  int index = 0;
  for (const RoundRecord& round : session.rounds()) {
    for (const QuestionWork& work : round.work) {
      if (work.shown) all.push_back(WorkJson(work, index));
    }
    ++index;
  }
  return all;
}

Json ConversationJson(const Session& session) {
  Json conversation = Json::array();
  for (const Utterance& said : session.conversation()) {
    const bool candidate = said.speaker == Speaker::kCandidate;
    conversation.push_back({{"at", said.at.count()},
                            {"speaker", candidate ? "candidate" : "interviewer"},
                            {"text", said.words()},
                            {"model", said.model},
                            {"why", said.why},
                            {"round", said.round}});
  }
  return conversation;
}

Json CurrentPhase(const Session& session) {
  const PlannedRound* plan = session.current_plan();
  if (plan == nullptr) return {};
  const auto index = static_cast<std::size_t>(session.current_round()->phase);
  return index < plan->phases.size() ? Json(plan->phases[index].id) : Json();
}

}  // namespace

Json MomentJson(const Session& session, Duration at) {
  const PlannedRound* plan = session.current_plan();
  const QuestionWork* work = session.current_work();
  Json pending = Json::array();
  for (const auto& [ticket, waiting] : session.pending()) {
    pending.push_back({{"kind", ToString(waiting.request.kind)},
                       {"question", waiting.request.answer.question},
                       {"since", waiting.since.count()}});
  }
  return {{"at", at.count()},
          {"stage", ToString(session.stage())},
          {"round", plan == nullptr ? Json() : Json(session.round())},
          {"kind", plan == nullptr ? Json() : Json(ToString(plan->kind))},
          {"phase", CurrentPhase(session)},
          {"question", work == nullptr ? Json() : Json(work->id)},
          {"clock", ClockJson(session, at)},
          {"work", AllWorkJson(session)},
          {"conversation", ConversationJson(session)},
          {"pending", std::move(pending)}};
}

}  // namespace interview

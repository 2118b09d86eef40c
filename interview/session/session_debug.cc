// The whole state of a session as JSON.
#include "interview/session/session.h"

namespace interview {
namespace {

Json Ms(const std::optional<Duration>& time) { return time ? Json(time->count()) : Json(); }

Json FieldJson(const TextField& field) {
  return {
      {"kind", static_cast<int>(field.kind)}, {"question", field.question}, {"part", field.part}};
}

Json RunsJson(const std::vector<TimedEvaluation>& runs) {
  Json json = Json::array();
  for (const TimedEvaluation& run : runs) {
    json.push_back({{"at", run.at.count()}, {"evaluation", ToJson(run.evaluation)}});
  }
  return json;
}

Json WorkJson(const QuestionWork& work) {
  Json sources = Json::object();
  for (const auto& [language, text] : work.sources) sources[std::string(ToString(language))] = text;
  Json starters = Json::array();
  for (const auto& [language, text] : work.starters) starters.push_back(ToString(language));
  Json asked = Json::array();
  for (const AskedFollowUp& a : work.asked) {
    asked.push_back(
        {{"why", a.why}, {"text", a.text}, {"field", FieldJson(a.field)}, {"at", a.at.count()}});
  }
  Json pastes = Json::array();
  for (const PasteRecord& p : work.pastes) {
    pastes.push_back({{"at", p.at.count()}, {"field", FieldJson(p.field)}, {"length", p.length}});
  }
  Json evaluations = Json::array();
  for (const auto& [key, evaluation] : work.evaluations) {
    evaluations.push_back({{"part", key.second}, {"evaluation", ToJson(evaluation)}});
  }
  return {{"id", work.id},
          {"answer", ToJson(work.answer)},
          {"sources", std::move(sources)},
          {"starters", std::move(starters)},
          {"tests_text", work.tests_text},
          {"tests_problem", work.tests_problem},
          {"facts", work.facts_uncovered},
          {"hint_level", work.hint_level},
          {"runs", RunsJson(work.runs)},
          {"judgements", RunsJson(work.judgements)},
          {"pastes", std::move(pastes)},
          {"shown", Ms(work.shown)},
          {"first_edit", Ms(work.first_edit)},
          {"first_sentence", Ms(work.first_sentence)},
          {"first_green", Ms(work.first_green)},
          {"asked", std::move(asked)},
          {"finished", work.finished},
          {"judged", work.judged ? Json(work.judged->second) : Json()},
          {"evaluations", std::move(evaluations)}};
}

Json RoundJson(const RoundRecord& round) {
  Json phases = Json::array();
  for (const PhaseSpan& span : round.phases) {
    phases.push_back({{"phase", span.phase}, {"from", span.from.count()}, {"to", Ms(span.to)}});
  }
  Json work = Json::array();
  for (const QuestionWork& w : round.work) work.push_back(WorkJson(w));
  return {{"started", Ms(round.started)},   {"submitted", Ms(round.submitted)},
          {"automatic", round.automatic},   {"phase", round.phase},
          {"question", round.question},     {"phases", std::move(phases)},
          {"work", std::move(work)},        {"self_rating", round.self_rating},
          {"self_rated", round.self_rated}, {"paused", round.paused}};
}

}  // namespace

Json Session::DebugJson() const {
  Json rounds = Json::array();
  for (const RoundRecord& round : rounds_) rounds.push_back(RoundJson(round));
  Json conversation = Json::array();
  for (const Utterance& u : conversation_) {
    conversation.push_back(
        {{"at", u.at.count()},
         {"speaker", u.speaker == Speaker::kCandidate ? "candidate" : "interviewer"},
         {"text", u.text},
         {"why", u.why},
         {"phrased", u.phrased},
         {"model", u.model},
         {"kept", u.kept},
         {"round", u.round},
         {"question", u.question}});
  }
  Json pending = Json::array();
  for (const auto& [ticket, p] : pending_) {
    pending.push_back({{"ticket", ticket},
                       {"kind", ToString(p.request.kind)},
                       {"answer", ToJson(p.request.answer)},
                       {"part", p.request.part},
                       {"input", p.request.input},
                       {"since", p.since.count()},
                       {"round", p.round},
                       {"asks", p.asks}});
  }
  Json failures = Json::array();
  for (const EvaluationFailure& f : failures_) {
    failures.push_back({{"at", f.at.count()},
                        {"round", f.round},
                        {"question", f.question},
                        {"kind", ToString(f.kind)},
                        {"part", f.part},
                        {"message", f.message}});
  }
  Json pauses = Json::array();
  for (const PauseSpan& p : pauses_) {
    pauses.push_back({{"from", p.from.count()}, {"to", Ms(p.to)}, {"round", p.round}});
  }
  Json feedback = Json::array();
  for (const FeedbackRecord& f : feedback_) {
    feedback.push_back({{"at", f.at.count()}, {"payload", ToJson(f.feedback)}});
  }
  Json notes = Json::array();
  for (const NoteRecord& n : notes_) {
    notes.push_back({{"at", n.at.count()}, {"payload", ToJson(EventPayload(n.note))}});
  }
  Json appeals = Json::array();
  for (const AppealRecord& a : appeals_) {
    appeals.push_back({{"at", a.at.count()}, {"payload", ToJson(EventPayload(a.appeal))}});
  }
  return {{"plan", ToJson(plan_)},
          {"seed", seed_},
          {"stage", ToString(stage_)},
          {"last", last_.count()},
          {"round", round_},
          {"rounds", std::move(rounds)},
          {"conversation", std::move(conversation)},
          {"pending", std::move(pending)},
          {"score_card", score_card_ ? ToJson(*score_card_) : Json()},
          {"failures", std::move(failures)},
          {"pauses", std::move(pauses)},
          {"feedback", std::move(feedback)},
          {"notes", std::move(notes)},
          {"appeals", std::move(appeals)},
          {"ended_early", ended_early_},
          {"llm_switch", llm_switch_ ? Json(*llm_switch_) : Json()},
          {"break_end", break_end_.count()},
          {"last_activity", last_activity_.count()},
          {"handled", handled_}};
}

}  // namespace interview

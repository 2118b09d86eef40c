// What the endpoint is told about an answer.
#include "app/core/feedback_job.h"

#include "app/core/llm_setup.h"

namespace app {
namespace {

const interview::QuestionWork* FindWork(const interview::Session& session,
                                        const interview::QuestionId& question) {
  for (const interview::RoundRecord& round : session.rounds()) {
    for (const interview::QuestionWork& work : round.work) {
      if (work.id == question) return &work;
    }
  }
  return nullptr;
}

// The local result in plain lines: verdict, and each criterion with its state.
std::string Summarise(const interview::QuestionWork& work) {
  std::string summary;
  for (const auto& [key, evaluation] : work.evaluations) {
    summary += "[" + std::string(ToString(evaluation.kind)) + "]\n";
    if (evaluation.judgement) {
      const interview::Judgement& j = *evaluation.judgement;
      summary += "verdict " + std::string(ToString(j.verdict)) + ", " + std::to_string(j.passed) +
                 " of " + std::to_string(j.total) + " tests\n";
    }
    for (const interview::Criterion& c : evaluation.criteria) {
      summary += std::string(ToString(c.state)) + ": " + c.text + "\n";
    }
    for (const interview::RaisedMisconception& m : evaluation.misconceptions) {
      summary += "misconception: " + m.text + "\n";
    }
  }
  return summary;
}

}  // namespace

interview::Result<FeedbackJob> PrepareFeedback(const OpenSession& open,
                                               const interview::QuestionId& question,
                                               const AppState& state,
                                               std::shared_ptr<evaluators::LlmMeter> meter) {
  if (!state.settings.llm.enabled) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "LLM feedback is off; turn it on and name an endpoint in the settings.");
  }
  const interview::QuestionWork* work = FindWork(*open.session, question);
  if (work == nullptr || work->question == nullptr) {
    return interview::Fail(interview::ErrorCode::kNotFound,
                           "The question \"" + question + "\" is no longer in the bank.");
  }
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(state.settings.llm, std::move(meter));
  if (!endpoint) return Forward(endpoint);
  return FeedbackJob([endpoint = *endpoint, question_ptr = work->question, answer = work->answer,
                      summary = Summarise(*work)](std::stop_token stop) {
    return evaluators::AskForFeedback(endpoint, *question_ptr, answer, summary, stop);
  });
}

interview::Status AppendFeedback(interview::TranscriptStore* store, OpenSession* open,
                                 const interview::QuestionId& question,
                                 const evaluators::Feedback& feedback) {
  const interview::Duration at =
      open->events.empty() ? interview::Duration(0) : open->events.back().at;
  const interview::Event event{
      at, interview::event::FeedbackArrived{question, feedback.model, feedback.text}};
  const auto seq = static_cast<std::int64_t>(open->events.size());
  if (interview::Status s = store->Append(open->id, seq, {&event, 1}); !s) return s;
  open->events.push_back(event);
  (void)open->session->Handle(event);
  return {};
}

}  // namespace app

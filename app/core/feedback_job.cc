// What the endpoint is told about an answer.
#include "app/core/feedback_job.h"

#include <chrono>

#include "app/core/llm_setup.h"

namespace app {
namespace {

constexpr std::chrono::milliseconds kShowEvery(50);  // of what has arrived so far

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

// Of one answer: the mean of what was evaluated about it; empty where nothing was.
std::optional<double> LocalScore(const interview::QuestionWork& work) {
  using Kind = interview::EvaluationKind;
  double sum = 0;
  int count = 0;
  for (const Kind kind : {Kind::kJudge, Kind::kRubric, Kind::kDiagram, Kind::kEstimates}) {
    if (const interview::Evaluation* evaluation = work.Find(kind)) {
      sum += evaluation->score;
      ++count;
    }
  }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

// Of a round: its score from 1 to 4, from 0 to 1.
std::optional<double> LocalScore(const interview::Session& session, std::size_t round) {
  const auto& card = session.score_card();
  if (!card || round >= card->rounds.size() || !card->rounds[round].score) return std::nullopt;
  return (*card->rounds[round].score - 1) / 3;
}

evaluators::AnsweredQuestion Describe(const interview::QuestionWork& work) {
  interview::Answer answer = work.answer;
  if (!work.HasCode()) answer.source.clear();  // an untouched starter is no answer
  return {work.question, std::move(answer), Summarise(work), LocalScore(work)};
}

interview::Result<evaluators::FeedbackRequest> DescribeQuestion(
    const interview::Session& session, const interview::FeedbackTarget& about) {
  for (const interview::RoundRecord& round : session.rounds()) {
    for (const interview::QuestionWork& work : round.work) {
      if (work.id != about.question || work.question == nullptr) continue;
      evaluators::FeedbackRequest request{
          .about = about, .round_title = {}, .answers = {}, .local_score = LocalScore(work)};
      request.answers.push_back(Describe(work));
      return request;
    }
  }
  return interview::Fail(interview::ErrorCode::kNotFound,
                         "The question \"" + about.question + "\" is no longer in the bank.");
}

interview::Result<evaluators::FeedbackRequest> DescribeRound(
    const interview::Session& session, const interview::FeedbackTarget& about) {
  const auto index = static_cast<std::size_t>(about.round);
  if (about.round < 0 || index >= session.rounds().size()) {
    return interview::Fail(interview::ErrorCode::kNotFound,
                           "This session has no round " + std::to_string(about.round + 1) + ".");
  }
  evaluators::FeedbackRequest request{.about = about,
                                      .round_title = session.plan().rounds[index].title,
                                      .answers = {},
                                      .local_score = LocalScore(session, index)};
  for (const interview::QuestionWork& work : session.rounds()[index].work) {
    if (work.question != nullptr && work.shown) request.answers.push_back(Describe(work));
  }
  return request;
}

interview::Result<evaluators::FeedbackRequest> DescribeTarget(
    const interview::Session& session, const interview::FeedbackTarget& about) {
  return about.question.empty() ? DescribeRound(session, about) : DescribeQuestion(session, about);
}

}  // namespace

interview::Result<FeedbackJob> PrepareFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state,
                                               std::shared_ptr<evaluators::LlmMeter> meter) {
  if (!state.settings.llm.enabled) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "LLM feedback is off; turn it on and name an endpoint in the settings.");
  }
  interview::Result<evaluators::FeedbackRequest> request = DescribeTarget(*open.session, about);
  if (!request) return Forward(request);
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(state.settings.llm, std::move(meter));
  if (!endpoint) return Forward(endpoint);
  return FeedbackJob([endpoint = *endpoint, request = *std::move(request)](
                         std::stop_token stop, const Tell<std::string>& tell) {
    auto told = std::chrono::steady_clock::time_point();
    const auto show = [&](const std::string& text) {
      const auto now = std::chrono::steady_clock::now();
      if (now - told < kShowEvery) return;
      told = now;
      tell(text);
    };
    return evaluators::AskForFeedback(endpoint, request, show, stop);
  });
}

interview::Result<std::string> PreviewFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state) {
  const interview::Result<evaluators::FeedbackRequest> request =
      DescribeTarget(*open.session, about);
  if (!request) return Forward(request);
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(state.settings.llm, nullptr);
  if (!endpoint) return Forward(endpoint);
  return evaluators::RenderFeedbackRequest(*endpoint, *request);
}

}  // namespace app

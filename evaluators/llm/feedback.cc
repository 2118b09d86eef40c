// Asks, and keeps of the reply what stands on the candidate's own words.
#include "evaluators/llm/feedback.h"

#include <chrono>
#include <map>

#include "evaluators/llm/feedback_prompt.h"
#include "evaluators/llm/partial_text.h"
#include "evaluators/llm/quote_check.h"
#include "evaluators/llm/redaction.h"
#include "evaluators/llm/structured_reply.h"

namespace evaluators {
namespace {

using interview::Feedback;
using interview::FeedbackClaim;
using interview::Json;
using interview::Result;

constexpr std::chrono::milliseconds kShowEvery(50);  // of what has arrived so far

const std::map<std::string, std::string>& Headings() {
  static const std::map<std::string, std::string> headings = {
      {"strengths", "What carried"},
      {"gaps", "What to mend"},
      {"better_answer", "A better answer, in your words"},
      {"practise", "What to practise"}};
  return headings;
}

// Without characters that could steer a terminal, and without space around it.
std::string Plain(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 32 && byte != 127) || c == '\n' || c == '\t') plain += c;
  }
  const std::size_t first = plain.find_first_not_of(" \n\t");
  if (first == std::string::npos) return {};
  return plain.substr(first, plain.find_last_not_of(" \n\t") - first + 1);
}

// An endpoint may send back what it was sent.
void CutOut(const std::string& key, Json* said) {
  if (said->is_string()) *said = WithoutSecret(said->get<std::string>(), key);
  if (!said->is_structured()) return;
  for (Json& item : *said) CutOut(key, &item);
}

class ReplyReading {
 public:
  ReplyReading(const FeedbackRequest& request, const std::vector<std::string>& texts)
      : request_(request), quotes_(texts), points_(NumberedPoints(request)) {}

  void Read(const Json& json, const std::vector<std::string>& texts, Feedback* feedback) {
    feedback->strengths = Claims(json["strengths"], feedback);
    feedback->gaps = Claims(json["gaps"], feedback);
    feedback->better_answer = Plain(json["better_answer"].get<std::string>());
    feedback->practise = Plain(json["practise"].get<std::string>());
    if (!request_.wants_score) return;
    const double score = json["score"].get<double>() / 100;
    if (!(score >= 0 && score <= 1)) return;  // no score at all
    feedback->second_score = {
        score, Plain(json["score_reason"].get<std::string>()), request_.local_score, {}};
    std::vector<CreditedPoint> points;
    for (const AnsweredQuestion& answered : request_.answers) {
      points.insert(points.end(), answered.points.begin(), answered.points.end());
    }
    feedback->second_score->unsupported = FindNoSupport(*feedback, points, texts);
  }

 private:
  std::vector<FeedbackClaim> Claims(const Json& list, Feedback* feedback) const {
    std::vector<FeedbackClaim> kept;
    for (const Json& item : list) {
      FeedbackClaim claim;
      claim.text = Plain(item["text"].get<std::string>());
      claim.quote = Plain(item["quote"].get<std::string>());
      if (claim.text.empty()) continue;
      if (!quotes_.Stands(claim.quote)) {
        ++feedback->dropped_claims;
        continue;
      }
      // 0 and numbers that are not there: no point.
      const auto number = item["point"].get<std::int64_t>();
      if (number >= 1 && number <= static_cast<std::int64_t>(points_.size())) {
        claim.point = points_[static_cast<std::size_t>(number) - 1];
      }
      kept.push_back(std::move(claim));
    }
    return kept;
  }

  const FeedbackRequest& request_;
  const QuoteCheck quotes_;
  const std::vector<std::string> points_;
};

Feedback OriginOf(const LlmEndpoint& endpoint, const FeedbackRequest& request,
                  const ChatReply& reply) {
  Feedback feedback;
  feedback.about = request.about;
  feedback.api = endpoint.api == LlmApi::kAnthropic ? "anthropic" : "openai";
  feedback.host = HostOf(endpoint.url);
  feedback.model =
      WithoutSecret(Plain(reply.model.empty() ? endpoint.model : reply.model), endpoint.key);
  feedback.parameters = reply.parameters;
  feedback.latency_ms = reply.latency_ms;
  feedback.first_token_ms = reply.first_token_ms;
  feedback.prompt_tokens = reply.prompt_tokens;
  feedback.completion_tokens = reply.completion_tokens;
  feedback.tokens_are_estimated = reply.tokens_are_estimated;
  return feedback;
}

}  // namespace

Result<Feedback> AskForFeedback(const LlmEndpoint& endpoint, const FeedbackRequest& request,
                                const std::function<void(const std::string&)>& on_text,
                                std::stop_token stop) {
  const Result<ChatRequest> asked = MakeFeedbackRequest(endpoint, request);
  if (!asked) return Forward(asked);
  std::chrono::steady_clock::time_point shown{};
  const auto show = [&](const std::string& json) {
    const auto now = std::chrono::steady_clock::now();
    if (!on_text || now - shown < kShowEvery) return;
    const std::string text = PartialText(json, Headings());
    if (text.empty()) return;
    shown = now;
    on_text(WithoutSecret(text, endpoint.key));
  };
  const Result<StructuredReply> reply = AskForJson(endpoint, *asked, std::move(stop), show);
  if (!reply) return Forward(reply);
  std::vector<std::string> texts;
  for (const AnsweredQuestion& answered : request.answers) {
    for (std::string& text : AnswerTexts(answered.answer, endpoint.names)) {
      texts.push_back(std::move(text));
    }
  }
  Feedback feedback = OriginOf(endpoint, request, reply->reply);
  Json said = reply->json;
  CutOut(endpoint.key, &said);
  ReplyReading(request, texts).Read(said, texts, &feedback);
  return feedback;
}

Result<std::string> RenderFeedbackRequest(const LlmEndpoint& endpoint,
                                          const FeedbackRequest& request) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  const Result<ChatRequest> asked = MakeFeedbackRequest(endpoint, request);
  if (!asked) return Forward(asked);
  const ChatRequest sent = WithSchemaTold(*asked);
  return Render(ProviderOf(endpoint.api).Ask(endpoint, sent, Delivery::kStream), endpoint);
}

}  // namespace evaluators

// Puts question, answer and local result into the prompt of assets/prompts/feedback.md.
#include "evaluators/llm/feedback.h"

#include "evaluators/llm/board_text.h"
#include "evaluators/llm/llm_chat.h"
#include "evaluators/llm/prompt_template.h"
#include "evaluators/llm/prompts.h"
#include "evaluators/llm/redaction.h"

namespace evaluators {
namespace {

using interview::Answer;
using interview::ErrorCode;
using interview::Question;
using interview::Result;

// Parts the instructions, above, from the material, below.
constexpr std::string_view kDivider = "\n---\n";

void AddSection(std::string* text, const std::string& title, const std::string& content) {
  if (content.empty()) return;
  *text += (text->empty() ? "" : "\n\n") + title + ":\n" + content;
}

// Everything the candidate wrote, part by part; empty when that is nothing.
std::string AnswerText(const Answer& answer) {
  std::string text;
  AddSection(&text, "Code (" + std::string(DisplayName(answer.language)) + ")", answer.source);
  for (const auto& [part, prose] : answer.prose) AddSection(&text, part, prose);
  AddSection(&text, "Whiteboard", BoardText(answer.board));
  std::string estimates;
  for (const auto& [id, value] : answer.estimates) {
    if (!value.empty()) estimates += "- " + id + ": " + value + "\n";
  }
  AddSection(&text, "Estimates", estimates);
  for (const auto& [id, reply] : answer.follow_ups) AddSection(&text, "Follow-up " + id, reply);
  return text;
}

std::string RubricText(const Question& question) {
  std::string text;
  for (const interview::RubricGroup& group : question.rubric) {
    for (const interview::RubricPoint& point : group.points) text += "- " + point.text + "\n";
  }
  return text.empty() ? "(none)" : text;
}

// One answer with its question, filled into the lower half of the prompt.
Result<std::string> Material(std::string_view form, const LlmEndpoint& endpoint,
                             const AnsweredQuestion& answered) {
  const Question& question = *answered.question;
  return FillTemplate(form, {{"kind", std::string(DisplayName(question.kind))},
                             {"title", question.title},
                             {"statement", question.statement},
                             {"rubric", RubricText(question)},
                             {"answer", Redact(AnswerText(answered.answer), endpoint.names)},
                             {"evaluation", answered.evaluation.empty()
                                                ? "(none)"
                                                : Redact(answered.evaluation, endpoint.names)}});
}

Result<ChatRequest> MakeRequest(const LlmEndpoint& endpoint, const FeedbackRequest& request) {
  const std::string_view prompt = kFeedbackPrompt;
  const std::size_t divider = prompt.find(kDivider);
  if (divider == std::string_view::npos) {
    return Fail(ErrorCode::kInternal,
                "assets/prompts/feedback.md has no line --- between instructions and material; "
                "add it.");
  }
  std::string material;
  for (const AnsweredQuestion& answered : request.answers) {
    if (AnswerText(answered.answer).empty()) continue;
    const Result<std::string> one =
        Material(prompt.substr(divider + kDivider.size()), endpoint, answered);
    if (!one) return Forward(one);
    material += *one;
  }
  if (material.empty()) {
    return Fail(ErrorCode::kInvalid,
                request.answers.size() == 1
                    ? "There is no answer to \"" + request.answers[0].question->title +
                          "\" yet; write one before asking for feedback."
                    : "Nothing was answered in this round; there is nothing to ask feedback for.");
  }
  return ChatRequest{.system = std::string(prompt.substr(0, divider)),
                     .messages = {{ChatMessage::Role::kUser, std::move(material)}}};
}

}  // namespace

Result<interview::Feedback> AskForFeedback(const LlmEndpoint& endpoint,
                                           const FeedbackRequest& request,
                                           const std::function<void(const std::string&)>& on_text,
                                           std::stop_token stop) {
  const Result<ChatRequest> asked = MakeRequest(endpoint, request);
  if (!asked) return Forward(asked);
  std::string so_far;
  const auto show = [&](std::string_view piece) {
    so_far += piece;
    if (on_text) on_text(so_far);
  };
  Result<ChatReply> chat = AskModel(endpoint, *asked, {Delivery::kStream, show}, std::move(stop));
  if (!chat) return Forward(chat);
  interview::Feedback feedback;
  feedback.about = request.about;
  feedback.api = endpoint.api == LlmApi::kAnthropic ? "anthropic" : "openai";
  feedback.host = HostOf(endpoint.url);
  feedback.model = chat->model.empty() ? endpoint.model : std::move(chat->model);
  feedback.latency_ms = chat->latency_ms;
  feedback.first_token_ms = chat->first_token_ms;
  feedback.prompt_tokens = chat->prompt_tokens;
  feedback.completion_tokens = chat->completion_tokens;
  feedback.tokens_are_estimated = chat->tokens_are_estimated;
  feedback.text = std::move(chat->text);
  return feedback;
}

Result<std::string> RenderFeedbackRequest(const LlmEndpoint& endpoint,
                                          const FeedbackRequest& request) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  const Result<ChatRequest> asked = MakeRequest(endpoint, request);
  if (!asked) return Forward(asked);
  return Render(ProviderOf(endpoint.api).Ask(endpoint, *asked, Delivery::kStream), endpoint);
}

}  // namespace evaluators

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

Result<ChatRequest> MakeRequest(const LlmEndpoint& endpoint, const Question& question,
                                const Answer& answer, const std::string& evaluation_summary) {
  const std::string written = AnswerText(answer);
  if (written.empty()) {
    return Fail(ErrorCode::kInvalid, "There is no answer to \"" + question.title +
                                         "\" yet; write one before asking for feedback.");
  }
  const std::string_view prompt = kFeedbackPrompt;
  const std::size_t divider = prompt.find(kDivider);
  if (divider == std::string_view::npos) {
    return Fail(ErrorCode::kInternal,
                "assets/prompts/feedback.md has no line --- between instructions and material; "
                "add it.");
  }
  Result<std::string> material = FillTemplate(
      prompt.substr(divider + kDivider.size()),
      {{"kind", std::string(DisplayName(question.kind))},
       {"title", question.title},
       {"statement", question.statement},
       {"rubric", RubricText(question)},
       {"answer", Redact(written, endpoint.names)},
       {"evaluation",
        evaluation_summary.empty() ? "(none)" : Redact(evaluation_summary, endpoint.names)}});
  if (!material) return Forward(material);
  return ChatRequest{.system = std::string(prompt.substr(0, divider)),
                     .messages = {{ChatMessage::Role::kUser, *std::move(material)}}};
}

}  // namespace

Result<Feedback> AskForFeedback(const LlmEndpoint& endpoint, const Question& question,
                                const Answer& answer, const std::string& evaluation_summary,
                                std::stop_token stop) {
  const Result<ChatRequest> request = MakeRequest(endpoint, question, answer, evaluation_summary);
  if (!request) return Forward(request);
  Result<ChatReply> chat = AskModel(endpoint, *request, {}, std::move(stop));
  if (!chat) return Forward(chat);
  Feedback feedback;
  feedback.text = std::move(chat->text);
  feedback.model = chat->model.empty() ? endpoint.model : std::move(chat->model);
  feedback.latency_ms = chat->latency_ms;
  feedback.prompt_tokens = chat->prompt_tokens;
  feedback.completion_tokens = chat->completion_tokens;
  return feedback;
}

Result<std::string> RenderFeedbackRequest(const LlmEndpoint& endpoint, const Question& question,
                                          const Answer& answer,
                                          const std::string& evaluation_summary) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  const Result<ChatRequest> request = MakeRequest(endpoint, question, answer, evaluation_summary);
  if (!request) return Forward(request);
  return Render(ProviderOf(endpoint.api).Ask(endpoint, *request, Delivery::kWhole), endpoint);
}

}  // namespace evaluators

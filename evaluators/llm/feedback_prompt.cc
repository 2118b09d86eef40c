// The candidate's words are framed by lines that hold a fingerprint of them, so that no answer can
// close its own frame.
#include "evaluators/llm/feedback_prompt.h"

#include <utility>

#include "evaluators/llm/board_text.h"
#include "evaluators/llm/prompt_template.h"
#include "evaluators/llm/prompts.h"
#include "evaluators/llm/redaction.h"
#include "interview/base/hash.h"

namespace evaluators {
namespace {

using interview::Answer;
using interview::ErrorCode;
using interview::Json;
using interview::Question;
using interview::Result;

// Parts the instructions, above, from the form of the material, below.
constexpr std::string_view kDivider = "\n---\n";

// Name and content of each part that holds anything.
std::vector<std::pair<std::string, std::string>> Parts(const Answer& answer) {
  std::vector<std::pair<std::string, std::string>> parts;
  const auto add = [&](std::string name, std::string text) {
    if (text.find_first_not_of(" \t\r\n") != std::string::npos) {
      parts.emplace_back(std::move(name), std::move(text));
    }
  };
  add("Code (" + std::string(DisplayName(answer.language)) + ")", answer.source);
  std::string tests;
  for (const Json& test : answer.tests) tests += interview::DumpJson(test) + "\n";
  add("Tests of the candidate", tests);
  for (const auto& [part, prose] : answer.prose) add("Text (" + part + ")", prose);
  add("Whiteboard", BoardText(answer.board));
  std::string estimates;
  for (const auto& [id, value] : answer.estimates) {
    if (!value.empty()) estimates += "- " + id + ": " + value + "\n";
  }
  add("Estimates", estimates);
  std::string said;
  for (const std::string& message : answer.messages) said += message + "\n";
  add("Said to the interviewer", said);
  for (const auto& [id, reply] : answer.follow_ups) add("Follow-up (" + id + ")", reply);
  return parts;
}

// "" where nothing was written.
std::string AnswerText(const Answer& answer, const std::vector<std::string>& names) {
  std::string text;
  for (const auto& [name, content] : Parts(answer)) {
    text += (text.empty() ? "[" : "\n\n[") + name + "]\n" + content;
  }
  return Redact(text, names);
}

Result<std::string> Material(std::string_view form, const LlmEndpoint& endpoint,
                             const AnsweredQuestion& answered, int* number) {
  const Question& question = *answered.question;
  std::string points;
  for (const CreditedPoint& point : answered.points) {
    if (!point.is_fact) points += std::to_string((*number)++) + ". " + point.text + "\n";
  }
  const std::string answer = AnswerText(answered.answer, endpoint.names);
  interview::Fingerprint mark;
  mark.Add(answer);
  return FillTemplate(form, {{"kind", std::string(DisplayName(question.kind))},
                             {"title", question.title},
                             {"statement", question.statement},
                             {"points", points.empty() ? "(none)\n" : points},
                             {"facts", answered.facts.empty() ? "(none)\n" : answered.facts},
                             {"mark", mark.Hex()},
                             {"answer", answer}});
}

Json ListOf(const std::vector<std::string>& keys) {
  Json item = {{"type", "object"},
               {"additionalProperties", false},
               {"required", keys},
               {"properties", Json::object()}};
  for (const std::string& key : keys) {
    item["properties"][key] = {{"type", key == "point" ? "integer" : "string"}};
  }
  return {{"type", "array"}, {"items", std::move(item)}};
}

// In the order in which a model should think: what it saw before what it makes of it.
Json ReplySchema(bool with_score) {
  const Json text = {{"type", "string"}};
  Json schema = {{"type", "object"},
                 {"additionalProperties", false},
                 {"required", {"strengths", "gaps", "better_answer", "practise"}},
                 {"properties",
                  {{"strengths", ListOf({"quote", "point", "text"})},
                   {"gaps", ListOf({"quote", "point", "text"})},
                   {"better_answer", text},
                   {"practise", text}}}};
  if (!with_score) return schema;
  for (const char* key : {"score_reason", "score"}) schema["required"].push_back(key);
  schema["properties"]["score_reason"] = text;
  schema["properties"]["score"] = {{"type", "number"}};
  return schema;
}

}  // namespace

std::vector<std::string> AnswerTexts(const Answer& answer, const std::vector<std::string>& names) {
  std::vector<std::string> texts;
  for (auto& [name, text] : Parts(answer)) texts.push_back(Redact(text, names));
  return texts;
}

std::vector<std::string> NumberedPoints(const FeedbackRequest& request) {
  std::vector<std::string> texts;
  for (const AnsweredQuestion& answered : request.answers) {
    for (const CreditedPoint& point : answered.points) {
      if (!point.is_fact) texts.push_back(point.text);
    }
  }
  return texts;
}

Result<ChatRequest> MakeFeedbackRequest(const LlmEndpoint& endpoint,
                                        const FeedbackRequest& request) {
  const std::string_view prompt = kFeedbackPrompt;
  const std::size_t divider = prompt.find(kDivider);
  if (divider == std::string_view::npos) {
    return Fail(ErrorCode::kInternal,
                "assets/prompts/feedback.md has no line --- between instructions and material; "
                "add it.");
  }
  const bool of_round = request.about.question.empty();
  std::string material = of_round ? "# Round: " + request.round_title + "\n\n" : std::string();
  bool has_answer = false;
  int number = 1;
  for (const AnsweredQuestion& answered : request.answers) {
    has_answer = has_answer || !Parts(answered.answer).empty();
    Result<std::string> one =
        Material(prompt.substr(divider + kDivider.size()), endpoint, answered, &number);
    if (!one) return Forward(one);
    material += *one;
  }
  if (!has_answer) {
    return Fail(ErrorCode::kInvalid,
                of_round ? "Nothing was answered in this round; there is nothing to ask feedback "
                           "for."
                         : "There is no answer to \"" + request.answers[0].question->title +
                               "\" yet; write one before asking for feedback.");
  }
  Result<std::string> system =
      FillTemplate(of_round ? std::string_view(kFeedbackRoundPrompt) : prompt.substr(0, divider),
                   {{"score", request.wants_score ? kFeedbackScorePrompt : ""}});
  if (!system) return Forward(system);
  return ChatRequest{.system = *std::move(system),
                     .messages = {{ChatMessage::Role::kUser, std::move(material)}},
                     .schema = ReplySchema(request.wants_score)};
}

}  // namespace evaluators

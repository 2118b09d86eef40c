// Puts the line and what surrounds it into the prompt of assets/prompts/interviewer_voice.md.
#include "evaluators/llm/interviewer_voice.h"

#include <algorithm>

#include "evaluators/llm/llm_chat.h"
#include "evaluators/llm/prompt_template.h"
#include "evaluators/llm/prompts.h"
#include "evaluators/llm/redaction.h"

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Result;

constexpr std::string_view kDivider = "\n---\n";

// Bytes of each part that are sent at most.
constexpr std::size_t kMostStatement = 4000;
constexpr std::size_t kMostCode = 6000;
constexpr std::size_t kMostNotes = 2000;
constexpr std::size_t kMostBoard = 2000;
constexpr std::size_t kMostMessage = 1000;
constexpr std::size_t kMostMessages = 12;

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The beginning and the end of a long text.
std::string Bounded(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t head = most / 2;
  while (head > 0 && IsContinuation(text[head])) --head;
  std::size_t tail = text.size() - most / 2;
  while (tail < text.size() && IsContinuation(text[tail])) ++tail;
  return text.substr(0, head) + "\n[…]\n" + text.substr(tail);
}

// The candidate's words cannot close the tags that they stand between.
std::string Tagged(const char* tag, const std::string& text) {
  if (text.empty()) return {};
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    safe += text[i];
    if (text[i] == '<' && text.compare(i + 1, 10, "/candidate") == 0) safe += ' ';
  }
  const std::string name = "candidate_" + std::string(tag);
  return "<" + name + ">\n" + safe + "\n</" + name + ">\n";
}

std::string OrNone(std::string text) { return text.empty() ? "(none)" : text; }

std::string ConversationText(const VoiceLine& line) {
  std::string text;
  const std::size_t count = line.conversation.size();
  for (std::size_t i = count - std::min(count, kMostMessages); i < count; ++i) {
    const SaidBefore& said = line.conversation[i];
    const std::string bounded = Bounded(said.text, kMostMessage);
    text += said.candidate ? Tagged("message", bounded) : "Interviewer: " + bounded + "\n";
  }
  return text;
}

std::string FactsText(const VoiceLine& line, const Lexicon& lexicon) {
  std::string text;
  if (line.question == nullptr) return text;
  const auto& facts = line.question->clarifications;
  for (const interview::Clarification& fact : facts) {
    if (line.facts_uncovered.contains(fact.id)) text += "- (told already) " + fact.answer + "\n";
  }
  for (const std::size_t i : AskableFacts(line, lexicon)) {
    text += "- (only if the message asks for exactly this) " + facts[i].answer + "\n";
  }
  return text;
}

std::string TaskOf(const VoiceLine& line) {
  const std::string what = line.why.substr(0, line.why.find(':'));
  if (line.is_free()) {
    return "Answer the candidate's last message in one to three sentences. If a fact above answers "
           "it, say that fact and nothing more. Otherwise leave the choice to the candidate, as "
           "the line of the script does.";
  }
  if (what == "hint") {
    return "Say the line of the script in your own words. It is a hint: give exactly as much help "
           "as it gives, no more.";
  }
  if (what == "fact") {
    return "Say the line of the script in your own words. It states a fact: keep every number, "
           "every \"not\" and its technical terms.";
  }
  return "Say the line of the script in your own words, fitted to the conversation. Ask what it "
         "asks, keep its numbers and technical terms, and add nothing of substance.";
}

Result<ChatRequest> MakeRequest(const LlmEndpoint& endpoint, const VoiceLine& line,
                                const Lexicon& lexicon) {
  const std::string_view prompt = kInterviewerVoicePrompt;
  const std::size_t divider = prompt.find(kDivider);
  if (divider == std::string_view::npos) {
    return interview::Fail(ErrorCode::kInternal,
                           "assets/prompts/interviewer_voice.md has no line --- between "
                           "instructions and material; add it.");
  }
  const auto clean = [&](const std::string& text, std::size_t most) {
    return Redact(Bounded(text, most), endpoint.names);
  };
  const bool known = line.question != nullptr;
  const std::string work = Tagged("notes", clean(line.notes, kMostNotes)) +
                           Tagged("code", clean(line.code, kMostCode)) +
                           Tagged("whiteboard", clean(line.whiteboard, kMostBoard));
  Result<std::string> material =
      FillTemplate(prompt.substr(divider + kDivider.size()),
                   {{"kind", known ? std::string(DisplayName(line.question->kind)) : ""},
                    {"title", known ? line.question->title : ""},
                    {"statement", known ? Bounded(line.question->statement, kMostStatement) : ""},
                    {"conversation", OrNone(Redact(ConversationText(line), endpoint.names))},
                    {"work", OrNone(work)},
                    {"facts", OrNone(FactsText(line, lexicon))},
                    {"manner", line.manner},
                    {"line", line.script},
                    {"task", TaskOf(line)}});
  if (!material) return Forward(material);
  return ChatRequest{.system = std::string(prompt.substr(0, divider)),
                     .messages = {{ChatMessage::Role::kUser, *std::move(material)}}};
}

// "“Hello.”" is Hello.
std::string WithoutQuotes(std::string text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                    {"\xE2\x80\x9C", "\xE2\x80\x9D"}}) {
    const bool quoted =
        text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close);
    if (!quoted) continue;
    const std::string inner = text.substr(open.size(), text.size() - open.size() - close.size());
    if (inner.find(open) == std::string::npos) return inner;
  }
  return text;
}

}  // namespace

Result<PhrasedLine> PhraseLine(LlmEndpoint endpoint, const VoiceLine& line, const Lexicon& lexicon,
                               VoiceProgress* progress, std::stop_token stop) {
  const Result<ChatRequest> request = MakeRequest(endpoint, line, lexicon);
  if (!request) return Forward(request);
  endpoint.limits.tries = 1;
  endpoint.limits.first_token = kVoiceFirstToken;
  endpoint.timeout = std::min(endpoint.timeout, kVoiceWhole);
  std::stop_source enough;  // also when the reply grows beyond what may be said
  const std::stop_callback outer(stop, [&] { enough.request_stop(); });
  std::string so_far;
  bool too_long = false;
  ChatOptions options{Delivery::kStream, [&](std::string_view piece) {
                        progress->spoke = true;
                        so_far += piece;
                        if (WordsIn(so_far) <= kMostVoiceWords) return;
                        too_long = true;
                        enough.request_stop();
                      }};
  Result<ChatReply> chat = AskModel(endpoint, *request, options, enough.get_token());
  PhrasedLine phrased;
  phrased.model = endpoint.model;
  if (too_long && !stop.stop_requested()) {
    phrased.broken = "longer than " + std::to_string(kMostVoiceWords) + " words";
    return phrased;
  }
  if (!chat) return Forward(chat);
  // An endpoint may send back what it was sent.
  const std::string said = WithoutQuotes(std::move(chat->text));
  phrased.text = WithoutSecret(said, endpoint.key);
  if (!chat->model.empty()) phrased.model = WithoutSecret(chat->model, endpoint.key);
  phrased.latency_ms = chat->latency_ms;
  if (phrased.text != said) {
    phrased.broken = "holds the key";
    return phrased;
  }
  VoiceVerdict verdict =
      chat->cut_short ? VoiceVerdict{"breaks off", {}} : CheckVoice(line, phrased.text, lexicon);
  phrased.broken = std::move(verdict.broken);
  phrased.fact = std::move(verdict.fact);
  return phrased;
}

Result<std::string> RenderVoiceRequest(const LlmEndpoint& endpoint, const VoiceLine& line,
                                       const Lexicon& lexicon) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  const Result<ChatRequest> request = MakeRequest(endpoint, line, lexicon);
  if (!request) return Forward(request);
  return Render(ProviderOf(endpoint.api).Ask(endpoint, *request, Delivery::kStream), endpoint);
}

}  // namespace evaluators

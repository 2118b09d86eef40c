// One loop over the tries.
#include "evaluators/llm/llm_chat.h"

#include <algorithm>
#include <optional>
#include <random>

#include "evaluators/llm/reply_reader.h"
#include "evaluators/llm/retry_rules.h"

namespace evaluators {
namespace {

using Clock = std::chrono::steady_clock;
using interview::Error;
using interview::ErrorCode;
using interview::Fail;
using interview::Json;
using interview::Result;
using std::chrono::milliseconds;

// The outcome of one try: a reply, or why not and what may be done about it.
struct Try {
  Result<ChatReply> reply;
  HttpReply http;
  bool may_repeat = false;
};

int MillisecondsSince(Clock::time_point begin) {
  return static_cast<int>(std::chrono::duration_cast<milliseconds>(Clock::now() - begin).count());
}

// Fills in what the endpoint did not tell, and counts.
void Account(const LlmEndpoint& endpoint, const HttpRequest& sent, std::size_t text_bytes,
             ChatReply* reply) {
  if (reply->prompt_tokens == 0 && reply->completion_tokens == 0) {
    reply->tokens_are_estimated = true;
    reply->prompt_tokens = static_cast<int>(EstimateTokens(sent.body.size()));
    reply->completion_tokens = static_cast<int>(EstimateTokens(text_bytes));
  }
  if (endpoint.meter) endpoint.meter->Count(reply->prompt_tokens, reply->completion_tokens);
}

Try TryOnce(const LlmEndpoint& endpoint, const HttpRequest& sent, const ChatOptions& options,
            Clock::time_point deadline, const std::stop_token& stop) {
  const Clock::time_point begin = Clock::now();
  int first_token_ms = -1;
  ReplyReader reader(endpoint, options.on_text);
  Exchange exchange{sent, options.delivery == Delivery::kStream, deadline, {}};
  exchange.on_bytes = [&](std::string_view bytes) {
    const Progress progress = reader.Feed(bytes);
    if (progress != Progress::kNothingYet && first_token_ms < 0) {
      first_token_ms = MillisecondsSince(begin);
    }
    return progress;
  };
  const HttpReply http = Run(endpoint, exchange, stop);
  if (http.end != HttpEnd::kComplete || http.status != 200) {
    if (reader.spoke()) {
      ChatReply partial;
      Account(endpoint, sent, reader.text_bytes(), &partial);
    }
    const bool passes = http.end == HttpEnd::kLost ||
                        (http.end == HttpEnd::kComplete && IsWorthRetrying(http.status));
    return {tl::unexpected(Explain(http, endpoint)), http, passes && !reader.spoke()};
  }
  Result<ChatReply> reply = reader.Finish();
  if (!reply) {
    const bool passes = reply.error().code == ErrorCode::kOffline;
    return {std::move(reply), http, passes && !reader.spoke()};
  }
  reply->first_token_ms = std::max(first_token_ms, 0);
  reply->address = http.address;
  reply->encryption = http.encryption;
  reply->certificate = http.certificate;
  Account(endpoint, sent, reader.text_bytes(), &*reply);
  return {std::move(reply), http, false};
}

// How long to wait before the next try; absent when there shall be none.
std::optional<milliseconds> PauseBeforeNext(const LlmEndpoint& endpoint, const HttpReply& http,
                                            int tries, Clock::time_point deadline) {
  if (tries >= endpoint.limits.tries) return std::nullopt;
  static thread_local std::minstd_rand chance{std::random_device{}()};
  const milliseconds wait = RetryAfter(http.retry_after, http.date)
                                .value_or(BackOff(tries, endpoint.limits.back_off,
                                                  std::generate_canonical<double, 32>(chance)));
  const bool too_long = wait > endpoint.limits.longest_pause || Clock::now() + wait >= deadline;
  return too_long ? std::nullopt : std::optional(wait);
}

// What was asked for besides the texts and the model: lengths, streaming, the name of a form.
Json ParametersOf(const HttpRequest& sent) {
  const Result<Json> body = interview::ParseJson(sent.body, "request");
  Json parameters = body ? *body : Json::object();
  for (const char* text : {"model", "messages", "system"}) parameters.erase(text);
  for (const char* form : {"response_format", "output_config"}) {
    if (parameters.contains(form)) parameters[form] = "json_schema";
  }
  return parameters;
}

bool RefusesSchema(const Try& attempt, const ChatRequest& request) {
  return !request.schema.is_null() && attempt.http.end == HttpEnd::kComplete &&
         (attempt.http.status == 400 || attempt.http.status == 422);
}

}  // namespace

Result<ChatReply> AskModel(const LlmEndpoint& endpoint, const ChatRequest& request,
                           const ChatOptions& options, std::stop_token stop) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  const Clock::time_point begin = Clock::now();
  const Clock::time_point deadline = begin + endpoint.timeout;
  ChatRequest asked = request;
  for (int tries = 1;; ++tries) {
    const HttpRequest sent = ProviderOf(endpoint.api).Ask(endpoint, asked, options.delivery);
    if (endpoint.meter) {
      interview::Status allowed = endpoint.meter->MayAsk(EstimateTokens(sent.body.size()));
      if (!allowed) return Forward(allowed);
    }
    Try attempt = TryOnce(endpoint, sent, options, deadline, stop);
    if (attempt.reply) {
      attempt.reply->latency_ms = MillisecondsSince(begin);
      attempt.reply->tries = tries;
      attempt.reply->parameters = ParametersOf(sent);
      return std::move(attempt.reply);
    }
    if (RefusesSchema(attempt, asked)) {
      asked.schema = nullptr;
      continue;
    }
    if (!attempt.may_repeat) return std::move(attempt.reply);
    const auto wait = PauseBeforeNext(endpoint, attempt.http, tries, deadline);
    if (!wait) return std::move(attempt.reply);
    if (!Pause(*wait, stop)) {
      HttpReply cancelled;
      cancelled.end = HttpEnd::kCancelled;
      return tl::unexpected(Explain(cancelled, endpoint));
    }
  }
}

std::string RenderListModels(const LlmEndpoint& endpoint) {
  return Render(ProviderOf(endpoint.api).AskForModels(endpoint), endpoint);
}

Result<std::vector<std::string>> ListModels(const LlmEndpoint& endpoint, std::stop_token stop) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  std::string body;
  Exchange exchange{
      ProviderOf(endpoint.api).AskForModels(endpoint), false, Clock::now() + endpoint.timeout, {}};
  exchange.on_bytes = [&](std::string_view bytes) {
    body += bytes;
    return body.size() > endpoint.limits.reply_bytes ? Progress::kTooMuch : Progress::kSpoke;
  };
  const HttpReply http = Run(endpoint, exchange, stop);
  if (http.end != HttpEnd::kComplete || http.status != 200) {
    return tl::unexpected(Explain(http, endpoint));
  }
  const Result<Json> json = interview::ParseJson(body, "models");
  std::vector<std::string> models;
  // Both formats have a list "data" of objects with an "id".
  const Json& data = json ? Member(*json, "data") : Json();
  for (const Json& model : data) {
    if (std::string id = TextOf(model, "id"); !id.empty()) models.push_back(std::move(id));
  }
  if (models.empty()) {
    return Fail(ErrorCode::kNotFound, "The LLM endpoint at " + HostOf(endpoint.url) +
                                          " lists no models; name one in llm.model.");
  }
  std::sort(models.begin(), models.end());
  return models;
}

}  // namespace evaluators

// Where each part of the endpoint comes from.
#include "app/core/llm_setup.h"

#include <cstdlib>

#include "evaluators/llm/llm_key.h"

namespace app {
namespace {

std::string FromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// "~/key" is a file in the home folder.
std::filesystem::path WithoutTilde(const std::string& path) {
  return path.starts_with("~/") ? FromEnvironment("HOME") + path.substr(1) : path;
}

}  // namespace

interview::Result<evaluators::LlmEndpoint> MakeEndpoint(
    const LlmSettings& settings, std::shared_ptr<evaluators::LlmMeter> meter) {
  if (settings.url.empty()) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "No LLM endpoint is configured; set llm.url and llm.model in the "
                           "settings.");
  }
  interview::Result<std::string> key =
      evaluators::TakeKey(settings.key_variable, WithoutTilde(settings.key_file));
  if (!key) return Forward(key);
  evaluators::LlmEndpoint endpoint;
  endpoint.url = settings.url;
  endpoint.model = settings.model;
  endpoint.key = *std::move(key);
  endpoint.timeout = std::chrono::seconds(settings.timeout_s);
  endpoint.allow_plain_http = settings.allow_plain_http;
  endpoint.api =
      settings.api == "anthropic" ? evaluators::LlmApi::kAnthropic : evaluators::LlmApi::kOpenAi;
  endpoint.organisation = settings.organisation;
  endpoint.headers.assign(settings.headers.begin(), settings.headers.end());
  const bool from_file =
      !settings.key_file.empty() && !evaluators::HasKeyVariable(settings.key_variable);
  endpoint.key_place = from_file ? settings.key_file : settings.key_variable;
  endpoint.ca_file = FromEnvironment("SSL_CERT_FILE");
  if (endpoint.ca_file.empty()) endpoint.ca_file = FromEnvironment("CURL_CA_BUNDLE");
  endpoint.names = settings.names;
  endpoint.meter = std::move(meter);
  if (interview::Status s = evaluators::CheckEndpoint(endpoint); !s) return Forward(s);
  return endpoint;
}

LlmKeyState LookAtKey(const LlmSettings& settings) {
  const std::string& variable = settings.key_variable;
  // A variable is not taken out of the environment by looking: half of its name may be typed yet.
  const bool in_variable = !variable.empty() && (!FromEnvironment(variable.c_str()).empty() ||
                                                 evaluators::HasKeyVariable(variable));
  if (in_variable) return {LlmKeyState::Kind::kSet, variable + " is set."};
  const std::string unset = variable.empty() ? "No variable is named" : variable + " is not set";
  if (settings.key_file.empty()) {
    return {LlmKeyState::Kind::kNotSet,
            unset + "; requests go without a key, which servers on this machine often accept."};
  }
  const interview::Result<std::string> key =
      evaluators::TakeKey("", WithoutTilde(settings.key_file));
  if (!key) return {LlmKeyState::Kind::kRefused, key.error().message};
  return {LlmKeyState::Kind::kSet, unset + "; the key is read from " + settings.key_file + "."};
}

std::shared_ptr<evaluators::LlmMeter> MakeMeter(const LlmSettings& settings) {
  return std::make_shared<evaluators::LlmMeter>(
      evaluators::LlmBudget{.tokens = settings.most_tokens,
                            .money = settings.most_money,
                            .prompt_price = settings.prompt_price,
                            .completion_price = settings.completion_price});
}

}  // namespace app

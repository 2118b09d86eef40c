// The list of what was agreed to, in the settings.
#include "app/core/llm_consent.h"

#include <algorithm>

namespace app {
namespace {

// "openai http://localhost:11434/v1": an address holds no blank.
std::string Place(const LlmSettings& settings) { return settings.api + " " + settings.url; }

bool Holds(const std::vector<std::string>& agreed, const std::string& entry) {
  return std::find(agreed.begin(), agreed.end(), entry) != agreed.end();
}

void Add(std::vector<std::string>* agreed, const std::string& entry) {
  if (!Holds(*agreed, entry)) agreed->push_back(entry);
}

}  // namespace

bool HasAgreed(const LlmSettings& settings) {
  return !settings.url.empty() && Holds(settings.agreed, Place(settings) + " " + settings.model);
}

void Agree(LlmSettings* settings) {
  Add(&settings->agreed, Place(*settings) + " " + settings->model);
}

bool HasAgreedToList(const LlmSettings& settings) {
  return !settings.url.empty() && Holds(settings.agreed, Place(settings));
}

void AgreeToList(LlmSettings* settings) { Add(&settings->agreed, Place(*settings)); }

interview::Status CheckLlmIsOn(const LlmSettings& settings) {
  if (settings.enabled) return {};
  return interview::Fail(interview::ErrorCode::kInvalid,
                         "The language model is off; turn it on and name an endpoint in the "
                         "settings.");
}

interview::Status CheckLlmIsOn(const LlmSettings& settings, const interview::Session& session) {
  if (interview::Status s = CheckLlmIsOn(settings); !s) return s;
  if (session.llm_switch().value_or(true)) return {};
  return interview::Fail(interview::ErrorCode::kInvalid,
                         "The language model is off in this session; turn it on to ask it.");
}

bool LlmIsOn(const LlmSettings& settings, const interview::Session& session) {
  return CheckLlmIsOn(settings, session).has_value();
}

}  // namespace app

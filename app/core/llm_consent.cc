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

bool LlmIsOn(const LlmSettings& settings, const interview::Session& session) {
  return settings.enabled && session.llm_switch().value_or(true);
}

}  // namespace app

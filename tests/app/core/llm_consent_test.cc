// Agreement to an endpoint, and the switches.
#include "app/core/llm_consent.h"

#include <gtest/gtest.h>

namespace app {
namespace {

LlmSettings Local() {
  LlmSettings settings;
  settings.enabled = true;
  settings.url = "http://localhost:11434/v1";
  settings.model = "llama3";
  return settings;
}

TEST(LlmConsent, IsNeverThereBeforeTheUserAgrees) {
  LlmSettings settings = Local();
  EXPECT_FALSE(HasAgreed(settings));
  EXPECT_FALSE(HasAgreedToList(settings));
  Agree(&settings);
  EXPECT_TRUE(HasAgreed(settings));
  Agree(&settings);
  EXPECT_EQ(settings.agreed, std::vector<std::string>{"openai http://localhost:11434/v1 llama3"});
}

TEST(LlmConsent, IsAskedForAgainWhenAddressFormatOrModelChange) {
  LlmSettings settings = Local();
  Agree(&settings);
  LlmSettings other = settings;
  other.url = "http://localhost:11434/v2";
  EXPECT_FALSE(HasAgreed(other));
  other = settings;
  other.api = "anthropic";
  EXPECT_FALSE(HasAgreed(other));
  other = settings;
  other.model = "llama3:70b";
  EXPECT_FALSE(HasAgreed(other));
  other.model = "llama3";
  EXPECT_TRUE(HasAgreed(other));
}

TEST(LlmConsent, ToTheListOfModelsIsNoneToRequestsAndTheOtherWayRound) {
  LlmSettings settings = Local();
  AgreeToList(&settings);
  EXPECT_TRUE(HasAgreedToList(settings));
  EXPECT_FALSE(HasAgreed(settings));
  settings.agreed.clear();
  Agree(&settings);
  EXPECT_FALSE(HasAgreedToList(settings));
}

TEST(LlmConsent, NoAddressIsNoEndpoint) {
  LlmSettings settings;
  Agree(&settings);
  AgreeToList(&settings);
  EXPECT_FALSE(HasAgreed(settings));
  EXPECT_FALSE(HasAgreedToList(settings));
}

TEST(LlmSwitch, OfASessionCanOnlyTakeBackWhatTheSettingsAllow) {
  LlmSettings settings = Local();
  interview::Session session(nullptr, {}, {});
  EXPECT_TRUE(LlmIsOn(settings, session));
  (void)session.Handle({{}, interview::event::LlmSwitched{false}});
  EXPECT_FALSE(LlmIsOn(settings, session));
  (void)session.Handle({{}, interview::event::LlmSwitched{true}});
  EXPECT_TRUE(LlmIsOn(settings, session));
  settings.enabled = false;
  EXPECT_FALSE(LlmIsOn(settings, session));
}

}  // namespace
}  // namespace app

// From the settings and the environment to an endpoint that can be asked.
// Main thread only: reads and changes the environment.
#pragma once

#include <memory>

#include "app/core/llm_preview.h"
#include "app/core/settings.h"
#include "evaluators/llm/llm_endpoint.h"
#include "interview/base/result.h"

namespace app {

// The endpoint of the settings, with its key, and the certificates that SSL_CERT_FILE or
// CURL_CA_BUNDLE name. `meter` counts what is used; may be null. Fails as TakeKey and CheckEndpoint
// do, and with kInvalid where no endpoint is configured. Whether the network is on is not asked.
interview::Result<evaluators::LlmEndpoint> MakeEndpoint(
    const LlmSettings& settings, std::shared_ptr<evaluators::LlmMeter> meter);

// Whether a key can be had, without taking it out of its place.
LlmKeyState LookAtKey(const LlmSettings& settings);

// A meter with the budget and the prices of the settings: one for each session.
std::shared_ptr<evaluators::LlmMeter> MakeMeter(const LlmSettings& settings);

}  // namespace app

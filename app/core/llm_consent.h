// What the user has agreed to: requests go only to endpoints of which one has been shown, as it
// goes over the wire. Agreement is to an address, a wire format and a model; whoever changes one of
// them is asked again. Main thread; plain values.
#pragma once

#include "app/core/settings.h"
#include "interview/session/session.h"

namespace app {

// Has the user seen a request to this endpoint, and agreed to it? Never where no address is set.
bool HasAgreed(const LlmSettings& settings);
void Agree(LlmSettings* settings);

// The same for the list of models, which is asked of an address whatever the model is.
bool HasAgreedToList(const LlmSettings& settings);
void AgreeToList(LlmSettings* settings);

// Is the language model on, and in this session? The settings decide, and within what they allow
// the session's own switch. kInvalid, naming the switch, where it is off. Whether the user has
// agreed is another question.
interview::Status CheckLlmIsOn(const LlmSettings& settings);
interview::Status CheckLlmIsOn(const LlmSettings& settings, const interview::Session& session);
bool LlmIsOn(const LlmSettings& settings, const interview::Session& session);

}  // namespace app

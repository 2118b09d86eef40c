// What the commands with --llm and `onsite sessions feedback` share: the user agrees to an endpoint
// before anything is sent to it, and feedback is asked for and shown.
// Main thread only.
#pragma once

#include <string>
#include <vector>

#include "app/cli/command_context.h"
#include "app/core/app_core.h"
#include "app/core/settings.h"
#include "evaluators/llm/feedback.h"

namespace app {

struct LlmOptions {
  bool asks = false;  // --llm
  bool yes = false;   // --yes
};

void AddLlmOptions(CLI::App* command, LlmOptions* options);

// Has the user agreed to the endpoint of `settings`? If not yet, shows `preview`, the request as it
// would be sent, on standard error and takes --yes or a "y" on a terminal for it, which is then in
// `settings`. Fails the command where neither came.
bool AgreesToSend(const std::string& preview, const LlmOptions& options, LlmSettings* settings,
                  CommandContext* context);

// Asks about an answer that is not part of a session. What the model says comes back as JSON, with
// "error" alone where it failed, which is told on standard error; as text it is printed. Null where
// the command was failed.
interview::Json AskAboutAnswer(const AppPaths& paths, evaluators::FeedbackRequest request,
                               const LlmOptions& options, CommandContext* context);

// Asks about parts of the session on view, one after the other, and stores each reply as it comes,
// so that whatever ends the program, Ctrl-C included, loses at most the one under way. With
// `ends_at_failure` the first that fails fails the command. Null where the command was failed.
struct SessionAsking {
  std::vector<interview::FeedbackTarget> about;
  bool ends_at_failure = false;
};
interview::Json AskAboutSession(AppCore* core, const SessionAsking& asking,
                                const LlmOptions& options, CommandContext* context);

}  // namespace app

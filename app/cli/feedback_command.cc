// Consent, then requests one by one.
#include "app/cli/feedback_command.h"

#include <unistd.h>

#include <iostream>

#include "app/core/feedback_job.h"
#include "app/core/feedback_text.h"
#include "app/core/llm_consent.h"
#include "app/core/llm_setup.h"

namespace app {
namespace {

using interview::ErrorCode;
using interview::Feedback;
using interview::Json;
using interview::Result;

// For people, or into the list.
void Show(const Feedback& feedback, const std::string& about, const CommandContext& context) {
  if (context.json) return;
  std::cout << "\nFeedback on " << about << ":\n\n" << FeedbackMarkdown(feedback) << std::flush;
}

// Until the feedback under way is there or has failed.
void Wait(AppCore* core) {
  while (core->state().feedback.state == Pending<Feedback>::State::kPending) {
    core->WaitForResult(std::chrono::milliseconds(100));
    core->Tick();
  }
}

}  // namespace

void AddLlmOptions(CLI::App* command, LlmOptions* options) {
  CLI::Option* llm =
      command->add_flag("--llm", options->asks, "Ask the configured endpoint for feedback as well");
  command->add_flag("--yes", options->yes, "Agree to send to the endpoint what is shown")
      ->needs(llm);
}

bool AgreesToSend(const std::string& preview, const LlmOptions& options, LlmSettings* settings,
                  CommandContext* context) {
  if (HasAgreed(*settings)) return true;
  std::cerr << "This is sent to " << evaluators::HostOf(settings->url)
            << " first, and more like it later:\n\n"
            << preview << "\n\n";
  bool agrees = options.yes;
  if (!agrees && ::isatty(STDIN_FILENO) != 0) {
    std::cerr << "Send it? [y/N] " << std::flush;
    std::string line;
    std::getline(std::cin, line);
    agrees = line == "y" || line == "Y" || line == "yes";
  }
  if (!agrees) {
    context->Fail({ErrorCode::kInvalid,
                   "Nothing was sent; run it again with --yes if you agree to what is shown.",
                   {}});
    return false;
  }
  Agree(settings);
  return true;
}

Json AskAboutAnswer(const AppPaths& paths, evaluators::FeedbackRequest request,
                    const LlmOptions& options, CommandContext* context) {
  Result<Settings> settings = LoadSettings(paths.settings);
  if (!settings) return context->Fail(settings.error()), nullptr;
  request.wants_score = settings->llm.second_score;
  if (const auto s = CheckLlmIsOn(settings->llm); !s) return context->Fail(s.error()), nullptr;
  const auto endpoint = MakeEndpoint(settings->llm, MakeMeter(settings->llm));
  if (!endpoint) return context->Fail(endpoint.error()), nullptr;
  const Result<std::string> preview = evaluators::RenderFeedbackRequest(*endpoint, request);
  if (!preview) return context->Fail(preview.error()), nullptr;
  const LlmSettings before = settings->llm;
  if (!AgreesToSend(*preview, options, &settings->llm, context)) return nullptr;
  if (settings->llm != before) {
    if (const auto s = SaveSettings(*settings, paths.settings); !s) {
      return context->Fail(s.error()), nullptr;
    }
  }
  const Result<Feedback> feedback = evaluators::AskForFeedback(*endpoint, request, {}, {});
  if (!feedback) {
    std::cerr << "onsite: " << feedback.error().message << "\n";
    return {{"error", feedback.error().message}};
  }
  Show(*feedback, TargetName(feedback->about), *context);
  return ToJson(*feedback);
}

Json AskAboutSession(AppCore* core, const SessionAsking& asking, const LlmOptions& options,
                     CommandContext* context) {
  Json list = Json::array();
  if (asking.about.empty()) return list;
  Settings settings = core->state().settings;
  if (const auto s = CheckLlmIsOn(settings.llm); !s) return context->Fail(s.error()), nullptr;
  const Result<std::string> preview =
      PreviewFeedback(*core->state().viewed, asking.about.front(), core->state());
  if (!preview) return context->Fail(preview.error()), nullptr;
  if (!AgreesToSend(*preview, options, &settings.llm, context)) return nullptr;
  if (settings != core->state().settings) core->Apply(command::ChangeSettings{settings});
  for (const interview::FeedbackTarget& about : asking.about) {
    core->Apply(command::AskFeedback{about});
    Wait(core);
    const Pending<Feedback>& reply = core->state().feedback;
    if (reply.state == Pending<Feedback>::State::kReady) {
      list.push_back(ToJson(*reply.value));
      Show(*reply.value, TargetName(about), *context);
      continue;
    }
    if (asking.ends_at_failure) return context->Fail({ErrorCode::kOffline, reply.why, {}}), nullptr;
    std::cerr << "onsite: " << reply.why << "\n";
    list.push_back({{"question", about.question}, {"error", reply.why}});
  }
  return list;
}

}  // namespace app

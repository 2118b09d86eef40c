// `onsite llm check`: does the configured endpoint work, and how well?
#include <iostream>

#include "app/cli/command_context.h"
#include "app/core/llm_setup.h"
#include "app/core/settings.h"
#include "evaluators/llm/llm_check.h"

namespace app {
namespace {

interview::Json ToJson(const evaluators::LlmCheck& check, const evaluators::LlmEndpoint& endpoint) {
  const evaluators::ChatReply& reply = check.reply;
  return {{"url", endpoint.url},
          {"address", reply.address},
          {"encryption", reply.encryption},
          {"certificate", reply.certificate},
          {"model", reply.model.empty() ? endpoint.model : reply.model},
          {"first_token_ms", reply.first_token_ms},
          {"latency_ms", reply.latency_ms},
          {"tries", reply.tries},
          {"prompt_tokens", reply.prompt_tokens},
          {"completion_tokens", reply.completion_tokens},
          {"tokens_are_estimated", reply.tokens_are_estimated},
          {"text", reply.text},
          {"models", check.models},
          {"request", check.request}};
}

void PrintText(const evaluators::LlmCheck& check, const evaluators::LlmEndpoint& endpoint) {
  const evaluators::ChatReply& reply = check.reply;
  std::cout << "Sent:\n\n"
            << check.request << "\n\nThe endpoint works.\n"
            << "  address      " << reply.address << "\n"
            << "  encryption   "
            << (reply.certificate.empty()
                    ? "none"
                    : reply.encryption + "\n  certificate  " + reply.certificate)
            << "\n  model        " << (reply.model.empty() ? endpoint.model : reply.model)
            << "\n  first token  after " << reply.first_token_ms << " ms\n"
            << "  reply        after " << reply.latency_ms << " ms, try " << reply.tries << "\n"
            << "  tokens       " << reply.prompt_tokens << " sent, " << reply.completion_tokens
            << " received" << (reply.tokens_are_estimated ? " (estimated)" : "") << "\n"
            << "  said         " << reply.text << "\n";
}

void Check(CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const interview::Result<Settings> settings = LoadSettings(paths->settings);
  if (!settings) return context->Fail(settings.error());
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(settings->llm, MakeMeter(settings->llm));
  if (!endpoint) return context->Fail(endpoint.error());
  const interview::Result<evaluators::LlmCheck> check = evaluators::CheckLlm(*endpoint, {});
  if (!check) return context->Fail(check.error());
  if (context->json) return context->Print(ToJson(*check, *endpoint));
  PrintText(*check, *endpoint);
}

}  // namespace

void AddLlmCommands(CLI::App& app, CommandContext* context) {
  CLI::App* llm = app.add_subcommand("llm", "The language model, where one is configured");
  llm->require_subcommand(1);
  llm->add_subcommand("check", "One tiny real request to the endpoint of the settings")
      ->callback([=] { Check(context); });
}

}  // namespace app

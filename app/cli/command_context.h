// What the commands share: output, errors, bank and evaluators.
// Main thread only.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/cli/cli.h"
#include "app/core/app_core.h"
#include "app/core/app_paths.h"
#include "evaluators/evaluator.h"
#include "interview/bank/question_bank.h"
#include "interview/base/json.h"
#include "interview/base/result.h"

namespace app {

struct CommandContext {
  bool json = false;
  int exit_code = kDone;
  bool limits_only_sandbox = false;

  // One sentence to stderr, and the exit code that its kind asks for.
  void Fail(const interview::Error& error);
  // One JSON object to stdout.
  void Print(const interview::Json& json_value) const;

  // These fail the command themselves: check the pointer.
  std::unique_ptr<AppPaths> Paths();
  std::unique_ptr<interview::QuestionBank> Bank(const AppPaths& paths);
  std::unique_ptr<AppCore> OpenCore();
};

void AddBankCommands(CLI::App& app, CommandContext* context);
void AddJudgeCommands(CLI::App& app, CommandContext* context);
void AddGradeCommands(CLI::App& app, CommandContext* context);
void AddInterviewCommands(CLI::App& app, CommandContext* context);
void AddLlmCommands(CLI::App& app, CommandContext* context);
void AddSessionCommands(CLI::App& app, CommandContext* context);
void AddProgressCommands(CLI::App& app, CommandContext* context);
void AddDoctorCommands(CLI::App& app, CommandContext* context);

}  // namespace app

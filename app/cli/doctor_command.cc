// `onsite doctor`: what this machine can do, and what mends the rest.
#include <algorithm>
#include <iostream>

#include "app/cli/command_context.h"
#include "app/core/doctor.h"

namespace app {
namespace {

void Run(CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const std::vector<DoctorCheck> checks = ExamineMachine(*paths);
  if (context->json) {
    context->Print({{"checks", ToJson(checks)}});
  } else {
    for (const DoctorCheck& check : checks) {
      const char* mark = check.status == DoctorCheck::Status::kPass      ? "PASS   "
                         : check.status == DoctorCheck::Status::kCaution ? "CAUTION"
                                                                         : "FAIL   ";
      std::cout << mark << "  " << check.name << ": " << check.message << "\n";
      if (!check.remedy.empty()) std::cout << "         mend it with: " << check.remedy << "\n";
    }
  }
  const bool failed = std::any_of(checks.begin(), checks.end(), [](const DoctorCheck& check) {
    return check.status == DoctorCheck::Status::kFail;
  });
  if (failed) context->exit_code = kBrokenEnvironment;
}

}  // namespace

void AddDoctorCommands(CLI::App& app, CommandContext* context) {
  app.add_subcommand("doctor", "Check compilers, sandbox, fonts, display and data")->callback([=] {
    Run(context);
  });
}

}  // namespace app

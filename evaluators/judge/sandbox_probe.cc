// The self-test of the sandbox: tries it, and turns each known refusal into the command that mends
// it.
#include "evaluators/judge/sandbox_probe.h"

#include <unistd.h>

#include <filesystem>
#include <string>

#include "evaluators/judge/sandbox.h"
#include "interview/base/files.h"

namespace evaluators {

using interview::ErrorCode;
using interview::Fail;
using interview::Status;

namespace {

const char* const kSwitches = "/proc/sys";

// The one number in a file of /proc/sys; `missing` when this kernel has no such switch.
long Switch(const std::filesystem::path& file, long missing) {
  const interview::Result<std::string> text = interview::ReadFile(file);
  return text ? std::atol(text->c_str()) : missing;
}

}  // namespace

Status NamespacesForbidden(const std::filesystem::path& switches, const std::string& detail) {
  if (detail.find("Unknown option") != std::string::npos) {
    return Fail(ErrorCode::kInternal,
                "This bubblewrap is older than 0.8, which the sandbox needs, so no code is run. "
                "Install it: sudo apt update && sudo apt install bubblewrap",
                detail);
  }
  if (Switch(switches / "kernel/apparmor_restrict_unprivileged_userns", 0) == 1) {
    return Fail(ErrorCode::kInternal,
                "AppArmor forbids bubblewrap to make the sandbox, so no code is run. Allow it: "
                "printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap /usr/bin/bwrap "
                "flags=(unconfined) {\\n  userns,\\n}\\n' | sudo tee /etc/apparmor.d/bwrap && "
                "sudo apparmor_parser -r /etc/apparmor.d/bwrap",
                detail);
  }
  if (Switch(switches / "kernel/unprivileged_userns_clone", 1) == 0) {
    return Fail(ErrorCode::kInternal,
                "This system forbids user namespaces, which the sandbox needs, so no code is run. "
                "Allow them: sudo sysctl -w kernel.unprivileged_userns_clone=1",
                detail);
  }
  if (Switch(switches / "user/max_user_namespaces", 1) == 0) {
    return Fail(
        ErrorCode::kInternal,
        "This system allows no user namespaces, which the sandbox needs, so no code is run. "
        "Allow them: sudo sysctl -w user.max_user_namespaces=15000",
        detail);
  }
  return Fail(
      ErrorCode::kInternal,
      "The sandbox cannot be made here, so no code is run. In a container, start it with user "
      "namespaces allowed (for example: docker run --security-opt seccomp=unconfined "
      "--security-opt systempaths=unconfined …).",
      detail);
}

std::string SandboxCaution(SandboxMode mode) {
  if (mode == SandboxMode::kNamespaces) return {};
  return "The sandbox was weaker than it should be (--sandbox=limits-only): limits and a filter "
         "held the program, but it was not shut off from this system.";
}

Status ProbeSandbox(const JudgeConfig& config) {
  const bool needs_bwrap = config.sandbox == SandboxMode::kNamespaces;
  if (needs_bwrap && ::access(config.bwrap.c_str(), X_OK) != 0) {
    return Fail(ErrorCode::kInternal,
                "The sandbox program bubblewrap is not installed, so no code is run. Install it: "
                "sudo apt install bubblewrap");
  }
  BoxSpec spec;
  spec.command = {"/usr/bin/true"};
  interview::Result<std::unique_ptr<Box>> box = Box::Start(config, spec);
  if (!box) {
    if (box.error().message.find("onsite doctor") == std::string::npos) return Forward(box);
    return NamespacesForbidden(kSwitches, box.error().detail);
  }
  const Exchange run = (*box)->WaitForEnd({2000, 10'000}, {});
  const BoxEnd& end = (*box)->end();
  if (run.event == BoxEvent::kEnded && end.is_known && end.exit_code == 0) return {};
  return NamespacesForbidden(kSwitches, run.err);
}

}  // namespace evaluators

// Bubblewrap's flags, the program's environment, and the arguments of PID 1.
#include "evaluators/judge/box_command.h"

#include "evaluators/judge/process.h"

namespace evaluators {

namespace {

void Append(std::vector<std::string>* argv, std::initializer_list<std::string> words) {
  argv->insert(argv->end(), words);
}

std::map<std::string, std::string> Environment(const BoxSpec& spec) {
  std::map<std::string, std::string> environment = {
      {"PATH", "/usr/bin"},     {"HOME", "/tmp"},         {"TMPDIR", "/tmp"},
      {"LANG", "C.UTF-8"},      {"OMP_NUM_THREADS", "1"}, {"OPENBLAS_NUM_THREADS", "1"},
      {"MKL_NUM_THREADS", "1"}, {"PYTHONHASHSEED", "0"},  {"PYTHONDONTWRITEBYTECODE", "1"}};
  for (const auto& [name, value] : spec.environment) environment[name] = value;
  return environment;
}

}  // namespace

std::vector<std::string> BoxEnvironment(const BoxSpec& spec) {
  std::vector<std::string> words;
  for (const auto& [name, value] : Environment(spec)) words.push_back(name + "=" + value);
  return words;
}

// Without --die-with-parent, for the same reason as kInfoReaderFd. PID 1 watches whether the judge
// lives.
std::vector<std::string> BubblewrapFlags(const JudgeConfig& config, const BoxSpec& spec) {
  std::vector<std::string> argv = {config.bwrap.string()};
  Append(&argv, {"--unshare-all", "--unshare-user", "--disable-userns", "--new-session",
                 "--cap-drop", "ALL", "--as-pid-1", "--hostname", "box", "--clearenv", "--info-fd",
                 std::to_string(kInfoFd)});
  for (const auto& [name, value] : Environment(spec)) Append(&argv, {"--setenv", name, value});
  Append(&argv, {"--ro-bind", "/usr", "/usr"});
  Append(&argv, {"--symlink", "usr/lib", "/lib"});
  Append(&argv, {"--symlink", "usr/lib64", "/lib64"});
  Append(&argv, {"--symlink", "usr/bin", "/bin"});
  Append(&argv, {"--ro-bind-try", "/etc/alternatives", "/etc/alternatives"});
  Append(&argv, {"--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"});
  Append(&argv, {"--tmpfs", "/dev/shm", "--remount-ro", "/dev/shm"});
  Append(&argv, {"--size", std::to_string(static_cast<std::size_t>(spec.limits.tmp_mb) << 20),
                 "--tmpfs", "/tmp"});
  int fd = kFirstFileFd;
  for (const BoxFile& file : spec.files) {
    Append(&argv, {"--perms", file.is_executable ? "0555" : "0444", "--ro-bind-data",
                   std::to_string(fd++), file.path});
  }
  for (std::size_t i = 0; i < spec.binds.size(); ++i) {
    Append(&argv, {"--ro-bind",
                   RunsAsRoot() ? kStagedPath + std::to_string(i) : spec.binds[i].source.string(),
                   spec.binds[i].path});
  }
  Append(&argv, {"--remount-ro", "/", "--chdir", "/tmp"});
  return argv;
}

std::vector<std::string> InitCommand(const BoxSpec& spec, const std::vector<std::string>& further) {
  const BoxLimits& limits = spec.limits;
  std::vector<std::string> argv = {"/proc/self/fd/" + std::to_string(kInitFd),
                                   "status=" + std::to_string(kStatusFd)};
  if (!spec.artifact.empty()) {
    Append(&argv, {"artifact_fd=" + std::to_string(kArtifactFd), "artifact=" + spec.artifact,
                   "artifact_mb=" + std::to_string(limits.file_mb)});
  }
  const long cpu_s = static_cast<long>(limits.total_cpu_ms / 1000) + 2;
  Append(&argv,
         {"cpu_s=" + std::to_string(cpu_s), "as_mb=" + std::to_string(limits.address_space_mb),
          "processes=" + std::to_string(limits.processes),
          "file_mb=" + std::to_string(limits.file_mb), "files=" + std::to_string(limits.open_files),
          "stack_mb=" + std::to_string(limits.stack_mb)});
  argv.insert(argv.end(), further.begin(), further.end());
  argv.push_back("--");
  argv.insert(argv.end(), spec.command.begin(), spec.command.end());
  return argv;
}

}  // namespace evaluators

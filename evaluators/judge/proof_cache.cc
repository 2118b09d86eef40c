// Files of the proof cache.
#include "evaluators/judge/proof_cache.h"

#include <initializer_list>

#include "interview/base/files.h"
#include "interview/base/hash.h"
#include "interview/model/language.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPythonPackages = "/usr/lib/python3/dist-packages";

void AddContent(const fs::path& file, interview::Fingerprint* fingerprint) {
  fingerprint->Add(file.filename().string());
  fingerprint->Add(interview::ReadFile(file).value_or(""));
}

// Of what is large or a folder: where it lies, its size, and when it was written.
void AddStamp(const fs::path& path, interview::Fingerprint* fingerprint) {
  std::error_code ec;
  const fs::path real = fs::canonical(path, ec);
  fingerprint->Add(real.string());
  if (ec) return;
  fingerprint->Add(std::to_string(fs::last_write_time(real, ec).time_since_epoch().count()));
  if (fs::is_regular_file(real, ec)) fingerprint->Add(std::to_string(fs::file_size(real, ec)));
}

fs::path PlaceOf(const JudgeConfig& config, const interview::Question& question) {
  return config.cache_dir / "proofs" / question.id;
}

std::string ProofOf(const std::string& judge, const interview::Question& question) {
  return judge + " " + question.content_hash + "\n";
}

}  // namespace

std::string JudgeFingerprint(const JudgeConfig& config) {
  interview::Fingerprint fingerprint;
  for (const fs::path& file : interview::ListFolder(config.drivers_dir)) {
    AddContent(file, &fingerprint);
  }
  AddContent(config.box_init, &fingerprint);
  fingerprint.Add(std::to_string(static_cast<int>(config.sandbox)));
  for (const fs::path& path :
       std::initializer_list<fs::path>{"/proc/self/exe", config.bwrap, config.python, config.gxx,
                                       config.clangxx, kPythonPackages}) {
    AddStamp(path, &fingerprint);
  }
  for (const interview::Language language : interview::kLanguages) {
    for (const std::string_view program : interview::InfoOf(language).runtime.programs) {
      AddStamp(config.programs_dir / program, &fingerprint);
    }
  }
  return fingerprint.Hex();
}

bool IsProved(const JudgeConfig& config, const std::string& judge,
              const interview::Question& question) {
  const interview::Result<std::string> kept = interview::ReadFile(PlaceOf(config, question));
  return kept && *kept == ProofOf(judge, question);
}

void KeepProof(const JudgeConfig& config, const std::string& judge,
               const interview::Question& question) {
  (void)interview::WriteFileAtomically(PlaceOf(config, question), ProofOf(judge, question));
}

}  // namespace evaluators

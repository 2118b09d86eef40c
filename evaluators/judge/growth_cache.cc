// Files of the growth cache.
#include "evaluators/judge/growth_cache.h"

#include "interview/base/files.h"
#include "interview/base/hash.h"
#include "interview/base/json.h"

namespace evaluators {
namespace {

std::filesystem::path FileOf(const JudgeConfig& config, const interview::Question& question,
                             interview::Language language, const std::string& source) {
  interview::Fingerprint fingerprint;
  fingerprint.Add(question.content_hash);
  fingerprint.Add(ToString(language));
  fingerprint.Add(source);
  return config.cache_dir / "growth" / (fingerprint.Hex() + ".json");
}

}  // namespace

std::optional<interview::GrowthFit> FindGrowth(const JudgeConfig& config,
                                               const interview::Question& question,
                                               interview::Language language,
                                               const std::string& source) {
  const auto text = interview::ReadFile(FileOf(config, question, language, source));
  if (!text) return std::nullopt;
  const auto json = interview::ParseJson(*text, "growth cache");
  if (!json) return std::nullopt;
  interview::JsonReader reader(*json, "growth cache");
  const interview::GrowthFit fit = interview::ParseGrowthFit(&reader);
  if (!reader.Finish()) return std::nullopt;
  return fit;
}

void KeepGrowth(const JudgeConfig& config, const interview::Question& question,
                interview::Language language, const std::string& source,
                const interview::GrowthFit& fit) {
  if (fit.growth_class.empty()) return;
  (void)interview::WriteFileAtomically(FileOf(config, question, language, source),
                                       interview::DumpJson(ToJson(fit)));
}

}  // namespace evaluators

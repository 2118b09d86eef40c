// Files of the growth cache.
#include "evaluators/judge/growth_cache.h"

#include <algorithm>
#include <string_view>

#include "interview/base/files.h"
#include "interview/base/hash.h"
#include "interview/base/json.h"

namespace evaluators {
namespace {

constexpr const char* kMethod = "2";  // raised when what is measured, or how, changes

// Past the literal that opens at `at`; a line end closes it where `is_one_line`.
std::size_t EndOfLiteral(std::string_view source, std::size_t at, std::string_view quote,
                         bool is_one_line) {
  at += quote.size();
  while (at < source.size() && source.substr(at, quote.size()) != quote) {
    if (is_one_line && source[at] == '\n') return at;
    at += source[at] == '\\' ? 2 : 1;
  }
  return std::min(at + quote.size(), source.size());
}

std::string WithoutComments(std::string_view source, interview::Language language) {
  const bool is_python = language == interview::Language::kPython;
  std::string kept;
  for (std::size_t at = 0; at < source.size();) {
    const std::string_view rest = source.substr(at);
    std::size_t end = at;
    if (is_python && (rest.starts_with("\"\"\"") || rest.starts_with("'''"))) {
      end = EndOfLiteral(source, at, rest.substr(0, 3), false);
    } else if (rest[0] == '"' || rest[0] == '\'') {
      end = EndOfLiteral(source, at, rest.substr(0, 1), true);
    } else if (rest.starts_with(is_python ? "#" : "//")) {
      at = std::min(source.find('\n', at), source.size());
      continue;
    } else if (!is_python && rest.starts_with("/*")) {
      kept += ' ';
      const std::size_t close = source.find("*/", at + 2);
      at = close == std::string_view::npos ? source.size() : close + 2;
      continue;
    } else {
      kept += rest[0];
      ++at;
      continue;
    }
    kept += source.substr(at, end - at);
    at = end;
  }
  return kept;
}

// Without blank lines and spaces at the ends of lines.
std::string WithoutBlanks(std::string_view text) {
  std::string kept;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (!line.empty()) kept.append(line) += '\n';
    begin = end + 1;
  }
  return kept;
}

}  // namespace

std::string CodeAlone(const std::string& source, interview::Language language) {
  // A quote inside a raw string or a regular expression would mislead; such code counts as it is.
  const bool is_plain =
      language == interview::Language::kPython ||
      (language == interview::Language::kCpp && source.find("R\"") == std::string::npos &&
       source.find("\\\n") == std::string::npos);
  return is_plain ? WithoutBlanks(WithoutComments(source, language)) : source;
}

namespace {

std::filesystem::path FileOf(const JudgeConfig& config, const interview::Question& question,
                             interview::Language language, const std::string& source) {
  interview::Fingerprint fingerprint;
  fingerprint.Add(question.content_hash);
  fingerprint.Add(ToString(language));
  fingerprint.Add(kMethod);
  fingerprint.Add(CodeAlone(source, language));
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

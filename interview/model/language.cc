// The list of languages, and every question that it answers.
#include "interview/model/language.h"

#include <algorithm>

namespace interview {

const LanguageInfo& InfoOf(Language language) {
  static const std::array<LanguageInfo, kLanguages.size()> all = {PythonLanguage(), CppLanguage(),
                                                                  JavascriptLanguage()};
  return *std::find_if(all.begin(), all.end(),
                       [language](const LanguageInfo& info) { return info.language == language; });
}

std::string_view ToString(Language language) { return InfoOf(language).name; }

std::string_view DisplayName(Language language) { return InfoOf(language).display_name; }

std::optional<Language> ParseLanguage(std::string_view name) {
  for (const Language language : kLanguages) {
    if (InfoOf(language).name == name) return language;
  }
  return std::nullopt;
}

std::optional<Language> LanguageOfFile(std::string_view file_name) {
  for (const Language language : kLanguages) {
    if (file_name.ends_with("." + std::string(InfoOf(language).extension))) return language;
  }
  return std::nullopt;
}

std::string LanguageNames() {
  std::string names;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (i > 0) names += i + 1 < kLanguages.size() ? ", " : " or ";
    names += ToString(kLanguages[i]);
  }
  return names;
}

std::string ParameterType(const Parameter& parameter, Language language) {
  return InfoOf(language).parameter_type(parameter);
}

std::string ReturnType(const Type& type, Language language) {
  return InfoOf(language).result_type(type);
}

std::string StarterCode(const Signature& signature, Language language) {
  return InfoOf(language).starter(signature);
}

}  // namespace interview

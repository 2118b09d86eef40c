// One pass over the template.
#include "evaluators/llm/prompt_template.h"

#include <set>

namespace evaluators {

interview::Result<std::string> FillTemplate(std::string_view text,
                                            const std::map<std::string, std::string>& fields) {
  std::string filled;
  std::set<std::string> used;
  while (true) {
    const std::size_t open = text.find("{{");
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find("}}", open);
    const std::string name(text.substr(
        open + 2, close == std::string_view::npos ? std::string_view::npos : close - open - 2));
    const auto field = fields.find(name);
    if (close == std::string_view::npos || field == fields.end()) {
      return interview::Fail(interview::ErrorCode::kInternal,
                             "A prompt asks for a field {{" + name.substr(0, 40) +
                                 "}} that Onsite does not have; mend the file in assets/prompts.");
    }
    filled += field->second;
    used.insert(name);
    text.remove_prefix(close + 2);
  }
  for (const auto& [name, value] : fields) {
    if (!used.contains(name)) {
      return interview::Fail(
          interview::ErrorCode::kInternal,
          "A prompt leaves out the field {{" + name + "}}; mend the file in assets/prompts.");
    }
  }
  return filled;
}

}  // namespace evaluators

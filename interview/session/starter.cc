// Starter code of coding and ML coding questions.
#include "interview/session/starter.h"

namespace interview {
namespace {

std::string MlStarter(const MlSymbol& symbol, const std::string& indent, bool method) {
  std::string params = method ? "self" : "";
  std::string notes;
  for (const MlParameter& p : symbol.params) {
    params += (params.empty() ? "" : ", ") + p.name;
    notes += indent + "    # " + p.name + ": " + p.type + "\n";
  }
  if (!symbol.returns.empty()) notes += indent + "    # returns: " + symbol.returns + "\n";
  return indent + "def " + symbol.name + "(" + params + "):\n" + notes + indent +
         "    raise NotImplementedError\n";
}

}  // namespace

std::string StarterSource(const Question& question, Language language) {
  if (const auto* coding = std::get_if<CodingSpec>(&question.spec)) {
    return StarterCode(coding->signature, language);
  }
  const auto* ml = std::get_if<MlCodingSpec>(&question.spec);
  if (ml == nullptr || language != Language::kPython) return {};
  std::string code = "import numpy as np\n";
  for (const MlSymbol& symbol : ml->symbols) {
    code += "\n\n";
    if (symbol.kind == MlSymbol::Kind::kFunction) {
      code += MlStarter(symbol, "", false);
    } else {
      code += "class " + symbol.name + ":\n";
      for (std::size_t i = 0; i < symbol.methods.size(); ++i) {
        code += (i == 0 ? "" : "\n") + MlStarter(symbol.methods[i], "    ", true);
      }
    }
  }
  return code;
}

}  // namespace interview

// Which libraries a Python source imports that take long to import. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace evaluators {

// The modules of numpy, scipy, pandas, scikit-learn and torch that `source` names in its import
// lines ("numpy,sklearn.cluster"), sorted, each once. A guess from the text: a driver that imports
// them ahead behaves as one that does not, only faster.
std::string SlowImports(std::string_view source);

}  // namespace evaluators

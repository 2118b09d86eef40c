// Python 3: the boxes of its drivers, and a solution in one of them.
#include <unistd.h>

#include "evaluators/judge/language.h"
#include "evaluators/judge/python_imports.h"

namespace evaluators {

using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Result;
using interview::Signature;

Result<BoxSpec> PythonBox(const JudgeConfig& config, const std::string& driver,
                          const std::vector<std::string>& modules, const std::string& source) {
  if (::access(config.python.c_str(), X_OK) != 0) {
    return Fail(ErrorCode::kInternal, "Python 3 is missing at " + config.python.string() +
                                          ". Install it: sudo apt install python3 python3-numpy");
  }
  BoxSpec box;
  box.command = {config.python.string(), "-I", "/onsite/" + driver, SlowImports(source)};
  std::vector<std::string> names = modules;
  names.push_back(driver);
  for (const std::string& name : names) {
    Result<BoxFile> file = DriverFile(config, name);
    if (!file) return Forward(file);
    box.files.push_back(std::move(*file));
  }
  box.limits.stack_mb = 256;
  return box;
}

Result<BoxSpec> PythonSolutionBox(const JudgeConfig& config, const std::string& source) {
  return PythonBox(config, "python_driver.py",
                   {"onsite_wire.py", "onsite_values.py", "onsite_source.py"}, source);
}

Result<Prepared> PreparePython(const JudgeConfig& config, const Signature& signature,
                               const std::string& source) {
  Result<BoxSpec> box = PythonSolutionBox(config, source);
  if (!box) return Forward(box);
  Json load = SignatureForDriver(signature);
  load["source"] = source;
  Prepared prepared;
  prepared.program = Program{std::move(*box), interview::DumpJson(load)};
  return prepared;
}

}  // namespace evaluators

// What all languages share, and Python.
#include "evaluators/judge/language.h"

#include <unistd.h>

#include "evaluators/judge/python_imports.h"
#include "interview/base/files.h"

namespace evaluators {

using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Language;
using interview::Parameter;
using interview::Result;
using interview::Signature;
using interview::Type;

std::optional<Rejection> RejectSource(const std::string& source) {
  constexpr std::size_t kMostSource = std::size_t{256} << 10;
  const auto reject = [](std::string message) {
    Rejection rejection;
    rejection.message = message;
    rejection.diagnostics = {{0, 0, "error", std::move(message)}};
    return rejection;
  };
  if (source.size() > kMostSource) return reject("The source is larger than 256 KB; shorten it.");
  if (source.find('\0') != std::string::npos) {
    return reject("The source holds a NUL byte; remove it.");
  }
  if (source.find_first_not_of(" \t\r\n") == std::string::npos) {
    return reject("There is no code yet; write the function that the starter names.");
  }
  try {
    (void)Json(source).dump();
  } catch (const Json::exception&) {
    return reject("The source is not valid UTF-8; save it as UTF-8.");
  }
  return std::nullopt;
}

namespace {

Json TypeForDriver(const Type& type) {
  Json json = Json::array({std::string(ToString(Type{type.kind, {}}))});
  for (const Type& element : type.of) json.push_back(TypeForDriver(element));
  return json;
}

Json ParametersForDriver(const std::vector<Parameter>& params) {
  const std::vector<Parameter> passed = PassedParameters(params);
  Json json = Json::array();
  std::size_t next = 0;
  for (const Parameter& param : params) {
    const bool is_passed = next < passed.size() && passed[next].name == param.name;
    if (is_passed) ++next;
    json.push_back({{"name", param.name},
                    {"type", TypeForDriver(param.type)},
                    {"mutates", param.mutates},
                    {"is_tail", !is_passed}});
  }
  return json;
}

Json SignatureForDriver(const Signature& signature) {
  const bool is_class = signature.kind == Signature::Kind::kClass;
  Json json = {{"kind", is_class ? "class" : "function"},
               {"name", signature.name},
               {"params", ParametersForDriver(signature.params)},
               {"returns", TypeForDriver(signature.returns)}};
  Json methods = Json::object();
  for (const interview::Method& method : signature.methods) {
    methods[method.name] = {{"params", ParametersForDriver(method.params)},
                            {"returns", TypeForDriver(method.returns)}};
  }
  json["methods"] = std::move(methods);
  return json;
}

}  // namespace

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
    Result<std::string> text = interview::ReadFile(config.drivers_dir / name);
    if (!text) {
      return Fail(ErrorCode::kInternal, "The judge misses its file " +
                                            (config.drivers_dir / name).string() +
                                            "; install Onsite again.");
    }
    box.files.push_back({"/onsite/" + name, std::move(*text)});
  }
  box.limits.stack_mb = 256;
  return box;
}

namespace {

Result<BoxSpec> PythonSolutionBox(const JudgeConfig& config, const std::string& source) {
  return PythonBox(config, "python_driver.py",
                   {"onsite_wire.py", "onsite_values.py", "onsite_source.py"}, source);
}

}  // namespace

Result<std::optional<BoxSpec>> BoxAhead(const JudgeConfig& config, Language language,
                                        const std::string& source) {
  if (language != Language::kPython) return std::nullopt;
  Result<BoxSpec> box = PythonSolutionBox(config, source);
  if (!box) return Forward(box);
  return std::optional(std::move(*box));
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

Result<Prepared> Prepare(const JudgeConfig& config, const Signature& signature, Language language,
                         const std::string& source, std::stop_token stop) {
  if (std::optional<Rejection> rejection = RejectSource(source)) {
    Prepared prepared;
    prepared.rejection = std::move(*rejection);
    return prepared;
  }
  switch (language) {
    case Language::kPython:
      return PreparePython(config, signature, source);
    case Language::kCpp:
      return PrepareCpp(config, signature, source, std::move(stop));
    case Language::kJavascript:
      break;
  }
  return Fail(ErrorCode::kInvalid,
              "Solutions in JavaScript cannot be judged yet; choose Python or C++.");
}

}  // namespace evaluators

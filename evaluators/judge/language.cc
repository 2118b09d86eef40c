// What all languages share: sources that are refused, signatures for the drivers, and whatever runs
// by its interpreter alone.
#include "evaluators/judge/language.h"

#include <unistd.h>

#include <map>

#include "interview/base/files.h"
#include "interview/model/language.h"

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
                    {"is_tail", !is_passed},
                    {"is_wide", interview::IsWide(param)}});
  }
  return json;
}

}  // namespace

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

Result<BoxFile> DriverFile(const JudgeConfig& config, const std::string& name) {
  Result<std::string> text = interview::ReadFile(config.drivers_dir / name);
  if (text) return BoxFile{"/onsite/" + name, std::move(*text)};
  return Fail(ErrorCode::kInternal, "The judge misses its file " +
                                        (config.drivers_dir / name).string() +
                                        "; install Onsite again.");
}

Result<std::filesystem::path> FindInterpreter(const JudgeConfig& config, Language language) {
  const interview::LanguageInfo& info = interview::InfoOf(language);
  for (const std::string_view name : info.runtime.programs) {
    const std::filesystem::path path = config.programs_dir / name;
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return Fail(ErrorCode::kInternal,
              std::string(info.display_name) + " cannot be judged: there is no " +
                  std::string(info.runtime.programs[0]) + " in " + config.programs_dir.string() +
                  ". Install it: sudo apt install " + std::string(info.runtime.package));
}

namespace {

// The interpreter with the language's driver. Requests come on descriptor 4, so that a solution
// which reads its stdin finds it empty.
Result<BoxSpec> DriverBox(const JudgeConfig& config, const interview::LanguageInfo& info,
                          int memory_mb) {
  const interview::Runtime& runtime = info.runtime;
  const Result<std::filesystem::path> program = FindInterpreter(config, info.language);
  if (!program) return Forward(program);
  Result<BoxFile> driver = DriverFile(config, std::string(runtime.driver));
  if (!driver) return Forward(driver);
  BoxSpec box;
  box.command = {"/usr/bin/sh", "-c", "exec \"$@\" 4<&0 </dev/null", "sh", program->string()};
  box.command.insert(box.command.end(), runtime.options.begin(), runtime.options.end());
  if (!runtime.heap_option.empty()) {
    const int heap_mb = static_cast<int>(memory_mb * runtime.heap_share);
    box.command.push_back(std::string(runtime.heap_option) + std::to_string(heap_mb));
  }
  box.command.push_back(driver->path);
  box.files.push_back(std::move(*driver));
  box.limits.stack_mb = runtime.stack_mb;
  if (!runtime.has_address_space_limit) box.limits.address_space_mb = 0;
  return box;
}

Result<Prepared> PrepareByDriver(const JudgeConfig& config, const Signature& signature,
                                 const interview::LanguageInfo& info, const std::string& source,
                                 int memory_mb) {
  Result<BoxSpec> box = DriverBox(config, info, memory_mb);
  if (!box) return Forward(box);
  Json load = SignatureForDriver(signature);
  load["source"] = source;
  Prepared prepared;
  prepared.program =
      Program{std::move(*box), interview::DumpJson(load), std::string(info.runtime.out_of_memory)};
  return prepared;
}

// A language for which the judge does more than running its driver.
struct OwnWay {
  Result<Prepared> (*prepare)(const JudgeConfig& config, const Signature& signature,
                              const std::string& source, std::stop_token stop);
  // Null where the program that runs in the box is made of the source.
  Result<BoxSpec> (*box_ahead)(const JudgeConfig& config, const std::string& source);
};

const OwnWay* FindOwnWay(Language language) {
  static const std::map<Language, OwnWay> ways = {
      {Language::kPython,
       {[](const JudgeConfig& config, const Signature& signature, const std::string& source,
           std::stop_token) { return PreparePython(config, signature, source); },
        PythonSolutionBox}},
      {Language::kCpp,
       {[](const JudgeConfig& config, const Signature& signature, const std::string& source,
           std::stop_token stop) { return PrepareCpp(config, signature, source, std::move(stop)); },
        nullptr}}};
  const auto found = ways.find(language);
  return found == ways.end() ? nullptr : &found->second;
}

}  // namespace

Result<std::optional<BoxSpec>> BoxAhead(const JudgeConfig& config, Language language,
                                        const std::string& source, int memory_mb) {
  const OwnWay* own = FindOwnWay(language);
  if (own != nullptr && own->box_ahead == nullptr) return std::nullopt;
  Result<BoxSpec> box = own != nullptr ? own->box_ahead(config, source)
                                       : DriverBox(config, interview::InfoOf(language), memory_mb);
  if (!box) return Forward(box);
  return std::optional(std::move(*box));
}

Result<Prepared> Prepare(const JudgeConfig& config, const Signature& signature, Language language,
                         const std::string& source, std::stop_token stop, int memory_mb) {
  if (std::optional<Rejection> rejection = RejectSource(source)) {
    Prepared prepared;
    prepared.rejection = std::move(*rejection);
    return prepared;
  }
  if (const OwnWay* own = FindOwnWay(language)) {
    return own->prepare(config, signature, source, std::move(stop));
  }
  return PrepareByDriver(config, signature, interview::InfoOf(language), source, memory_mb);
}

}  // namespace evaluators

// C++20: the glue that calls a solution with its typed signature, and the program around both.
#include "evaluators/judge/language_cpp.h"

#include <set>

#include "evaluators/judge/compiler.h"

namespace evaluators {

using interview::Forward;
using interview::Language;
using interview::Parameter;
using interview::Result;
using interview::Signature;
using interview::Type;

namespace {

std::string ValueType(const Type& type) { return ReturnType(type, Language::kCpp); }

// Declares a0, a1 … and reads them from an array at the cursor.
std::string ReadArguments(const std::vector<Parameter>& params, const std::string& indent) {
  std::string code = indent + "in.Skip('[');\n";
  const std::vector<Parameter> passed = PassedParameters(params);
  std::size_t next = 0;
  std::string last_list;
  for (std::size_t i = 0; i < params.size(); ++i) {
    if (i > 0) code += indent + "in.Skip(',');\n";
    const bool is_passed = next < passed.size() && passed[next].name == params[i].name;
    const std::string name = is_passed ? "a" + std::to_string(next++) : "tail" + std::to_string(i);
    code += indent + ValueType(params[i].type) + " " + name + "{};\n";
    code += indent + "onsite::Read(in, " + name + ");\n";
    if (!is_passed) code += indent + "onsite::LinkTail(" + last_list + ", " + name + ");\n";
    if (params[i].type.kind == Type::Kind::kLinkedList) last_list = name;
  }
  return code + indent + "in.Skip(']');\n";
}

std::string ArgumentNames(const std::vector<Parameter>& params) {
  std::string names;
  for (std::size_t i = 0; i < PassedParameters(params).size(); ++i) {
    names += (i > 0 ? ", a" : "a") + std::to_string(i);
  }
  return names;
}

std::string FunctionGlue(const Signature& signature) {
  const std::string call = "::" + signature.name + "(" + ArgumentNames(signature.params) + ");\n";
  std::string code = ReadArguments(signature.params, "  ");
  code += "  const double begin = onsite::CpuMs();\n";
  if (signature.returns.kind == Type::Kind::kVoid) {
    code += "  " + call +
            "  const double ms = onsite::CpuMs() - begin;\n  out.Raw(\"\\\"result\\\":null\");\n";
  } else {
    code += "  " + ValueType(signature.returns) + " result = " + call +
            "  const double ms = onsite::CpuMs() - begin;\n  out.Raw(\"\\\"result\\\":\");\n"
            "  onsite::Write(out, result);\n";
  }
  const std::vector<Parameter> passed = PassedParameters(signature.params);
  std::string written;
  for (std::size_t i = 0; i < passed.size(); ++i) {
    if (!passed[i].mutates) continue;
    written += "  out.Raw(\"" + std::string(written.empty() ? "" : ",") + "\\\"" +
               std::to_string(i) + "\\\":\");\n  onsite::Write(out, a" + std::to_string(i) + ");\n";
  }
  if (!written.empty()) {
    code += "  out.Raw(\",\\\"args\\\":{\");\n" + written + "  out.Raw(\"}\");\n";
  }
  return code + "  out.Raw(\",\\\"ms\\\":\");\n  out.Real(ms);\n";
}

std::string ClassGlue(const Signature& signature) {
  const std::string indent = "      ";
  std::string code =
      "  std::vector<std::string> operations;\n"
      "  onsite::Read(in, operations);\n"
      "  in.Skip(',');\n"
      "  std::unique_ptr<::" +
      signature.name +
      "> target;\n"
      "  double ms = 0;\n"
      "  std::size_t next = 0;\n"
      "  out.Raw(\"\\\"result\\\":[\");\n"
      "  onsite::ReadArray(in, [&] {\n"
      "    if (next > 0) out.Raw(\",\");\n"
      "    const std::string& operation = operations[next++];\n"
      "    if (operation == \"" +
      signature.name + "\") {\n";
  code += ReadArguments(signature.params, indent);
  code += indent + "const double begin = onsite::CpuMs();\n" + indent +
          "target = std::make_unique<::" + signature.name + ">(" + ArgumentNames(signature.params) +
          ");\n" + indent + "ms += onsite::CpuMs() - begin;\n" + indent +
          "out.Raw(\"null\");\n    }\n";
  for (const interview::Method& method : signature.methods) {
    const std::string call = "target->" + method.name + "(" + ArgumentNames(method.params) + ");\n";
    code += "    if (operation == \"" + method.name + "\") {\n" +
            ReadArguments(method.params, indent) + indent +
            "const double begin = onsite::CpuMs();\n";
    const bool is_void = method.returns.kind == Type::Kind::kVoid;
    code += indent + (is_void ? "" : ValueType(method.returns) + " result = ") + call + indent +
            "ms += onsite::CpuMs() - begin;\n" + indent +
            (is_void ? "out.Raw(\"null\");\n" : "onsite::Write(out, result);\n") + "    }\n";
  }
  return code + "  });\n  out.Raw(\"],\\\"ms\\\":\");\n  out.Real(ms);\n";
}

// Declares the node types that the signature uses, with the type of their values.
class NodeDeclarations {
 public:
  void Add(const Type& type) {
    if (type.kind == Type::Kind::kTree) {
      Declare("TreeNode", ValueType(type.of[0]),
              "TreeNode* left = nullptr; TreeNode* right = nullptr;",
              "TreeNode(VALUE v, TreeNode* l, TreeNode* r) : val(v), left(l), right(r) {}");
    } else if (type.kind == Type::Kind::kLinkedList) {
      Declare("ListNode", ValueType(type.of[0]), "ListNode* next = nullptr;",
              "ListNode(VALUE v, ListNode* n) : val(v), next(n) {}");
    } else if (type.kind == Type::Kind::kGraph) {
      Declare("GraphNode", "int", "std::vector<GraphNode*> neighbors;",
              "GraphNode(VALUE v, std::vector<GraphNode*> n) : val(v), neighbors(std::move(n)) {}");
    }
    for (const Type& element : type.of) Add(element);
  }
  const std::string& code() const { return code_; }

 private:
  void Declare(const std::string& name, const std::string& value, const std::string& fields,
               std::string constructor) {
    if (!names_.insert(name).second) return;
    constructor.replace(constructor.find("VALUE"), 5, value);
    code_ += "struct " + name + " {\n  " + value + " val{};\n  " + fields + "\n  " + name +
             "() = default;\n  " + name + "(" + value + " v) : val(v) {}\n  " + constructor +
             "\n};\n";
  }

  std::set<std::string> names_;
  std::string code_;
};

}  // namespace

std::string CppGlue(const Signature& signature) {
  NodeDeclarations nodes;
  const auto add_all = [&nodes](const std::vector<Parameter>& params) {
    for (const Parameter& param : params) nodes.Add(param.type);
  };
  add_all(signature.params);
  nodes.Add(signature.returns);
  for (const interview::Method& method : signature.methods) {
    add_all(method.params);
    nodes.Add(method.returns);
  }
  return nodes.code() +
         "#define main solution_main\n"  // a main of the solution's own is not ours
         "#include \"solution.cpp\"\n"
         "#undef main\n"
         "void onsite::RunCase(onsite::In& in, onsite::Out& out) {\n" +
         (signature.kind == Signature::Kind::kClass ? ClassGlue(signature)
                                                    : FunctionGlue(signature)) +
         "}\n";
}

Program CppProgram(std::string executable) {
  Program program;
  program.box.command = {"/onsite/program"};
  program.box.files = {{"/onsite/program", std::move(executable), true}};
  return program;
}

Result<Prepared> PrepareCpp(const JudgeConfig& config, const Signature& signature,
                            const std::string& source, std::stop_token stop, CppBuild build) {
  Result<Compilation> compiled =
      CompileCpp(config, source, CppGlue(signature), std::move(stop), build);
  if (!compiled) return Forward(compiled);
  Prepared prepared;
  if (!compiled->program) {
    prepared.rejection = {interview::Verdict::kCompileError,
                          compiled->message,
                          std::move(compiled->diagnostics),
                          {},
                          std::move(compiled->text)};
    return prepared;
  }
  prepared.warnings = std::move(compiled->diagnostics);
  prepared.program = CppProgram(std::move(*compiled->program));
  return prepared;
}

}  // namespace evaluators

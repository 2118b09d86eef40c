// Python 3: names, colours, starters. The judge runs it with a driver and boxes of its own.
#include "interview/model/language.h"

namespace interview {
namespace {

std::string PythonType(const Type& type) {
  switch (type.kind) {
    case Type::Kind::kInt:
    case Type::Kind::kLong:
      return "int";
    case Type::Kind::kDouble:
      return "float";
    case Type::Kind::kBool:
      return "bool";
    case Type::Kind::kString:
      return "str";
    case Type::Kind::kList:
      return "list[" + PythonType(type.of.at(0)) + "]";
    case Type::Kind::kOptional: {
      const std::string inner = PythonType(type.of.at(0));
      return inner.ends_with(" | None") ? inner : inner + " | None";
    }
    case Type::Kind::kTree:
      return "TreeNode | None";
    case Type::Kind::kLinkedList:
      return "ListNode | None";
    case Type::Kind::kGraph:
      return "GraphNode | None";
    case Type::Kind::kVoid:
      return "None";
  }
  return {};
}

std::string ParameterList(const std::vector<Parameter>& params) {
  std::string list;
  for (const Parameter& param : PassedParameters(params)) {
    list += (list.empty() ? "" : ", ") + param.name + ": " + PythonType(param.type);
  }
  return list;
}

std::string GivenNodes(const Signature& signature) {
  std::string given;
  const auto tell = [&](Type::Kind kind, const char* node) {
    if (FindKind(signature, kind)) given += std::string("# Given: ") + node + "\n";
  };
  tell(Type::Kind::kTree, "TreeNode(val, left, right)");
  tell(Type::Kind::kLinkedList, "ListNode(val, next)");
  tell(Type::Kind::kGraph, "GraphNode(val, neighbors)");
  return given.empty() ? given : given + "\n";
}

std::string Starter(const Signature& signature) {
  const std::string head = GivenNodes(signature);
  if (signature.kind == Signature::Kind::kFunction) {
    return head + "def " + signature.name + "(" + ParameterList(signature.params) + ") -> " +
           PythonType(signature.returns) + ":\n    ...\n";
  }
  const auto method = [](const std::string& name, const std::vector<Parameter>& params,
                         const Type& returns) {
    const std::string list = ParameterList(params);
    return "    def " + name + "(self" + (list.empty() ? "" : ", " + list) + ") -> " +
           PythonType(returns) + ":\n        ...\n";
  };
  std::string code = head + "class " + signature.name + ":\n";
  code += method("__init__", signature.params, Type{});
  for (const Method& one : signature.methods) {
    code += "\n" + method(one.name, one.params, one.returns);
  }
  return code;
}

}  // namespace

LanguageInfo PythonLanguage() {
  LanguageInfo info;
  info.language = Language::kPython;
  info.name = "python";
  info.display_name = "Python 3";
  info.extension = "py";
  info.function_head = R"(^(async\s+)?def\s+\w+.*)";
  info.syntax.line_comment = "#";
  info.syntax.long_strings = {R"(""")", "'''"};
  info.syntax.keywords = {
      "False", "None",     "True", "and",    "as",     "assert", "async",  "await",   "break",
      "class", "continue", "def",  "del",    "elif",   "else",   "except", "finally", "for",
      "from",  "global",   "if",   "import", "in",     "is",     "lambda", "match",   "nonlocal",
      "not",   "or",       "pass", "raise",  "return", "try",    "while",  "with",    "yield"};
  info.syntax.types = {"bool",   "bytes", "dict",  "enumerate", "float", "frozenset",
                       "int",    "len",   "list",  "max",       "min",   "np",
                       "object", "print", "range", "reversed",  "self",  "set",
                       "sorted", "str",   "sum",   "tuple",     "zip"};
  info.result_type = PythonType;
  info.parameter_type = [](const Parameter& parameter) { return PythonType(parameter.type); };
  info.starter = Starter;
  return info;
}

}  // namespace interview

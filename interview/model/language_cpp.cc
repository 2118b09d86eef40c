// C++20: names, colours, starters. The judge compiles it.
#include "interview/model/language.h"

namespace interview {
namespace {

std::string CppType(const Type& type) {
  switch (type.kind) {
    case Type::Kind::kInt:
      return "int";
    case Type::Kind::kLong:
      return "long long";
    case Type::Kind::kDouble:
      return "double";
    case Type::Kind::kBool:
      return "bool";
    case Type::Kind::kString:
      return "std::string";
    case Type::Kind::kList:
      return "std::vector<" + CppType(type.of.at(0)) + ">";
    case Type::Kind::kOptional:
      return "std::optional<" + CppType(type.of.at(0)) + ">";
    case Type::Kind::kTree:
      return "TreeNode*";
    case Type::Kind::kLinkedList:
      return "ListNode*";
    case Type::Kind::kGraph:
      return "GraphNode*";
    case Type::Kind::kVoid:
      return "void";
  }
  return {};
}

bool IsPassedByReference(const Type& type) {
  return type.kind == Type::Kind::kString || type.kind == Type::Kind::kList ||
         type.kind == Type::Kind::kOptional;
}

std::string CppParameterType(const Parameter& parameter) {
  const std::string plain = CppType(parameter.type);
  if (!IsPassedByReference(parameter.type)) return plain;
  return parameter.mutates ? plain + "&" : "const " + plain + "&";
}

std::string ParameterList(const std::vector<Parameter>& params) {
  std::string list;
  for (const Parameter& param : PassedParameters(params)) {
    list += (list.empty() ? "" : ", ") + CppParameterType(param) + " " + param.name;
  }
  return list;
}

std::string GivenNodes(const Signature& signature) {
  std::string given;
  const auto tell = [&](Type::Kind kind, const std::string& fields) {
    const Type* type = FindKind(signature, kind);
    if (type == nullptr) return;
    const std::string value = type->of.empty() ? "int" : CppType(type->of[0]);
    const std::string pointer = CppType(*type);
    given += "// Given: struct " + pointer.substr(0, pointer.size() - 1) + " { " + value +
             " val; " + fields + " };\n";
  };
  tell(Type::Kind::kTree, "TreeNode* left; TreeNode* right;");
  tell(Type::Kind::kLinkedList, "ListNode* next;");
  tell(Type::Kind::kGraph, "std::vector<GraphNode*> neighbors;");
  return given.empty() ? given : given + "\n";
}

// `head` opens a function of a class or of the file; the body says where to write.
std::string Body(const std::string& indent, const std::string& head) {
  return indent + head + " {\n" + indent + "    // your code\n" + indent + "}\n";
}

std::string Starter(const Signature& signature) {
  const std::string given = GivenNodes(signature);
  const std::string list = ParameterList(signature.params);
  if (signature.kind == Signature::Kind::kFunction) {
    return given + Body("", CppType(signature.returns) + " " + signature.name + "(" + list + ")");
  }
  std::string code = given + "class " + signature.name + " {\npublic:\n";
  const bool is_explicit = PassedParameters(signature.params).size() == 1;
  code += Body("    ", (is_explicit ? "explicit " : "") + signature.name + "(" + list + ")");
  for (const Method& method : signature.methods) {
    code += "\n" + Body("    ", CppType(method.returns) + " " + method.name + "(" +
                                    ParameterList(method.params) + ")");
  }
  return code + "};\n";
}

}  // namespace

LanguageInfo CppLanguage() {
  LanguageInfo info;
  info.language = Language::kCpp;
  info.name = "cpp";
  info.display_name = "C++20";
  info.extension = "cpp";
  info.function_head =
      R"(^(?!(if|for|while|switch|else|do|return|catch|struct|class|namespace)\b)[\w:<>,&*\s~\[\]]+\([^;]*\{$)";
  info.syntax.line_comment = "//";
  info.syntax.block_open = "/*";
  info.syntax.block_close = "*/";
  info.syntax.has_directives = true;
  info.syntax.keywords = {"alignas",  "auto",      "break",     "case",      "catch",    "class",
                          "co_await", "concept",   "const",     "constexpr", "continue", "default",
                          "delete",   "do",        "else",      "enum",      "explicit", "false",
                          "final",    "for",       "friend",    "goto",      "if",       "inline",
                          "mutable",  "namespace", "new",       "noexcept",  "nullptr",  "operator",
                          "override", "private",   "protected", "public",    "requires", "return",
                          "sizeof",   "static",    "struct",    "switch",    "template", "this",
                          "throw",    "true",      "try",       "typename",  "union",    "using",
                          "virtual",  "volatile",  "while"};
  info.syntax.types = {"array",    "bool",     "char",          "deque",         "double",
                       "float",    "int",      "int32_t",       "int64_t",       "list",
                       "long",     "map",      "optional",      "pair",          "priority_queue",
                       "queue",    "set",      "short",         "size_t",        "span",
                       "stack",    "std",      "string",        "string_view",   "tuple",
                       "uint32_t", "uint64_t", "unordered_map", "unordered_set", "unsigned",
                       "vector",   "void"};
  info.result_type = CppType;
  info.parameter_type = CppParameterType;
  info.starter = Starter;
  return info;
}

}  // namespace interview

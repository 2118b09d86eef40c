// The parser of types, and the declarations that each language makes of them.
#include "interview/model/signature.h"

#include <algorithm>
#include <array>
#include <utility>

namespace interview {
namespace {

constexpr int kMaxTypeDepth = 16;

struct TypeName {
  std::string_view name;
  Type::Kind kind;
  bool has_element;
};

constexpr std::array kTypeNames = {
    TypeName{"int", Type::Kind::kInt, false},
    TypeName{"long", Type::Kind::kLong, false},
    TypeName{"double", Type::Kind::kDouble, false},
    TypeName{"bool", Type::Kind::kBool, false},
    TypeName{"string", Type::Kind::kString, false},
    TypeName{"list", Type::Kind::kList, true},
    TypeName{"optional", Type::Kind::kOptional, true},
    TypeName{"tree", Type::Kind::kTree, true},
    TypeName{"linkedlist", Type::Kind::kLinkedList, true},
    TypeName{"graph", Type::Kind::kGraph, false},
    TypeName{"void", Type::Kind::kVoid, false},
};

const TypeName& NameOf(Type::Kind kind) {
  return *std::find_if(kTypeNames.begin(), kTypeNames.end(),
                       [kind](const TypeName& known) { return known.kind == kind; });
}

// Recursive descent over `type := name | name "<" type ">"`.
class TypeParser {
 public:
  explicit TypeParser(std::string_view text) : text_(text) {}

  Result<Type> ParseAll() {
    Result<Type> type = ParseOne(0);
    if (!type) return type;
    SkipSpaces();
    if (at_ != text_.size()) return Stop("the end of the type was expected");
    return type;
  }

 private:
  Result<Type> ParseOne(int depth) {
    if (depth > kMaxTypeDepth) return Stop("types nest at most 16 deep");
    SkipSpaces();
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const auto known = std::find_if(kTypeNames.begin(), kTypeNames.end(),
                                    [name](const TypeName& one) { return one.name == name; });
    if (known == kTypeNames.end()) {
      at_ = begin;
      return Stop(
          "use int, long, double, bool, string, list<…>, optional<…>, tree<…>, linkedlist<…>, "
          "graph or void");
    }
    if (known->kind == Type::Kind::kVoid && depth > 0) {
      at_ = begin;
      return Stop("void cannot be an element");
    }
    Type type{known->kind, {}};
    if (!known->has_element) return type;
    if (!Take('<')) return Stop("\"" + std::string(name) + "\" needs an element type in <…>");
    Result<Type> element = ParseOne(depth + 1);
    if (!element) return element;
    if (!Take('>')) return Stop("a closing \">\" was expected");
    type.of.push_back(std::move(*element));
    return type;
  }

  void SkipSpaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool Take(char expected) {
    SkipSpaces();
    if (at_ >= text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }

  Result<Type> Stop(const std::string& why) const {
    return Fail(ErrorCode::kInvalid, "\"" + std::string(text_) + "\" is not a type from \"" +
                                         std::string(text_.substr(at_)) + "\" on (character " +
                                         std::to_string(at_ + 1) + "): " + why + ".");
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

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

const Type* FindKind(const Type& type, Type::Kind kind) {
  if (type.kind == kind) return &type;
  for (const Type& element : type.of) {
    if (const Type* found = FindKind(element, kind)) return found;
  }
  return nullptr;
}

// Any type of this kind in the whole signature; null when there is none.
const Type* FindKind(const Signature& signature, Type::Kind kind) {
  const auto in_params = [kind](const std::vector<Parameter>& params) -> const Type* {
    for (const Parameter& param : params) {
      if (const Type* found = FindKind(param.type, kind)) return found;
    }
    return nullptr;
  };
  if (const Type* found = FindKind(signature.returns, kind)) return found;
  if (const Type* found = in_params(signature.params)) return found;
  for (const Method& method : signature.methods) {
    if (const Type* found = FindKind(method.returns, kind)) return found;
    if (const Type* found = in_params(method.params)) return found;
  }
  return nullptr;
}

// What the judge declares before the candidate's code, told as a comment.
std::string GivenNodes(const Signature& signature, Language language) {
  const std::string mark = language == Language::kPython ? "# " : "// ";
  std::string given;
  const auto tell = [&](Type::Kind kind, std::string_view python, std::string cpp_rest) {
    const Type* type = FindKind(signature, kind);
    if (type == nullptr) return;
    if (language != Language::kCpp) {
      given += mark + "Given: " + std::string(python) + "\n";
      return;
    }
    const std::string value = type->of.empty() ? "int" : CppType(type->of[0]);
    const std::string node = CppType(*type).substr(0, CppType(*type).size() - 1);
    given += mark + "Given: struct " + node + " { " + value + " val; " + cpp_rest + " };\n";
  };
  tell(Type::Kind::kTree, "TreeNode(val, left, right)", "TreeNode* left; TreeNode* right;");
  tell(Type::Kind::kLinkedList, "ListNode(val, next)", "ListNode* next;");
  tell(Type::Kind::kGraph, "GraphNode(val, neighbors)", "std::vector<GraphNode*> neighbors;");
  return given;
}

std::string ParameterList(const std::vector<Parameter>& params, Language language) {
  std::string list;
  for (const Parameter& param : PassedParameters(params)) {
    if (!list.empty()) list += ", ";
    switch (language) {
      case Language::kPython:
        list += param.name + ": " + ParameterType(param, language);
        break;
      case Language::kCpp:
        list += ParameterType(param, language) + " " + param.name;
        break;
      case Language::kJavascript:
        list += param.name;
        break;
    }
  }
  return list;
}

std::string PythonStarter(const Signature& signature) {
  if (signature.kind == Signature::Kind::kFunction) {
    return "def " + signature.name + "(" + ParameterList(signature.params, Language::kPython) +
           ") -> " + PythonType(signature.returns) + ":\n    ...\n";
  }
  const auto method = [](const std::string& name, const std::vector<Parameter>& params,
                         const Type& returns) {
    const std::string list = ParameterList(params, Language::kPython);
    return "    def " + name + "(self" + (list.empty() ? "" : ", " + list) + ") -> " +
           PythonType(returns) + ":\n        ...\n";
  };
  std::string code = "class " + signature.name + ":\n";
  code += method("__init__", signature.params, Type{});
  for (const Method& one : signature.methods) {
    code += "\n" + method(one.name, one.params, one.returns);
  }
  return code;
}

// `head` opens a function of a class or of the file; the body says where to write.
std::string BracedBody(const std::string& indent, const std::string& head) {
  return indent + head + " {\n" + indent + "    // your code\n" + indent + "}\n";
}

std::string CppStarter(const Signature& signature) {
  const std::string list = ParameterList(signature.params, Language::kCpp);
  if (signature.kind == Signature::Kind::kFunction) {
    return BracedBody("", CppType(signature.returns) + " " + signature.name + "(" + list + ")");
  }
  std::string code = "class " + signature.name + " {\npublic:\n";
  const bool is_explicit = PassedParameters(signature.params).size() == 1;
  code += BracedBody("    ", (is_explicit ? "explicit " : "") + signature.name + "(" + list + ")");
  for (const Method& method : signature.methods) {
    code += "\n" + BracedBody("    ", CppType(method.returns) + " " + method.name + "(" +
                                          ParameterList(method.params, Language::kCpp) + ")");
  }
  return code + "};\n";
}

std::string JavascriptStarter(const Signature& signature) {
  const std::string list = ParameterList(signature.params, Language::kJavascript);
  if (signature.kind == Signature::Kind::kFunction) {
    return BracedBody("", "function " + signature.name + "(" + list + ")");
  }
  std::string code = "class " + signature.name + " {\n";
  code += BracedBody("    ", "constructor(" + list + ")");
  for (const Method& method : signature.methods) {
    code +=
        "\n" + BracedBody("    ", method.name + "(" +
                                      ParameterList(method.params, Language::kJavascript) + ")");
  }
  return code + "}\n";
}

}  // namespace

Result<Type> ParseType(std::string_view text) { return TypeParser(text).ParseAll(); }

std::string ToString(const Type& type) {
  std::string text(NameOf(type.kind).name);
  if (!type.of.empty()) text += "<" + ToString(type.of[0]) + ">";
  return text;
}

bool Signature::mutates() const {
  return std::any_of(params.begin(), params.end(),
                     [](const Parameter& param) { return param.mutates; });
}

std::vector<Parameter> PassedParameters(const std::vector<Parameter>& params) {
  std::vector<Parameter> passed;
  bool after_list = false;
  for (const Parameter& param : params) {
    const bool is_tail =
        after_list && param.name == "tail_to" && param.type.kind == Type::Kind::kInt;
    if (!is_tail) passed.push_back(param);
    after_list = after_list || param.type.kind == Type::Kind::kLinkedList;
  }
  return passed;
}

std::string ParameterType(const Parameter& parameter, Language language) {
  switch (language) {
    case Language::kPython:
      return PythonType(parameter.type);
    case Language::kJavascript:
      return {};
    case Language::kCpp:
      break;
  }
  const std::string plain = CppType(parameter.type);
  if (!IsPassedByReference(parameter.type)) return plain;
  return parameter.mutates ? plain + "&" : "const " + plain + "&";
}

std::string ReturnType(const Type& type, Language language) {
  switch (language) {
    case Language::kPython:
      return PythonType(type);
    case Language::kCpp:
      return CppType(type);
    case Language::kJavascript:
      break;
  }
  return {};
}

std::string StarterCode(const Signature& signature, Language language) {
  const std::string given = GivenNodes(signature, language);
  const std::string head = given.empty() ? "" : given + "\n";
  switch (language) {
    case Language::kPython:
      return head + PythonStarter(signature);
    case Language::kCpp:
      return head + CppStarter(signature);
    case Language::kJavascript:
      return head + JavascriptStarter(signature);
  }
  return {};
}

}  // namespace interview

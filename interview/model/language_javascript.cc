// JavaScript on Node.js 18 or newer: names, colours, starters with JSDoc types, and how node is
// run.
#include "interview/model/language.h"

namespace interview {
namespace {

// `whole` is the type of a `long`: a number while that is exact, a bigint beyond.
std::string TypeWith(const Type& type, const std::string& whole) {
  switch (type.kind) {
    case Type::Kind::kInt:
    case Type::Kind::kDouble:
      return "number";
    case Type::Kind::kLong:
      return whole;
    case Type::Kind::kBool:
      return "boolean";
    case Type::Kind::kString:
      return "string";
    case Type::Kind::kList: {
      const std::string inner = TypeWith(type.of.at(0), whole);
      return inner.find('|') == std::string::npos ? inner + "[]" : "(" + inner + ")[]";
    }
    case Type::Kind::kOptional: {
      const std::string inner = TypeWith(type.of.at(0), whole);
      return inner.ends_with(" | null") ? inner : inner + " | null";
    }
    case Type::Kind::kTree:
      return "TreeNode | null";
    case Type::Kind::kLinkedList:
      return "ListNode | null";
    case Type::Kind::kGraph:
      return "GraphNode | null";
    case Type::Kind::kVoid:
      return "void";
  }
  return {};
}

std::string ResultType(const Type& type) { return TypeWith(type, "number | bigint"); }

std::string ArgumentType(const Parameter& parameter) {
  return TypeWith(parameter.type, IsWide(parameter) ? "bigint" : "number");
}

std::string GivenNodes(const Signature& signature) {
  std::string given;
  const auto tell = [&](Type::Kind kind, const char* node) {
    if (FindKind(signature, kind)) given += std::string("// Given: ") + node + "\n";
  };
  tell(Type::Kind::kTree, "class TreeNode { constructor(val, left, right) }");
  tell(Type::Kind::kLinkedList, "class ListNode { constructor(val, next) }");
  tell(Type::Kind::kGraph, "class GraphNode { constructor(val, neighbors) }");
  return given.empty() ? given : given + "\n";
}

// A function with its JSDoc; `returns` is null for a constructor.
std::string Function(const std::string& indent, const std::string& name,
                     const std::vector<Parameter>& params, const Type* returns) {
  std::string types;
  std::string names;
  for (const Parameter& param : PassedParameters(params)) {
    types += indent + " * @param {" + ArgumentType(param) + "} " + param.name + "\n";
    names += (names.empty() ? "" : ", ") + param.name;
  }
  if (returns) types += indent + " * @returns {" + ResultType(*returns) + "}\n";
  const std::string notes = types.empty() ? "" : indent + "/**\n" + types + indent + " */\n";
  return notes + indent + name + "(" + names + ") {\n" + indent + "    // your code\n" + indent +
         "}\n";
}

std::string Starter(const Signature& signature) {
  const std::string given = GivenNodes(signature);
  if (signature.kind == Signature::Kind::kFunction) {
    return given + Function("", "function " + signature.name, signature.params, &signature.returns);
  }
  std::string code = given + "class " + signature.name + " {\n" +
                     Function("    ", "constructor", signature.params, nullptr);
  for (const Method& method : signature.methods) {
    code += "\n" + Function("    ", method.name, method.params, &method.returns);
  }
  return code + "}\n";
}

SyntaxRules Syntax() {
  SyntaxRules syntax;
  syntax.line_comment = "//";
  syntax.block_open = "/*";
  syntax.block_close = "*/";
  syntax.long_strings = {"`", ""};
  syntax.keywords = {"async",  "await",     "break",  "case",    "catch",      "class",
                     "const",  "continue",  "delete", "default", "do",         "else",
                     "export", "extends",   "false",  "finally", "for",        "function",
                     "get",    "if",        "import", "in",      "instanceof", "let",
                     "new",    "null",      "of",     "return",  "set",        "static",
                     "super",  "switch",    "this",   "throw",   "true",       "try",
                     "typeof", "undefined", "var",    "void",    "while",      "yield"};
  syntax.types = {"Array",  "BigInt", "Boolean",    "Error",   "Infinity", "Int32Array", "JSON",
                  "Map",    "Math",   "NaN",        "Number",  "Object",   "RegExp",     "Set",
                  "String", "Symbol", "Uint8Array", "WeakMap", "console",  "parseInt",   "require"};
  return syntax;
}

Runtime Node() {
  Runtime runtime;
  runtime.programs = {"node", "nodejs"};
  runtime.package = "nodejs";
  // Frames for some 200,000 calls; node itself needs the rest of the stack.
  runtime.options = {"--stack-size=32000"};
  runtime.stack_mb = 40;
  runtime.driver = "javascript_driver.js";
  // Beside the old space there is a young one and the stack, within the limit of the question.
  runtime.heap_option = "--max-old-space-size=";
  runtime.heap_share = 0.75;
  runtime.base_memory_mb = 48;
  runtime.has_address_space_limit = false;  // node 18 reserves 720 MB, and more for WebAssembly
  runtime.out_of_memory = "JavaScript heap out of memory";
  return runtime;
}

}  // namespace

LanguageInfo JavascriptLanguage() {
  LanguageInfo info;
  info.language = Language::kJavascript;
  info.name = "javascript";
  info.display_name = "JavaScript";
  info.extension = "js";
  info.function_head =
      R"(^((async\s+)?function\b.*|(const|let|var)\s+\w+\s*=\s*(async\s*)?(function\b.*|\(?[^()]*\)?\s*=>\s*)|(?!(if|for|while|switch|catch|else|do|return)\b)((static|async|get|set)\s+)*[\w#]+\([^;]*\)\s*)\{$)";
  info.syntax = Syntax();
  info.runtime = Node();
  info.result_type = ResultType;
  info.parameter_type = ArgumentType;
  info.starter = Starter;
  return info;
}

}  // namespace interview

// The parser of types, and what is asked of a whole signature.
#include "interview/model/signature.h"

#include <algorithm>
#include <array>
#include <cmath>
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

const Type* FindKind(const Type& type, Type::Kind kind) {
  if (type.kind == kind) return &type;
  for (const Type& element : type.of) {
    if (const Type* found = FindKind(element, kind)) return found;
  }
  return nullptr;
}

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

bool IsWide(const Parameter& parameter) {
  if (FindKind(parameter.type, Type::Kind::kLong) == nullptr) return false;
  const auto beyond = [&parameter](const char* key) {
    const Json limit =
        parameter.constraints.is_object() ? parameter.constraints.value(key, Json()) : Json();
    return limit.is_number() && std::abs(limit.get<double>()) > kExactJson;
  };
  return beyond("min") || beyond("max");
}

}  // namespace interview

// Typed signatures of coding questions and what follows from them: declarations and starter code.
// The type system is section 3 of rubrics/README.md.
// Any thread; plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/ids.h"

namespace interview {

struct Type {
  enum class Kind {
    kInt,
    kLong,
    kDouble,
    kBool,
    kString,
    kList,
    kOptional,
    kTree,
    kLinkedList,
    kGraph,
    kVoid
  };
  Kind kind = Kind::kVoid;
  std::vector<Type> of;  // the element type of list, optional, tree and linkedlist

  bool operator==(const Type&) const = default;
};

// "list<list<int>>" and the like; kInvalid names the place where the text stops being a type.
Result<Type> ParseType(std::string_view text);
std::string ToString(const Type& type);

struct Parameter {
  std::string name;
  Type type;
  Json constraints = Json::object();  // min, max, min_len, max_len, charset, distinct, sorted
  bool mutates = false;               // JSON signature.mutates
};

struct Method {
  std::string name;
  std::vector<Parameter> params;
  Type returns;
};

struct Signature {
  enum class Kind { kFunction, kClass };
  Kind kind = Kind::kFunction;
  std::string name;
  std::vector<Parameter> params;  // of the function, or of the constructor
  Type returns;                   // of the function
  std::vector<Method> methods;    // of the class

  bool mutates() const;
};

// The parameters that the candidate's code receives: all but `tail_to`, the int that says where the
// tail of the linked list before it points; the judge uses it to build the list.
std::vector<Parameter> PassedParameters(const std::vector<Parameter>& params);

// Any type of this kind in a type, or in the parameters and results of a whole signature; null when
// there is none.
const Type* FindKind(const Type& type, Type::Kind kind);
const Type* FindKind(const Signature& signature, Type::Kind kind);

// JSON numbers beyond ±2^53 are not exact; a `long` out there travels as a string.
inline constexpr double kExactJson = 9007199254740992;
// Whether the parameter holds `long` values whose declared `min` or `max` lies beyond that.
bool IsWide(const Parameter& parameter);

// The type as a candidate writes it, for parameters and results ("const std::vector<int>&",
// "list[int]").
std::string ParameterType(const Parameter& parameter, Language language);
std::string ReturnType(const Type& type, Language language);

// The code a candidate starts from. It compiles, and fails every test.
std::string StarterCode(const Signature& signature, Language language);

}  // namespace interview

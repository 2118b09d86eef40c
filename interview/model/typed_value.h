// JSON values against the types of signatures: what a parameter takes, and why a value does not
// fit. Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/signature.h"

namespace interview {

// Whole numbers above 2^53 travel as strings of digits.
bool IsWholeText(const Json& value);

// Whether a value is JSON of this type; `where` names it in the error.
Status CheckValue(const Type& type, const Json& value, const std::string& where);

// Whether `args` is a list with one value of the right type for each parameter.
Status CheckArguments(const std::vector<Parameter>& params, const Json& args,
                      const std::string& where);

// Whether `input` ({"args"} of a function, {"ops", "args"} of a class) fits the signature.
// kInvalid names the argument and the remedy.
Status CheckInput(const Signature& signature, const Json& input);

}  // namespace interview

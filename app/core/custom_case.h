// Test cases that the candidate makes up: typed against the signature of the question, one text for
// each argument, or one call a line where the question asks for a class. Any thread; pure
// functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/question.h"

namespace app {

// What is to be typed for one part of a case.
struct CaseField {
  std::string name;  // "nums"; "Calls" of a class
  std::string hint;  // "list<int>, 2 to 20,000 long, for example [3, 1, 2]"
};
std::vector<CaseField> CaseFields(const interview::Signature& signature);

// The value that `text` stands for. JSON; a text may stand without its quotes. kInvalid says in one
// sentence what is wrong and how to write it.
interview::Result<interview::Json> ReadArgument(const interview::Parameter& parameter,
                                                std::string_view text);

// {"ops", "args"} of calls, one a line: "LruCache(2)", "put(8, 31)". kInvalid names the line.
interview::Result<interview::Json> ReadCalls(const interview::Signature& signature,
                                             std::string_view text);

// The texts that read as `input`, one for each field: the way back.
std::vector<std::string> CaseTexts(const interview::Signature& signature,
                                   const interview::Json& input);

}  // namespace app

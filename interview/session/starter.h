// The code a candidate starts from, for every kind of question that is answered in code.
// Any thread; pure function.
#pragma once

#include <string>

#include "interview/model/question.h"

namespace interview {

// From the signature or the entry symbols; it runs and fails every test. Empty where the question
// takes no code in that language.
std::string StarterSource(const Question& question, Language language);

}  // namespace interview

// The pieces that make a C++ solution a program: for builds other than the usual one (counting,
// checking) and for measurements. Any thread; no state.
#pragma once

#include <string>

#include "evaluators/judge/language.h"
#include "interview/model/signature.h"

namespace evaluators {

// The translation unit around "solution.cpp": declares what the signature needs, and calls it.
std::string CppGlue(const interview::Signature& signature);

// An executable with the driver in it, ready for RunCases.
Program CppProgram(std::string executable);

}  // namespace evaluators

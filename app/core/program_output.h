// What a run printed, as one text in sections: the samples one by one, else the last test that ran;
// standard output and standard error apart. Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "interview/model/judgement.h"

namespace app {

enum class OutputStream { kOut, kErr };

struct OutputSection {
  std::string title;  // "Case 2, standard error"
  OutputStream stream = OutputStream::kOut;
  std::string text;  // never empty
};

std::vector<OutputSection> OutputOf(const interview::Judgement& judgement);

}  // namespace app

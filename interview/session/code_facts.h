// A few facts measured in source code, as far as they can be read without a compiler: evidence of
// its quality. Any thread; pure function.
#pragma once

#include <string>
#include <vector>

#include "interview/model/ids.h"

namespace interview {

struct CodeFacts {
  int lines = 0;  // that are neither blank nor comment
  int functions = 0;
  int longest_function = 0;              // lines of code
  int deepest_nesting = 0;               // block levels inside a function
  int long_lines = 0;                    // of more than 100 columns
  int repeated_lines = 0;                // lines inside repeated runs of at least three equal lines
  int dead_comments = 0;                 // comment lines that are code
  int comments = 0;                      // the other comment lines and docstrings
  int names = 0;                         // distinct names that are assigned or are parameters
  std::vector<std::string> short_names;  // of one letter, without the customary loop indexes
};

CodeFacts MeasureCode(const std::string& source, Language language);

// "A function of 62 lines", …: what a reviewer would complain about, one sentence each.
std::vector<std::string> Complaints(const CodeFacts& facts);

// Loops written in Python whose body indexes arrays by the loop variable: work that numpy does in
// one call.
int CountIndexLoops(const std::string& python);

}  // namespace interview

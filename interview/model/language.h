// What the program knows of a language that solutions are written in: its names, its starters, how
// it is coloured, and what runs it. A language is one file behind this header
// (language_javascript.cc is the shortest) and one driver in evaluators/judge/drivers/.
// Any thread; plain values that never change.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "interview/model/ids.h"
#include "interview/model/signature.h"

namespace interview {

// What the colours of the editor need to know.
struct SyntaxRules {
  std::string_view line_comment;                   // "//": also what a toggled comment begins with
  std::string_view block_open, block_close;        // "/*" and "*/"; empty: none
  std::array<std::string_view, 2> long_strings{};  // quotes of strings that may span lines
  bool has_directives = false;                     // a line that starts with '#' is not code
  std::vector<std::string_view> keywords;
  std::vector<std::string_view> types;  // and functions that are always there
};

// How the judge runs a language that is not translated first: an interpreter with our driver.
struct Runtime {
  std::vector<std::string_view> programs;  // in the folder of programs; the first that is there
  std::string_view package;                // of Debian and Ubuntu, which brings one of them
  std::vector<std::string_view> options;   // before the driver
  std::string_view driver;                 // in evaluators/judge/drivers
  std::string_view heap_option;  // "--heap-mb=", to be followed by heap_share of the memory
  double heap_share = 1;
  int base_memory_mb = 0;  // what the interpreter itself fills; added to the limit of a question
  bool has_address_space_limit = true;  // false where much more is reserved than used
  int stack_mb = 64;
  std::string_view out_of_memory;  // on stderr when it gives up because its heap is full
};

struct LanguageInfo {
  Language language;
  std::string_view name;           // "cpp": files, JSON, command line
  std::string_view display_name;   // "C++20": screens
  std::string_view extension;      // "cpp": of references, wrong solutions, drafts
  std::string_view function_head;  // regular expression of a trimmed line that opens a function
  SyntaxRules syntax;
  Runtime runtime;  // without programs where the judge has a function of its own for the language

  std::string (*result_type)(const Type& type);  // as a candidate writes it
  std::string (*parameter_type)(const Parameter& parameter);
  std::string (*starter)(const Signature& signature);
};

const LanguageInfo& InfoOf(Language language);

// By the extension of a file's name; nullopt where no language has it.
std::optional<Language> LanguageOfFile(std::string_view file_name);

// "python, cpp or javascript", for options and complaints.
std::string LanguageNames();

// One for each language; InfoOf puts them in order.
LanguageInfo PythonLanguage();
LanguageInfo CppLanguage();
LanguageInfo JavascriptLanguage();

}  // namespace interview

// What the console remembers between frames. UI thread only. Invariant: it belongs to one question
// of one session.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/panels/judgement_view.h"
#include "app/ui/widgets/text_box.h"
#include "interview/base/clock.h"
#include "interview/base/json.h"

namespace app {

// A test case of the candidate's own, as it is being typed.
struct CustomCase {
  std::vector<TextBoxState> fields;         // one for each of CaseFields()
  std::vector<std::string> problems;        // of each field; empty: none
  std::optional<interview::Json> input;     // what the fields say, where they can be read
  std::vector<std::uint64_t> read_version;  // of the fields, when they were last read
  bool checked = false;                     // it was run: from now on problems are shown
};

// What the program printed, as it is being read and searched.
struct OutputState {
  struct Match {
    int line = 0;
    int begin = 0;  // bytes
    int end = 0;
  };
  int stream = 0;                         // all, standard output, standard error
  std::optional<interview::Duration> of;  // the run that `text` was made from
  int of_stream = 0;                      // and the stream
  TextBoxState text;                      // read only, escaped
  std::vector<bool> is_title, is_error;   // of each line
  TextBoxState search;
  std::string searched;  // what `matches` are of
  std::vector<Match> matches;
  std::size_t match = 0;  // the one that is gone to
};

struct ConsoleState {
  enum Tab { kTests, kOutput, kCustom, kHistory };
  int tab = kTests;                       // of the tabs that are shown, in this order
  int chosen_test = 0;                    // index into the tests of the run on show
  std::size_t seen_runs = 0;              // runs and judgements so far: a new one is shown at once
  std::optional<std::size_t> chosen_run;  // index into RunsOf(); empty: the latest
  std::vector<CustomCase> cases;
  std::size_t chosen_case = 0;
  OutputState output;
  WholeValueState whole;
};

}  // namespace app

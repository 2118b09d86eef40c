// Where the results of a batch go: standard output, or a file that a later run carries on.
//
// Theory of operation. Every result line is appended with a single write, so a run that is killed
// leaves whole lines and at most one torn one at the end. Opening the file reads it through, cuts
// the torn line off, and remembers the fingerprint of every input line that has its result. A file
// that holds anything else is refused and left as it is. The file is locked while it is open.
//
// Main thread only.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "evaluators/judge/process.h"
#include "interview/base/json.h"
#include "interview/base/result.h"

namespace app {

// How many results said what.
struct BatchTally {
  std::size_t results = 0;
  std::size_t accepted = 0;
  std::size_t broken_lines = 0;
  std::size_t internal_errors = 0;
};

class BatchOutput {
 public:
  // Standard output, unless a file is opened.
  BatchOutput() = default;

  // Fails with kIo, and with kInvalid where the file is not the output of a batch or is in use.
  interview::Status Open(const std::string& file);

  // True when a result of that input line is there already; each result answers once.
  bool TakeDone(const std::string& fingerprint);
  // {"line", "key", "fingerprint", …} as one line. Fails with kIo.
  interview::Status Write(const interview::Json& result);
  // Of everything in the output, also what an earlier run left there.
  const BatchTally& tally() const { return tally_; }

 private:
  interview::Status ReadExisting(const std::string& file);
  void Count(const interview::Json& result);

  evaluators::Fd file_;
  std::unordered_map<std::string, std::uint32_t> done_;
  BatchTally tally_;
};

}  // namespace app

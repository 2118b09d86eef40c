// The lines of a batch: read piece by piece, each either a submission or a reason why it is none.
// Main thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "interview/bank/question_bank.h"
#include "interview/base/result.h"
#include "interview/model/evaluation.h"

namespace app {

// Longer lines are no submissions; what is read of them is thrown away.
inline constexpr std::size_t kMostBatchLine = std::size_t{1} << 20;

struct BatchLine {
  std::uint64_t number = 0;  // from 1; empty lines count, but are passed over
  std::string text;          // without its end of line
  bool is_too_long = false;  // then `text` is its beginning
};

// Splits a stream into lines and holds no more than one of them and a block.
class BatchReader {
 public:
  // REQUIRES: `fd` stays open. Lines longer than `most` bytes are cut.
  explicit BatchReader(int fd, std::size_t most = kMostBatchLine) : fd_(fd), most_(most) {}

  // The next line that was read already; nothing where more must be read first.
  std::optional<BatchLine> Next();
  // One read(2): blocks where nothing is there. Fails with kIo. REQUIRES: Next gave nothing.
  interview::Status ReadMore();
  // Nothing is left to be read.
  bool at_end() const { return at_end_; }

 private:
  void Append(std::string_view piece);

  const int fd_;
  const std::size_t most_;
  std::string buffer_;  // one block; read up to begin_
  std::size_t begin_ = 0;
  std::string partial_;  // of the line under way
  bool is_too_long_ = false;
  std::uint64_t number_ = 0;
  bool at_end_ = false;
};

// What makes a line the same line again on the next run.
struct BatchIdentity {
  std::string key;          // the line's own "key", else its number
  std::string fingerprint;  // of its bytes, and of its number where it has no key of its own
};
BatchIdentity IdentityOf(const BatchLine& line);

// {"id", "language", "source"} and optionally "key", as a request to judge. Fails with kInvalid or
// kNotFound in one sentence that does not name the line.
interview::Result<interview::EvaluationRequest> ParseBatchLine(const BatchLine& line,
                                                               const interview::QuestionBank& bank);

}  // namespace app

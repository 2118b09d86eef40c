// What the stored sessions say of one question. Any thread; plain values.
#pragma once

#include <optional>

namespace interview {

struct QuestionRecord {
  int attempts = 0;                  // sessions that planned it
  std::optional<double> last_score;  // of the latest scored session that had this question alone
};

}  // namespace interview

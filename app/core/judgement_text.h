// What a judgement says, in the words that the command line, the window and exports share.
// Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/model/judgement.h"
#include "interview/model/question.h"

namespace app {

// "best 12.3 ms, median 12.6 ms of 7 runs (spread 2 %), 1.3 times the reference"; empty where
// nothing was timed.
std::string TimingText(const interview::Timing& timing);

// "O(n log n) by basic blocks, as asked for; memory O(n)"; empty where nothing was measured.
// `question` may be null.
std::string GrowthText(const interview::GrowthFit& growth, const interview::Question* question);

// What the judgement's sentence says beyond how many tests passed; may be empty.
std::string RemarkOf(const interview::Judgement& judgement);

// What the question asks for: "O(n)"; empty where it does not say.
std::string DeclaredTime(const interview::Question* question);

// Arguments that were changed in place, by their names: {"0": [1]} becomes {"nums": [1]}; any other
// value as it is. `question` may be null.
interview::Json WithNames(const interview::Json& value, const interview::Question* question);

// How a wrong answer differs from the right one, a line each with its sign in front; empty for
// other verdicts. `question` may be null.
std::vector<std::string> DifferenceLines(const interview::Judgement& judgement,
                                         const interview::Question* question);

// The whole judgement as lines of plain text.
std::string JudgementText(const interview::Judgement& judgement,
                          const interview::Question* question);

}  // namespace app

// Sections of output.
#include "app/core/program_output.h"

#include <algorithm>

#include "app/core/run_history.h"

namespace app {
namespace {

void Add(const std::string& of, const std::string& out, const std::string& err,
         std::vector<OutputSection>* sections) {
  if (!out.empty()) sections->push_back({of + ", standard output", OutputStream::kOut, out});
  if (!err.empty()) sections->push_back({of + ", standard error", OutputStream::kErr, err});
}

}  // namespace

std::vector<OutputSection> OutputOf(const interview::Judgement& judgement) {
  std::vector<OutputSection> sections;
  const auto& failure = judgement.first_failure;
  for (const interview::TestOutcome& test : judgement.tests) {
    const bool is_failure = failure && failure->index == test.index && failure->tag == test.tag;
    if (is_failure) {  // it has more of its output than the list of tests
      Add(TestName(test), failure->out, failure->err, &sections);
    } else if (test.is_public) {
      Add(TestName(test), test.out, test.err, &sections);
    }
  }
  const bool has_samples =
      std::any_of(judgement.tests.begin(), judgement.tests.end(),
                  [](const interview::TestOutcome& test) { return test.is_public; });
  if (!has_samples) {
    Add(judgement.tests.empty() ? "The program" : "The last test", judgement.out, judgement.err,
        &sections);
  }
  return sections;
}

}  // namespace app

// Reading of judgements for the scores.
#include "interview/session/judged_tests.h"

namespace interview {

const Judgement* LastVerdict(const QuestionWork& work) {
  const Evaluation* evaluation = work.LastJudgement();
  if (evaluation == nullptr || !evaluation->judgement) return nullptr;
  const Judgement& judgement = *evaluation->judgement;
  return judgement.verdict == Verdict::kInternalError ? nullptr : &judgement;
}

JudgedTests ReadTests(const Judgement& judgement) {
  JudgedTests out;
  out.passed = judgement.passed;
  out.total = judgement.total;
  out.accepted = judgement.verdict == Verdict::kAccepted;
  out.visible_pass = judgement.verdict != Verdict::kCompileError;
  for (const TestOutcome& test : judgement.tests) {
    const bool passed = test.verdict == Verdict::kAccepted;
    if (test.is_public) {
      out.visible_pass = out.visible_pass && passed;
      continue;
    }
    out.hidden_total += test.weight;
    out.hidden_passed += passed ? test.weight : 0;
    if (!passed) out.failed_tags.insert(test.tag);
  }
  return out;
}

Evidence VerdictEvidence(const QuestionWork& work, const Judgement& judgement) {
  std::string text = std::string(DisplayName(judgement.verdict)) + ": passed " +
                     std::to_string(judgement.passed) + " of " + std::to_string(judgement.total) +
                     " tests";
  for (const TestOutcome& test : judgement.tests) {
    if (test.verdict == Verdict::kAccepted) continue;
    text += "; first failing: " + test.tag;
    if (!test.message.empty()) text += " (" + test.message + ")";
    break;
  }
  Evidence evidence = Fact(work, std::move(text), judgement.verdict == Verdict::kAccepted);
  evidence.part = "source";
  return evidence;
}

}  // namespace interview

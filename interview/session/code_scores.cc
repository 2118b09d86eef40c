// How coding and ML coding questions show their dimensions; sections 3.1 and 3.2 of the loop rules.
//
// problem_solving, mathematical_grounding: f(c) of the group of that name, at most 3.5, half a
// point more where the
//   follow-ups reached 70 %; code is evidence too: accepted code shows a working idea (at
//   least 2.5), code that passes most hidden tests 2.
// correctness: 1 does not run or fails visible tests, 2 under 70 % of the hidden weight, 2.5 under
// all of it,
//   3 where only one large or rare group failed, 3.5 all after a failed submission, 4 all on the
//   first.
// quality: from 3 for code that passes visible tests, a half less for each complaint of
// code_facts.h and for what the compiler warns of, a half more for
//   comments without complaints; not observed in code of under five lines or code that runs nothing
//   right.
// complexity: 3 for naming the right time, 2 for a wrong one, 1.5 for silence beside code of the
// right growth, 1 for
//   silence; half a point each for the right space and for a measured growth that confirms it, 4
//   with f(c) >= 3.
// testing: own tests count 1.5 + 2.5 x mutation score, talk f(c) up to 3; the better of the two.
// Runs on own inputs
//   are 2, three of them 2.5.
// numerical_quality: speed and stability checks passed 3, one kind of them 2, none 1; a half more
// for spoken reasons,
//   a half less for index loops.
// trade_offs: f of the group's share and the follow-ups, 60 : 40.
// communication: 1 + 0.6 for each of five: asked for hidden facts, explained before coding, spoke
// about checks,
//   reached half of a follow-up, handed in before time was up.
#include <algorithm>
#include <set>

#include "interview/session/blank.h"
#include "interview/session/code_facts.h"
#include "interview/session/judged_tests.h"

namespace interview {
namespace {

constexpr int kShortestCode = 5;
constexpr int kExplanationWords = 12;
// As g++ and clang++ name them.
constexpr const char* kTellingWarnings[] = {
    "unused-variable", "unused-but-set-variable", "unused-value", "uninitialized",
    "return-type",     "misleading-indentation",  "parentheses",  "implicit-fallthrough",
    "dangling-else",   "tautological-compare",    "self-assign"};

std::string Prose(const QuestionWork& work, const std::string& part) {
  const auto it = work.answer.prose.find(part);
  return it == work.answer.prose.end() ? std::string() : it->second;
}

// The idea behind the code: the group's points, or what the code itself shows.
void ObserveIdea(const QuestionFacts& f, const DimensionId& id, Observations* out) {
  Observation o;
  o.score = 0;
  const Share share = GroupShare(f.work, {id});
  if (share.any() && f.work.HasProse()) {
    o.score = std::min(3.5, FromCoverage(share.value(), f.rules.coverage));
    AddPoints(f.work, {id}, &o);
    const std::optional<double> follow_ups = FollowUpScore(f.work);
    if (follow_ups && *follow_ups >= 0.7) {
      o.score += 0.5;
      AddFollowUps(f.work, &o);
    }
  }
  if (const Judgement* judgement = LastVerdict(f.work)) {
    const JudgedTests tests = ReadTests(*judgement);
    double shown = 1;
    if (tests.visible_pass) shown = 1.5;
    if (tests.visible_pass && tests.hidden_share() >= 0.7) shown = 2;
    if (tests.accepted) shown = 2.5;
    o.score = std::max(o.score, shown);
    if (tests.accepted) {
      o.evidence.push_back(
          Fact(f.work, "The code passes every test within its limits: the idea works"));
    } else {
      o.evidence.push_back(VerdictEvidence(f.work, *judgement));
    }
  }
  if (!o.evidence.empty()) (*out)[id] = std::move(o);
}

// Kinds of failed hidden tests that a 3 may have: one large or rare group.
bool OnlyOneRareGroup(const std::set<std::string>& failed) {
  if (failed.size() != 1) return false;
  const std::string& tag = *failed.begin();
  return tag.find("large") != std::string::npos || tag.find("rare") != std::string::npos ||
         tag.find("adversarial") != std::string::npos || tag.find("ramp") != std::string::npos;
}

void ObserveCorrectness(const QuestionFacts& f, bool rare_failures, Observations* out) {
  const Judgement* judgement = LastVerdict(f.work);
  if (judgement == nullptr) return;
  const JudgedTests tests = ReadTests(*judgement);
  Observation o;
  if (tests.accepted) {
    const bool first = f.work.judgements.size() == 1;
    o.score = first ? 4 : 3.5;
    o.evidence.push_back(
        Fact(f.work, first ? "Accepted on the first submission"
                           : "Accepted on submission " + std::to_string(f.work.judgements.size())));
  } else if (!tests.visible_pass || tests.passed == 0) {
    o.score = 1;
  } else if (tests.hidden_share() < 0.7) {
    o.score = 2;
  } else {
    o.score = rare_failures ? 3 : 2.5;
  }
  o.evidence.push_back(VerdictEvidence(f.work, *judgement));
  if (f.work.first_green) {
    o.evidence.push_back(
        Fact(f.work, "First green after " +
                         TimeText(*f.work.first_green - f.round.started.value_or(Duration{})) +
                         " of the round"));
  }
  (*out)["correctness"] = std::move(o);
}

// What compilers agree is probably a mistake; not what the signature or habit brings along, such as
// an unused parameter or a comparison of int with size_t. Empty when there is none.
std::string WarningComplaint(const Judgement& judgement) {
  std::set<int> lines;
  std::string first;
  for (const Diagnostic& one : judgement.diagnostics) {
    const bool tells = std::any_of(
        std::begin(kTellingWarnings), std::end(kTellingWarnings), [&](const char* name) {
          return one.message.find(std::string("[-W") + name + "]") != std::string::npos;
        });
    if (one.severity != "warning" || one.line <= 0 || !tells) continue;
    if (lines.empty()) first = one.message.substr(0, one.message.rfind(" [-W"));
    lines.insert(one.line);
  }
  if (lines.empty()) return "";
  return "The compiler warns of line " + std::to_string(*lines.begin()) +
         (lines.size() > 1 ? " and " + std::to_string(lines.size() - 1) + " more" : "") + ": " +
         first;
}

void ObserveQuality(const QuestionFacts& f, Observations* out) {
  const Judgement* judgement = LastVerdict(f.work);
  if (judgement == nullptr || !ReadTests(*judgement).visible_pass) return;
  const CodeFacts code = MeasureCode(f.work.answer.source, f.work.answer.language);
  if (code.lines < kShortestCode) return;
  std::vector<std::string> complaints = Complaints(code);
  if (std::string warning = WarningComplaint(*judgement); !warning.empty()) {
    complaints.push_back(std::move(warning));
  }
  Observation o;
  o.score = std::max(1.0, 3 - 0.5 * static_cast<double>(complaints.size()));
  o.evidence.push_back(Fact(f.work,
                            std::to_string(code.lines) + " lines, longest function " +
                                std::to_string(code.longest_function) + ", nested " +
                                std::to_string(code.deepest_nesting) + " deep",
                            complaints.empty()));
  for (const std::string& complaint : complaints) {
    o.evidence.push_back(Fact(f.work, complaint, false));
  }
  if (complaints.empty() && code.comments > 0) {
    o.score += 0.5;
    o.evidence.push_back(Fact(f.work, "Comments say what the code does not"));
  }
  (*out)["quality"] = std::move(o);
}

void ObserveTesting(const QuestionFacts& f, const std::string& phase, Observations* out) {
  Observation o;
  o.score = 0;
  if (const Evaluation* own = f.work.Find(EvaluationKind::kOwnTests)) {
    o.score = 1.5 + 2.5 * own->score;
    o.evidence.push_back(Fact(f.work,
                              "Wrote " + std::to_string(f.work.answer.tests.size()) +
                                  " own tests; they catch " +
                                  std::to_string(static_cast<int>(own->score * 100 + 0.5)) +
                                  " % of the known wrong solutions",
                              own->score >= 0.5));
  }
  const auto custom = std::count_if(f.work.runs.begin(), f.work.runs.end(), [](const auto& run) {
    return run.evaluation.kind == EvaluationKind::kRunCustom;
  });
  if (custom > 0) {
    o.score = std::max(o.score, custom >= 3 ? 2.5 : 2.0);
    o.evidence.push_back(Fact(
        f.work,
        "Ran the code on " + Counted(static_cast<std::size_t>(custom), "input") + " of one's own"));
  }
  const Share share = GroupShare(f.work, {"testing"});
  const bool talked = share.earned > 0 || !IsBlank(Prose(f.work, phase));
  if (share.any() && talked) {
    o.score = std::max(o.score, std::min(3.0, FromCoverage(share.value(), f.rules.coverage)));
    AddPoints(f.work, {"testing"}, &o);
  }
  if (!o.evidence.empty()) (*out)["testing"] = std::move(o);
}

void ObserveCommunication(const QuestionFacts& f, const std::string& before,
                          const std::string& checks, Observations* out) {
  const QuestionWork& work = f.work;
  const std::optional<double> follow_ups = FollowUpScore(work);
  if (!work.HasProse() && !follow_ups) return;
  Observation o;
  int shown = 0;
  const auto add = [&](bool good, const std::string& yes, const std::string& no) {
    shown += good ? 1 : 0;
    o.evidence.push_back(Fact(work, good ? yes : no, good));
  };
  add(!work.facts_uncovered.empty(),
      "Asked for " + Counted(work.facts_uncovered.size(), "fact") + " the statement leaves open",
      "Asked for no fact the statement leaves open");
  add(CountWords(Prose(work, before)) >= kExplanationWords,
      "Explained the approach before the code", "Did not explain the approach before the code");
  add(!IsBlank(Prose(work, checks)), "Spoke about how to check the code",
      "Did not speak about how to check the code");
  add(follow_ups.value_or(0) >= 0.5, "Answered the follow-up", "Left the follow-up open");
  add(!f.round.automatic, "Handed in before the time was up", "The time ran out");
  o.score = 1 + 0.6 * shown;
  AddPoints(work, {"communication"}, &o);
  (*out)["communication"] = std::move(o);
}

// Passed and total weight of the checks of some kinds.
Share ChecksOf(const MlCodingSpec& spec, const Judgement& judgement,
               const std::vector<std::string>& kinds, Observation* o, const QuestionWork& work) {
  Share share;
  for (const TestOutcome& test : judgement.tests) {
    for (const MlCheck& check : spec.checks) {
      if (check.id != test.tag ||
          std::find(kinds.begin(), kinds.end(), check.kind) == kinds.end()) {
        continue;
      }
      const bool passed = test.verdict == Verdict::kAccepted;
      share.total += check.weight;
      share.earned += passed ? check.weight : 0;
      o->evidence.push_back(Fact(work, (passed ? "Holds: " : "Fails: ") + check.says, passed));
    }
  }
  return share;
}

void ObserveNumerics(const QuestionFacts& f, const MlCodingSpec& spec, Observations* out) {
  const Judgement* judgement = LastVerdict(f.work);
  if (judgement == nullptr || ReadTests(*judgement).passed == 0) return;
  Observation o;
  const Share speed = ChecksOf(spec, *judgement, {"speed"}, &o, f.work);
  const Share stable = ChecksOf(spec, *judgement, {"stability", "edge"}, &o, f.work);
  const int loops = CountIndexLoops(f.work.answer.source);
  o.score = 3;
  if (speed.any() && stable.any()) {
    o.score = 1 + (speed.value() >= 1 ? 1 : 0) + stable.value();
  } else if (speed.any() || stable.any()) {
    o.score = 1.5 + 1.5 * (speed.any() ? speed.value() : stable.value());
  } else {
    o.score = loops == 0 ? 2.5 : 2;
  }
  if (loops > 0) {
    o.score = std::max(1.0, o.score - 0.5);
    o.evidence.push_back(
        Fact(f.work, std::to_string(loops) + " Python loops index arrays one by one", false));
  } else {
    o.evidence.push_back(Fact(f.work, "No Python loop indexes arrays one by one"));
  }
  const Share spoken = GroupShare(f.work, {"numerical_quality"});
  if (spoken.value() >= 0.5) {
    o.score = std::min(4.0, o.score + 0.5);
    AddPoints(f.work, {"numerical_quality"}, &o);
  }
  (*out)["numerical_quality"] = std::move(o);
}

void ObserveTradeOffs(const QuestionFacts& f, Observations* out) {
  const std::optional<double> follow_ups = FollowUpScore(f.work);
  const Share share = GroupShare(f.work, {"trade_offs"});
  const bool spoke = share.any() && (share.earned > 0 || !IsBlank(Prose(f.work, "trade_offs")));
  if (!spoke && !follow_ups) return;
  double c = spoke ? share.value() : *follow_ups;
  if (spoke && follow_ups) c = 0.6 * share.value() + 0.4 * *follow_ups;
  Observation o;
  o.score = FromCoverage(c, f.rules.coverage);
  if (spoke) AddPoints(f.work, {"trade_offs"}, &o);
  AddFollowUps(f.work, &o);
  if (!o.evidence.empty()) (*out)["trade_offs"] = std::move(o);
}

}  // namespace

Observations ObserveCoding(const QuestionFacts& f) {
  Observations out;
  ObserveIdea(f, "problem_solving", &out);
  const Judgement* judgement = LastVerdict(f.work);
  const bool rare = judgement != nullptr && OnlyOneRareGroup(ReadTests(*judgement).failed_tags);
  ObserveCorrectness(f, rare, &out);
  ObserveQuality(f, &out);
  const auto* spec = f.work.question ? std::get_if<CodingSpec>(&f.work.question->spec) : nullptr;
  if (spec != nullptr) ObserveComplexity(f, *spec, &out);
  ObserveTesting(f, "verify", &out);
  ObserveCommunication(f, "plan", "verify", &out);
  return out;
}

Observations ObserveMlCoding(const QuestionFacts& f) {
  Observations out;
  ObserveIdea(f, "mathematical_grounding", &out);
  const auto* spec = f.work.question ? std::get_if<MlCodingSpec>(&f.work.question->spec) : nullptr;
  const Judgement* judgement = LastVerdict(f.work);
  bool rare = false;
  if (spec != nullptr && judgement != nullptr) {
    // At most one check failed, and that one is about stability, an edge or speed.
    const std::set<std::string> failed = ReadTests(*judgement).failed_tags;
    rare = failed.size() == 1 &&
           std::any_of(spec->checks.begin(), spec->checks.end(), [&](const MlCheck& check) {
             const bool late =
                 check.kind == "stability" || check.kind == "edge" || check.kind == "speed";
             return late && failed.count(check.id) > 0;
           });
  }
  ObserveCorrectness(f, rare, &out);
  if (spec != nullptr) ObserveNumerics(f, *spec, &out);
  ObserveTesting(f, "test", &out);
  ObserveTradeOffs(f, &out);
  ObserveCommunication(f, "derive", "test", &out);
  return out;
}

}  // namespace interview

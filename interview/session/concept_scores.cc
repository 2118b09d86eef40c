// How a concept question shows its dimensions; section 3.3 of the loop rules.
//
// accuracy: f(c) over all points, in the answer as it stands after the probe.
// depth: f of the points and the follow-ups, half and half; without a follow-up f(c), at most 3.
// application: questions that apply something (compute, diagnose, scenario) f(c); in the others an
// example counts 2.5,
//   with a decision drawn from it 3, with a number 3.5; without an example it is not observed.
// clarity: from 2, a half each for: the first earned point within the first 40 words, sentences of
// 6-30 words on
//   average, at most 70 words for each point earned, within the time of the question; at most 2
//   where c < 0.2.
#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

#include "interview/session/blank.h"
#include "interview/session/observation.h"

namespace interview {
namespace {

std::string AnswerText(const QuestionWork& work) {
  const auto it = work.answer.prose.find("answer");
  return it == work.answer.prose.end() ? std::string() : it->second;
}

// The first of some phrases that stands in the text as whole words; empty: none does.
template <std::size_t N>
std::string FindPhrase(const std::string& text, const std::array<std::string_view, N>& phrases) {
  std::string lower = " ";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    lower += std::isalnum(u) != 0 || c == '.' ? static_cast<char>(std::tolower(u)) : ' ';
  }
  lower += ' ';
  for (const std::string_view phrase : phrases) {
    const std::size_t at = lower.find(" " + std::string(phrase) + " ");
    if (at != std::string::npos) return text.substr(at, phrase.size());
  }
  return {};
}

std::vector<std::string> AllGroups(const QuestionWork& work) {
  std::vector<std::string> groups;
  if (const Evaluation* rubric = work.Find(EvaluationKind::kRubric)) {
    for (const Criterion& c : rubric->criteria) groups.push_back(c.group);
  }
  return groups;
}

void ObserveDepth(const QuestionFacts& f, double c, const std::vector<std::string>& groups,
                  Observations* out) {
  Observation o;
  const std::optional<double> follow_ups = FollowUpScore(f.work);
  if (follow_ups) {
    o.score = FromCoverage(0.5 * c + 0.5 * *follow_ups, f.rules.coverage);
    AddFollowUps(f.work, &o);
  } else {
    o.score = std::min(3.0, FromCoverage(c, f.rules.coverage));
    o.evidence.push_back(Fact(f.work, "No follow-up was answered", false));
  }
  AddPoints(f.work, groups, &o);
  (*out)["depth"] = std::move(o);
}

void ObserveApplication(const QuestionFacts& f, double c, const std::vector<std::string>& groups,
                        Observations* out) {
  static constexpr std::array<std::string_view, 9> kExamples = {
      "for example", "for instance",  "e.g.",        "such as", "imagine",
      "suppose",     "in production", "in practice", "we used"};
  static constexpr std::array<std::string_view, 8> kDecisions = {
      "i would", "i use", "choose", "prefer", "better when", "use it when", "so we", "pick"};
  Observation o;
  const auto* spec = f.work.question ? std::get_if<ConceptSpec>(&f.work.question->spec) : nullptr;
  const bool applied = spec != nullptr && (spec->kind == "compute" || spec->kind == "diagnose" ||
                                           spec->kind == "scenario");
  if (applied) {
    o.score = FromCoverage(c, f.rules.coverage);
    AddPoints(f.work, groups, &o);
  } else {
    std::string text = AnswerText(f.work);
    for (const auto& [id, answer] : f.work.answer.follow_ups) text += "\n" + answer;
    const std::string example = FindPhrase(text, kExamples);
    if (example.empty()) return;
    o.score = 2.5;
    o.evidence.push_back(Fact(f.work, "Gives an example"));
    o.evidence.back().quote = example;
    if (const std::string decision = FindPhrase(text, kDecisions); !decision.empty()) {
      o.score = 3;
      o.evidence.push_back(Fact(f.work, "Draws a decision from it"));
      o.evidence.back().quote = decision;
      const bool number = std::any_of(text.begin(), text.end(),
                                      [](unsigned char ch) { return std::isdigit(ch) != 0; });
      if (number) o.score = 3.5;
    }
    // An example for something wrong is worth no more than the answer.
    o.score = std::min(o.score, std::max(2.0, FromCoverage(c, f.rules.coverage) + 0.5));
  }
  (*out)["application"] = std::move(o);
}

// How fast it was written: told, not scored.
void AddPace(const QuestionFacts& f, int words, Observation* out) {
  if (!f.work.shown) return;
  if (f.work.first_sentence) {
    out->evidence.push_back(
        Fact(f.work, "First sentence after " + TimeText(*f.work.first_sentence - *f.work.shown)));
  }
  const auto index = static_cast<std::size_t>(f.question);
  if (index >= f.clock.phase_elapsed.size()) return;
  const double minutes =
      std::chrono::duration<double, std::ratio<60>>(f.clock.phase_elapsed[index]).count();
  if (minutes < 0.25) return;
  out->evidence.push_back(
      Fact(f.work, std::to_string(static_cast<int>(words / minutes + 0.5)) + " words a minute"));
}

// What the text grader counted: told, not scored.
void AddManner(const QuestionFacts& f, Observation* out) {
  const Evaluation* rubric = f.work.Find(EvaluationKind::kRubric);
  if (rubric == nullptr || !rubric->clarity) return;
  const Clarity& clarity = *rubric->clarity;
  const auto hedges = clarity.hedges.size();
  if (hedges > 0) {
    out->evidence.push_back(Fact(f.work, Counted(hedges, "hedge"), false));
    out->evidence.back().quote = clarity.hedges.front().text;
    out->evidence.back().part = clarity.hedges.front().part;
  }
  if (clarity.list_items + clarity.signposts > 0) {
    out->evidence.push_back(Fact(f.work, "Structure: " + std::to_string(clarity.signposts) +
                                             " linking words, " +
                                             std::to_string(clarity.list_items) + " list items"));
  }
}

void ObserveClarity(const QuestionFacts& f, double c, Observations* out) {
  const std::string text = AnswerText(f.work);
  const int words = CountWords(text);
  std::size_t first = text.size();
  int earned = 0;
  const Evaluation& rubric = *f.work.Find(EvaluationKind::kRubric);
  for (const Criterion& point : rubric.criteria) {
    if (point.credit <= 0) continue;
    ++earned;
    if (point.span && point.span->part == "answer") first = std::min(first, point.span->begin);
  }
  Observation o;
  o.score = 2;
  const auto add = [&](bool good, const std::string& yes, const std::string& no) {
    o.score += good ? 0.5 : 0;
    o.evidence.push_back(Fact(f.work, good ? yes : no, good));
  };
  const int before = CountWords(text.substr(0, first));
  add(earned > 0 && before <= 40, "Comes to the point at once",
      earned > 0 ? std::to_string(before) + " words before the first point"
                 : "No point is reached");
  if (rubric.clarity && rubric.clarity->sentences > 0) {
    const int per_sentence = rubric.clarity->words / rubric.clarity->sentences;
    const std::string told = "Sentences of " + std::to_string(per_sentence) + " words on average";
    add(per_sentence >= 4 && per_sentence <= 30, told, told);
  }
  add(earned > 0 && words <= 70 * earned,
      std::to_string(words) + " words for " + std::to_string(earned) + " points",
      std::to_string(words) + " words for " + std::to_string(earned) + " points");
  const auto index = static_cast<std::size_t>(f.question);
  if (index < f.clock.phase_elapsed.size()) {
    const Duration used = f.clock.phase_elapsed[index];
    add(used <= f.clock.phase_budgets[index], "Done in " + TimeText(used),
        "Took " + TimeText(used) + " of " + TimeText(f.clock.phase_budgets[index]));
  }
  AddPace(f, words, &o);
  AddManner(f, &o);
  if (c < 0.2) o.score = std::min(o.score, 2.0);
  (*out)["clarity"] = std::move(o);
}

}  // namespace

Observations ObserveConcept(const QuestionFacts& f) {
  Observations out;
  const std::vector<std::string> groups = AllGroups(f.work);
  const Share share = GroupShare(f.work, groups);
  if (!share.any() || IsBlank(AnswerText(f.work))) return out;
  Observation accuracy;
  accuracy.score = FromCoverage(share.value(), f.rules.coverage);
  AddPoints(f.work, groups, &accuracy);
  out["accuracy"] = std::move(accuracy);
  ObserveDepth(f, share.value(), groups, &out);
  ObserveApplication(f, share.value(), groups, &out);
  ObserveClarity(f, share.value(), &out);
  return out;
}

}  // namespace interview

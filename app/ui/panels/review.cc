// Evaluations as points to read.
#include "app/ui/panels/review.h"

#include <algorithm>

#include "app/ui/format.h"

namespace app {
namespace {

using interview::Criterion;
using interview::CriterionState;
using interview::Evaluation;
using interview::EvaluationKind;
using interview::QuestionWork;

constexpr std::string_view kFindings = "findings";
constexpr std::string_view kOnBoard = "board";  // the part of what is quoted from a whiteboard

ReviewState StateOf(const Criterion& criterion) {
  if (criterion.group == kFindings) return ReviewState::kFinding;
  switch (criterion.state) {
    case CriterionState::kEarned:
      return ReviewState::kEarned;
    case CriterionState::kPartly:
      return ReviewState::kPartly;
    case CriterionState::kMissing:
      return ReviewState::kMissing;
    case CriterionState::kContradicted:
      return ReviewState::kContradicted;
  }
  return ReviewState::kMissing;
}

std::string SectionOf(const Evaluation& evaluation, const Criterion& criterion,
                      const QuestionWork& work) {
  if (evaluation.kind == EvaluationKind::kFollowUp) {
    const interview::FollowUp* asked =
        work.question == nullptr ? nullptr : work.question->FindFollowUp(evaluation.part);
    return asked != nullptr ? asked->ask : FormatName(evaluation.part);
  }
  if (evaluation.kind == EvaluationKind::kOwnTests) {
    return criterion.group == "mutants" ? "Wrong solutions that your tests catch" : "Your tests";
  }
  return criterion.group.empty() ? "Points" : FormatName(criterion.group);
}

std::optional<interview::Span> QuoteOf(const interview::Span& span) {
  if (span.text.empty() || span.part == kOnBoard) return std::nullopt;
  return span;
}

// Of a missing point the rubric only says again that it is missing, and of an earned one what is
// marked in the answer. A word that may go on is written "click*" in rubrics.
std::string ReasonOf(const Evaluation& evaluation, const Criterion& criterion) {
  if (evaluation.kind != EvaluationKind::kRubric && evaluation.kind != EvaluationKind::kFollowUp) {
    return criterion.reason;
  }
  if (criterion.state == CriterionState::kMissing) return {};
  if (criterion.state == CriterionState::kEarned && criterion.span) return {};
  std::string reason;
  for (const char c : criterion.reason) reason += c == '*' ? std::string("…") : std::string(1, c);
  return reason;
}

// Rubrics note their points in lower case, and connections with plain arrows.
std::string AsSentence(std::string text) {
  for (std::size_t at = text.find("->"); at != std::string::npos; at = text.find("->", at)) {
    text.replace(at, 2, "→");
  }
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::string word = text.substr(0, text.find_first_of(" ,;:"));
  const bool is_word =
      (word.size() > 1 || word == "a") && std::all_of(word.begin(), word.end(), is_lower);
  if (is_word) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

ReviewPoint PointOf(const Evaluation& evaluation, const Criterion& criterion,
                    const QuestionWork& work) {
  ReviewPoint point;
  point.state = StateOf(criterion);
  point.section = SectionOf(evaluation, criterion, work);
  point.text = criterion.text.empty() ? FormatName(criterion.id) : AsSentence(criterion.text);
  point.reason = ReasonOf(evaluation, criterion);
  if (point.state != ReviewState::kEarned) point.advice = criterion.advice;
  if (criterion.span) point.span = QuoteOf(*criterion.span);
  point.board = criterion.board;
  return point;
}

void AddMisconceptions(const Evaluation& evaluation, Review* review) {
  for (const interview::RaisedMisconception& raised : evaluation.misconceptions) {
    ReviewPoint point;
    point.state = ReviewState::kMisconception;
    point.section = "Misconceptions";
    point.text = AsSentence(raised.text);
    point.advice = raised.reply;
    point.span = QuoteOf(raised.span);
    point.board = raised.board;
    review->points.push_back(std::move(point));
  }
}

void AddScore(std::string what, double score, Review* review) {
  review->scores.push_back(std::move(what) + " " +
                           std::to_string(static_cast<int>(score * 100 + 0.5)) + " %");
}

// Misconceptions first, then the points in the order of the evaluations.
Review ReviewOf(const QuestionWork& work, const std::vector<const Evaluation*>& evaluations) {
  Review review;
  for (const Evaluation* evaluation : evaluations) AddMisconceptions(*evaluation, &review);
  for (const Evaluation* evaluation : evaluations) {
    if (evaluation->criteria.empty()) continue;
    if (evaluation->kind != EvaluationKind::kFollowUp) {
      AddScore(FormatName(interview::ToString(evaluation->kind)), evaluation->score, &review);
    }
    for (const Criterion& criterion : evaluation->criteria) {
      review.points.push_back(PointOf(*evaluation, criterion, work));
    }
  }
  return review;
}

}  // namespace

std::string_view Title(ReviewState state) {
  switch (state) {
    case ReviewState::kEarned:
      return "Earned";
    case ReviewState::kPartly:
      return "Partly";
    case ReviewState::kMissing:
      return "Missing";
    case ReviewState::kContradicted:
      return "Contradicted";
    case ReviewState::kMisconception:
      return "Misconception";
    case ReviewState::kFinding:
      return "Finding";
  }
  return {};
}

Review ReviewTexts(const QuestionWork& work) {
  static constexpr std::array kOrder = {EvaluationKind::kRubric, EvaluationKind::kFollowUp,
                                        EvaluationKind::kEstimates, EvaluationKind::kJudge,
                                        EvaluationKind::kOwnTests};
  std::vector<const Evaluation*> evaluations;
  for (const EvaluationKind kind : kOrder) {
    for (const auto& [key, evaluation] : work.evaluations) {
      if (key.first == kind) evaluations.push_back(&evaluation);
    }
  }
  return ReviewOf(work, evaluations);
}

Review ReviewBoard(const QuestionWork& work) {
  const Evaluation* diagram = work.Find(EvaluationKind::kDiagram);
  if (diagram == nullptr) return {};
  return ReviewOf(work, {diagram});
}

std::string InWords(const ReviewPoint& point) {
  return std::string(Title(point.state)) + ": " + point.text;
}

}  // namespace app

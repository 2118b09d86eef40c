// What an evaluator says of one answer: criteria, each with its credit and the evidence for it.
// Any thread; plain values. A wrong answer is an Evaluation; a broken evaluator is an Error.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/answer.h"
#include "interview/model/ids.h"
#include "interview/model/judgement.h"
#include "interview/model/question.h"

namespace interview {

// What can be asked of the evaluators.
enum class EvaluationKind {
  kRunVisible,  // code against the examples or public checks
  kRunCustom,   // code on one input of the candidate's own, beside the reference
  kJudge,       // code against everything
  kShrink,      // the smallest input that code still fails on, from one test it fails
  kOwnTests,    // the candidate's own tests against the reference and the wrong solutions
  kRubric,      // prose and messages against all rubric groups
  kFollowUp,    // one follow-up answer against its key points
  kFacts,       // one message against the clarifications
  kDiagram,     // the whiteboard against the graph rubric
  kEstimates,   // numbers against the estimates
};

std::string_view ToString(EvaluationKind kind);
std::optional<EvaluationKind> ParseEvaluationKind(std::string_view name);

// How many of its tests an evaluation has run; a worker counts, anybody may read.
struct EvaluationProgress {
  std::atomic<int> done = 0;
  std::atomic<int> total = 0;  // 0: not known yet
};

struct EvaluationRequest {
  EvaluationKind kind = EvaluationKind::kRubric;
  QuestionPtr question;
  Answer answer;
  std::string part;  // follow-up id (kFollowUp) or the message itself (kFacts)
  // kRunCustom: {"args": [...]}; kShrink: {"index": of the failing test}.
  Json input = Json::object();
  std::shared_ptr<EvaluationProgress> progress = nullptr;  // where to count; may be null
};

// Where in an answer something was found: bytes of the UTF-8 text named by `part`.
struct Span {
  std::string part;  // "answer", "plan", "metrics", "follow_ups/twice", "messages/2", …
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What on a whiteboard something was found in, or is wrong with: ids of nodes, and of edges by
// BoardEdge::Name().
struct BoardEvidence {
  std::vector<std::string> nodes;
  std::vector<std::string> edges;
  bool empty() const { return nodes.empty() && edges.empty(); }
  bool operator==(const BoardEvidence&) const = default;
};

enum class CriterionState { kEarned, kPartly, kMissing, kContradicted };
std::string_view ToString(CriterionState state);

// A rubric point, an ML check, a diagram component or connection, a finding about a diagram, an
// estimate, a fact.
struct Criterion {
  std::string id;
  std::string group;  // rubric group, "components", "connections", "estimates", …
  std::string text;
  double weight = 1;
  double credit = 0;  // 0-1
  CriterionState state = CriterionState::kMissing;
  std::optional<Span> span;  // the quoted evidence
  std::string reason;        // one line: why this credit, or what was missing
  BoardEvidence board = {};  // of a diagram
  std::string advice = {};  // one line: what would have earned the rest; empty where nothing is due
};

struct RaisedMisconception {
  std::string id;
  std::string text;
  double penalty = 0;
  std::string reply;
  Span span;
  BoardEvidence board = {};  // of a diagram
};

// How an answer is put, whatever it says: no part of the score.
struct Clarity {
  int words = 0;
  int sentences = 0;
  std::optional<int> words_before_answer;  // before the first earned point; empty: none was earned
  int list_items = 0;                      // bullets and numbered steps
  int signposts = 0;                       // "first", "because", "for example": what orders a text
  std::vector<Span> hedges;                // "I think", "maybe"
};

struct Evaluation {
  EvaluationKind kind = EvaluationKind::kRubric;
  QuestionId question;
  std::string part;
  double score = 0;  // 0-1
  std::vector<Criterion> criteria;
  std::vector<RaisedMisconception> misconceptions;
  std::optional<Clarity> clarity;      // kRubric, where there was prose
  std::optional<Judgement> judgement;  // kRun…, kJudge, kOwnTests
};

Json ToJson(const Clarity& clarity);
Json ToJson(const Evaluation& evaluation);
Result<Evaluation> ParseEvaluation(const Json& json, const std::string& where);

}  // namespace interview

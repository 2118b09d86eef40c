// Rubric points, misconceptions and follow-ups: what an answer is graded against, in every kind of
// question. The form is described in rubrics/README.md (section "Rubric points"). Any thread; plain
// values.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace interview {

// A number an answer should contain, within an absolute tolerance.
struct NumberExpectation {
  double value = 0;
  double tolerance = 0;
  std::string unit;  // empty: any
};

struct RubricPoint {
  std::string id;
  std::string text;
  double weight = 1;
  std::vector<std::string> any;     // alternatives, one is enough
  std::vector<std::string> all;     // JSON "and": one of these is needed as well
  std::vector<std::string> weak;    // alternatives worth half the point
  std::vector<std::string> unless;  // what cancels it
  std::optional<NumberExpectation> number;
  std::string hint;
};

struct Misconception {
  std::string id;
  std::string text;
  double penalty = 0;  // share of the score, 0.1-0.6
  std::vector<std::string> any;
  std::vector<std::string> all;  // JSON "and"
  std::vector<std::string> unless;
  std::string reply;  // a question, never the answer
};

struct Rubric {
  std::vector<RubricPoint> points;
  std::vector<Misconception> misconceptions;
};

// Points of one dimension ("testing"), phase or design section ("metrics").
struct RubricGroup {
  std::string id;
  std::vector<RubricPoint> points;
};

// An answer whose score and flags are known: the rubric's own proof.
struct RubricExample {
  std::string answer;
  double min = 0;
  double max = 1;
  std::vector<std::string> flags;  // misconceptions that must be raised
};

// What a question expects where the answer is one value.
struct AnswerKey {
  enum class Type { kNumber, kBoolean, kText, kNone };
  Type type = Type::kNone;
  double number = 0;
  double tolerance = 0;
  bool boolean = false;
  std::string text;
  std::vector<std::string> accept;
};

struct FollowUp {
  std::string id;
  std::string ask;
  std::vector<std::string> when_missing;  // point ids; empty: a deep dive, else a probe
  std::vector<RubricPoint> key_points;
  std::string gist;
  std::optional<AnswerKey> answer;
};

// One fact of the ledger, with the ways people ask for it.
struct Clarification {
  std::string id;
  std::vector<std::string> ask;
  std::string answer;
  double weight = 1;
};

struct Hint {
  int level = 1;
  std::string text;
};

// A challenge the interviewer puts when a point is missing.
struct Pushback {
  std::vector<std::string> when_missing;
  std::string ask;
};

}  // namespace interview

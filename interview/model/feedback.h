// What a language model says of one answer or of a whole round: a second opinion beside the local
// result, which it never changes. Any thread; plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/model/ids.h"

namespace interview {

// One answer of a session, or, where `question` is empty, the whole round of that index.
struct FeedbackTarget {
  QuestionId question;
  int round = 0;  // meaningful only without a question
  // Is it the same?
  bool operator==(const FeedbackTarget& other) const {
    return question == other.question && (!question.empty() || round == other.round);
  }
};

// A strength or a gap.
struct FeedbackClaim {
  std::string text;
  std::string quote;  // the candidate's own words that it rests on, as they stand in the answer
  std::string point;  // of a gap: the point of the rubric that it concerns; may be empty
  bool operator==(const FeedbackClaim&) const = default;
};

// The model's own score. The local one is a copy of what it was compared with.
struct SecondScore {
  double score = 0;                   // 0-1
  std::string reason;                 // one sentence, the model's
  std::optional<double> local_score;  // 0-1; empty: there was none
  std::string unsupported;            // why it is not to be relied on, one sentence; empty: it is
  bool operator==(const SecondScore&) const = default;
};

struct Feedback {
  FeedbackTarget about;

  std::string api;                   // the wire format: "openai", "anthropic"
  std::string host;                  // who was asked: "localhost:11434"
  std::string model;                 // as the endpoint names it
  Json parameters = Json::object();  // of the request, texts aside
  int latency_ms = 0;                // from the question to the whole reply
  int first_token_ms = 0;
  int prompt_tokens = 0;
  int completion_tokens = 0;
  bool tokens_are_estimated = false;  // the endpoint did not tell

  std::vector<FeedbackClaim> strengths;
  std::vector<FeedbackClaim> gaps;
  std::string better_answer;  // in the candidate's own words as far as they carry
  std::string practise;       // what to do next
  int dropped_claims = 0;     // left out because the words they quote are not in the answer
  std::optional<SecondScore> second_score;

  std::string text;  // Markdown: all there is of feedback that older versions stored
  bool operator==(const Feedback&) const = default;
};

Json ToJson(const Feedback& feedback);
// What the reader's object says, also one of an older version; what cannot be read is among the
// reader's complaints.
Feedback ParseFeedback(JsonReader* reader);

}  // namespace interview

// A question with secrets of every kind, and lines of its script.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "evaluators/llm/voice_rules.h"

namespace evaluators {

inline const Lexicon& ShippedLexicon() {
  static const Lexicon lexicon =
      LoadLexicon(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics/lexicon").value();
  return lexicon;
}

inline interview::RubricPoint PointOf(const std::string& id, const std::string& text,
                                      const std::vector<std::string>& any) {
  interview::RubricPoint point;
  point.id = id;
  point.text = text;
  point.any = any;
  return point;
}

inline interview::QuestionPtr PairQuestion() {
  static const interview::QuestionPtr shared = [] {
    auto question = std::make_shared<interview::Question>();
    question->kind = interview::RoundKind::kCoding;
    question->id = "pair-with-sum";
    question->title = "Pair with a sum";
    question->statement =
        "Given a list of integers and a target, return the indices of two entries that add up to "
        "the target.";
    const interview::RubricPoint insight =
        PointOf("insight", "One pass with a hash map.", {"hash map", "dictionary"});
    const interview::RubricPoint time = PointOf("time", "Linear time.", {"O(n)", "linear time"});
    question->rubric = {{"problem_solving", {insight, time}}};
    question->clarifications = {
        {"negative", {"negative", "below zero"}, "Values may be negative.", 1},
        {"size", {"how large", "size of the list"}, "The list has up to 100,000 entries.", 1},
        {"sorted", {"sorted", "order"}, "The list is not sorted.", 1}};
    question->hints = {
        {1, "Think about what you would need to have seen before an entry."},
        {2,
         "Remember every earlier entry with its index, so that the complement is found at once."}};
    interview::FollowUp memory;
    memory.id = "memory";
    memory.ask = "What if memory is scarce?";
    memory.key_points = {PointOf("pointers", "Two pointers after sorting.", {"two pointers"})};
    question->follow_ups = {memory};
    return question;
  }();
  return shared;
}

inline VoiceLine Line(const std::string& why, const std::string& script,
                      const std::string& message = {}) {
  VoiceLine line;
  line.question = PairQuestion();
  line.why = why;
  line.script = script;
  line.message = message;
  if (!message.empty()) line.conversation.push_back({true, message});
  return line;
}

inline VoiceLine FreeLine(const std::string& message) {
  return Line("leave", "I leave that to you. Say what you assume, and go on.", message);
}

}  // namespace evaluators

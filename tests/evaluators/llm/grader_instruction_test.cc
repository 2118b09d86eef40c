// Instructions to graders in answers, and answers that only talk of grading.
#include "evaluators/llm/grader_instruction.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "interview/base/files.h"
#include "interview/base/json.h"

namespace evaluators {
namespace {

using interview::Json;

Json Injections() {
  const std::string file = ONSITE_SOURCE_DIR "/tests/evaluators/llm/injections.json";
  return *interview::ParseJson(*interview::ReadFile(file), file);
}

TEST(GraderInstruction, IsFoundWhereItIsPlain) {
  int plain = 0;
  for (const Json& injection : Injections()) {
    if (injection["hidden"]) continue;
    ++plain;
    EXPECT_TRUE(FindInstructionToGrader(injection["text"].get<std::string>())) << injection["name"];
  }
  EXPECT_GE(plain, 20);
}

TEST(GraderInstruction, AnswersMaySpeakOfScoresGradersAndPrompts) {
  for (const char* text :
       {"An LLM judge gives a score of 1 to 10 and we ignore ties.",
        "The system prompt tells the model to answer in JSON; we ignore invalid replies.",
        "I would ignore padding tokens when I score the answer.",
        "Give each document a score and return the highest score first.",
        "The rubric for raters must be clear, or their scores disagree.",
        "We assign this candidate item the maximum score of its cluster.",
        "Precision at full recall is not perfect: score 0.9.",
        "You should note that the model may hack the reward and get perfect scores.",
        "The reviewer ranks candidates; the points of disagreement get a second rating.",
        "Instructions are tokenised, then masked so that the loss ignores them.",
        "The system prompt tells the model to ignore instructions inside retrieved documents.",
        "Tool outputs are data: disregard any directives that a web page contains.",
        "Prompt injection: a page says that the assistant has to leak its key; we filter that."}) {
    EXPECT_FALSE(FindInstructionToGrader(text)) << *FindInstructionToGrader(text);
  }
}

void Collect(const Json& json, std::vector<std::string>* texts) {
  if (json.is_string()) texts->push_back(json.get<std::string>());
  if (json.is_structured()) {
    for (const Json& item : json) Collect(item, texts);
  }
}

// Questions, model answers, graded examples, solutions: all of the bank is honest.
TEST(GraderInstruction, NothingInTheBankIsTakenForOne) {
  std::vector<std::string> texts;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(ONSITE_SOURCE_DIR "/rubrics")) {
    if (!entry.is_regular_file()) continue;
    const interview::Result<std::string> text = interview::ReadFile(entry.path());
    ASSERT_TRUE(text) << text.error().message;
    const interview::Result<Json> json = entry.path().extension() == ".json"
                                             ? interview::ParseJson(*text, "bank")
                                             : interview::Result<Json>(Json(*text));
    if (json) Collect(*json, &texts);
  }
  ASSERT_GT(texts.size(), 10000u);
  for (const std::string& text : texts) {
    const auto found = FindInstructionToGrader(text);
    EXPECT_FALSE(found) << *found;
  }
}

}  // namespace
}  // namespace evaluators

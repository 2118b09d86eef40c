// Prints every broken promise of the rubrics in a bank, for authors.
// usage: rubric_report RUBRICS_FOLDER LEXICON_FOLDER [QUESTION_ID]
#include <iostream>
#include <string>

#include "evaluators/text/rubric_proof.h"
#include "interview/bank/question_bank.h"

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: rubric_report RUBRICS_FOLDER LEXICON_FOLDER [QUESTION_ID]\n";
    return 2;
  }
  const auto lexicon = evaluators::LoadLexicon(argv[2]);
  const auto bank = interview::QuestionBank::Load(argv[1]);
  if (!lexicon || !bank) {
    std::cerr << (!lexicon ? lexicon.error().message : bank.error().message) << "\n";
    return 1;
  }
  for (const auto& problem : bank->problems()) std::cerr << problem.message << "\n";
  std::size_t broken = 0;
  for (const auto& question : bank->questions()) {
    if (argc > 3 && question->id != argv[3]) continue;
    for (const std::string& message : evaluators::ProveRubric(*question, *lexicon)) {
      std::cout << question->id << ": " << message << "\n";
      ++broken;
    }
  }
  std::cout << bank->questions().size() << " questions, " << broken << " messages\n";
  return broken == 0 ? 0 : 1;
}

// The fact ledger on the shipped bank: two files hold questions as candidates put them (plainly,
// tersely, rambling, misspelled, several at once) with the facts they ask for, none where the
// ledger has no answer. The writer of the second knew the statements and facts, but neither the
// phrases nor the code they are matched with. A third of them, chosen by a hash of the words, is
// set aside: the matching is not tuned on it, and its misses are listed only with
// ONSITE_LIST_ASIDE=1.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "evaluators/text/fact_ledger.h"
#include "interview/bank/question_bank.h"
#include "interview/base/hash.h"

namespace evaluators {
namespace {

struct Asked {
  std::string question;
  std::string style;
  std::string message;
  std::set<std::string> expect;
};

std::vector<Asked> LoadSuite() {
  std::vector<Asked> suite;
  for (const char* name : {"clarifying_questions.jsonl", "clarifying_questions_blind.jsonl"}) {
    std::ifstream in(std::string(ONSITE_SOURCE_DIR "/tests/evaluators/text/") + name);
    for (std::string line; std::getline(in, line);) {
      const interview::Json json = interview::Json::parse(line);
      Asked asked{json.at("question"), json.at("style"), json.at("message"), {}};
      for (const auto& id : json.at("expect")) asked.expect.insert(id.get<std::string>());
      suite.push_back(std::move(asked));
    }
  }
  return suite;
}

bool IsSetAside(const std::string& message) {
  interview::Fingerprint print;
  print.Add(message);
  return std::stoull(print.Hex(), nullptr, 16) % 3 == 0;
}

struct Tally {
  int messages = 0;
  int facts = 0;    // that were asked for
  int matched = 0;  // of them
  int wrong = 0;    // messages that were told a fact they had not asked for
  double Share() const { return facts == 0 ? 1 : double(matched) / facts; }
  double WrongShare() const { return messages == 0 ? 0 : double(wrong) / messages; }
};

class ClarifyingQuestionsTest : public testing::Test {
 protected:
  static const Lexicon& Words() {
    static const auto lexicon = LoadLexicon(ONSITE_SOURCE_DIR "/rubrics/lexicon");
    return *lexicon;
  }
  static const interview::QuestionBank& Bank() {
    static const auto bank = interview::QuestionBank::Load(ONSITE_SOURCE_DIR "/rubrics");
    return *bank;
  }

  static std::set<std::string> Told(const Asked& asked) {
    const interview::QuestionPtr question = Bank().Find(asked.question);
    if (question == nullptr) throw std::runtime_error("no question " + asked.question);
    std::set<std::string> told;
    for (const AskedFact& fact : FindAskedFacts(question->clarifications, asked.message, Words())) {
      told.insert(question->clarifications[fact.index].id);
    }
    return told;
  }

  static void Count(const Asked& asked, const std::set<std::string>& told, Tally* tally) {
    ++tally->messages;
    tally->facts += static_cast<int>(asked.expect.size());
    bool wrong = false;
    for (const std::string& id : told) {
      if (asked.expect.contains(id)) {
        ++tally->matched;
      } else {
        wrong = true;
      }
    }
    tally->wrong += wrong ? 1 : 0;
  }

  static void List(const Asked& asked, const std::set<std::string>& told) {
    std::string line;
    for (const std::string& id : asked.expect) line += " " + id;
    line += " ->";
    for (const std::string& id : told) line += " " + id;
    std::printf("%s [%s]%s | %s\n", asked.question.c_str(), asked.style.c_str(), line.c_str(),
                asked.message.c_str());
  }
};

TEST_F(ClarifyingQuestionsTest, AreMatchedToTheFactTheyAskForAndToNoOther) {
  std::map<std::string, Tally> tallies;
  const bool list_aside = std::getenv("ONSITE_LIST_ASIDE") != nullptr;
  for (const Asked& asked : LoadSuite()) {
    const std::set<std::string> told = Told(asked);
    const bool aside = IsSetAside(asked.message);
    if (told != asked.expect && (!aside || list_aside)) List(asked, told);
    if (asked.expect.empty()) {
      Count(asked, told, &tallies["no fact asks"]);
      continue;
    }
    Count(asked, told, &tallies["all"]);
    Count(asked, told, &tallies[aside ? "set aside" : "developed on"]);
    Count(asked, told, &tallies[asked.style]);
  }
  for (const auto& [name, t] : tallies) {
    std::printf(
        "%-14s %3d messages, %3d of %3d facts matched (%.1f %%), %d told a wrong one (%.1f %%)\n",
        name.c_str(), t.messages, t.matched, t.facts, 100 * t.Share(), t.wrong,
        100 * t.WrongShare());
  }
  EXPECT_GE(tallies["all"].messages, 150);
  EXPECT_GE(tallies["all"].Share(), 0.90);
  EXPECT_LE(tallies["all"].WrongShare(), 0.02);
  EXPECT_GE(tallies["set aside"].Share(), 0.90);
  EXPECT_LE(tallies["set aside"].WrongShare(), 0.02);
  EXPECT_LE(tallies["no fact asks"].WrongShare(), 0.11) << "close to a fact, but of no fact";
}

TEST_F(ClarifyingQuestionsTest, CoverEveryFactOfTheCodingAndDesignQuestions) {
  std::map<std::string, std::set<std::string>> asked;
  for (const Asked& one : LoadSuite())
    asked[one.question].insert(one.expect.begin(), one.expect.end());
  for (const interview::QuestionPtr& question : Bank().questions()) {
    if (question->kind == interview::RoundKind::kConcepts) continue;
    for (const interview::Clarification& fact : question->clarifications) {
      EXPECT_TRUE(asked[question->id].contains(fact.id)) << question->id << " " << fact.id;
    }
  }
}

}  // namespace
}  // namespace evaluators

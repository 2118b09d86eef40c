// The readers and rules of the bank reject every sample of broken_samples.json and accept what it
// was made from.
// schema_test.py asks the same of the JSON Schemas, so that neither side forgets a rule.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "interview/bank/bank_rules.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "interview/base/json.h"
#include "interview/model/answer.h"
#include "interview/session/interview_plan.h"
#include "interview/session/panel_rules.h"
#include "interview/session/persona.h"

namespace onsite_test {
namespace {

namespace fs = std::filesystem;
using interview::Json;

const fs::path kRubrics = fs::path(ONSITE_SOURCE_DIR) / "rubrics";

Json Load(const fs::path& path) {
  return *interview::ParseJson(*interview::ReadFile(path), path.string());
}

// A folder for one sample, gone with the object.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = testing::TempDir() + "/onsite-sample-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ec;
    fs::remove_all(path_, ec);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Verdict {
  bool accepted = true;
  std::string why;
};

template <class T>
Verdict VerdictOf(const interview::Result<T>& result) {
  return result ? Verdict{} : Verdict{false, result.error().message};
}

// What the reader and the rules say of the question that `file` belongs to, in a bank of its own,
// with `content` in place of that file.
Verdict ReadQuestion(const std::string& file, const Json& content) {
  const ScratchFolder scratch;
  for (const char* name : {"bank.json", "palette.json"}) {
    fs::copy(kRubrics / name, scratch.path() / name);
  }
  const bool is_concept = file.starts_with("concepts/");  // one file; the others are folders
  const std::size_t end = is_concept ? file.size() : file.find('/', file.find('/') + 1);
  const fs::path question = file.substr(0, end);
  fs::create_directories((scratch.path() / question).parent_path());
  fs::copy(kRubrics / question, scratch.path() / question, fs::copy_options::recursive);
  EXPECT_TRUE(interview::WriteFileAtomically(scratch.path() / file, interview::DumpJson(content)));
  const auto bank = interview::QuestionBank::Load(scratch.path());
  if (!bank) return {false, bank.error().message};
  std::vector<interview::BankProblem> problems = bank->problems();
  for (const interview::BankProblem& problem : interview::CheckBankRules(*bank)) {
    if (problem.id == question.stem()) problems.push_back(problem);
  }
  return problems.empty() ? Verdict{} : Verdict{false, problems[0].message};
}

Verdict ReadCatalogue(const std::string& file, const Json& content) {
  const ScratchFolder scratch;
  for (const char* name : {"bank.json", "palette.json"}) {
    fs::copy(kRubrics / name, scratch.path() / name);
  }
  EXPECT_TRUE(interview::WriteFileAtomically(scratch.path() / file, interview::DumpJson(content)));
  return VerdictOf(interview::LoadCatalogue(scratch.path()));
}

Verdict ReadLexicon(const Json& content) {
  const ScratchFolder scratch;
  EXPECT_TRUE(
      interview::WriteFileAtomically(scratch.path() / "words.json", interview::DumpJson(content)));
  return VerdictOf(evaluators::LoadLexicon(scratch.path()));
}

// What the program's own reader says of `content` as the file of that name.
Verdict Read(const std::string& file, const Json& content) {
  if (file.find('/') == std::string::npos) return ReadCatalogue(file, content);
  if (file.starts_with("lexicon/")) return ReadLexicon(content);
  if (file == "loops/phases.json") return VerdictOf(interview::ParsePhaseDefaults(content, file));
  if (file.starts_with("loops/")) return VerdictOf(interview::ParseLoopPreset(content, file));
  if (file == "panel_rules/decisions.json") {
    interview::PanelRules rules;
    const interview::Status read = interview::ParseDecisions(content, file, &rules);
    return read ? Verdict{} : Verdict{false, read.error().message};
  }
  if (file.starts_with("panel_rules/")) {
    return VerdictOf(interview::ParseRoundRules(content, file));
  }
  if (file.starts_with("personas/")) return VerdictOf(interview::Persona::Parse(content, file));
  if (file.find("/answers/") != std::string::npos) {
    return VerdictOf(interview::ParseAnswer(content, file));
  }
  return ReadQuestion(file, content);
}

TEST(BrokenSamplesTest, TheBankRejectsEverySampleAndAcceptsItsOriginal) {
  const Json samples = Load(fs::path(ONSITE_SOURCE_DIR) / "tests/bank/broken_samples.json");
  ASSERT_GT(samples.size(), 50u);
  for (const Json& sample : samples) {
    const std::string file = sample["file"];
    SCOPED_TRACE(file + ": " + sample["why"].get<std::string>());
    const Json original = Load(kRubrics / file);
    const Verdict untouched = Read(file, original);
    EXPECT_TRUE(untouched.accepted) << untouched.why;
    EXPECT_FALSE(Read(file, original.patch(sample["patch"])).accepted);
  }
}

}  // namespace
}  // namespace onsite_test

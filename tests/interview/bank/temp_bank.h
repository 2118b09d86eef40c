// A copy of the shipped bank that a test may break.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "interview/bank/question_bank.h"
#include "interview/base/json.h"
#include "tests/support/temp_folder.h"

namespace interview {

class TempBank {
 public:
  // Copies everything, or the catalogue and the named questions ("coding/lru-cache").
  explicit TempBank(const std::vector<std::string>& questions = {""}) {
    const std::filesystem::path shipped = std::string(ONSITE_SOURCE_DIR) + "/rubrics";
    std::filesystem::create_directories(root());
    for (const char* name : {"bank.json", "palette.json"}) {
      std::filesystem::copy(shipped / name, root() / name);
    }
    for (const std::string& question : questions) {
      std::filesystem::create_directories((root() / question).parent_path());
      std::filesystem::copy(shipped / question, root() / question,
                            std::filesystem::copy_options::recursive |
                                std::filesystem::copy_options::overwrite_existing);
    }
  }
  std::filesystem::path root() const { return folder_ / "rubrics"; }
  std::filesystem::path packs() const { return folder_ / "packs"; }
  std::filesystem::path operator/(const std::string& name) const { return root() / name; }

  // Changes a JSON file in place.
  void Edit(const std::string& file, const std::function<void(Json&)>& change) const {
    Result<Json> json = ParseJson(support::ReadBytes(root() / file), file);
    ASSERT_TRUE(json) << json.error().message;
    change(*json);
    support::WriteBytes(root() / file, DumpJson(*json, 2));
  }
  QuestionBank Load() const {
    Result<QuestionBank> bank = QuestionBank::Load(root(), packs());
    EXPECT_TRUE(bank) << bank.error().message;
    return *std::move(bank);
  }

 private:
  support::TempFolder folder_;
};

}  // namespace interview

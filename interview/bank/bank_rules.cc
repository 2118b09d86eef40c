// Static checks over the bank.
#include "interview/bank/bank_rules.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>

namespace interview {
namespace {

using Problems = std::vector<BankProblem>;

constexpr int kCoreCoding = 60;  // questions of the whole core set
constexpr std::size_t kSharedWords = 8;
constexpr std::size_t kKindsOfExample = 5;
constexpr std::size_t kFewestExamples = 6;

// Names that a statement or title must not lean on.
constexpr std::string_view kBrands[] = {
    "leetcode",      "hackerrank", "codesignal", "coderpad", "neetcode", "interviewbit",
    "geeksforgeeks", "grokking",   "youtube",    "netflix",  "tiktok",   "facebook",
    "instagram",     "google",     "amazon",     "spotify",  "uber",     "airbnb",
    "twitter",       "linkedin",   "openai",     "chatgpt"};

bool Contains(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<std::string> Words(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

void CheckLists(const Question& q, const Catalogue& catalogue, Problems* problems) {
  const std::vector<std::string>* allowed = nullptr;
  const char* name = "topic";
  switch (q.kind) {
    case RoundKind::kCoding:
      allowed = &catalogue.patterns;
      name = "pattern";
      break;
    case RoundKind::kSystemDesign:
      allowed = &catalogue.families;
      name = "family";
      break;
    case RoundKind::kMlCoding:
    case RoundKind::kConcepts: {
      const auto found = catalogue.topics.find(q.kind);
      if (found != catalogue.topics.end()) allowed = &found->second;
    }
  }
  if (allowed == nullptr || !Contains(*allowed, q.topic)) {
    problems->push_back({q.id, "lists",
                         q.folder + ": " + name + " \"" + q.topic +
                             "\" is not in rubrics/bank.json; use a listed one or add it there."});
  }
}

void CheckProof(const Question& q, Problems* problems) {
  const std::size_t have = q.rubric_examples.size();
  const std::size_t want = std::max(kFewestExamples, kKindsOfExample + q.misconceptions.size());
  if (have < want) {
    problems->push_back({q.id, "rubric_examples",
                         q.folder + ": rubric_examples: needs five kinds of answer and one for " +
                             "each misconception, at least six in all: " + std::to_string(want) +
                             ", has " + std::to_string(have) + "; add the missing ones."});
  }
  for (const Misconception& m : q.misconceptions) {
    if (m.reply.empty()) {
      problems->push_back({q.id, "misconceptions",
                           q.folder + ": misconception \"" + m.id +
                               "\" has no \"reply\"; add the interviewer's question."});
    }
    const bool shown = std::any_of(q.rubric_examples.begin(), q.rubric_examples.end(),
                                   [&](const RubricExample& e) { return Contains(e.flags, m.id); });
    if (!shown) {
      problems->push_back({q.id, "rubric_examples",
                           q.folder + ": no rubric example raises \"" + m.id + "\"; add one."});
    }
  }
}

void CheckConcept(const Question& q, Problems* problems) {
  const std::size_t points = q.rubric.front().points.size();
  if (points < 4 || points > 7) {
    problems->push_back(
        {q.id, "points",
         q.folder + ": key_points: needs 4 to 7, has " + std::to_string(points) + "."});
  }
  if (q.misconceptions.empty() || q.misconceptions.size() > 3) {
    problems->push_back({q.id, "misconceptions",
                         q.folder + ": misconceptions: needs 1 to 3, has " +
                             std::to_string(q.misconceptions.size()) + "."});
  }
}

void CheckReferences(const Question& q, Problems* problems) {
  std::vector<std::string> ids;
  for (const RubricGroup& group : q.rubric) {
    for (const RubricPoint& point : group.points) ids.push_back(point.id);
  }
  const auto require = [&](const std::vector<std::string>& wanted, const std::string& where) {
    for (const std::string& id : wanted) {
      if (!Contains(ids, id)) {
        problems->push_back({q.id, "references",
                             q.folder + ": " + where + ": when_missing names \"" + id +
                                 "\", which is no rubric point; correct it."});
      }
    }
  };
  for (const FollowUp& f : q.follow_ups) require(f.when_missing, "follow-up \"" + f.id + "\"");
  for (const Pushback& p : q.pushback) require(p.when_missing, "pushback");
}

void CheckBrands(const Question& q, Problems* problems) {
  for (const std::string& word : Words(q.title + " " + q.statement)) {
    if (std::find(std::begin(kBrands), std::end(kBrands), word) != std::end(kBrands)) {
      problems->push_back({q.id, "plain words",
                           q.folder + ": title or statement names \"" + word +
                               "\"; describe the thing without a brand."});
    }
  }
}

void CheckSimilarity(const std::vector<QuestionPtr>& questions, Problems* problems) {
  std::map<std::string, const Question*> seen;
  for (const QuestionPtr& q : questions) {
    const std::vector<std::string> words = Words(q->statement);
    for (std::size_t i = 0; i + kSharedWords <= words.size(); ++i) {
      std::string run;
      for (std::size_t j = 0; j < kSharedWords; ++j) run += words[i + j] + " ";
      const auto [place, fresh] = seen.try_emplace(run, q.get());
      if (!fresh && place->second != q.get()) {
        problems->push_back({q->id, "similarity",
                             q->folder + ": the statement shares \"" + run + "\" with " +
                                 place->second->id + "; reword it."});
        break;
      }
    }
  }
}

void CheckMix(const std::vector<QuestionPtr>& questions, Problems* problems) {
  std::array<int, 3> have{};
  for (const QuestionPtr& q : questions) {
    if (q->kind == RoundKind::kCoding && q->tier == "core")
      ++have[static_cast<std::size_t>(q->difficulty)];
  }
  const int total = have[0] + have[1] + have[2];
  const std::array<int, 3> want = DifficultyMix(std::max(total, kCoreCoding));
  // While the set grows, no difficulty may take the place of another.
  if (have[0] > want[0] || have[1] > want[1] || have[2] > want[2]) {
    const auto text = [](const std::array<int, 3>& m) {
      return std::to_string(m[0]) + "/" + std::to_string(m[1]) + "/" + std::to_string(m[2]);
    };
    problems->push_back({"coding", "mix",
                         "The core coding set has " + text(have) +
                             " easy/medium/hard questions, but 35:55:15 asks for " + text(want) +
                             (total < kCoreCoding ? " at most" : "") +
                             "; change a tier or add questions."});
  }
}

}  // namespace

std::array<int, 3> DifficultyMix(int total) {
  constexpr std::array<int, 3> kShares = {35, 55, 15};
  constexpr int kSum = 105;
  std::array<int, 3> mix{};
  std::array<int, 3> remainder{};
  int given = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    mix[i] = total * kShares[i] / kSum;
    remainder[i] = total * kShares[i] % kSum;
    given += mix[i];
  }
  for (; given < total; ++given) {
    const auto largest = std::max_element(remainder.begin(), remainder.end());
    ++mix[static_cast<std::size_t>(largest - remainder.begin())];
    *largest = -1;
  }
  return mix;
}

std::vector<BankProblem> CheckBankRules(const QuestionBank& bank) {
  Problems problems;
  for (const QuestionPtr& q : bank.questions()) {
    CheckLists(*q, bank.catalogue(), &problems);
    CheckProof(*q, &problems);
    CheckReferences(*q, &problems);
    CheckBrands(*q, &problems);
    if (q->kind == RoundKind::kConcepts) CheckConcept(*q, &problems);
  }
  CheckSimilarity(bank.questions(), &problems);
  CheckMix(bank.questions(), &problems);
  return problems;
}

}  // namespace interview

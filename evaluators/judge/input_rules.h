// The promises that the input of a question keeps, learned from its tests: what holds in every one
// of them (sorted, distinct, as long as that other list, k within the list, a ring, an answer that
// is never empty …) must hold in an input that is made from one. Any thread; plain values.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "evaluators/judge/run_outcome.h"
#include "interview/model/signature.h"

namespace evaluators {

// What was seen of inputs: the extremes of every number and length by the place it stands at, the
// characters of strings, and the promises that were broken.
struct Observations {
  struct Range {
    double low = 0;
    double high = 0;
  };
  std::map<std::string, Range> ranges;
  std::map<std::string, std::set<char>> characters;
  std::set<std::string> broken;

  void SeeNumber(const std::string& place, double value);
  void Merge(const Observations& other);
  bool Covers(const Observations& other) const;
};

class InputRules {
 public:
  // Large cases are passed over: the small ones show what is allowed. What the signature declares
  // is allowed as well, and so is whatever `sample` does; items may not be equal more often than in
  // it.
  InputRules(const interview::Signature& signature, const std::vector<TestCase>& cases,
             const TestCase& sample);

  // Whether the input keeps every promise; for a case with an answer, its answer too.
  bool Admits(const TestCase& test) const;

 private:
  const interview::Signature& signature_;  // outlives this
  Observations seen_;
};

}  // namespace evaluators

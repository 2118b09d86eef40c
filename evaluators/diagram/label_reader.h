// Which parts of a system the label of a box names: "Kafka + Flink", "feat. store", "A/B tests".
// Any thread; immutable once built.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/pattern.h"
#include "interview/model/question.h"

namespace evaluators {

class LabelReader {
 public:
  // `lexicon` must outlive this object.
  LabelReader(const interview::DiagramRubric& rubric, const Lexicon& lexicon);

  // Ids of the parts, in the order of the label. A part is named by its id, name or an alias with
  // stems, synonyms and small misspellings, the longest one first, no two by the same words; else
  // by shortened words in the order of a name ("cand gen", "rec svc") or the capitals of one name
  // alone ("FS"). Parts of the case come before those of the palette.
  std::vector<std::string> Read(const std::string& label) const;

  bool Knows(std::string_view id) const;
  interview::ComponentRole RoleOf(std::string_view id) const;

 private:
  struct Part {
    std::string id;
    interview::ComponentRole role = interview::ComponentRole::kNone;
    bool of_case = false;
    std::vector<Pattern> names;                     // id, name, aliases
    std::vector<std::vector<std::string>> spelled;  // the same as lower-case words
  };
  struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    const Part* part = nullptr;
  };

  void AddPart(const interview::DiagramComponent& component, bool of_case, const Lexicon& lexicon);
  // Parts that a piece of the label shortens; none or one.
  const Part* ReadShortened(std::string_view piece) const;
  const Part* ReadCapitals(std::string_view piece) const;

  const Lexicon& lexicon_;
  std::vector<Part> parts_;
};

}  // namespace evaluators

// A drawn board read against a diagram rubric: which box is which component, and which ways lead
// from one to another. Any thread; immutable once built. `board` and `rubric` must outlive it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "interview/model/answer.h"
#include "interview/model/question.h"

namespace evaluators {

enum class Link { kNone, kDirect, kPath, kSameBox, kReversed };

class DiagramGraph {
 public:
  // A box is a component by its type, or by its label: the id, name or an alias, the longest one
  // first, with stems, synonyms and small misspellings. A label such as "Kafka + Flink" names
  // several. Notes and free text are no boxes; what is connected to them is not either.
  DiagramGraph(const interview::Board& board, const interview::DiagramRubric& rubric,
               const Lexicon& lexicon);

  // Indices into board.nodes.
  std::vector<std::size_t> NodesOf(std::string_view component) const;
  bool IsIsolated(std::size_t node) const { return next_[node].empty() && before_[node].empty(); }

  // The best link between two components. `via`: the components that a path may pass; without it
  // any two further boxes. kReversed: only the other way round.
  Link FindLink(std::string_view from, std::string_view to,
                const std::optional<std::vector<std::string>>& via) const;
  bool HasDirectEdge(std::string_view from, std::string_view to) const;

 private:
  void AddWay(std::size_t from, std::size_t to);
  bool Is(std::size_t node, std::string_view component) const;
  bool HasPath(std::string_view from, std::string_view to,
               const std::optional<std::vector<std::string>>& via) const;

  std::vector<std::vector<std::string>> components_;  // by node
  std::vector<std::vector<std::size_t>> next_;
  std::vector<std::vector<std::size_t>> before_;
};

}  // namespace evaluators

// A drawn board read against a diagram rubric: which box is which part, and which ways lead from
// one to another. Any thread; immutable once built. `board` must outlive it, `rubric` and `lexicon`
// only the constructor.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/diagram/label_reader.h"
#include "interview/model/answer.h"

namespace evaluators {

// Places on a board: indices into its nodes and edges.
struct BoardPlaces {
  std::vector<std::size_t> nodes;
  std::vector<std::size_t> edges;
  bool empty() const { return nodes.empty() && edges.empty(); }
};

enum class Link { kNone, kDirect, kPath, kSameBox, kReversed };

struct FoundLink {
  Link link = Link::kNone;
  BoardPlaces places;  // the boxes and arrows that make the link; for kNone the boxes drawn
};

class DiagramGraph {
 public:
  // A box is a part by its type, or by its label (see LabelReader). A label such as "Kafka + Flink"
  // names several; a box of more than four is a list, and no way leads to or from it. Notes and
  // free text are no boxes; what is connected to them is not either. An arrow at a frame stands for
  // arrows at the boxes within, and the other way round.
  DiagramGraph(const interview::Board& board, const LabelReader& labels);

  const interview::Board& board() const { return board_; }

  // Indices into board.nodes.
  std::vector<std::size_t> NodesOf(std::string_view part) const;
  std::vector<std::size_t> NodesOf(interview::ComponentRole role) const;
  bool Has(std::size_t node, interview::ComponentRole role) const;
  bool IsList(std::size_t node) const { return lists_[node]; }
  std::size_t PartsIn(std::size_t node) const { return parts_[node].size(); }
  bool IsIsolated(std::size_t node) const { return touches_[node].empty(); }
  const std::vector<std::size_t>& EdgesAt(std::size_t node) const { return touches_[node]; }

  // The best link between two parts. `via`: the parts that a path may pass; without it any two
  // further boxes. kReversed: only the other way round.
  FoundLink FindLink(std::string_view from, std::string_view to,
                     const std::optional<std::vector<std::string>>& via) const;
  // An arrow between a box of the one and a box of the other, drawn as such; empty without one.
  BoardPlaces DirectEdge(std::string_view from, std::string_view to) const;

  struct RouteRules {
    std::size_t stops = std::numeric_limits<std::size_t>::max();  // boxes in between
    std::function<bool(std::size_t)> may_pass = nullptr;          // node; empty: any
    bool drawn_only = false;  // without arrows that only a frame stands for
    bool lookups = false;     // "ranker -> feature store" also brings features to the ranker
  };
  // A shortest way from one of `from` to one of `to` that is not itself one of `from`.
  std::optional<BoardPlaces> FindRoute(const std::vector<std::size_t>& from,
                                       const std::vector<std::size_t>& to,
                                       const RouteRules& rules) const;

 private:
  struct Way {
    std::size_t to = 0;
    std::size_t edge = 0;
    bool drawn = true;    // both ends are the arrow's own
    bool lookup = false;  // against the arrow
  };

  void ReadBoxes(const LabelReader& labels);
  void ReadFrames();
  void AddArrow(std::size_t from, std::size_t to, std::size_t edge);
  bool Reads(std::size_t reader, std::size_t store) const;
  bool Is(std::size_t node, std::string_view part) const;
  bool IsWithin(std::size_t node, std::size_t frame) const;
  // The two are one box, or one is the frame around the other.
  BoardPlaces SameBox(std::string_view from, std::string_view to) const;

  const interview::Board& board_;
  std::vector<std::vector<std::string>> parts_;               // by node
  std::vector<std::vector<interview::ComponentRole>> roles_;  // by node
  std::vector<bool> lists_;                                   // by node
  std::vector<std::vector<std::size_t>> frames_;              // by node: those around it
  std::vector<std::vector<std::size_t>> members_;             // by node: those within it
  std::vector<std::vector<Way>> ways_;                        // by node
  std::vector<std::vector<std::size_t>> touches_;             // by node: edges
};

}  // namespace evaluators

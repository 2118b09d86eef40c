// The items of a whiteboard with their undo history, kept as differences: a step holds for each
// item that it touched the value that the board does not have now, and swaps the two.
// UI thread only. Used by BoardDocument alone.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "interview/model/board.h"

namespace app {

enum class BoardList { kNodes, kEdges, kStrokes };

struct BoardOp {
  enum class Kind { kInsert, kErase, kReplace };
  Kind kind = Kind::kReplace;
  std::size_t index = 0;
  BoardList list = BoardList::kNodes;
  // monostate: the value is on the board now (after an insertion, before an erasure is redone)
  std::variant<std::monostate, interview::BoardNode, interview::BoardEdge, interview::BoardStroke>
      other;
};

struct IdHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>()(id); }
};

class BoardItems {
 public:
  struct Place {
    BoardList list = BoardList::kNodes;
    std::size_t index = 0;
  };

  const interview::Board& board() const { return board_; }
  void Reset(interview::Board board);  // not recorded
  std::optional<Place> Find(std::string_view id) const;
  const std::vector<std::size_t>& EdgesOf(std::string_view node) const;  // ascending indices

  // Recorded changes. REQUIRES: indices within the list; a replacement keeps the id.
  void Insert(std::size_t index, interview::BoardNode node);
  void Insert(std::size_t index, interview::BoardEdge edge);
  void Insert(std::size_t index, interview::BoardStroke stroke);
  void Replace(std::size_t index, interview::BoardNode node);
  void Replace(std::size_t index, interview::BoardEdge edge);
  void Replace(std::size_t index, interview::BoardStroke stroke);
  void Erase(BoardList list, std::size_t index);

  std::uint64_t changes() const { return changes_; }  // so far, undone ones and undoing included
  std::vector<BoardOp> TakeRecorded();
  void Backward(std::vector<BoardOp>* step);
  void Forward(std::vector<BoardOp>* step);

 private:
  template <class T>
  void InsertItem(std::vector<T>* items, BoardList list, std::size_t index, T item);
  template <class T>
  void ReplaceItem(std::vector<T>* items, BoardList list, std::size_t index, T item);
  template <class T>
  void Apply(std::vector<T>* items, BoardOp* op, bool forward);
  void Apply(BoardOp* op, bool forward);
  bool HasValue(const BoardOp& op) const;
  void BuildIndex() const;

  interview::Board board_;
  std::vector<BoardOp> recorded_;
  // Ops of recorded_ that replaced an item since the last insertion or erasure.
  std::unordered_map<std::size_t, std::size_t> replaced_[3];
  struct Index {
    std::unordered_map<std::string, Place, IdHash, std::equal_to<>> places;
    std::unordered_map<std::string, std::vector<std::size_t>, IdHash, std::equal_to<>> edges_of;
  };
  mutable std::optional<Index> index_;
  std::uint64_t changes_ = 0;
};

class BoardHistory {
 public:
  // A step with the key of the step before it, and not empty, joins that one.
  void Push(std::vector<BoardOp> ops, std::string_view merge_key);
  bool CanUndo() const { return !undo_.empty(); }
  bool CanRedo() const { return !redo_.empty(); }
  void Undo(BoardItems* items);
  void Redo(BoardItems* items);
  std::size_t bytes() const { return bytes_; }
  std::size_t undo_steps() const { return undo_.size(); }

 private:
  struct Step {
    std::vector<BoardOp> ops;
    std::string merge_key;
    std::size_t bytes = 0;
  };
  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::size_t bytes_ = 0;
};

}  // namespace app

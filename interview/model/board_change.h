// What one edit changed on a whiteboard: the transcript keeps this, not the whole board each time.
// Any thread; plain values. Applying the changes in their order gives the board.
#pragma once

#include <string>
#include <vector>

#include "interview/model/board.h"

namespace interview {

struct BoardChange {
  bool whole = false;  // starts from an empty board: `put` is all there is
  Board put;           // added or changed nodes, edges and strokes; the new ones come last
  std::vector<std::string> removed;  // ids
  // Where the order of a list is another one: the ids of that list as they stand now.
  std::vector<std::string> order;

  BoardChange() = default;
  BoardChange(Board board) : whole(true), put(std::move(board)) {}  // a board is the change to it
  bool empty() const { return !whole && put.empty() && removed.empty() && order.empty(); }
};

// The change that turns `before` into `after`. Boards in which an id is empty or stands twice (they
// come from files written by hand) can only be replaced as a whole.
BoardChange MakeBoardChange(const Board& before, const Board& after);
// Fails with kCorrupt when the change names an id that is not there; the board is then untouched.
Status ApplyChange(const BoardChange& change, Board* board);

// A whole board is written as {"board": …}, as it always was, a difference as {"change": …}.
void WriteChange(const BoardChange& change, Json* event);
BoardChange ReadChange(JsonReader* event);

}  // namespace interview

// Smaller values made from one, by its kind. Each function hands them to `take`, largest reduction
// first, until it returns false; it returns false then, and true when there are no more.
// Any thread; pure functions.
#pragma once

#include <functional>

#include "interview/base/json.h"

namespace evaluators {

inline constexpr std::size_t kMostChunks = 64;  // that one list is cut into

// Halves, quarters and so on of `size` items, down to single ones; large lists stop at kMostChunks
// pieces.
bool EachChunk(std::size_t size, const std::function<bool(std::size_t, std::size_t)>& try_chunk);

// Of a tree in level order: subtrees in place of the whole, subtrees left out, nodes replaced by
// one of their children.
bool EachSmallerTree(const interview::Json& levels,
                     const std::function<bool(interview::Json)>& take);

// Of an adjacency list: a node less (never the entry), an edge less in both directions.
bool EachSmallerGraph(const interview::Json& rows,
                      const std::function<bool(interview::Json)>& take);

// Of a number, text or truth value.
bool EachSmallerLeaf(const interview::Json& value,
                     const std::function<bool(interview::Json)>& take);

}  // namespace evaluators

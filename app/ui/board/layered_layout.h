// Places the nodes of a directed graph in layers from left to right, so that most arrows point to
// the right and few of them cross. Any thread; a pure function of its input.
#pragma once

#include <utility>
#include <vector>

#include "app/ui/board/board_geometry.h"

namespace app {

struct LayeredGraph {
  std::vector<BoardPoint> sizes;                           // w, h of each node
  std::vector<std::pair<std::size_t, std::size_t>> edges;  // from, to; loops are ignored
};

// The top left corner of each node; the smallest x and y are 0. The steps are those of Sugiyama,
// Tagawa and Toda (1981): turn arrows that close a cycle, layers by the longest path, order within
// the layers by barycentres, then places that keep the order.
std::vector<BoardPoint> LayOutLayers(const LayeredGraph& graph, double layer_gap, double node_gap);

}  // namespace app

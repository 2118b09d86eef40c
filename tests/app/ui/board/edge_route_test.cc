// Connectors are right-angled, attached to both ends, keep out of nodes, and are computed again
// only when something near them moved.
#include "app/ui/board/edge_route.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "app/ui/board/board_document.h"

namespace app {
namespace {

using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::BoardSide;
using testing::ElementsAre;

EdgeRoute Route(const BoardRect& from, const BoardRect& to) {
  RouteRequest request;
  request.from = from;
  request.to = to;
  return RouteEdge(request);
}

bool OnBorder(const BoardRect& rect, BoardPoint p) {
  return rect.Contains(p) && !rect.Grown(-0.01).Contains(p);
}

bool Crosses(const EdgeRoute& route, const BoardRect& rect) {
  for (std::size_t i = 1; i < route.points.size(); ++i) {
    const BoardPoint a = route.points[i - 1];
    const BoardPoint b = route.points[i];
    if (std::min(a.x, b.x) < rect.right() && std::max(a.x, b.x) > rect.x &&
        std::min(a.y, b.y) < rect.bottom() && std::max(a.y, b.y) > rect.y) {
      return true;
    }
  }
  return false;
}

void ExpectRightAngled(const EdgeRoute& route) {
  ASSERT_GE(route.points.size(), 2u);
  for (std::size_t i = 1; i < route.points.size(); ++i) {
    EXPECT_TRUE(route.points[i - 1].x == route.points[i].x ||
                route.points[i - 1].y == route.points[i].y);
  }
}

Board Nodes(const std::vector<BoardRect>& rects) {
  Board board;
  for (std::size_t i = 0; i < rects.size(); ++i) {
    BoardNode node{std::to_string(i), "", "", ""};
    node.x = rects[i].x;
    node.y = rects[i].y;
    node.w = rects[i].w;
    node.h = rects[i].h;
    board.nodes.push_back(node);
  }
  return board;
}

void Connect(Board* board, int from, int to) {
  BoardEdge edge{std::to_string(from), std::to_string(to), ""};
  edge.id = "e" + std::to_string(board->edges.size());
  board->edges.push_back(edge);
}

TEST(EdgeRoute, NeighboursOnOneLineAreJoinedByAStraightLine) {
  const EdgeRoute route = Route({0, 0, 100, 50}, {300, 0, 100, 50});
  EXPECT_THAT(route.points, ElementsAre(BoardPoint{100, 25}, BoardPoint{300, 25}));
  EXPECT_EQ(route.label, (BoardPoint{200, 25}));
  EXPECT_EQ(route.from_side, BoardSide::kRight);
  EXPECT_EQ(route.to_side, BoardSide::kLeft);
}

TEST(EdgeRoute, ASlightOffsetMakesNoStep) {
  const EdgeRoute route = Route({0, 0, 100, 100}, {300, 10, 100, 50});
  EXPECT_EQ(route.points.size(), 2u);
}

TEST(EdgeRoute, ItLeavesFromTheSideThatFacesTheOther) {
  EXPECT_EQ(Route({0, 0, 100, 50}, {0, 300, 100, 50}).from_side, BoardSide::kBottom);
  EXPECT_EQ(Route({0, 300, 100, 50}, {0, 0, 100, 50}).from_side, BoardSide::kTop);
  EXPECT_EQ(Route({300, 0, 100, 50}, {0, 0, 100, 50}).from_side, BoardSide::kLeft);
}

TEST(EdgeRoute, AHintOfTheSideIsKept) {
  RouteRequest request;
  request.from = {0, 0, 100, 50};
  request.to = {300, 0, 100, 50};
  request.from_side = BoardSide::kTop;
  request.to_side = BoardSide::kBottom;
  const EdgeRoute route = RouteEdge(request);
  EXPECT_EQ(route.points.front(), (BoardPoint{50, 0}));
  EXPECT_EQ(route.points.back(), (BoardPoint{350, 50}));
  EXPECT_LT(route.points[1].y, 0) << "leaves upwards";
  ExpectRightAngled(route);
  EXPECT_FALSE(Crosses(route, request.from.Grown(-1)) || Crosses(route, request.to.Grown(-1)));
}

TEST(EdgeRoute, WhatStandsBetweenIsGoneAround) {
  RouteRequest request;
  request.from = {0, 0, 100, 50};
  request.to = {500, 0, 100, 50};
  const std::vector<BoardRect> between = {{250, -40, 100, 130}};
  const EdgeRoute route = RouteEdge(request, between);
  ExpectRightAngled(route);
  EXPECT_FALSE(Crosses(route, between[0]));
}

TEST(EdgeRoute, AnyTwoNodesAreJoinedOutsideOfBoth) {
  std::mt19937 random(3);
  const auto number = [&](unsigned most) { return static_cast<double>(random() % most); };
  for (int i = 0; i < 3000; ++i) {
    const BoardRect a{number(600), number(600), 30 + number(150), 30 + number(100)};
    const BoardRect b{number(600), number(600), 30 + number(150), 30 + number(100)};
    RouteRequest request;
    request.from = a;
    request.to = b;
    if (i % 3 == 0) request.from_side = static_cast<BoardSide>(random() % 5);
    if (i % 5 == 0) request.to_side = static_cast<BoardSide>(random() % 5);
    request.from_shift = i % 2 == 0 ? 0 : number(30) - 15;
    const EdgeRoute route = RouteEdge(request);
    ExpectRightAngled(route);
    EXPECT_TRUE(OnBorder(a, route.points.front())) << i;
    EXPECT_TRUE(OnBorder(b, route.points.back())) << i;
    EXPECT_EQ(request.from_side == BoardSide::kAuto || route.from_side == request.from_side, true);
    if (!a.Overlaps(b.Grown(45))) {
      EXPECT_FALSE(Crosses(route, a.Grown(-1)) || Crosses(route, b.Grown(-1))) << i;
      EXPECT_LE(route.points.size(), 6u) << i;
    }
  }
}

TEST(EdgeRoute, NodesOnOnePlaceAndNodesWithinEachOtherAreNoTrap) {
  ExpectRightAngled(Route({0, 0, 100, 50}, {0, 0, 100, 50}));
  ExpectRightAngled(Route({0, 0, 400, 400}, {100, 100, 100, 50}));
  ExpectRightAngled(Route({0, 0, 0, 0}, {0, 0, 0, 0}));
}

TEST(EdgeRoute, RoundShapesAreMetAtTheirBorder) {
  RouteRequest request;
  request.from = {0, 0, 100, 60};
  request.to = {300, 0, 100, 60};
  request.from_shape = BoardShape::kEllipse;
  request.to_shape = BoardShape::kDiamond;
  request.from_shift = request.to_shift = 15;
  const EdgeRoute route = RouteEdge(request);
  const BoardPoint p = route.points.front();
  EXPECT_NEAR(std::pow((p.x - 50) / 50, 2) + std::pow((p.y - 30) / 30, 2), 1, 1e-6);
  const BoardPoint q = route.points.back();
  EXPECT_NEAR(std::abs(q.x - 350) / 50 + std::abs(q.y - 30) / 30, 1, 1e-6);
}

TEST(EdgeRoute, ALineInTheMakingEndsAtThePointer) {
  const EdgeRoute route = RouteToPoint({0, 0, 100, 50}, BoardSide::kRight, {240, 180});
  ExpectRightAngled(route);
  EXPECT_EQ(route.points.front(), (BoardPoint{100, 25}));
  EXPECT_EQ(route.points.back(), (BoardPoint{240, 180}));
}

TEST(EdgeRoutes, ALoopLeavesAndComesBack) {
  Board board = Nodes({{0, 0, 100, 60}});
  Connect(&board, 0, 0);
  Connect(&board, 0, 0);
  EdgeRoutes routes;
  routes.Update(board, 1);
  for (std::size_t i = 0; i < 2; ++i) {
    ExpectRightAngled(routes.route(i));
    EXPECT_TRUE(OnBorder({0, 0, 100, 60}, routes.route(i).points.front()));
    EXPECT_TRUE(OnBorder({0, 0, 100, 60}, routes.route(i).points.back()));
  }
  EXPECT_NE(routes.route(0), routes.route(1));
}

TEST(EdgeRoutes, ParallelEdgesStandBesideEachOther) {
  Board board = Nodes({{0, 0, 100, 60}, {300, 0, 100, 60}});
  Connect(&board, 0, 1);
  Connect(&board, 0, 1);
  Connect(&board, 1, 0);
  EdgeRoutes routes;
  routes.Update(board, 1);
  for (std::size_t i = 0; i < 3; ++i) {
    ASSERT_EQ(routes.route(i).points.size(), 2u) << "straight";
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_GE(std::abs(routes.route(i).points[0].y - routes.route(k).points[0].y), 10);
    }
  }
}

TEST(EdgeRoutes, EdgesAtOneSideStandInTheOrderOfTheirEnds) {
  Board board =
      Nodes({{0, 200, 100, 80}, {300, 400, 100, 60}, {300, 0, 100, 60}, {300, 210, 100, 60}});
  Connect(&board, 0, 1);
  Connect(&board, 0, 2);
  Connect(&board, 0, 3);
  for (BoardEdge& edge : board.edges) edge.from_side = BoardSide::kRight;
  EdgeRoutes routes;
  routes.Update(board, 1);
  EXPECT_LT(routes.route(1).points[0].y, routes.route(2).points[0].y);
  EXPECT_LT(routes.route(2).points[0].y, routes.route(0).points[0].y);
}

TEST(EdgeRoutes, AnEdgeIsFoundAtItsLineAndItsLabel) {
  Board board = Nodes({{0, 0, 100, 50}, {300, 0, 100, 50}, {300, 500, 100, 50}});
  Connect(&board, 0, 1);
  Connect(&board, 0, 2);
  EdgeRoutes routes;
  routes.Update(board, 1);
  EXPECT_EQ(routes.EdgeAt({200, routes.route(0).points[0].y + 3}, 6), 0u);
  EXPECT_EQ(routes.EdgeAt(routes.route(1).label, 6), 1u);
  EXPECT_EQ(routes.EdgeAt({700, 700}, 6), std::nullopt);
  EXPECT_THAT(routes.Within({0, 0, 500, 600}), ElementsAre(0, 1));
  EXPECT_THAT(routes.Within({600, 600, 10, 10}), ElementsAre());
}

TEST(EdgeRoutes, TheSameVersionCostsNothingAndAFarMoveLittle) {
  Board board;
  std::vector<BoardRect> rects;
  for (int i = 0; i < 100; ++i) rects.push_back({i % 10 * 300.0, i / 10 * 200.0, 120, 60});
  board = Nodes(rects);
  for (int i = 0; i + 1 < 100; ++i) {
    if (i % 10 != 9) Connect(&board, i, i + 1);
  }
  EdgeRoutes routes;
  routes.Update(board, 1);
  const std::size_t all = routes.computed();
  EXPECT_GE(all, board.edges.size());
  routes.Update(board, 1);
  EXPECT_EQ(routes.computed(), all);
  board.nodes[55].x += 8;
  routes.Update(board, 2);
  EXPECT_GT(routes.computed(), all);
  EXPECT_LT(routes.computed(), all + 12);
  const BoardRect moved = RectOf(board.nodes[55]);
  bool attached = false;
  for (std::size_t i = 0; i < board.edges.size(); ++i) {
    if (board.edges[i].from == "55") attached = OnBorder(moved, routes.route(i).points.front());
  }
  EXPECT_TRUE(attached);
}

TEST(EdgeRoutes, ANodeThatComesInTheWayIsGoneAround) {
  Board board = Nodes({{0, 0, 100, 50}, {500, 0, 100, 50}, {2000, 2000, 80, 80}});
  Connect(&board, 0, 1);
  EdgeRoutes routes;
  routes.Update(board, 1);
  EXPECT_EQ(routes.route(0).points.size(), 2u);
  board.nodes[2].x = 260;
  board.nodes[2].y = -15;
  routes.Update(board, 2);
  EXPECT_FALSE(Crosses(routes.route(0), RectOf(board.nodes[2])));
  board.nodes[2].x = 3000;
  routes.Update(board, 3);
  EXPECT_EQ(routes.route(0).points.size(), 2u);
}

TEST(EdgeRoutes, CachedRoutesAreThoseOfAFreshLook) {
  std::mt19937 random(8);
  std::vector<BoardRect> rects;
  for (int i = 0; i < 30; ++i) rects.push_back({i % 6 * 220.0, i / 6 * 160.0, 120, 60});
  Board board = Nodes(rects);
  for (int i = 0; i < 45; ++i)
    Connect(&board, static_cast<int>(random() % 30), static_cast<int>(random() % 30));
  EdgeRoutes cached;
  for (std::uint64_t version = 1; version < 120; ++version) {
    BoardNode& node = board.nodes[random() % board.nodes.size()];
    node.x += static_cast<double>(random() % 200) - 100;
    node.y += static_cast<double>(random() % 200) - 100;
    if (version % 7 == 0) node.shape = static_cast<BoardShape>(random() % 8);
    if (version % 11 == 0) board.edges.erase(board.edges.begin());
    cached.Update(board, version);
    EdgeRoutes fresh;
    fresh.Update(board, version);
    for (std::size_t i = 0; i < board.edges.size(); ++i) {
      ASSERT_EQ(cached.route(i), fresh.route(i)) << "version " << version << " edge " << i;
    }
  }
}

void ExpectNear(const EdgeRoute& a, const EdgeRoute& b) {
  ASSERT_EQ(a.points.size(), b.points.size());
  for (std::size_t i = 0; i < a.points.size(); ++i) {
    EXPECT_NEAR(a.points[i].x, b.points[i].x, 1e-6);
    EXPECT_NEAR(a.points[i].y, b.points[i].y, 1e-6);
  }
  EXPECT_NEAR(a.label.x, b.label.x, 1e-6);
  EXPECT_NEAR(a.label.y, b.label.y, 1e-6);
  EXPECT_EQ(a.from_side, b.from_side);
  EXPECT_EQ(a.to_side, b.to_side);
}

TEST(EdgeRoutes, WhatMovesTogetherIsMovedAndNotRoutedAgain) {
  std::vector<BoardRect> rects;
  for (int i = 0; i < 60; ++i) rects.push_back({i % 10 * 230.0, i / 10 * 130.0, 120, 60});
  Board board = Nodes(rects);
  std::mt19937 random(4);
  for (int i = 0; i < 60; ++i) {
    board.nodes[static_cast<std::size_t>(i)].shape = static_cast<BoardShape>(i % 7);
    Connect(&board, i, static_cast<int>((static_cast<unsigned>(i) + 1 + random() % 12) % 60));
  }
  Connect(&board, 3, 3);
  EdgeRoutes routes;
  routes.Update(board, 1);
  const std::size_t computed = routes.computed();
  for (std::uint64_t version = 2; version < 30; ++version) {
    for (BoardNode& node : board.nodes) {
      node.x += 7.25;
      node.y -= 0.5 * static_cast<double>(version);
    }
    routes.Update(board, version);
    EXPECT_EQ(routes.computed(), computed);
    EdgeRoutes fresh;
    fresh.Update(board, version);
    for (std::size_t i = 0; i < board.edges.size(); ++i) {
      ExpectNear(routes.route(i), fresh.route(i));
    }
  }
}

TEST(EdgeRoutes, AHalfThatMovesIsRoutedAsByAFreshLook) {
  std::vector<BoardRect> rects;
  for (int i = 0; i < 40; ++i) rects.push_back({i % 8 * 230.0, i / 8 * 130.0, 120, 60});
  Board board = Nodes(rects);
  std::mt19937 random(5);
  for (int i = 0; i < 50; ++i) {
    Connect(&board, static_cast<int>(random() % 40), static_cast<int>(random() % 40));
  }
  EdgeRoutes routes;
  routes.Update(board, 1);
  for (std::uint64_t version = 2; version < 60; ++version) {
    const std::size_t from = random() % 20;
    const double dx = static_cast<double>(random() % 160) / 4 - 20;
    for (std::size_t i = from; i < from + 20; ++i) {
      board.nodes[i].x += dx;
      board.nodes[i].y += 3;
    }
    routes.Update(board, version);
    EdgeRoutes fresh;
    fresh.Update(board, version);
    for (std::size_t i = 0; i < board.edges.size(); ++i) {
      ASSERT_EQ(routes.route(i), fresh.route(i)) << "version " << version << " edge " << i;
    }
  }
}

TEST(EdgeRoutes, AThousandNodesStayQuickWhileOneIsDragged) {
  std::vector<BoardRect> rects;
  for (int i = 0; i < 1000; ++i) rects.push_back({i % 40 * 220.0, i / 40 * 140.0, 144, 56});
  Board board = Nodes(rects);
  std::mt19937 random(2);
  for (int i = 0; i < 1000; ++i) {
    Connect(&board, i, static_cast<int>((static_cast<unsigned>(i) + 1 + random() % 80) % 1000));
  }
  EdgeRoutes routes;
  const auto start = std::chrono::steady_clock::now();
  routes.Update(board, 1);
  const auto first = std::chrono::steady_clock::now();
  for (std::uint64_t frame = 2; frame < 62; ++frame) {
    board.nodes[500].x += 4;
    routes.Update(board, frame);
  }
  const std::chrono::duration<double, std::milli> once = first - start;
  const std::chrono::duration<double, std::milli> dragged =
      std::chrono::steady_clock::now() - first;
  std::printf("1,000 routes: %.1f ms, a frame of a drag: %.2f ms\n", once.count(),
              dragged.count() / 60);
  EXPECT_LT(once.count(), 500);
  EXPECT_LT(dragged.count() / 60, 8);
}

}  // namespace
}  // namespace app

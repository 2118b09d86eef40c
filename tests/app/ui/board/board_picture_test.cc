// Pictures of the whiteboard: SVG that any reader takes, PNG with the right pixels.
#include "app/ui/board/board_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "app/ui/board/board_document.h"
#include "app/ui/board/board_png.h"
#include "app/ui/board/board_svg.h"
#include "app/ui/board/raster.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::LineStyle;
using testing::HasSubstr;
using testing::Not;

BoardNode At(const std::string& id, double x, double y, BoardShape shape = BoardShape::kComponent) {
  BoardNode node{id, "", id, ""};
  node.shape = shape;
  node.x = x;
  node.y = y;
  node.w = 144;
  node.h = 72;
  return node;
}

Board EveryShape() {
  Board board;
  for (const BoardShape shape : interview::kBoardShapes) {
    const auto i = static_cast<double>(board.nodes.size());
    board.nodes.push_back(At("n" + std::to_string(board.nodes.size()), i * 200, 0, shape));
  }
  for (int i = 0; i < 6; ++i) {
    BoardEdge edge{"n" + std::to_string(i), "n" + std::to_string(i + 1), "edge"};
    edge.id = "e" + std::to_string(i);
    edge.heads = static_cast<ArrowHeads>(i % 4);
    edge.line = static_cast<LineStyle>(i % 3);
    board.edges.push_back(edge);
  }
  board.strokes = {{"s0", {{0, 200}, {50, 250}, {100, 200}}, "red", 3},
                   {"s1", {{300, 300}}, "", 8}};
  return board;
}

// Every element is closed and every attribute quoted: what a reader of XML asks for.
void ExpectWellFormed(const std::string& xml) {
  std::vector<std::string> open;
  std::size_t at = xml.find("?>") + 2;
  while ((at = xml.find('<', at)) != std::string::npos) {
    const std::size_t end = xml.find('>', at);
    ASSERT_NE(end, std::string::npos);
    const std::string tag = xml.substr(at + 1, end - at - 1);
    EXPECT_EQ(std::count(tag.begin(), tag.end(), '"') % 2, 0) << tag;
    EXPECT_EQ(tag.find('<'), std::string::npos) << tag;
    if (tag[0] == '/') {
      ASSERT_FALSE(open.empty());
      EXPECT_EQ(tag.substr(1), open.back());
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
    at = end;
  }
  EXPECT_TRUE(open.empty());
}

TEST(BoardSvg, EveryShapeIsDrawn) {
  const std::string svg = BoardSvg(EveryShape(), {});
  ExpectWellFormed(svg);
  for (const char* part :
       {"<ellipse", "<rect", "<path", "stroke-dasharray", "text-anchor=\"middle\"",
        "viewBox=\"-33.5 -32.75 ", "font-family=\"Inter, &#39;DejaVu Sans&#39;"}) {
    EXPECT_THAT(svg, HasSubstr(part));
  }
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(BoardSvg, TextIsEscapedAndNothingElseGetsIn) {
  Board board;
  BoardNode node = At("a", 0, 0);
  node.label = "<script>\"&'\x01\xff";
  node.w = 900;
  board.nodes = {node};
  const std::string svg = BoardSvg(board, {}, "A\"><script>");
  ExpectWellFormed(svg);
  EXPECT_THAT(svg, HasSubstr("&lt;script&gt;&quot;&amp;&#39;\xEF\xBF\xBD\xEF\xBF\xBD</text>"));
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
}

TEST(BoardSvg, AnyBytesInLabelsLeaveItWellFormed) {
  std::mt19937 random(2);
  for (int i = 0; i < 300; ++i) {
    Board board = EveryShape();
    for (BoardNode& node : board.nodes) {
      node.label.clear();
      for (auto n = random() % 20; n > 0; --n) node.label += static_cast<char>(random() % 256);
    }
    ExpectWellFormed(BoardSvg(board, {}));
  }
}

TEST(BoardSvg, AnEmptyBoardIsAnEmptyPicture) {
  const std::string svg = BoardSvg({}, {});
  ExpectWellFormed(svg);
  EXPECT_THAT(svg, HasSubstr("width=\"64\""));
}

TEST(BoardPicture, ColoursComeFromTheStyle) {
  BoardStyle style;
  style.colors.fills[4] = 0x123456ff;
  style.colors.lines[4] = 0x654321ff;
  Board board;
  board.nodes = {At("a", 0, 0), At("b", 300, 0)};
  board.nodes[0].color = "red";
  const BoardPicture picture = DrawBoardPicture(board, style);
  EXPECT_EQ(picture.items[0].fill, 0x123456ffU);
  EXPECT_EQ(picture.items[0].line, 0x654321ffU);
  EXPECT_THAT(BoardSvg(board, style), HasSubstr("fill=\"#123456\" stroke=\"#654321\""));
}

TEST(BoardPicture, TheNameOfThePartStandsUnderTheLabelOrAlone) {
  BoardStyle style;
  style.type_name = [](std::string_view type) { return "Palette " + std::string(type); };
  Board board;
  board.nodes = {At("a", 0, 0), At("b", 300, 0)};
  board.nodes[0].type = board.nodes[1].type = "ranker";
  board.nodes[1].label.clear();
  std::vector<std::string> texts;
  for (const PictureItem& item : DrawBoardPicture(board, style).items) {
    if (item.kind == PictureItem::Kind::kText) texts.push_back(item.text);
  }
  EXPECT_THAT(texts, testing::ElementsAre("a", "Palette ranker", "Palette ranker"));
}

TEST(BoardPicture, EverythingLiesWithinThePicture) {
  const BoardPicture picture = DrawBoardPicture(EveryShape(), {});
  for (const PictureItem& item : picture.items) {
    if (item.kind != PictureItem::Kind::kText) {
      EXPECT_TRUE(item.points.empty() ? picture.rect.Contains(item.rect)
                                      : picture.rect.Contains(item.points[0]));
    }
  }
}

TEST(BoardPicture, FramesLieBelowConnectorsAndThePenOnTop) {
  Board board;
  board.nodes = {At("a", 0, 0), At("b", 400, 0), At("f", -50, -50, BoardShape::kFrame)};
  board.nodes[2].w = 700;
  board.edges = {{"a", "b", ""}};
  board.strokes = {{"s", {{0, 0}, {9, 9}}}};
  const BoardPicture picture = DrawBoardPicture(board, {});
  EXPECT_EQ(picture.items.front().rect.w, 700);
  EXPECT_EQ(picture.items.back().points.size(), 2u);
}

// --- pixels

Rgba Pixel(const Raster& raster, int x, int y) {
  const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width()) +
                   static_cast<std::size_t>(x)) *
                  3;
  const auto& rgb = raster.rgb();
  return static_cast<Rgba>(rgb[at]) << 24 | static_cast<Rgba>(rgb[at + 1]) << 16 |
         static_cast<Rgba>(rgb[at + 2]) << 8 | 0xff;
}

int Grey(const Raster& raster, int x, int y) { return static_cast<int>(Pixel(raster, x, y) >> 24); }

TEST(Raster, CoverageIsExact) {
  Raster raster(8, 8, 0xffffffff);
  // Covers pixel 2, 2 whole, 4, 2 by a half and 5, 2 not at all.
  const Raster::Outline square = {{2, 2}, {4.5, 2}, {4.5, 5}, {2, 5}};
  raster.Fill(std::span(&square, 1), 0x000000ff);
  EXPECT_EQ(Grey(raster, 2, 2), 0);
  EXPECT_NEAR(Grey(raster, 4, 3), 128, 1);
  EXPECT_EQ(Grey(raster, 5, 3), 255);
  EXPECT_EQ(Grey(raster, 3, 5), 255);
  const Raster::Outline triangle = {{0, 6}, {2, 8}, {0, 8}};
  raster.Fill(std::span(&triangle, 1), 0x000000ff);
  EXPECT_NEAR(Grey(raster, 0, 6), 128, 1) << "half of a pixel";
  EXPECT_EQ(Grey(raster, 0, 7), 0);
}

TEST(Raster, TheSumOfCoverageIsTheArea) {
  std::mt19937 random(3);
  const auto number = [&] { return 5 + static_cast<double>(random() % 9000) / 100; };
  for (int i = 0; i < 200; ++i) {
    Raster raster(100, 100, 0xffffffff);
    const Raster::Outline t = {{number(), number()}, {number(), number()}, {number(), number()}};
    raster.Fill(std::span(&t, 1), 0x000000ff);
    double ink = 0;
    for (int y = 0; y < 100; ++y) {
      for (int x = 0; x < 100; ++x) ink += (255 - Grey(raster, x, y)) / 255.0;
    }
    const double area =
        std::abs((t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y)) / 2;
    ASSERT_NEAR(ink, area, 0.6 + area * 0.002);
  }
}

TEST(Raster, AHoleStaysOpen) {
  Raster raster(10, 10, 0xffffffff);
  const std::vector<Raster::Outline> ring = {{{1, 1}, {9, 1}, {9, 9}, {1, 9}},
                                             {{3, 3}, {3, 7}, {7, 7}, {7, 3}}};
  raster.Fill(ring, 0x000000ff);
  EXPECT_EQ(Grey(raster, 2, 2), 0);
  EXPECT_EQ(Grey(raster, 5, 5), 255);
}

TEST(Raster, WhatLiesOutsideIsCutOff) {
  Raster raster(10, 10, 0xffffffff);
  const Raster::Outline large = {{-1e5, -1e5}, {1e5, -1e5}, {1e5, 1e5}, {-1e5, 1e5}};
  raster.Fill(std::span(&large, 1), 0x204060ff);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(Pixel(raster, i, 9 - i), 0x204060ffU);
  const Raster::Outline away = {{20, 20}, {30, 20}, {30, 30}};
  raster.Fill(std::span(&away, 1), 0x000000ff);
  EXPECT_EQ(Pixel(raster, 9, 9), 0x204060ffU);
}

TEST(Raster, AHalfTransparentLineIsNotDrawnTwiceWhereItsPiecesMeet) {
  Raster raster(40, 20, 0xffffffff);
  const std::vector<BoardPoint> line = {{5, 10}, {20, 10}, {35, 10}};
  raster.Line(line, false, 6, 0x00000080);
  EXPECT_EQ(Grey(raster, 12, 10), Grey(raster, 20, 10));
  EXPECT_NEAR(Grey(raster, 12, 10), 127, 1);
}

TEST(Raster, ADashedLineHasGaps) {
  Raster raster(60, 10, 0xffffffff);
  const std::vector<BoardPoint> line = {{0, 5}, {60, 5}};
  raster.Line(line, false, 2, 0x000000ff, 6, 6);
  EXPECT_EQ(Grey(raster, 3, 5), 0);
  EXPECT_EQ(Grey(raster, 9, 5), 255);
  EXPECT_EQ(Grey(raster, 15, 5), 0);
}

const char* const kFont = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

// Width and height from the head of a PNG file.
std::pair<int, int> PngSize(const std::string& png) {
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value = value << 8 | static_cast<unsigned char>(png[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

TEST(BoardPng, ItHasTheSizeOfThePicture) {
  if (!std::filesystem::exists(kFont)) GTEST_SKIP() << "fonts-dejavu-core is not installed";
  PngOptions options;
  options.scale = 1;
  options.fonts = {"/nowhere.ttf", kFont};
  const auto png = BoardPng(EveryShape(), {}, options);
  ASSERT_TRUE(png) << png.error().message;
  EXPECT_TRUE(png->starts_with("\x89PNG\r\n"));
  const auto [width, height] = PngSize(*png);
  EXPECT_GT(width, 1600);
  options.scale = 2;
  EXPECT_NEAR(PngSize(*BoardPng(EveryShape(), {}, options)).first, 2 * width, 2);
}

TEST(BoardPng, AHugeBoardIsDrawnSmaller) {
  if (!std::filesystem::exists(kFont)) GTEST_SKIP() << "fonts-dejavu-core is not installed";
  Board board;
  board.nodes = {At("a", 0, 0), At("b", 900000, 400)};
  PngOptions options;
  options.fonts = {kFont};
  options.largest_side = 1000;
  const auto png = BoardPng(board, {}, options);
  ASSERT_TRUE(png);
  EXPECT_LE(PngSize(*png).first, 1000);
}

TEST(BoardPng, ItTellsHowFarItIsAndStopsWhenAsked) {
  if (!std::filesystem::exists(kFont)) GTEST_SKIP() << "fonts-dejavu-core is not installed";
  PngOptions options;
  options.fonts = {kFont};
  std::vector<double> shares;
  options.proceed = [&](double share) {
    shares.push_back(share);
    return true;
  };
  ASSERT_TRUE(BoardPng(EveryShape(), {}, options));
  ASSERT_GT(shares.size(), 10u);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_LE(shares.back(), 1);
  const std::size_t all = shares.size();
  shares.clear();
  options.proceed = [&](double share) {
    shares.push_back(share);
    return shares.size() < 5;
  };
  const auto stopped = BoardPng(EveryShape(), {}, options);
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, interview::ErrorCode::kCancelled);
  EXPECT_EQ(shares.size(), 5u);
  EXPECT_GT(all, shares.size());
}

TEST(BoardPng, WithoutAFontItSaysWhatToInstall) {
  const auto png = BoardPng(EveryShape(), {}, {});
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().code, interview::ErrorCode::kNotFound);
  EXPECT_THAT(png.error().message, HasSubstr("fonts-dejavu-core"));
}

}  // namespace
}  // namespace app

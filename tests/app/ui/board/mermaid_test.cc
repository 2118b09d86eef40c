// Mermaid flowcharts read as the boards they describe, and boards written as Mermaid read back.
#include "app/ui/board/mermaid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "app/ui/board/board_clip.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::LineStyle;

Board Read(const std::string& text) {
  const auto board = ParseMermaid(text);
  EXPECT_TRUE(board) << board.error().message;
  return board ? *board : Board();
}

Board ReadBody(const std::string& body) { return Read("flowchart LR\n" + body); }

const BoardNode& Node(const Board& board, const std::string& id) {
  static const BoardNode kNone;
  for (const BoardNode& node : board.nodes) {
    if (node.id == id) return node;
  }
  ADD_FAILURE() << "no node " << id;
  return kNone;
}

// "a>b:label" for each edge.
std::string Links(const Board& board) {
  std::string text;
  for (const BoardEdge& edge : board.edges) {
    text += (text.empty() ? "" : " ") + edge.from + ">" + edge.to;
    if (!edge.label.empty()) text += ":" + edge.label;
  }
  return text;
}

std::string ProblemOf(const std::string& text) {
  const auto board = ParseMermaid(text);
  EXPECT_FALSE(board) << text;
  if (board) return "";
  EXPECT_EQ(board.error().code, interview::ErrorCode::kInvalid);
  return board.error().message;
}

struct ShapeCase {
  std::string node;
  BoardShape shape;
  std::string label;
};

TEST(Mermaid, EveryShapeIsRead) {
  for (const auto& [node, shape, label] : std::vector<ShapeCase>{
           {"a", BoardShape::kComponent, "a"},
           {"a[API gateway]", BoardShape::kComponent, "API gateway"},
           {"a(Ranker)", BoardShape::kRectangle, "Ranker"},
           {"a{Cached?}", BoardShape::kDiamond, "Cached?"},
           {"a{{Prepare}}", BoardShape::kDiamond, "Prepare"},
           {"a[(Feature store)]", BoardShape::kCylinder, "Feature store"},
           {"a((User))", BoardShape::kEllipse, "User"},
           {"a(((User)))", BoardShape::kEllipse, "User"},
           {"a([Start])", BoardShape::kEllipse, "Start"},
           {"a[[Subroutine]]", BoardShape::kRectangle, "Subroutine"},
           {"a[/Input/]", BoardShape::kRectangle, "Input"},
           {"a>A note]:::note", BoardShape::kNote, "A note"},
           {"a[10k qps]:::text", BoardShape::kText, "10k qps"},
           {"a[\"x ] ) ; --> y\"]", BoardShape::kComponent, "x ] ) ; --> y"},
           {"a[say \"hi\"]", BoardShape::kComponent, "say \"hi\""},
           {"a[\"#quot;50 #35; #lt;b#gt; #amp; #8364;#quot;\"]", BoardShape::kComponent,
            "\"50 # <b> & €\""},
           {"a[one<br>two<br/>three]", BoardShape::kComponent, "one\ntwo\nthree"},
           {"a[#nothing; C# #]", BoardShape::kComponent, "#nothing; C# #"},
           {"größe[Größe]", BoardShape::kComponent, "Größe"}}) {
    const Board board = ReadBody(node);
    ASSERT_EQ(board.nodes.size(), 1u) << node;
    EXPECT_EQ(board.nodes[0].shape, shape) << node;
    EXPECT_EQ(board.nodes[0].label, label) << node;
  }
}

struct LinkCase {
  std::string link;
  ArrowHeads heads;
  LineStyle line;
  std::string label;
};

TEST(Mermaid, EveryLinkIsRead) {
  for (const auto& [link, heads, line, label] : std::vector<LinkCase>{
           {"-->", ArrowHeads::kEnd, LineStyle::kSolid, ""},
           {"---->", ArrowHeads::kEnd, LineStyle::kSolid, ""},
           {"---", ArrowHeads::kNone, LineStyle::kSolid, ""},
           {"-.->", ArrowHeads::kEnd, LineStyle::kDashed, ""},
           {"-..->", ArrowHeads::kEnd, LineStyle::kDashed, ""},
           {"-.-", ArrowHeads::kNone, LineStyle::kDashed, ""},
           {"==>", ArrowHeads::kEnd, LineStyle::kThick, ""},
           {"===", ArrowHeads::kNone, LineStyle::kThick, ""},
           {"<-->", ArrowHeads::kBoth, LineStyle::kSolid, ""},
           {"<-.->", ArrowHeads::kBoth, LineStyle::kDashed, ""},
           {"<==>", ArrowHeads::kBoth, LineStyle::kThick, ""},
           {"--x", ArrowHeads::kEnd, LineStyle::kSolid, ""},
           {"o--o", ArrowHeads::kBoth, LineStyle::kSolid, ""},
           {"-->|10k/s|", ArrowHeads::kEnd, LineStyle::kSolid, "10k/s"},
           {"--> |10k/s|", ArrowHeads::kEnd, LineStyle::kSolid, "10k/s"},
           {"-->|\"a | b\"|", ArrowHeads::kEnd, LineStyle::kSolid, "a | b"},
           {"-- scores -->", ArrowHeads::kEnd, LineStyle::kSolid, "scores"},
           {"-- scores ---", ArrowHeads::kNone, LineStyle::kSolid, "scores"},
           {"-- \"two -- three\" -->", ArrowHeads::kEnd, LineStyle::kSolid, "two -- three"},
           {"-. async .->", ArrowHeads::kEnd, LineStyle::kDashed, "async"},
           {"== hot ==>", ArrowHeads::kEnd, LineStyle::kThick, "hot"}}) {
    for (const std::string space : {" ", ""}) {
      if (space.empty() && (link.back() == 'x' || link.back() == 'o')) continue;
      const Board board =
          ReadBody("a" + std::string(link[0] == 'o' ? " " : space) + link + space + "b");
      ASSERT_EQ(board.edges.size(), 1u) << link;
      EXPECT_EQ(board.edges[0].from, "a");
      EXPECT_EQ(board.edges[0].to, "b");
      EXPECT_EQ(board.edges[0].heads, heads) << link;
      EXPECT_EQ(board.edges[0].line, line) << link;
      EXPECT_EQ(board.edges[0].label, label) << link;
    }
  }
}

TEST(Mermaid, ChainsAndGroupsConnectEachWithEach) {
  EXPECT_EQ(Links(ReadBody("a --> b -->|x| c")), "a>b b>c:x");
  EXPECT_EQ(Links(ReadBody("a & b --> c & d")), "a>c a>d b>c b>d");
  EXPECT_EQ(Links(ReadBody("a[One]-->b(Two)-->a")), "a>b b>a");
  EXPECT_EQ(Links(ReadBody("a-b.c --> d_1; d_1 --> a-b.c")), "a-b.c>d_1 d_1>a-b.c");
  EXPECT_EQ(Links(ReadBody("a --> a")), "a>a");
}

TEST(Mermaid, ALabelMayComeLaterAndLastsOverMentions) {
  const Board board = ReadBody("a --> b\na[API]\nb --> a");
  EXPECT_EQ(Node(board, "a").label, "API");
  EXPECT_EQ(board.nodes.size(), 2u);
}

TEST(Mermaid, SubgraphsBecomeFrames) {
  const Board board = ReadBody(
      "subgraph online [Online serving]\n  a --> b\n  subgraph inner\n    c\n  end\nend\n"
      "subgraph \"Off line\"\n  direction TB\n  d\nend\nb --> d\nonline --> d");
  EXPECT_EQ(Node(board, "online").shape, BoardShape::kFrame);
  EXPECT_EQ(Node(board, "online").label, "Online serving");
  EXPECT_EQ(Node(board, "a").frame, "online");
  EXPECT_EQ(Node(board, "inner").frame, "online");
  EXPECT_EQ(Node(board, "c").frame, "inner");
  EXPECT_EQ(Node(board, "d").frame, "Off line");
  EXPECT_EQ(Links(board), "a>b b>d online>d");
}

TEST(Mermaid, CommentsStylesAndTheHeadAreSkipped) {
  const Board board = Read(
      "%% a comment\n---\ntitle: Serving\n---\n\nflowchart TD;\r\n  a --> b %%{x}%%\n"
      "  %% style\n  style a fill:#fff\n  classDef hot stroke:red\n  class a hot\n"
      "  click a href \"x\"\n  linkStyle 0 stroke:red\n  c:::hot\n"
      "  style --> c\n");
  EXPECT_EQ(board.nodes.size(), 4u);
}

TEST(Mermaid, TheDirectionIsRead) {
  EXPECT_EQ(MermaidDirection("flowchart LR\na"), FlowDirection::kRight);
  EXPECT_EQ(MermaidDirection("%% LR\ngraph TD\na"), FlowDirection::kDown);
  EXPECT_EQ(MermaidDirection("graph\na"), FlowDirection::kDown);
}

TEST(Mermaid, AFlowchartIsKnownByItsFirstLine) {
  EXPECT_TRUE(LooksLikeMermaid("\n%% x\n  graph TD\n"));
  EXPECT_TRUE(LooksLikeMermaid("flowchart LR; a-->b"));
  EXPECT_FALSE(LooksLikeMermaid("graphics are hard"));
  EXPECT_FALSE(LooksLikeMermaid("sequenceDiagram\n"));
  EXPECT_FALSE(LooksLikeMermaid(""));
}

struct ProblemCase {
  std::string text;
  std::string problem;
};

TEST(Mermaid, ABadLineIsNamedByItsNumber) {
  for (const auto& [text, problem] : std::vector<ProblemCase>{
           {"", "line 0: the text has no line \"flowchart LR\""},
           {"sequenceDiagram", "line 1: the first line must be"},
           {"graph XY", "line 1: \"XY\" is no direction"},
           {"graph TD\n\na -->", "line 3: a node is missing after the link"},
           {"graph TD\na -> b", "line 2: a link such as --> is expected at \"-> b\""},
           {"graph TD\na b", "line 2: a link such as --> is expected at \"b\""},
           {"graph TD\na[open --> b", "line 2: \"[\" is not closed by \"]\""},
           {"graph TD\na[\"open] --> b", "line 2: a quotation mark is not closed"},
           {"graph TD\na -->|x b", "line 2: \"|\" is not closed"},
           {"graph TD\na -- x", "line 2: the link has no end"},
           {"graph TD\n--> b", "line 2: a node is expected at \"--> b\""},
           {"graph TD\na & --> b", "line 2: a node is expected at \"--> b\""},
           {"graph TD\nend", "line 2: \"end\" without"},
           {"graph TD\na --> end", "line 2: \"end\" is a word of Mermaid"},
           {"graph TD\nsubgraph x\na", "the subgraph \"x\" has no \"end\""},
           {"graph TD\nsubgraph x [y] z\nend", "line 2: \"z\" after the subgraph's title"}}) {
    EXPECT_THAT(ProblemOf(text), testing::HasSubstr(problem)) << text;
  }
}

TEST(Mermaid, AHugeTextIsRefusedAndNotRead) {
  EXPECT_THAT(ProblemOf("graph TD\n" + std::string(2'000'000, ' ')),
              testing::HasSubstr("longer than a million"));
  std::string many = "graph TD\n";
  for (int i = 0; i < 200; ++i) many += (i > 0 ? "&" : "") + std::string("a") + std::to_string(i);
  many += " --> ";
  for (int i = 0; i < 200; ++i) many += (i > 0 ? "&" : "") + std::string("b") + std::to_string(i);
  EXPECT_THAT(ProblemOf(many), testing::HasSubstr("more than 20000"));
}

TEST(Mermaid, AnyBytesAreReadOrRefusedButNeverATrap) {
  std::mt19937 random(4);
  const std::vector<std::string> pieces = {
      "a", "b", "-->", "--",        "==",  "-.",     ".->",  "|", "[",    "]",
      "(", ")", "{",   "}",         "\"",  "#quot;", "\n",   ";", "&",    " ",
      "<", ">", "end", "subgraph ", ":::", "%%",     "\xff", "é", "x--x", "---"};
  int good = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = "graph TD\n";
    for (auto n = random() % 12; n > 0; --n) text += pieces[random() % pieces.size()];
    const auto board = ParseMermaid(text);
    good += board.has_value();
    EXPECT_TRUE(board || board.error().message.starts_with("Mermaid, line ")) << text;
  }
  EXPECT_GT(good, 500);
}

// --- writing

// A board whose text form keeps all it says: what ToMermaid promises to bring back.
Board RandomBoard(std::mt19937* random) {
  const auto below = [&](std::size_t n) { return (*random)() % n; };
  const std::vector<std::string> letters = {"a", "Z",  " ",    "\"", "#",   ";",  "<",
                                            ">", "&",  "|",    "]",  "(",   "\n", "é",
                                            "😀", "--", "#35;", "%%", "end", "`"};
  const auto text = [&] {
    std::string out;
    for (auto n = 1 + below(6); n > 0; --n) out += letters[below(letters.size())];
    return out;
  };
  Board board;
  std::vector<std::string> frames = {""};
  const auto count = 1 + below(9);
  for (std::size_t i = 0; i < count; ++i) {
    BoardNode node{"n" + std::to_string(i), "", text(), ""};
    node.shape = static_cast<BoardShape>(below(8));
    node.frame = frames[below(frames.size())];
    if (node.is_part() && node.shape != BoardShape::kFrame && below(3) == 0) node.type = "ranker";
    if (node.shape == BoardShape::kFrame) frames.push_back(node.id);
    board.nodes.push_back(node);
  }
  for (auto n = below(12); n > 0; --n) {
    BoardEdge edge{board.nodes[below(count)].id, board.nodes[below(count)].id,
                   below(2) == 0 ? text() : ""};
    edge.heads = static_cast<ArrowHeads>(below(4));
    edge.line = static_cast<LineStyle>(below(3));
    board.edges.push_back(edge);
  }
  return board;
}

// By id, as frames are written before what stands beside them.
Board Sorted(Board board) {
  for (BoardEdge& edge : board.edges) {
    edge.id.clear();
    if (edge.heads != ArrowHeads::kStart) continue;
    edge.heads = ArrowHeads::kEnd;
    std::swap(edge.from, edge.to);
  }
  std::sort(board.nodes.begin(), board.nodes.end(),
            [](const BoardNode& a, const BoardNode& b) { return a.id < b.id; });
  return board;
}

TEST(Mermaid, AnyBoardComesBackFromItsText) {
  std::mt19937 random(6);
  for (int i = 0; i < 3000; ++i) {
    const Board board = RandomBoard(&random);
    const std::string text = ToMermaid(board);
    const auto back = ParseMermaid(text);
    ASSERT_TRUE(back) << back.error().message << "\n" << text;
    ASSERT_EQ(Sorted(*back), Sorted(board)) << text;
    ASSERT_EQ(ToMermaid(*back), text) << "the text is stable";
  }
}

TEST(Mermaid, TheTextReadsWell) {
  Board board;
  BoardNode frame{"f1", "", "Serving", ""};
  frame.shape = BoardShape::kFrame;
  BoardNode ranker{"n1", "ranker", "Deep ranker", ""};
  ranker.frame = "f1";
  BoardNode store{"n 2", "feature_store", "", ""};
  store.shape = BoardShape::kCylinder;
  BoardNode note{"end", "", "cold start?", ""};
  note.shape = BoardShape::kNote;
  board.nodes = {frame, ranker, store, note};
  board.edges = {{"n1", "n 2", "10k/s"}, {"n1", "gone", ""}};
  board.strokes = {{"s", {{0, 0}}}};
  EXPECT_EQ(ToMermaid(board, FlowDirection::kDown),
            "flowchart TD\n"
            "  subgraph f1[\"Serving\"]\n"
            "    n1[\"Deep ranker\"]:::part_ranker\n"
            "  end\n"
            "  node1[(\"feature_store\")]:::part_feature_store\n"
            "  node2>\"cold start?\"]:::note\n"
            "  n1 -->|\"10k/s\"| node1\n");
  const Board back = Read(ToMermaid(board));
  EXPECT_EQ(Node(back, "node1").type, "feature_store");
  EXPECT_EQ(Node(back, "node1").label, "");
}

TEST(Mermaid, AnEmptyBoardIsAnEmptyFlowchart) {
  EXPECT_EQ(ToMermaid({}), "flowchart LR\n");
  EXPECT_TRUE(Read("flowchart LR\n").empty());
}

// --- the clipboard

TEST(BoardClip, APartComesBackAsItWas) {
  std::mt19937 random(9);
  Board board = RandomBoard(&random);
  board.strokes = {{"s", {{1, 2}, {3, 4}}, "red", 3}};
  board.nodes[0].x = 12.5;
  const auto back = ReadBoardClip(BoardClip(board));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, board);
}

TEST(BoardClip, AnswersBoardsAndFlowchartsAreRead) {
  const std::string board = R"({"nodes": [{"id": "a", "type": "ranker"}], "edges": []})";
  EXPECT_EQ(ReadBoardClip(board)->nodes.size(), 1u);
  EXPECT_EQ(ReadBoardClip("  {\"board\": " + board + "}")->nodes.size(), 1u);
  const auto chart = ReadBoardClip("graph LR\na --> b");
  ASSERT_TRUE(chart);
  EXPECT_TRUE(chart->nodes[0].placed());
  EXPECT_GT(chart->nodes[1].x, chart->nodes[0].x);
}

TEST(BoardClip, AnythingElseIsRefusedInOneSentence) {
  for (const char* text : {"", "hello", "[1, 2]", "{\"x\": 1}", "{", "graph XY"}) {
    const auto board = ReadBoardClip(text);
    ASSERT_FALSE(board) << text;
    EXPECT_EQ(board.error().code, interview::ErrorCode::kInvalid);
    EXPECT_FALSE(board.error().message.empty());
  }
}

}  // namespace
}  // namespace app

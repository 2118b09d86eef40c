// The whiteboard as a whole: palette, tools, properties, texts and pictures.
#include "app/ui/panels/whiteboard_panel.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/whiteboard_acts.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using interview::Board;
using interview::BoardShape;

const interview::Catalogue& Parts() {
  static const interview::Catalogue catalogue =
      *interview::LoadCatalogue(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
  return catalogue;
}

class BoardPanelTest : public testing::Test {
 protected:
  explicit BoardPanelTest(float width = 1000, float height = 700)
      : ui_(
            [this](FrameContext& context) {
              DrawInWindow([&] {
                ImGui::SetCursorPos(ImVec2(0, 0));
                DrawBoard(context, {Parts(), exporting_}, &state_, ImGui::GetIO().DisplaySize);
              });
              for (Command& command : context.commands) commands_.push_back(std::move(command));
            },
            width, height) {}

  const Board& board() const { return state_.canvas.document.board(); }
  void AddPart(const std::string& wanted) {
    ui_.Click("Find a part", "textbox");
    ui_.Type(wanted + "\n");
  }
  // Client → API gateway, and a cache.
  void AddThree() {
    for (const char* name : {"Client", "API gateway", "Cache"}) AddPart(name);
    Connect(&state_.canvas, board().nodes[0].id, board().nodes[1].id);
    ui_.Settle();
  }

  BoardState state_;
  std::optional<ExportUnderWay> exporting_;
  std::vector<Command> commands_;
  UiDriver ui_;
};

class NarrowBoardTest : public BoardPanelTest {
 protected:
  NarrowBoardTest() : BoardPanelTest(464, 520) {}
};

TEST_F(BoardPanelTest, APartIsFoundByItsNameAndAddedByEnter) {
  AddPart("feature s");
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].type, "feature_store");
  EXPECT_TRUE(ui_.Shows("Feature store", "node"));
  EXPECT_EQ(ui_.Value("Find a part", "textbox"), "") << "ready for the next";
}

TEST_F(BoardPanelTest, APartIsFoundByAnotherNameForIt) {
  AddPart("kafka");
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].type, "event_log");
}

TEST_F(BoardPanelTest, AnUnknownNameMakesAFreeBox) {
  AddPart("Quantum oracle");
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].type, "");
  EXPECT_EQ(board().nodes[0].label, "Quantum oracle");
  UndoBoard(&state_.canvas);
  EXPECT_TRUE(board().empty()) << "one step";
}

TEST_F(BoardPanelTest, ClickingPartsPutsThemSideBySide) {
  for (int i = 0; i < 5; ++i) ui_.Click("Add Client", "button");
  ASSERT_EQ(board().nodes.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(RectOf(board().nodes[i]).Overlaps(RectOf(board().nodes[j])));
    }
  }
}

TEST_F(BoardPanelTest, APartIsDraggedOntoTheBoard) {
  const UiNode row = ui_.Find("Add Router", "button");
  ui_.Drag(ImVec2((row.min.x + row.max.x) / 2, (row.min.y + row.max.y) / 2), ImVec2(700, 300));
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].type, "router");
  const ImVec2 middle = state_.canvas.camera.ToScreen(RectOf(board().nodes[0]).center());
  EXPECT_NEAR(middle.x, 700, 8);
  EXPECT_NEAR(middle.y, 300, 8);
}

TEST_F(BoardPanelTest, ADragThatEndsInTheListAddsNothing) {
  const UiNode row = ui_.Find("Add Router", "button");
  ui_.Drag(ImVec2(row.min.x + 20, row.min.y + 10), ImVec2(row.min.x + 40, row.min.y + 90));
  EXPECT_TRUE(board().empty());
}

TEST_F(BoardPanelTest, COpensTheListAndEscGoesBack) {
  ui_.Click("Parts", "button");
  EXPECT_FALSE(ui_.Shows("Find a part", "textbox"));
  ui_.ClickAt(800, 300);
  ui_.Press(Key::kC);
  EXPECT_TRUE(ui_.Find("Find a part", "textbox").focused);
  ui_.Type("client\ncache\n");
  ui_.Press(Key::kEscape);
  EXPECT_EQ(board().nodes.size(), 2u);
  EXPECT_TRUE(ui_.Find("Cache", "node").focused);
}

TEST_F(BoardPanelTest, TheTypeOfAPartCanBeChanged) {
  AddPart("Client");
  ui_.Click("Type", "combo");
  ui_.Click("Ranker", "option");
  EXPECT_EQ(board().nodes[0].type, "ranker");
  EXPECT_TRUE(ui_.Shows("Ranker", "node"));
}

TEST_F(BoardPanelTest, NameAndNoteAreWrittenInTheStrip) {
  AddPart("Client");
  ui_.Click("Name", "textbox");
  ui_.Type("Phone");
  ui_.Click("Note", "textbox");
  ui_.Type("10M a day");
  EXPECT_EQ(board().nodes[0].label, "Phone");
  EXPECT_EQ(board().nodes[0].note, "10M a day");
  UndoBoard(&state_.canvas);
  EXPECT_EQ(board().nodes[0].note, "") << "a text is one step";
  EXPECT_EQ(board().nodes[0].label, "Phone");
  ui_.Settle();
  ui_.Click("Name", "textbox");
  EXPECT_EQ(ui_.Value("Note", "textbox"), "") << "the box follows";
}

TEST_F(BoardPanelTest, TheStripFollowsTheSelection) {
  AddThree();
  EXPECT_TRUE(ui_.Shows("What flows", "textbox"));
  state_.canvas.selection = {board().nodes[2].id};
  ui_.Settle();
  EXPECT_FALSE(ui_.Shows("What flows", "textbox"));
  EXPECT_EQ(ui_.Value("Type", "combo"), "Cache");
  state_.canvas.selection.clear();
  ui_.Settle();
  EXPECT_FALSE(ui_.Shows("Type", "combo"));
}

TEST_F(BoardPanelTest, ShapeAndColourAreChosen) {
  AddPart("Cache");
  ui_.Click("Shape", "combo");
  ui_.Click("Cylinder", "option");
  ui_.Click("Colour", "combo");
  ui_.Click("Amber", "option");
  EXPECT_EQ(board().nodes[0].shape, BoardShape::kCylinder);
  EXPECT_EQ(board().nodes[0].color, "amber");
}

TEST_F(BoardPanelTest, AConnectionIsNamedTurnedAndStyled) {
  AddThree();
  const std::string from = board().edges[0].from;
  ui_.Click("What flows", "textbox");
  ui_.Type("requests");
  ui_.Click("Turn round", "button");
  ui_.Click("Line", "combo");
  ui_.Click("Dashed line", "option");
  ui_.Click("Arrow", "combo");
  ui_.Click("Both ways", "option");
  EXPECT_EQ(board().edges[0].to, from);
  EXPECT_EQ(board().edges[0].label, "requests");
  EXPECT_EQ(board().edges[0].line, interview::LineStyle::kDashed);
  EXPECT_EQ(board().edges[0].heads, interview::ArrowHeads::kBoth);
  EXPECT_TRUE(ui_.Shows("API gateway → Client: requests", "edge"));
}

TEST_F(BoardPanelTest, SeveralAreAlignedSpreadAndDeleted) {
  AddThree();
  SelectAll(&state_.canvas);
  ui_.Settle();
  ui_.Click("Align", "combo");
  ui_.Click("Left edges", "option");
  EXPECT_EQ(board().nodes[0].x, board().nodes[1].x);
  EXPECT_EQ(board().nodes[0].x, board().nodes[2].x);
  ui_.Click("Group", "button");
  EXPECT_FALSE(board().nodes[0].group.empty());
  ui_.Click("Ungroup", "button");
  EXPECT_TRUE(board().nodes[0].group.empty());
  ui_.Click("Delete", "button");
  EXPECT_TRUE(board().nodes.empty());
}

TEST_F(BoardPanelTest, ToolsAreButtonsThatShowWhichIsOn) {
  ui_.Click("Rectangle", "button");
  EXPECT_TRUE(ui_.Find("Rectangle", "button").on);
  EXPECT_FALSE(ui_.Find("Select", "button").on);
  ui_.Drag(ImVec2(500, 200), ImVec2(640, 300));
  ui_.Type("Store\n");
  EXPECT_EQ(board().nodes.size(), 1u);
  EXPECT_TRUE(ui_.Find("Select", "button").on);
}

TEST_F(BoardPanelTest, UndoAndRedoAreEnabledWhenThereIsSomething) {
  EXPECT_FALSE(ui_.Find("Undo", "button").enabled);
  AddPart("Client");
  ui_.Click("Undo", "button");
  EXPECT_TRUE(board().empty());
  ui_.Click("Redo", "button");
  EXPECT_EQ(board().nodes.size(), 1u);
}

TEST_F(BoardPanelTest, TidyUpPlacesAlongTheArrows) {
  AddThree();
  state_.canvas.selection.clear();
  ui_.Click("Tidy up", "button");
  EXPECT_LT(board().nodes[0].x + board().nodes[0].w, board().nodes[1].x);
  EXPECT_TRUE(state_.canvas.camera.View().Contains(*ContentRect(board())));
}

TEST_F(BoardPanelTest, ZoomIsShownAndPressed) {
  EXPECT_EQ(ui_.Value("Zoom", "text"), "100 %");
  ui_.Click("Zoom in", "button");
  EXPECT_EQ(ui_.Value("Zoom", "text"), "125 %");
  ui_.Click("Zoom out", "button");
  ui_.Click("Zoom out", "button");
  EXPECT_EQ(ui_.Value("Zoom", "text"), "80 %");
}

TEST_F(BoardPanelTest, SnappingIsSwitched) {
  EXPECT_TRUE(ui_.Find("Snap to the grid", "button").on);
  ui_.Click("Snap to the grid", "button");
  EXPECT_FALSE(state_.canvas.snap);
}

TEST_F(BoardPanelTest, TheBoardIsGivenAsMermaid) {
  AddThree();
  ui_.Click("Mermaid and pictures", "button");
  EXPECT_NE(ui_.Value("Mermaid text", "code").find("-->"), std::string::npos);
  ui_.Click("Copy text", "button");
  EXPECT_TRUE(ui_.clipboard.starts_with("flowchart"));
  ui_.Press(Key::kEscape);
  EXPECT_FALSE(ui_.Shows("Mermaid text", "code"));
}

TEST_F(BoardPanelTest, MermaidReplacesTheBoardInOneStep) {
  AddThree();
  const Board before = board();
  ui_.Click("Mermaid and pictures", "button");
  ui_.Click("Mermaid text", "code");
  ui_.Ctrl(Key::kA);
  ui_.Type("graph TD; a[Ingest] --> b[Train]; b --> c[Serve]");
  ui_.Click("Replace the board", "button");
  ASSERT_EQ(board().nodes.size(), 3u);
  EXPECT_TRUE(ui_.Shows("Ingest → Train", "edge"));
  EXPECT_LT(board().nodes[0].y, board().nodes[1].y) << "downwards, as the text says";
  UndoBoard(&state_.canvas);
  EXPECT_EQ(board(), before);
}

TEST_F(BoardPanelTest, TextThatIsNoFlowchartIsExplained) {
  ui_.Click("Mermaid and pictures", "button");
  ui_.Click("Mermaid text", "code");
  ui_.Ctrl(Key::kA);
  ui_.Type("pie title nonsense");
  ui_.Click("Add to the board", "button");
  EXPECT_TRUE(ui_.Shows("Mermaid text", "code")) << "the dialog stays";
  EXPECT_FALSE(state_.exchange.problem.empty());
  EXPECT_TRUE(ui_.Shows(state_.exchange.problem, "text"));
  EXPECT_TRUE(board().empty());
}

TEST_F(BoardPanelTest, PicturesAreSaved) {
  AddThree();
  state_.question = "video";
  ui_.Click("Mermaid and pictures", "button");
  ui_.Click("Save SVG", "button");
  ui_.Click("Save PNG", "button");
  ASSERT_EQ(commands_.size(), 2u) << state_.exchange.problem;
  const auto* svg = std::get_if<command::SaveExport>(&commands_[0]);
  ASSERT_NE(svg, nullptr);
  EXPECT_EQ(svg->name, "whiteboard-video.svg");
  EXPECT_NE(svg->bytes.find("API gateway"), std::string::npos);
  const auto* png = std::get_if<command::MakeExport>(&commands_[1]);
  ASSERT_NE(png, nullptr) << "made by a worker, not in the frame";
  EXPECT_EQ(png->name, "whiteboard-video.png");
  ExportProgress progress;
  const interview::Result<std::string> bytes = png->make({}, &progress);
  ASSERT_TRUE(bytes) << bytes.error().message;
  EXPECT_TRUE(bytes->starts_with("\x89PNG"));
  EXPECT_GT(progress.share, 0);
}

TEST_F(BoardPanelTest, APictureInTheMakingShowsHowFarItIsAndCanBeStopped) {
  AddThree();
  const auto progress = std::make_shared<ExportProgress>();
  exporting_ = ExportUnderWay{"whiteboard-video.png", progress};
  ui_.Click("Mermaid and pictures", "button");
  EXPECT_TRUE(ui_.Shows("Drawing whiteboard-video.png"));
  EXPECT_FALSE(ui_.Find("Save PNG", "button").enabled);
  ui_.Click("Cancel", "button");
  ASSERT_EQ(commands_.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<command::CancelExport>(commands_[0]));
  exporting_.reset();
  ui_.Settle();
  EXPECT_FALSE(ui_.Shows("Cancel", "button"));
  EXPECT_TRUE(ui_.Find("Save PNG", "button").enabled);
}

TEST_F(NarrowBoardTest, EverythingIsWithinTheWidth) {
  EXPECT_FALSE(ui_.Shows("Find a part", "textbox")) << "room for the board";
  ui_.ClickAt(300, 300, 2);
  ui_.Type("Client\n");
  for (const UiNode& node : ui_.tree().nodes()) {
    if (node.role == "node" || node.role == "edge") continue;
    EXPECT_LE(node.max.x, 464) << node.label;
    EXPECT_LE(node.max.y, 520) << node.label;
  }
  EXPECT_TRUE(ui_.Find("Note", "textbox").visible);
  EXPECT_TRUE(ui_.Find("Colour", "combo").visible);
}

}  // namespace
}  // namespace app

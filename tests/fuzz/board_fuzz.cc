// Random pointer and key events on the whiteboard. After each: ids are unique, connections and the
// selection name what exists, every place is finite. In the end everything is taken back, and the
// board is the one it began with. Usage: board_fuzz [SECONDS [SEED]]
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <string>

#include "app/ui/widgets/whiteboard_acts.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

constexpr float kWidth = 900, kHeight = 600;

interview::Board StartBoard() {
  interview::Board board;
  for (int i = 0; i < 12; ++i) {
    interview::BoardNode node;
    node.id = "n" + std::to_string(i);
    node.label = "Part " + std::to_string(i);
    node.x = 40 + (i % 4) * 210;
    node.y = 40 + (i / 4) * 150;
    node.w = 150;
    node.h = 60;
    board.nodes.push_back(std::move(node));
    if (i > 0) board.edges.push_back({"n" + std::to_string(i - 1), "n" + std::to_string(i), ""});
  }
  return board;
}

// What is wrong with the board; "" when nothing is.
std::string Complaint(const WhiteboardState& state) {
  const interview::Board& board = state.document.board();
  std::set<std::string> ids, nodes;
  for (const auto& node : board.nodes) {
    if (!ids.insert(node.id).second) return "two things are called " + node.id;
    nodes.insert(node.id);
    if (!std::isfinite(node.x) || !std::isfinite(node.y) || !node.placed()) {
      return node.id + " is nowhere";
    }
  }
  for (const auto& edge : board.edges) {
    if (!ids.insert(edge.id).second) return "two things are called " + edge.id;
    if (!nodes.contains(edge.from) || !nodes.contains(edge.to)) return edge.id + " hangs loose";
  }
  for (const auto& stroke : board.strokes) {
    if (!ids.insert(stroke.id).second) return "two things are called " + stroke.id;
  }
  for (const auto& node : board.nodes) {
    if (!node.frame.empty() && !nodes.contains(node.frame)) return node.id + " is in no frame";
  }
  for (const std::string& id : state.selection) {
    if (!ids.contains(id)) return id + " is selected but gone";
  }
  const BoardPoint at = state.camera.at;
  const bool seen =
      std::abs(at.x) < 1e7 && std::abs(at.y) < 1e7 && std::isfinite(state.camera.zoom);
  if (!seen) return "the view is lost";
  return {};
}

class Fuzzer {
 public:
  explicit Fuzzer(unsigned seed)
      : random_(seed),
        ui_(
            [this](FrameContext& context) {
              DrawInWindow([&] {
                ImGui::SetCursorPos(ImVec2(0, 0));
                DrawWhiteboardCanvas(context, "Board", ImVec2(kWidth, kHeight), looks_, &state_);
              });
            },
            kWidth, kHeight) {
    state_ = WhiteboardState{};
    state_.document = BoardDocument(StartBoard());
    start_ = state_.document.board();
    looks_["cache"] = {"Cache", BoardTint::kTeal, Icon::kTable};
  }

  // One event and the frames it needs; returns what is wrong.
  std::string Step() {
    static constexpr Key kKeys[] = {
        Key::kTab,         Key::kEnter, Key::kEscape, Key::kDelete,    Key::kLeft,
        Key::kRight,       Key::kUp,    Key::kDown,   Key::kF2,        Key::kA,
        Key::kC,           Key::kD,     Key::kE,      Key::kF,         Key::kG,
        Key::kN,           Key::kO,     Key::kP,      Key::kR,         Key::kT,
        Key::kV,           Key::kX,     Key::kY,      Key::kZ,         Key::k0,
        Key::k1,           Key::kEqual, Key::kMinus,  Key::kBackspace, Key::kLeftBracket,
        Key::kRightBracket};
    switch (Pick(10)) {
      case 0:
      case 1:
      case 2:
        ui_.Button(Pick(12) == 0 ? 1 : 0, Pick(2) == 0);
        break;
      case 3:
      case 4:
      case 5:
        ui_.PointAt(static_cast<float>(Pick(static_cast<int>(kWidth) + 40)) - 20,
                    static_cast<float>(Pick(static_cast<int>(kHeight) + 40)) - 20);
        break;
      case 6:
        ui_.Wheel(static_cast<float>(Pick(5) - 2), {.ctrl = Pick(2) == 0});
        break;
      case 7:
        if (Pick(3) == 0) ui_.Type(Pick(2) == 0 ? "näme " : "x");
        if (Pick(8) == 0) state_.carried_part = "cache";
        if (Pick(30) == 0) ui_.clipboard = "graph LR; a[One] --> b[Two]";
        if (state_.document.board().nodes.size() > 150) ui_.Ctrl(Key::kZ);
        break;
      default:
        ui_.Press(kKeys[Pick(static_cast<int>(std::size(kKeys)))],
                  {.ctrl = Pick(3) == 0, .shift = Pick(4) == 0, .alt = Pick(6) == 0});
        break;
    }
    return Complaint(state_);
  }

  std::string Finish() {
    for (int button = 0; button < 3; ++button) ui_.Button(button, false);
    ui_.Press(Key::kEscape);
    while (state_.document.CanUndo()) UndoBoard(&state_);
    ui_.Settle();
    if (state_.document.board() != start_) return "undo does not lead back to the start";
    return Complaint(state_);
  }

 private:
  int Pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  std::mt19937 random_;
  PartLooks looks_;
  WhiteboardState state_;
  interview::Board start_;
  UiDriver ui_;
};

int Run(double seconds, unsigned seed) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::duration<double>(seconds);
  constexpr int kEventsOfARun = 400;
  long events = 0;
  for (; Clock::now() < end; ++seed) {
    Fuzzer fuzzer(seed);
    std::string complaint;
    for (int i = 0; i < kEventsOfARun && complaint.empty() && Clock::now() < end; ++i, ++events) {
      complaint = fuzzer.Step();
    }
    if (complaint.empty()) complaint = fuzzer.Finish();
    if (!complaint.empty()) {
      std::printf("seed %u: %s\n", seed, complaint.c_str());
      return 1;
    }
  }
  std::printf("%ld events, nothing found\n", events);
  return 0;
}

}  // namespace
}  // namespace app

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 2;
  const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1;
  return app::Run(seconds, seed);
}

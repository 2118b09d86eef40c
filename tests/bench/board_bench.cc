// CPU time of a frame of the whiteboard through the null renderer: 50, 200 and 1,000 parts with
// connections, at rest, dragged, panned and zoomed. Milliseconds; exits with 1 when the median of
// any reaches the 16 ms of a frame at 60 Hz.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "app/ui/widgets/whiteboard_acts.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

constexpr float kWidth = 1440, kHeight = 900;
constexpr double kFrameMs = 16;  // the most; half of it is the aim

double CpuMs() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

interview::Board Parts(int count) {
  const int across = std::max(5, static_cast<int>(std::sqrt(count * 1.5)));
  interview::Board board;
  for (int i = 0; i < count; ++i) {
    interview::BoardNode node;
    node.id = "n" + std::to_string(i);
    node.type = i % 3 == 0 ? "" : "cache";
    node.label = i % 4 == 0 ? "" : "Serving replica " + std::to_string(i);
    node.x = (i % across) * 232.0;
    node.y = (i / across) * 128.0;
    node.w = 160;
    node.h = 64;
    board.nodes.push_back(std::move(node));
    const auto link = [&](int to) {
      board.edges.push_back(
          {"n" + std::to_string(i), "n" + std::to_string(to), i % 5 == 0 ? "requests" : ""});
    };
    if (i >= 1 && i % across != 0) link(i - 1);
    if (i >= across && i % 2 == 0) link(i - across);
  }
  return board;
}

struct Result {
  double median = 0;
  double worst = 0;
};

// `step` before each frame, which is timed.
Result Measure(UiDriver* ui, const std::function<void(int)>& step) {
  constexpr int kFrames = 90;
  std::vector<double> times;
  for (int i = 0; i < kFrames; ++i) {
    step(i);
    const double start = CpuMs();
    ui->Frame();
    times.push_back(CpuMs() - start);
  }
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times.back()};
}

bool Run(int count) {
  PartLooks looks;
  looks["cache"] = {"Cache", BoardTint::kTeal, Icon::kTable};
  WhiteboardState state;
  state.document = BoardDocument(Parts(count));
  UiDriver ui(
      [&](FrameContext& context) {
        DrawInWindow([&] {
          ImGui::SetCursorPos(ImVec2(0, 0));
          DrawWhiteboardCanvas(context, "Board", ImVec2(kWidth, kHeight), looks, &state);
        });
      },
      kWidth, kHeight);
  ui.tree().set_recording(false);  // as in a window that nobody listens to
  state.camera.at = {-40, -40};
  bool good = true;
  const auto report = [&](const char* what, const Result& r) {
    std::printf("%5d %-22s %8.2f %8.2f\n", count, what, r.median, r.worst);
    good = good && r.median < kFrameMs;
  };
  for (const double zoom : {1.0, 0.25}) {
    state.camera.zoom = zoom;
    const std::string at = zoom == 1 ? " at 100 %" : " at 25 %";
    report(("idle" + at).c_str(), Measure(&ui, [](int) {}));
    const BoardPoint home = state.camera.at;
    state.selection.clear();
    const ImVec2 from = state.camera.ToScreen(RectOf(state.document.board().nodes[1]).center());
    ui.PointAt(from.x, from.y);
    ui.Button(0, true);
    report(("drag one" + at).c_str(), Measure(&ui, [&](int i) {
             ui.QueuePointer(from.x + static_cast<float>(5 * i),
                             from.y + static_cast<float>(3 * i));
           }));
    ui.Button(0, false);
    SelectAll(&state);
    const ImVec2 again = state.camera.ToScreen(RectOf(state.document.board().nodes[2]).center());
    ui.PointAt(again.x, again.y);
    ui.Button(0, true);
    // Round in a circle, so that what is dragged stays in view.
    report(("drag all" + at).c_str(), Measure(&ui, [&](int i) {
             const float turn = 0.3f * static_cast<float>(i);
             ui.QueuePointer(again.x + 40 * std::cos(turn), again.y + 40 * std::sin(turn));
           }));
    ui.Button(0, false);
    // Every second part, so that each connection has one end that moves.
    state.selection.clear();
    for (std::size_t i = 0; i < state.document.board().nodes.size(); i += 2) {
      state.selection.push_back(state.document.board().nodes[i].id);
    }
    const ImVec2 half = state.camera.ToScreen(RectOf(state.document.board().nodes[2]).center());
    ui.PointAt(half.x, half.y);
    ui.Button(0, true);
    report(("drag half" + at).c_str(), Measure(&ui, [&](int i) {
             const float turn = 0.3f * static_cast<float>(i);
             ui.QueuePointer(half.x + 40 * std::cos(turn), half.y + 40 * std::sin(turn));
           }));
    ui.Button(0, false);
    report(("pan" + at).c_str(), Measure(&ui, [&](int) { state.camera.Pan(ImVec2(-3, -2)); }));
    state.camera.at = home;
  }
  report("zoom", Measure(&ui, [&](int i) {
           state.camera.ZoomAtCenter(0.25 * std::pow(1.03, static_cast<double>(i)));
         }));
  return good;
}

}  // namespace
}  // namespace app

int main() {
  std::printf("parts act                      median      max  ms of CPU a frame\n");
  bool good = true;
  for (const int count : {50, 200, 1000}) good = app::Run(count) && good;
  return good ? 0 : 1;
}

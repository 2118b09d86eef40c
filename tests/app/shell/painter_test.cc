// The painter against the real OpenGL: whatever changes from picture to picture, the pixels are
// those of a picture painted from nothing. Needs a display (CTest gives it one).
#include "app/shell/painter.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "app/ui/imgui_compat.h"

#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

namespace app {
namespace {

constexpr int kWidth = 500, kHeight = 400;
constexpr ImU32 kGround = IM_COL32(20, 30, 40, 255);

struct Mark {
  float x = 0, y = 0, size = 0;
  int shape = 0;
  ImU32 colour = 0;
};

class PainterTest : public testing::TestWithParam<float> {
 protected:
  void SetUp() override {
    ASSERT_EQ(glfwInit(), GLFW_TRUE) << "no display";
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    window_ = glfwCreateWindow(kWidth, kHeight, "painter", nullptr, nullptr);
    ASSERT_NE(window_, nullptr);
    glfwMakeContextCurrent(window_);
    ImGui::CreateContext();
    SetUpContext();
    ImGui_ImplOpenGL3_Init("#version 330");
    painter_.emplace();
    marks_.resize(4);
    for (auto& window : marks_) {
      for (int i = 0; i < 12; ++i) window.push_back(RandomMark());
    }
    Draw();
    Pixels();  // the first picture goes straight to the window, where edges round otherwise
  }

  void TearDown() override {
    painter_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window_);
    glfwTerminate();
  }

  float Some(float low, float high) {
    return std::uniform_real_distribution<float>(low, high)(chance_);
  }
  int Any(std::size_t count) {
    return std::uniform_int_distribution<int>(0, static_cast<int>(count) - 1)(chance_);
  }
  Mark RandomMark() {
    return {Some(-20, 180), Some(-20, 150), Some(2, 60), Any(4),
            IM_COL32(Any(256), Any(256), Any(256), 60 + Any(196))};
  }

  // One thing moves, comes, goes, or changes its place in the order.
  void Mutate() {
    std::vector<Mark>& marks = marks_[static_cast<std::size_t>(Any(marks_.size()))];
    const auto place = [&] { return marks.begin() + Any(marks.size()); };
    switch (marks.empty() ? 1 : Any(5)) {
      case 0:
        *place() = RandomMark();
        break;
      case 1:
        marks.push_back(RandomMark());
        break;
      case 2:
        marks.erase(place());
        break;
      case 3:
        std::iter_swap(place(), place());
        break;
      default:
        shown_ ^= 1 << Any(marks_.size());
    }
  }

  void Draw() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(kWidth / GetParam(), kHeight / GetParam());
    io.DisplayFramebufferScale = ImVec2(GetParam(), GetParam());
    io.DeltaTime = 1.0F / 60;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    for (std::size_t w = 0; w < marks_.size(); ++w) {
      if ((shown_ >> w & 1) == 0) continue;
      const float x = 17.3F + 41.7F * static_cast<float>(w),
                  y = 9.6F + 33.4F * static_cast<float>(w);
      ImGui::SetNextWindowPos(ImVec2(x, y));
      ImGui::SetNextWindowSize(ImVec2(151.5F, 120.3F));
      ImGui::Begin(("window " + std::to_string(w)).c_str(), nullptr, ImGuiWindowFlags_NoDecoration);
      for (const Mark& mark : marks_[w]) DrawMark(*ImGui::GetWindowDrawList(), mark, x, y);
      ImGui::End();
    }
    ImGui::Render();
  }

  static void DrawMark(ImDrawList& list, const Mark& mark, float x, float y) {
    const ImVec2 at(x + mark.x, y + mark.y), end(at.x + mark.size, at.y + mark.size * 0.7F);
    switch (mark.shape) {
      case 0:
        return list.AddRectFilled(at, end, mark.colour, 3);
      case 1:
        return list.AddLine(at, end, mark.colour, 1.5F);
      case 2:
        return list.AddCircleFilled(at, mark.size / 2, mark.colour);
      default:
        return list.AddText(at, mark.colour, "some words");
    }
  }

  std::vector<std::uint8_t> Pixels(ImU32 ground = kGround) {
    painter_->Paint(ImGui::GetDrawData(), ground);
    std::vector<std::uint8_t> pixels(std::size_t{kWidth} * kHeight * 4);
    glReadPixels(0, 0, kWidth, kHeight, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return pixels;
  }

  GLFWwindow* window_ = nullptr;
  std::optional<Painter> painter_;
  std::vector<std::vector<Mark>> marks_;
  int shown_ = 15;
  std::mt19937 chance_{7};
};

TEST_P(PainterTest, EveryPictureIsTheOneThatIsPaintedFromNothing) {
  for (int step = 0; step < 120; ++step) {
    for (int change = Any(4); change > 0; --change) Mutate();
    Draw();
    const std::vector<std::uint8_t> kept = Pixels();
    painter_->Forget();
    ASSERT_EQ(kept, Pixels()) << "after step " << step;
  }
}

TEST_P(PainterTest, AnotherGroundIsPaintedEverywhere) {
  Draw();
  Pixels();
  Draw();
  const std::vector<std::uint8_t> light = Pixels(IM_COL32_WHITE);
  EXPECT_EQ(light[0], 255);
  EXPECT_EQ(light[light.size() - 4], 255);
}

TEST_P(PainterTest, WhatDidNotChangeIsNotPaintedAgain) {
  Draw();
  Pixels();
  PictureDiff diff;
  diff.Update(*ImGui::GetDrawData());
  Draw();
  EXPECT_TRUE(diff.Update(*ImGui::GetDrawData()).empty());
  marks_[0].push_back({50, 50, 20, 0, IM_COL32_WHITE});
  Draw();
  const std::vector<PixelRect> changed = diff.Update(*ImGui::GetDrawData());
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_LT(changed[0].area(), 30 * 30 * GetParam() * GetParam());
}

TEST_P(PainterTest, ManyChangesAreGatheredIntoFewRectangles) {
  PictureDiff diff;
  Draw();
  diff.Update(*ImGui::GetDrawData());
  for (auto& window : marks_) {
    for (Mark& mark : window) mark = RandomMark();
  }
  Draw();
  const std::vector<PixelRect> changed = diff.Update(*ImGui::GetDrawData());
  EXPECT_FALSE(changed.empty());
  EXPECT_LE(changed.size(), PictureDiff::kMostRectangles);
}

INSTANTIATE_TEST_SUITE_P(Scales, PainterTest, testing::Values(1.0F, 1.25F, 2.0F));

}  // namespace
}  // namespace app

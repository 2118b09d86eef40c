// Strokes of fences, operators and accents.
#include "app/ui/widgets/math_shapes.h"

#include <cmath>
#include <initializer_list>
#include <numbers>

namespace app {
namespace {

constexpr int kCurveSteps = 14;

void Line(std::initializer_list<ImVec2> points, float thickness, MathBox* box) {
  box->strokes.push_back({points, thickness});
}

// A cubic curve through its control points' hull.
void Curve(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d, std::vector<ImVec2>* points) {
  for (int i = points->empty() ? 0 : 1; i <= kCurveSteps; ++i) {
    const float t = static_cast<float>(i) / kCurveSteps, u = 1 - t;
    const float wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
    points->push_back(ImVec2(wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                             wa * a.y + wb * b.y + wc * c.y + wd * d.y));
  }
}

// Mirrors what opens into what closes.
void Mirror(MathBox* box) {
  for (MathBox::Stroke& stroke : box->strokes) {
    for (ImVec2& point : stroke.points) point.x = box->width - point.x;
  }
}

void Parenthesis(float height, float em, float thickness, MathBox* box) {
  const float bow = std::min(0.34f, 0.2f + height / em * 0.03f) * em;
  std::vector<ImVec2> points;
  Curve({bow + 1, 0}, {1 - bow * 0.2f, height * 0.25f}, {1 - bow * 0.2f, height * 0.75f},
        {bow + 1, height}, &points);
  box->strokes.push_back({std::move(points), thickness * 1.2f});
  box->width = bow + 2;
}

void Brace(float height, float em, float thickness, MathBox* box) {
  const float w = 0.4f * em, middle = w / 2, r = std::min(0.35f * em, height / 4);
  std::vector<ImVec2> points;
  Curve({w, 0}, {middle, 0}, {middle, 0}, {middle, r}, &points);
  Curve({middle, r}, {middle, height / 2 - r}, {middle, height / 2 - r}, {middle, height / 2 - r},
        &points);
  Curve({middle, height / 2 - r}, {middle, height / 2}, {middle, height / 2}, {0, height / 2},
        &points);
  Curve({0, height / 2}, {middle, height / 2}, {middle, height / 2}, {middle, height / 2 + r},
        &points);
  Curve({middle, height / 2 + r}, {middle, height - r}, {middle, height - r}, {middle, height - r},
        &points);
  Curve({middle, height - r}, {middle, height}, {middle, height}, {w, height}, &points);
  box->strokes.push_back({std::move(points), thickness});
  box->width = w + 1;
}

void Integral(float left, float height, float thickness, MathBox* box) {
  const float lean = height * 0.2f, hook = height * 0.14f;
  std::vector<ImVec2> points;
  Curve({left + lean + 2 * hook, hook * 0.55f}, {left + lean + hook * 1.5f, -hook * 0.3f},
        {left + lean + hook * 0.7f, hook * 0.2f}, {left + lean * 0.72f + hook, height * 0.3f},
        &points);
  Curve({left + lean * 0.72f + hook, height * 0.3f}, {left + lean * 0.5f + hook, height * 0.5f},
        {left + lean * 0.5f + hook, height * 0.5f}, {left + lean * 0.28f + hook, height * 0.7f},
        &points);
  Curve({left + lean * 0.28f + hook, height * 0.7f}, {left + hook * 1.3f, height - hook * 0.2f},
        {left + hook * 0.5f, height + hook * 0.3f}, {left, height - hook * 0.55f}, &points);
  box->strokes.push_back({std::move(points), thickness});
}

}  // namespace

bool DrawnFence(std::string_view text, float height, float em, float thickness, MathBox* box) {
  const float w = 0.26f * em, inset = 0.06f * em;
  const auto vertical = [&](float x) { Line({{x, 0}, {x, height}}, thickness, box); };
  box->width = w + inset;
  if (text == "(" || text == ")") {
    Parenthesis(height, em, thickness, box);
  } else if (text == "[" || text == "]") {
    Line({{w, 0}, {inset, 0}, {inset, height}, {w, height}}, thickness, box);
  } else if (text == "{" || text == "}") {
    Brace(height, em, thickness, box);
  } else if (text == "⌊" || text == "⌋") {
    Line({{inset, 0}, {inset, height}, {w, height}}, thickness, box);
  } else if (text == "⌈" || text == "⌉") {
    Line({{w, 0}, {inset, 0}, {inset, height}}, thickness, box);
  } else if (text == "⟨" || text == "⟩") {
    Line({{w, 0}, {inset, height / 2}, {w, height}}, thickness, box);
  } else if (text == "|" || text == "∣") {
    vertical(w / 2);
  } else if (text == "‖" || text == "∥") {
    vertical(w * 0.3f);
    vertical(w * 0.8f);
  } else {
    return false;
  }
  static constexpr std::string_view kClosing[] = {")", "]", "}", "⌋", "⌉", "⟩"};
  for (const std::string_view closing : kClosing) {
    if (closing == text) Mirror(box);
  }
  return true;
}

bool DrawnOperator(std::string_view text, float height, float thickness, MathBox* box) {
  if (text == "∑") {
    const float w = height * 0.72f, lip = height * 0.1f;
    Line({{w, lip},
          {w, 0},
          {0, 0},
          {w * 0.52f, height * 0.49f},
          {0, height},
          {w, height},
          {w, height - lip}},
         thickness, box);
    box->width = w + thickness;
    return true;
  }
  if (text == "∏" || text == "∐") {
    const float w = height * 0.78f, leg = w * 0.18f;
    const float flat = text == "∏" ? 0 : height;
    Line({{0, flat}, {w, flat}}, thickness, box);
    Line({{leg, 0}, {leg, height}}, thickness, box);
    Line({{w - leg, 0}, {w - leg, height}}, thickness, box);
    box->width = w + thickness;
    return true;
  }
  if (text == "∫" || text == "∬" || text == "∮") {
    Integral(0, height, thickness, box);
    box->width = height * 0.5f;
    if (text == "∬") {
      Integral(height * 0.28f, height, thickness, box);
      box->width += height * 0.28f;
    }
    if (text == "∮") {
      std::vector<ImVec2> ring;
      for (int i = 0; i <= kCurveSteps; ++i) {
        const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kCurveSteps;
        ring.push_back(ImVec2(height * (0.24f + 0.15f * std::cos(turn)),
                              height * (0.5f + 0.15f * std::sin(turn))));
      }
      box->strokes.push_back({std::move(ring), thickness});
    }
    return true;
  }
  return false;
}

void DrawnAccent(std::string_view name, float width, float height, float thickness, MathBox* box) {
  box->width = width;
  box->ascent = height;
  const float middle = width / 2;
  if (name == "hat") {
    Line({{0, 0}, {middle, -height}, {width, 0}}, thickness, box);
  } else if (name == "check") {
    Line({{0, -height}, {middle, 0}, {width, -height}}, thickness, box);
  } else if (name == "bar") {
    Line({{0, -height / 2}, {width, -height / 2}}, thickness, box);
  } else if (name == "vec") {
    const float y = -height / 2, head = height / 2;
    Line({{0, y}, {width, y}}, thickness, box);
    Line({{width - head, y - head}, {width, y}, {width - head, y + head}}, thickness, box);
  } else if (name == "tilde") {
    std::vector<ImVec2> wave;
    for (int i = 0; i <= kCurveSteps; ++i) {
      const float t = static_cast<float>(i) / kCurveSteps;
      const float turn = 2 * std::numbers::pi_v<float> * t;
      wave.push_back(ImVec2(t * width, -height / 2 - std::sin(turn) * height * 0.35f));
    }
    box->strokes.push_back({std::move(wave), thickness});
  } else {  // dots
    const float r = thickness, y = -height / 2;
    const float spread = name == "ddot" ? height * 0.6f : 0;
    Line({{middle - spread - r, y}, {middle - spread + r, y}}, 2 * r, box);
    if (spread > 0) Line({{middle + spread - r, y}, {middle + spread + r, y}}, 2 * r, box);
  }
}

}  // namespace app

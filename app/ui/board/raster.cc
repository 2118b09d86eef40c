// Exact coverage of polygons: each side adds the area to its right in the pixels that it passes,
// and sums along the rows give how much of each pixel is covered.
#include "app/ui/board/raster.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

constexpr int kBand = 256;  // rows at a time: bounds the memory of large areas

// Runs the same way round as the quads of a line.
Raster::Outline Disc(BoardPoint center, double radius) {
  const int corners = std::clamp(static_cast<int>(radius * 4), 8, 48);
  Raster::Outline points;
  for (int i = 0; i < corners; ++i) {
    const double angle = -2 * std::numbers::pi * i / corners;
    points.push_back({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
  }
  return points;
}

Raster::Outline Quad(BoardPoint a, BoardPoint b, double half) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  const BoardPoint n{-(b.y - a.y) / length * half, (b.x - a.x) / length * half};
  return {{a.x + n.x, a.y + n.y},
          {b.x + n.x, b.y + n.y},
          {b.x - n.x, b.y - n.y},
          {a.x - n.x, a.y - n.y}};
}

}  // namespace

Raster::Raster(int width, int height, Rgba background) : width_(width), height_(height) {
  rgb_.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (std::size_t i = static_cast<std::size_t>(width) * static_cast<std::size_t>(height); i > 0;
       --i) {
    for (const int shift : {24, 16, 8}) {
      rgb_.push_back(static_cast<std::uint8_t>(background >> shift));
    }
  }
}

void Raster::Fill(std::span<const Outline> outlines, Rgba color) {
  if ((color & 0xff) == 0) return;
  double low_x = width_, high_x = 0, low_y = height_, high_y = 0;
  for (const Outline& outline : outlines) {
    for (const BoardPoint& p : outline) {
      low_x = std::min(low_x, p.x);
      high_x = std::max(high_x, p.x);
      low_y = std::min(low_y, p.y);
      high_y = std::max(high_y, p.y);
    }
  }
  const int left = std::max(0, static_cast<int>(std::floor(low_x)));
  const int right = std::min(width_, static_cast<int>(std::ceil(high_x)));
  const int top = std::max(0, static_cast<int>(std::floor(low_y)));
  const int bottom = std::min(height_, static_cast<int>(std::ceil(high_y)));
  if (left >= right) return;
  for (int from = top; from < bottom; from += kBand) {
    FillBand(outlines, color, left, right, from, std::min(bottom, from + kBand));
  }
}

void Raster::FillBand(std::span<const Outline> outlines, Rgba color, int left, int right, int top,
                      int bottom) {
  // Two more cells a row: a side at the right border adds beyond it.
  cover_.assign(static_cast<std::size_t>(right - left + 2) * static_cast<std::size_t>(bottom - top),
                0);
  for (const Outline& outline : outlines) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
      AddSide(outline[i], outline[(i + 1) % outline.size()], left, right, top, bottom);
    }
  }
  Blend(color, left, right, top, bottom);
}

void Raster::AddSide(BoardPoint a, BoardPoint b, int left, int right, int top, int bottom) {
  if (a.y == b.y) return;
  const float sign = a.y < b.y ? 1.0F : -1.0F;
  if (a.y > b.y) std::swap(a, b);
  const double slope = (b.x - a.x) / (b.y - a.y);
  const int first = std::max(top, static_cast<int>(std::floor(a.y)));
  const int last = std::min(bottom, static_cast<int>(std::ceil(b.y)));
  const double most = right - left;
  for (int row = first; row < last; ++row) {
    const double y0 = std::max<double>(a.y, row);
    const double y1 = std::min<double>(b.y, row + 1);
    if (y1 <= y0) continue;
    float* cells =
        &cover_[static_cast<std::size_t>(row - top) * static_cast<std::size_t>(right - left + 2)];
    double x0 = std::clamp(a.x + (y0 - a.y) * slope - left, 0.0, most);
    double x1 = std::clamp(a.x + (y1 - a.y) * slope - left, 0.0, most);
    if (x0 > x1) std::swap(x0, x1);
    const double height = y1 - y0;
    // Cell by cell: the part of the height that is passed there, and how much of the cell lies to
    // the right of it.
    const auto start = static_cast<int>(std::floor(x0));
    const auto end = std::max(start + 1, static_cast<int>(std::ceil(x1)));
    for (int cell = start; cell < end; ++cell) {
      const double from = std::max<double>(x0, cell);
      const double to = std::min<double>(x1, cell + 1);
      const double share = x1 > x0 ? height * (to - from) / (x1 - x0) : height;
      const double right_part = 1 - ((from + to) / 2 - cell);
      cells[cell] += sign * static_cast<float>(share * right_part);
      cells[cell + 1] += sign * static_cast<float>(share * (1 - right_part));
    }
  }
}

void Raster::Blend(Rgba color, int left, int right, int top, int bottom) {
  const float opacity = static_cast<float>(color & 0xff) / 255;
  for (int row = top; row < bottom; ++row) {
    const float* cells =
        &cover_[static_cast<std::size_t>(row - top) * static_cast<std::size_t>(right - left + 2)];
    std::uint8_t* pixel = &rgb_[(static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                                 static_cast<std::size_t>(left)) *
                                3];
    float sum = 0;
    for (int x = left; x < right; ++x, pixel += 3) {
      sum += *cells++;
      const float part = std::min(1.0F, std::abs(sum)) * opacity;
      if (part < 1.0F / 512) continue;
      for (int channel = 0; channel < 3; ++channel) {
        const auto wanted = static_cast<float>(color >> (24 - 8 * channel) & 0xff);
        const auto now = static_cast<float>(pixel[channel]);
        pixel[channel] = static_cast<std::uint8_t>(std::lround(now + (wanted - now) * part));
      }
    }
  }
}

void Raster::Line(std::span<const BoardPoint> points, bool closed, double width, Rgba color,
                  double dash, double gap) {
  if (points.empty() || width <= 0) return;
  std::vector<Outline> parts;
  const double half = width / 2;
  double along = 0;  // the way so far, within dash and gap
  const std::size_t sides = closed ? points.size() : points.size() - 1;
  for (std::size_t i = 0; i < sides; ++i) {
    const BoardPoint a = points[i];
    const BoardPoint b = points[(i + 1) % points.size()];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length == 0) continue;
    if (dash <= 0) {
      parts.push_back(Quad(a, b, half));
      continue;
    }
    for (double at = 0; at < length;) {
      const bool ink = along < dash;
      const double next = std::min(length, at + (ink ? dash : dash + gap) - along);
      const auto point = [&](double t) {
        return BoardPoint{a.x + (b.x - a.x) * t / length, a.y + (b.y - a.y) * t / length};
      };
      if (ink && next > at) parts.push_back(Quad(point(at), point(next), half));
      along += next - at;
      if (along >= dash + gap - 1e-9) along = 0;
      if (next <= at) along = ink ? dash : 0;  // rounding must not stop the walk
      at = next;
    }
  }
  if (dash <= 0) {
    for (const BoardPoint& p : points) parts.push_back(Disc(p, half));
  }
  Fill(parts, color);
}

}  // namespace app

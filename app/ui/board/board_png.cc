// Shapes are flattened to polygons; letters come from the outlines of the fonts.
#include "app/ui/board/board_png.h"

#include <stb_image_write.h>
#include <stb_truetype.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "app/ui/board/raster.h"
#include "interview/base/files.h"

namespace app {
namespace {

using interview::ErrorCode;
using interview::Fail;
using interview::Result;

constexpr double kMostPixels = 40e6;
constexpr double kPaintedShare = 0.5;  // of the work; the rest is compression
constexpr char kStopped[] = "The picture was cancelled.";
constexpr int kCurveSteps = 8;  // for each curve of a letter or quarter of a corner

struct Font {
  std::string bytes;  // stbtt_fontinfo points into it
  stbtt_fontinfo info;
};

// The code point at `at`, which moves on; U+FFFD for broken UTF-8.
int NextCodePoint(std::string_view text, std::size_t* at) {
  const auto lead = static_cast<unsigned char>(text[(*at)++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
  int code = more == 3 ? lead & 0x07 : more == 2 ? lead & 0x0F : lead & 0x1F;
  if (more == 0 || *at + static_cast<std::size_t>(more) > text.size()) return 0xFFFD;
  for (int i = 0; i < more; ++i) {
    const auto next = static_cast<unsigned char>(text[*at]);
    if ((next & 0xC0) != 0x80) return 0xFFFD;
    code = code << 6 | (next & 0x3F);
    ++*at;
  }
  return code;
}

class Letters {
 public:
  explicit Letters(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      Result<std::string> bytes = interview::ReadFile(file);
      if (!bytes) continue;
      auto font = std::make_unique<Font>();
      font->bytes = *std::move(bytes);
      const auto* data = reinterpret_cast<const unsigned char*>(font->bytes.data());
      const int offset = stbtt_GetFontOffsetForIndex(data, 0);
      if (offset >= 0 && stbtt_InitFont(&font->info, data, offset) != 0) {
        fonts_.push_back(std::move(font));
      }
    }
  }

  bool empty() const { return fonts_.empty(); }

  double Width(std::string_view text, double em) const {
    double width = 0;
    Walk(text, em, [&](const Font&, int, double, double end) { width = end; });
    return width;
  }

  // The outlines of a line of text whose baseline begins at `at`.
  std::vector<Raster::Outline> Outlines(std::string_view text, BoardPoint at, double em) const {
    std::vector<Raster::Outline> outlines;
    Walk(text, em, [&](const Font& font, int glyph, double x, double) {
      AddGlyph(font, glyph, {at.x + x, at.y}, em, &outlines);
    });
    return outlines;
  }

 private:
  // Calls visit(font, glyph, x, x after it) for each letter.
  template <class Visit>
  void Walk(std::string_view text, double em, const Visit& visit) const {
    double x = 0;
    const Font* last_font = nullptr;
    int last = 0;
    for (std::size_t i = 0; i < text.size();) {
      const int code = NextCodePoint(text, &i);
      if (code < 0x20) continue;
      const Font* font = fonts_.front().get();
      int glyph = 0;
      for (const auto& candidate : fonts_) {
        const int found = stbtt_FindGlyphIndex(&candidate->info, code);
        if (found == 0) continue;
        font = candidate.get();
        glyph = found;
        break;
      }
      const double scale = stbtt_ScaleForMappingEmToPixels(&font->info, static_cast<float>(em));
      if (font == last_font) x += scale * stbtt_GetGlyphKernAdvance(&font->info, last, glyph);
      int advance = 0;
      int bearing = 0;
      stbtt_GetGlyphHMetrics(&font->info, glyph, &advance, &bearing);
      visit(*font, glyph, x, x + scale * advance);
      x += scale * advance;
      last_font = font;
      last = glyph;
    }
  }

  static void AddGlyph(const Font& font, int glyph, BoardPoint origin, double em,
                       std::vector<Raster::Outline>* outlines) {
    stbtt_vertex* vertices = nullptr;
    const int count = stbtt_GetGlyphShape(&font.info, glyph, &vertices);
    const double scale = stbtt_ScaleForMappingEmToPixels(&font.info, static_cast<float>(em));
    const auto place = [&](double x, double y) {
      return BoardPoint{origin.x + x * scale, origin.y - y * scale};
    };
    BoardPoint pen;
    for (int i = 0; i < count; ++i) {
      const stbtt_vertex& v = vertices[i];
      const BoardPoint to = place(v.x, v.y);
      if (v.type == STBTT_vmove) outlines->emplace_back();
      if (outlines->empty()) outlines->emplace_back();
      const bool curve = v.type == STBTT_vcurve || v.type == STBTT_vcubic;
      const BoardPoint c = place(v.cx, v.cy);
      const BoardPoint d = v.type == STBTT_vcubic ? place(v.cx1, v.cy1) : c;
      for (int step = 1; curve && step < kCurveSteps; ++step) {
        const double t = static_cast<double>(step) / kCurveSteps;
        outlines->back().push_back(v.type == STBTT_vcubic ? Cubic(pen, c, d, to, t)
                                                          : Quadratic(pen, c, to, t));
      }
      outlines->back().push_back(to);
      pen = to;
    }
    stbtt_FreeShape(&font.info, vertices);
  }

  static BoardPoint Quadratic(BoardPoint a, BoardPoint b, BoardPoint c, double t) {
    const double u = 1 - t;
    return {u * u * a.x + 2 * u * t * b.x + t * t * c.x,
            u * u * a.y + 2 * u * t * b.y + t * t * c.y};
  }

  static BoardPoint Cubic(BoardPoint a, BoardPoint b, BoardPoint c, BoardPoint d, double t) {
    const double u = 1 - t;
    return {u * u * u * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t * t * t * d.x,
            u * u * u * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t * t * t * d.y};
  }

  std::vector<std::unique_ptr<Font>> fonts_;
};

// A rectangle with round corners, or an ellipse when the radii are half its sides.
Raster::Outline RoundRect(const BoardRect& rect, double rx, double ry, int steps) {
  rx = std::min(rx, rect.w / 2);
  ry = std::min(ry, rect.h / 2);
  if (rx <= 0 || ry <= 0) {
    return {{rect.x, rect.y},
            {rect.right(), rect.y},
            {rect.right(), rect.bottom()},
            {rect.x, rect.bottom()}};
  }
  const BoardPoint centers[] = {{rect.right() - rx, rect.bottom() - ry},
                                {rect.x + rx, rect.bottom() - ry},
                                {rect.x + rx, rect.y + ry},
                                {rect.right() - rx, rect.y + ry}};
  Raster::Outline points;
  for (int corner = 0; corner < 4; ++corner) {
    for (int i = 0; i <= steps; ++i) {
      const double angle = (corner + static_cast<double>(i) / steps) * std::numbers::pi / 2;
      points.push_back(
          {centers[corner].x + rx * std::cos(angle), centers[corner].y + ry * std::sin(angle)});
    }
  }
  return points;
}

class Painter {
 public:
  Painter(Raster* raster, const Letters& letters, BoardPoint origin, double scale)
      : raster_(raster), letters_(letters), origin_(origin), scale_(scale) {}

  void Paint(const PictureItem& item) {
    if (item.kind == PictureItem::Kind::kText) return PaintText(item);
    const Raster::Outline outline = OutlineOf(item);
    const bool closed = item.kind != PictureItem::Kind::kPath || item.closed;
    if (closed) raster_->Fill(std::span(&outline, 1), item.fill);
    raster_->Line(outline, closed, item.width * scale_, item.line, item.dashed ? 6 * scale_ : 0,
                  item.dashed ? 5 * scale_ : 0);
  }

 private:
  BoardPoint Pixel(BoardPoint p) const {
    return {(p.x - origin_.x) * scale_, (p.y - origin_.y) * scale_};
  }

  Raster::Outline OutlineOf(const PictureItem& item) const {
    if (item.kind == PictureItem::Kind::kPath) {
      Raster::Outline outline;
      for (const BoardPoint& p : item.points) outline.push_back(Pixel(p));
      return outline;
    }
    const BoardPoint corner = Pixel({item.rect.x, item.rect.y});
    const BoardRect rect{corner.x, corner.y, item.rect.w * scale_, item.rect.h * scale_};
    if (item.kind == PictureItem::Kind::kEllipse) {
      return RoundRect(rect, rect.w / 2, rect.h / 2, 4 * kCurveSteps);
    }
    return RoundRect(rect, item.radius * scale_, item.radius * scale_, kCurveSteps);
  }

  // Bold letters are widened by a thin line, so that one file of a family is enough.
  void PaintText(const PictureItem& item) {
    const double em = item.em * scale_;
    BoardPoint at = Pixel(item.at);
    if (item.centered) at.x -= letters_.Width(item.text, em) / 2;
    const std::vector<Raster::Outline> outlines = letters_.Outlines(item.text, at, em);
    raster_->Fill(outlines, item.fill);
    if (!item.bold) return;
    for (const Raster::Outline& outline : outlines) {
      raster_->Line(outline, true, em * 0.03, item.fill);
    }
  }

  Raster* raster_;
  const Letters& letters_;
  BoardPoint origin_;
  double scale_;
};

}  // namespace

Result<std::string> BoardPng(const interview::Board& board, const BoardStyle& style,
                             const PngOptions& options) {
  const Letters letters(options.fonts);
  if (letters.empty()) {
    return Fail(ErrorCode::kNotFound,
                "No font could be read for the picture; install fonts-dejavu-core, or save the "
                "whiteboard as SVG.");
  }
  BoardStyle measured = style;
  measured.measure = [&letters](std::string_view text, double em) {
    return letters.Width(text, em);
  };
  const BoardPicture picture = DrawBoardPicture(board, measured);
  const double side = std::max(picture.rect.w, picture.rect.h);
  const double scale = std::min({options.scale, options.largest_side / side,
                                 std::sqrt(kMostPixels / (picture.rect.w * picture.rect.h))});
  const int width = std::max(1, static_cast<int>(std::floor(picture.rect.w * scale)));
  const int height = std::max(1, static_cast<int>(std::floor(picture.rect.h * scale)));
  Raster raster(width, height, style.colors.background);
  Painter painter(&raster, letters, {picture.rect.x, picture.rect.y}, scale);
  const auto stopped = [&](double share) { return options.proceed && !options.proceed(share); };
  for (std::size_t i = 0; i < picture.items.size(); ++i) {
    if (stopped(kPaintedShare * static_cast<double>(i) / static_cast<double>(picture.items.size())))
      return Fail(ErrorCode::kCancelled, kStopped);
    painter.Paint(picture.items[i]);
  }
  if (stopped(kPaintedShare)) return Fail(ErrorCode::kCancelled, kStopped);
  std::string png;
  const int written = stbi_write_png_to_func(
      [](void* out, void* data, int size) {
        static_cast<std::string*>(out)->append(static_cast<const char*>(data),
                                               static_cast<std::size_t>(size));
      },
      &png, width, height, 3, raster.rgb().data(), width * 3);
  if (written == 0) return Fail(ErrorCode::kInternal, "The picture could not be compressed.");
  return png;
}

}  // namespace app

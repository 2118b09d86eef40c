// The shapes of a picture as elements of SVG 1.1.
#include "app/ui/board/board_svg.h"

#include <cmath>
#include <cstdio>

namespace app {
namespace {

// Two places behind the point, no trailing zeros.
std::string Number(double value) {
  const double rounded = std::round(value * 100) / 100;
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", rounded == 0 ? 0.0 : rounded);
  std::string out = text;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string Attribute(const char* name, const std::string& value) {
  return " " + std::string(name) + "=\"" + value + "\"";
}

std::string Attribute(const char* name, double value) { return Attribute(name, Number(value)); }

// For text and attributes. What XML cannot hold (control characters, broken UTF-8) is replaced.
std::string Escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t bytes = lead < 0x80   ? 1
                              : lead < 0xC2 ? 0
                              : lead < 0xE0 ? 2
                              : lead < 0xF0 ? 3
                              : lead < 0xF5 ? 4
                                            : 0;
    bool whole = bytes > 0 && i + bytes <= text.size();
    for (std::size_t k = 1; whole && k < bytes; ++k) {
      whole = (static_cast<unsigned char>(text[i + k]) & 0xC0) == 0x80;
    }
    const bool surrogate = lead == 0xED && whole && static_cast<unsigned char>(text[i + 1]) > 0x9F;
    const bool nonsense = whole && text.substr(i, 2) == "\xEF\xBF" && text[i + 2] >= '\xBE';
    if (!whole || surrogate || nonsense || (lead < 0x20 && lead != '\t' && lead != '\n')) {
      out += "\xEF\xBF\xBD";
      i += whole ? bytes : 1;
      continue;
    }
    switch (text[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.append(text.substr(i, bytes));
    }
    i += bytes;
  }
  return out;
}

std::string Paint(const char* name, Rgba color) {
  if ((color & 0xff) == 0) return Attribute(name, "none");
  char hex[8];
  std::snprintf(hex, sizeof hex, "#%06x", color >> 8);
  std::string out = Attribute(name, std::string(hex));
  if ((color & 0xff) < 0xff) {
    out += Attribute((std::string(name) + "-opacity").c_str(), (color & 0xff) / 255.0);
  }
  return out;
}

std::string Paints(const PictureItem& item) {
  std::string out = Paint("fill", item.fill);
  if ((item.line & 0xff) == 0 || item.width <= 0) return out;
  out += Paint("stroke", item.line) + Attribute("stroke-width", item.width);
  if (item.dashed) out += Attribute("stroke-dasharray", std::string("6 5"));
  if (item.kind == PictureItem::Kind::kPath) {
    out += Attribute("stroke-linejoin", std::string("round"));
    if (!item.dashed) out += Attribute("stroke-linecap", std::string("round"));
  }
  return out;
}

std::string Element(const PictureItem& item) {
  const BoardRect& rect = item.rect;
  switch (item.kind) {
    case PictureItem::Kind::kRect:
      return "<rect" + Attribute("x", rect.x) + Attribute("y", rect.y) +
             Attribute("width", rect.w) + Attribute("height", rect.h) +
             (item.radius > 0 ? Attribute("rx", item.radius) : "") + Paints(item) + "/>";
    case PictureItem::Kind::kEllipse:
      return "<ellipse" + Attribute("cx", rect.center().x) + Attribute("cy", rect.center().y) +
             Attribute("rx", rect.w / 2) + Attribute("ry", rect.h / 2) + Paints(item) + "/>";
    case PictureItem::Kind::kPath: {
      std::string path;
      for (const BoardPoint& p : item.points) {
        path += (path.empty() ? "M" : "L") + Number(p.x) + " " + Number(p.y);
      }
      // A single dot of the pen is a line of no length with round ends.
      if (item.points.size() == 1) path += "h0";
      return "<path" + Attribute("d", path + (item.closed ? "Z" : "")) + Paints(item) + "/>";
    }
    case PictureItem::Kind::kText:
      return "<text" + Attribute("x", item.at.x) + Attribute("y", item.at.y) +
             Attribute("font-size", item.em) +
             (item.centered ? Attribute("text-anchor", std::string("middle")) : "") +
             (item.bold ? Attribute("font-weight", std::string("600")) : "") +
             Paint("fill", item.fill) + ">" + Escaped(item.text) + "</text>";
  }
  return "";
}

}  // namespace

std::string BoardSvg(const interview::Board& board, const BoardStyle& style,
                     const std::string& font) {
  const BoardPicture picture = DrawBoardPicture(board, style);
  const BoardRect& rect = picture.rect;
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg" +
                    Attribute("xmlns", std::string("http://www.w3.org/2000/svg")) +
                    Attribute("width", rect.w) + Attribute("height", rect.h) +
                    Attribute("viewBox", Number(rect.x) + " " + Number(rect.y) + " " +
                                             Number(rect.w) + " " + Number(rect.h)) +
                    Attribute("font-family", Escaped(font)) + ">\n";
  out += "<rect" + Attribute("x", rect.x) + Attribute("y", rect.y) + Attribute("width", rect.w) +
         Attribute("height", rect.h) + Paint("fill", style.colors.background) + "/>\n";
  for (const PictureItem& item : picture.items) out += Element(item) + "\n";
  return out + "</svg>\n";
}

}  // namespace app

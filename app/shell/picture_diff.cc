// Edit scripts over draw lists, and few rectangles around what they name.
#include "app/shell/picture_diff.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "app/ui/imgui_compat.h"

namespace app {
namespace {

// More edits than these are not worth being found one by one.
constexpr std::size_t kMostEdits = 96;
// Two rectangles become one where that paints at most this many pixels for nothing: about what
// another pass over the draw lists costs.
constexpr std::int64_t kPixelsOfAPass = 16384;

std::uint64_t Mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

template <typename T>
std::uint64_t MixBytes(std::uint64_t hash, const T& value) {
  static_assert(sizeof(T) % 4 == 0);
  std::uint32_t words[sizeof(T) / 4];
  std::memcpy(words, &value, sizeof value);
  for (const std::uint32_t word : words) hash = Mix(hash, word);
  return hash;
}

// What has to go from one sequence, and what has to come, to get the other.
struct EditScript {
  std::vector<std::size_t> removed;   // places in the first
  std::vector<std::size_t> inserted;  // places in the second
};

// A shortest edit script by Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its
// Variations", Algorithmica 1986); nothing where it would be longer than `most`.
std::optional<EditScript> ShortestScript(std::span<const std::uint64_t> a,
                                         std::span<const std::uint64_t> b, std::size_t most) {
  const auto n = static_cast<std::ptrdiff_t>(a.size()), m = static_cast<std::ptrdiff_t>(b.size());
  const auto limit = std::min(static_cast<std::ptrdiff_t>(most), n + m);
  // furthest[d][k + d]: how far into `a` a script of d edits gets on diagonal k = x - y.
  std::vector<std::vector<std::ptrdiff_t>> furthest;
  const auto start = [&](std::ptrdiff_t d, std::ptrdiff_t k) {  // x after the d-th edit
    if (d == 0) return std::ptrdiff_t{0};
    const auto& before = furthest[static_cast<std::size_t>(d - 1)];
    const auto at = [&](std::ptrdiff_t diagonal) {
      return before[static_cast<std::size_t>(diagonal + d - 1)];
    };
    const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
    return down ? at(k + 1) : at(k - 1) + 1;
  };
  for (std::ptrdiff_t d = 0; d <= limit; ++d) {
    std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * d + 1));
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = start(d, k);
      while (x < n && x - k < m && x - k >= 0 &&
             a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) {
        ++x;
      }
      reach[static_cast<std::size_t>(k + d)] = x;
    }
    furthest.push_back(std::move(reach));
    const std::ptrdiff_t goal = n - m;
    if (std::abs(goal) > d || (goal + d) % 2 != 0 ||
        furthest.back()[static_cast<std::size_t>(goal + d)] < n) {
      continue;
    }
    EditScript script;
    for (std::ptrdiff_t k = goal; d > 0; --d) {
      const std::ptrdiff_t x = start(d, k);
      const auto& before = furthest[static_cast<std::size_t>(d - 1)];
      const bool down = k == -d || (k != d && before[static_cast<std::size_t>(k - 1 + d - 1)] <
                                                  before[static_cast<std::size_t>(k + 1 + d - 1)]);
      if (down) {
        script.inserted.push_back(static_cast<std::size_t>(x - k - 1));
        ++k;
      } else {
        script.removed.push_back(static_cast<std::size_t>(x - 1));
        --k;
      }
    }
    return script;
  }
  return std::nullopt;
}

// As few rectangles as are cheaper than more.
std::vector<PixelRect> Gather(const std::vector<PixelRect>& boxes) {
  std::vector<PixelRect> few;
  const auto waste = [](const PixelRect& a, const PixelRect& b) {
    return Hull(a, b).area() - a.area() - b.area();
  };
  for (const PixelRect& box : boxes) {
    const auto home = std::find_if(few.begin(), few.end(), [&](const PixelRect& rect) {
      return waste(rect, box) <= kPixelsOfAPass;
    });
    if (home == few.end()) {
      few.push_back(box);
    } else {
      *home = Hull(*home, box);
    }
    if (few.size() <= PictureDiff::kMostRectangles) continue;
    std::size_t first = 0, second = 1;
    for (std::size_t i = 0; i < few.size(); ++i) {
      for (std::size_t j = i + 1; j < few.size(); ++j) {
        if (waste(few[i], few[j]) < waste(few[first], few[second])) first = i, second = j;
      }
    }
    few[first] = Hull(few[first], few[second]);
    few.erase(few.begin() + static_cast<std::ptrdiff_t>(second));
  }
  return few;
}

}  // namespace

PixelRect Intersection(const PixelRect& a, const PixelRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

PixelRect Hull(const PixelRect& a, const PixelRect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

PixelRect ClippedPixels(const ImVec4& clip, const ImDrawData& data) {
  const ImVec2 scale = data.FramebufferScale;
  const ImVec2 low((clip.x - data.DisplayPos.x) * scale.x, (clip.y - data.DisplayPos.y) * scale.y);
  const ImVec2 high((clip.z - data.DisplayPos.x) * scale.x, (clip.w - data.DisplayPos.y) * scale.y);
  if (high.x <= low.x || high.y <= low.y) return {};
  // Lower left corner and size are cut to whole pixels, one by one.
  const int height = static_cast<int>(data.DisplaySize.y * scale.y);
  const int left = static_cast<int>(low.x);
  const int bottom = height - static_cast<int>(static_cast<float>(height) - high.y);
  return {left, bottom - static_cast<int>(high.y - low.y), left + static_cast<int>(high.x - low.x),
          bottom};
}

PictureDiff::List PictureDiff::Flatten(const ImDrawList& list, const ImDrawData& data) {
  List flat;
  for (const char c : std::string_view(list._OwnerName != nullptr ? list._OwnerName : "")) {
    flat.owner = Mix(flat.owner, static_cast<unsigned char>(c));
  }
  const ImVec2 scale = data.FramebufferScale, origin = data.DisplayPos;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const PixelRect clip = ClippedPixels(command.ClipRect, data);
    const std::uint64_t seed = MixBytes(Mix(0, TextureKey(command)), command.ClipRect);
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
      Shape shape{.hash = seed, .box = {}};
      float left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
      for (unsigned corner = 0; corner < 3; ++corner) {
        const ImDrawVert& vertex = list.VtxBuffer.Data[command.VtxOffset + index[i + corner]];
        shape.hash = MixBytes(shape.hash, vertex);
        left = std::min(left, vertex.pos.x), right = std::max(right, vertex.pos.x);
        top = std::min(top, vertex.pos.y), bottom = std::max(bottom, vertex.pos.y);
      }
      const auto pixels = [](float value) {
        return static_cast<int>(std::clamp(value, -1e6F, 1e6F));
      };
      shape.box = Intersection({pixels(std::floor((left - origin.x) * scale.x)),
                                pixels(std::floor((top - origin.y) * scale.y)),
                                pixels(std::ceil((right - origin.x) * scale.x)),
                                pixels(std::ceil((bottom - origin.y) * scale.y))},
                               clip);
      if (!shape.box.empty()) flat.shapes.push_back(shape);
    }
  }
  return flat;
}

void PictureDiff::Compare(const List& before, const List& now, std::vector<PixelRect>* changed) {
  const std::vector<Shape>&a = before.shapes, &b = now.shapes;
  const auto same = [](const Shape& x, const Shape& y) { return x.hash == y.hash; };
  const auto head = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same).first - a.begin());
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head &&
         same(a[a.size() - 1 - tail], b[b.size() - 1 - tail])) {
    ++tail;
  }
  const std::span<const Shape> old_middle = std::span(a).subspan(head, a.size() - head - tail);
  const std::span<const Shape> new_middle = std::span(b).subspan(head, b.size() - head - tail);
  const auto hashes = [](std::span<const Shape> shapes) {
    std::vector<std::uint64_t> list;
    for (const Shape& shape : shapes) list.push_back(shape.hash);
    return list;
  };
  if (const auto script = ShortestScript(hashes(old_middle), hashes(new_middle), kMostEdits)) {
    for (const std::size_t place : script->removed) changed->push_back(old_middle[place].box);
    for (const std::size_t place : script->inserted) changed->push_back(new_middle[place].box);
    return;
  }
  PixelRect hull;
  for (const Shape& shape : old_middle) hull = Hull(hull, shape.box);
  for (const Shape& shape : new_middle) hull = Hull(hull, shape.box);
  changed->push_back(hull);
}

std::vector<PixelRect> PictureDiff::Update(const ImDrawData& data) {
  std::vector<List> now;
  for (int i = 0; i < DrawListCount(data); ++i) now.push_back(Flatten(*data.CmdLists[i], data));
  const PixelRect frame{0, 0, static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x),
                        static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y)};
  const auto owners = [](const std::vector<List>& lists) {
    std::vector<std::uint64_t> names;
    for (const List& list : lists) names.push_back(list.owner);
    return names;
  };
  std::optional<EditScript> script;
  if (frame == frame_) script = ShortestScript(owners(shown_), owners(now), kMostEdits);
  std::vector<PixelRect> changed;
  if (!script) {
    changed = {frame};
  } else {
    const List nothing;
    std::vector<bool> gone(shown_.size()), come(now.size());
    for (const std::size_t place : script->removed) {
      gone[place] = true;
      Compare(shown_[place], nothing, &changed);
    }
    for (const std::size_t place : script->inserted) {
      come[place] = true;
      Compare(nothing, now[place], &changed);
    }
    for (std::size_t i = 0, j = 0; i < shown_.size() && j < now.size();) {
      if (gone[i]) {
        ++i;
      } else if (come[j]) {
        ++j;
      } else {
        Compare(shown_[i++], now[j++], &changed);
      }
    }
  }
  shown_ = std::move(now);
  frame_ = frame;
  std::erase_if(changed, [](const PixelRect& rect) { return rect.empty(); });
  for (PixelRect& rect : changed) rect = Intersection(rect, frame);
  return Gather(changed);
}

void PictureDiff::Forget() { frame_ = {}; }

}  // namespace app

// Finding font files with fontconfig and baking them.
#include "app/shell/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <tuple>

#include "interview/base/log.h"

namespace app {
namespace {

using interview::ErrorCode;
using interview::Fail;
using interview::Result;

// ImGui's pixel size is ascent minus descent, type designers' is the em: the ratios of the three
// families.
constexpr float kInterPerEm = 1.21f;
constexpr float kJetBrainsPerEm = 1.32f;
constexpr float kSmallCode = 0.88f;     // of the code font's size
constexpr float kDejaVuPerUi = 0.962f;  // DejaVu at the optical size of the face it backs

// Latin, and for running text the mathematics that statements use. ImGui 1.86 needs ranges spelled
// out.
constexpr ImWchar kLatinRanges[] = {0x20,   0x17F,  0x2010, 0x2027, 0x2190, 0x2193, 0x2260,
                                    0x2260, 0x2264, 0x2265, 0x2713, 0x2713, 0};
constexpr ImWchar kMathematicsRanges[] = {
    0x20,   0x17F,  0x300,  0x304,  0x370,  0x3FF,  0x1D40, 0x1D6A, 0x2010, 0x205E, 0x2070,
    0x209C, 0x2100, 0x214F, 0x2190, 0x22FF, 0x2308, 0x230B, 0x2500, 0x25FF, 0x2605, 0x2606,
    0x2610, 0x2612, 0x2699, 0x2699, 0x2713, 0x2717, 0x27E8, 0x27E9, 0x2C7C, 0x2C7C, 0};

enum class Family { kInter, kJetBrains };
enum class Coverage { kLatin, kMathematics };

struct Face {
  Family family = Family::kInter;
  FontWeight weight = FontWeight::kRegular;
  FontSlant slant = FontSlant::kUpright;
  float em = 14;
  Coverage coverage = Coverage::kLatin;
};

int FontconfigWeight(FontWeight weight) {
  switch (weight) {
    case FontWeight::kRegular:
      return FC_WEIGHT_REGULAR;
    case FontWeight::kMedium:
      return FC_WEIGHT_MEDIUM;
    case FontWeight::kSemiBold:
      return FC_WEIGHT_DEMIBOLD;
    case FontWeight::kBold:
      return FC_WEIGHT_BOLD;
  }
  return FC_WEIGHT_REGULAR;
}

const char* PackageOf(const std::string& family) {
  if (family == "Inter") return "fonts-inter";
  if (family == "JetBrains Mono") return "fonts-jetbrains-mono";
  return "fonts-dejavu-core";
}

// Bakes the faces of one atlas, looking each file up once.
class Baker {
 public:
  explicit Baker(float scale) : scale_(scale) {}

  Font Bake(const Face& face) {
    const bool code = face.family == Family::kJetBrains;
    const char* const fallback = code ? "DejaVu Sans Mono" : "DejaVu Sans";
    const std::string own = File(code ? "JetBrains Mono" : "Inter", face.weight, face.slant);
    const std::string backing = File(fallback, FontWeight::kRegular, FontSlant::kUpright);
    const float px = face.em * (code ? kJetBrainsPerEm : kInterPerEm);
    const float baked = BakedSize(std::round(px * scale_) / scale_, scale_);
    const ImWchar* ranges =
        face.coverage == Coverage::kMathematics ? kMathematicsRanges : kLatinRanges;
    Font font;
    font.px = std::round(px * scale_) / scale_;
    if (!own.empty()) font.face = Add(own, baked, ranges, nullptr);
    if (!backing.empty() && (font.face == nullptr || face.coverage == Coverage::kMathematics)) {
      ImFont* merged = Add(backing, baked * kDejaVuPerUi, ranges, font.face);
      if (font.face == nullptr) font.face = merged;
    }
    if (font.face == nullptr) font.face = ImGui::GetIO().Fonts->AddFontDefault();
    return font;
  }

  // All that were read, without repetition.
  std::vector<std::string> Files() const {
    std::vector<std::string> files;
    for (const auto& [key, file] : files_) {
      if (!file.empty() && std::find(files.begin(), files.end(), file) == files.end()) {
        files.push_back(file);
      }
    }
    return files;
  }

 private:
  std::string File(const std::string& family, FontWeight weight, FontSlant slant) {
    const auto key = std::make_tuple(family, weight, slant);
    const auto known = files_.find(key);
    if (known != files_.end()) return known->second;
    const Result<FontFile> found = FindFont(family, weight, slant);
    if (!found) interview::LogError(found.error());
    return files_[key] = found ? found->path : std::string();
  }

  static ImFont* Add(const std::string& path, float px, const ImWchar* ranges, ImFont* into) {
    ImFontConfig config;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    config.MergeMode = into != nullptr;
    config.GlyphRanges = ranges;
    return ImGui::GetIO().Fonts->AddFontFromFileTTF(path.c_str(), px, &config);
  }

  float scale_;
  std::map<std::tuple<std::string, FontWeight, FontSlant>, std::string> files_;
};

}  // namespace

Result<FontFile> FindFont(const std::string& family, FontWeight weight, FontSlant slant) {
  const std::unique_ptr<FcPattern, void (*)(FcPattern*)> pattern(FcPatternCreate(),
                                                                 FcPatternDestroy);
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, FontconfigWeight(weight));
  FcPatternAddInteger(pattern.get(), FC_SLANT,
                      slant == FontSlant::kItalic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult outcome = FcResultNoMatch;
  const std::unique_ptr<FcPattern, void (*)(FcPattern*)> match(
      FcFontMatch(nullptr, pattern.get(), &outcome), FcPatternDestroy);
  FcChar8* name = nullptr;
  FcChar8* file = nullptr;
  const bool exact = match != nullptr &&
                     FcPatternGetString(match.get(), FC_FAMILY, 0, &name) == FcResultMatch &&
                     FcPatternGetString(match.get(), FC_FILE, 0, &file) == FcResultMatch &&
                     family == reinterpret_cast<const char*>(name);
  if (!exact) {
    return Fail(ErrorCode::kNotFound, "The font " + family + " is not installed; install " +
                                          PackageOf(family) + " for the intended look.");
  }
  return FontFile{reinterpret_cast<const char*>(file), reinterpret_cast<const char*>(name)};
}

void LoadFonts(Theme* theme) {
  using enum FontWeight;
  using enum Coverage;
  constexpr Family kUi = Family::kInter, kCode = Family::kJetBrains;
  constexpr FontSlant kUpright = FontSlant::kUpright;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  PreferFreeType(&atlas);
  Baker baker(theme->scale);
  FontSet& font = theme->font;
  font.ui =
      baker.Bake({kUi, kRegular, kUpright, 14, kMathematics});  // ImGui's default font is the first
  font.medium = baker.Bake({kUi, kMedium, kUpright, 14, kLatin});
  font.bold = baker.Bake({kUi, kSemiBold, kUpright, 14, kMathematics});
  font.italic = baker.Bake({kUi, kRegular, FontSlant::kItalic, 14, kMathematics});
  font.small = baker.Bake({kUi, kRegular, kUpright, 12.4f, kMathematics});
  font.small_medium = baker.Bake({kUi, kMedium, kUpright, 12.4f, kLatin});
  font.title = baker.Bake({kUi, kSemiBold, kUpright, 20, kLatin});
  font.heading = baker.Bake({kUi, kSemiBold, kUpright, 16, kLatin});
  font.subheading = baker.Bake({kUi, kSemiBold, kUpright, 14, kLatin});
  font.display = baker.Bake({kUi, kSemiBold, kUpright, 28, kLatin});
  font.code = baker.Bake({kCode, kRegular, kUpright, theme->code_em, kMathematics});
  font.code_bold = baker.Bake({kCode, kBold, kUpright, theme->code_em, kLatin});
  font.code_small =
      baker.Bake({kCode, kRegular, kUpright, theme->code_em * kSmallCode, kMathematics});
  font.clock = baker.Bake({kCode, kMedium, kUpright, 15.2f, kLatin});
  font.board = baker.Bake({kUi, kMedium, kUpright, 30, kLatin});
  font.files = baker.Files();
  BuildAtlas(&atlas);
}

}  // namespace app

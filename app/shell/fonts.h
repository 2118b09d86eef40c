// Finds the faces of the theme with fontconfig and bakes them: Inter and JetBrains Mono, each
// backed by DejaVu for the mathematics they lack. A missing face falls back to DejaVu, a missing
// DejaVu to ImGui's own. UI thread only.
#pragma once

#include <string>

#include "app/ui/theme.h"
#include "interview/base/result.h"

namespace app {

// A font file and the family it really is.
struct FontFile {
  std::string path;
  std::string family;
};

enum class FontWeight { kRegular, kMedium, kSemiBold, kBold };
enum class FontSlant { kUpright, kItalic };

// The file of exactly this family; kNotFound names the family and the package that has it.
interview::Result<FontFile> FindFont(const std::string& family, FontWeight weight, FontSlant slant);

// Replaces the fonts of the current ImGui context's atlas by those of the theme, for theme->scale
// device pixels a logical pixel, and fills theme->font in. REQUIRES: no frame is being built.
void LoadFonts(Theme* theme);

}  // namespace app

// Version, components and the report.
#include "app/core/about.h"

#include <array>

namespace app {
namespace {

constexpr auto kComponents = std::to_array<Component>({
    {"Dear ImGui", "MIT", "windows, popups and the drawing of every frame"},
    {"GLFW", "zlib", "the window and its events"},
    {"FreeType", "FTL", "drawing of letters"},
    {"Fontconfig", "MIT", "finding of fonts"},
    {"stb", "MIT or public domain", "pictures"},
    {"MD4C", "MIT", "Markdown of statements and answers"},
    {"SQLite", "public domain", "the store of sessions"},
    {"SQLiteCpp", "MIT", "the store of sessions"},
    {"JSON for Modern C++", "MIT", "questions, settings and transcripts"},
    {"tl::expected", "CC0", "results that may be errors"},
    {"CLI11", "BSD-3-Clause", "the command line"},
    {"libcurl", "curl", "the endpoint of a language model, where one is configured"},
    {"libseccomp", "LGPL-2.1", "the sandbox"},
    {"libstemmer", "BSD-3-Clause", "grading of prose"},
    {"Inter", "OFL-1.1", "the letters of the interface, where installed"},
    {"JetBrains Mono", "OFL-1.1", "the letters of code, where installed"},
    {"DejaVu", "Bitstream Vera", "mathematical signs"},
});

}  // namespace

std::string_view Version() { return ONSITE_VERSION; }

std::span<const Component> Components() { return kComponents; }

std::string MachineReport(const std::vector<DoctorCheck>& checks) {
  std::string report = "Onsite " + std::string(Version()) + "\n";
  for (const DoctorCheck& check : checks) {
    report += std::string(ToString(check.status)) + "  " + check.name + ": " + check.message + "\n";
    if (!check.remedy.empty()) report += "      remedy: " + check.remedy + "\n";
  }
  return report;
}

}  // namespace app

// The desktop's preference from the portal and from GTK's files.
#include "app/shell/system_theme.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "interview/base/files.h"

namespace app {
namespace {

// The portal answers at once or not at all; `timeout` ends a bus that hangs before it is reached.
constexpr char kAskPortal[] =
    "exec timeout 2 gdbus call --session --timeout 1 --dest org.freedesktop.portal.Desktop "
    "--object-path /org/freedesktop/portal/desktop "
    "--method org.freedesktop.portal.Settings.ReadAll \"['org.freedesktop.appearance']\" "
    "2>/dev/null </dev/null";

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) {
    text.remove_prefix(1);
  }
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) {
    text.remove_suffix(1);
  }
  return text;
}

// Whether a bus runs: asking without one would start one.
bool HasSessionBus() {
  if (std::getenv("DBUS_SESSION_BUS_ADDRESS") != nullptr) return true;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code ec;
  return runtime != nullptr && std::filesystem::exists(std::filesystem::path(runtime) / "bus", ec);
}

// The number after `'key': <uint32 `; 0, the portal's "no preference", when it is not there.
int PortalValue(std::string_view reply, std::string_view key) {
  const std::string start = "'" + std::string(key) + "': <uint32 ";
  const std::size_t at = reply.find(start);
  int value = 0;
  if (at != std::string_view::npos) {
    std::from_chars(reply.data() + at + start.size(), reply.data() + reply.size(), value);
  }
  return value;
}

}  // namespace

std::optional<ThemeName> ThemeOfGtkName(std::string_view name, bool prefers_dark) {
  const std::string lowered = Lowered(Trimmed(name));
  if (lowered.find("highcontrast") != std::string::npos) return ThemeName::kHighContrast;
  const bool dark_name = lowered.ends_with(":dark") || lowered.ends_with("-dark");
  if (dark_name || prefers_dark) return ThemeName::kDark;
  if (lowered.empty()) return std::nullopt;
  return ThemeName::kLight;
}

std::optional<ThemeName> ThemeOfGtkSettings(std::string_view ini) {
  std::string name;
  bool prefers_dark = false;
  while (!ini.empty()) {
    const std::size_t end = std::min(ini.find('\n'), ini.size());
    const std::string_view line = ini.substr(0, end);
    ini.remove_prefix(std::min(end + 1, ini.size()));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view key = Trimmed(line.substr(0, equals));
    const std::string_view value = Trimmed(line.substr(equals + 1));
    if (key == "gtk-theme-name") name = value;
    if (key == "gtk-application-prefer-dark-theme") {
      prefers_dark = value == "1" || Lowered(value) == "true";
    }
  }
  return ThemeOfGtkName(name, prefers_dark);
}

std::optional<ThemeName> ReadGtkTheme(const char* gtk_theme,
                                      const std::filesystem::path& config_home) {
  if (gtk_theme != nullptr && *gtk_theme != '\0') return ThemeOfGtkName(gtk_theme, false);
  for (const char* version : {"gtk-4.0", "gtk-3.0"}) {
    const interview::Result<std::string> text =
        interview::ReadFile(config_home / version / "settings.ini");
    if (!text) continue;
    if (const auto theme = ThemeOfGtkSettings(*text)) return theme;
  }
  return std::nullopt;
}

std::optional<ThemeName> ThemeOfPortalReply(std::string_view reply) {
  if (PortalValue(reply, "contrast") == 1) return ThemeName::kHighContrast;
  switch (PortalValue(reply, "color-scheme")) {
    case 1:
      return ThemeName::kDark;
    case 2:
      return ThemeName::kLight;
    default:
      return std::nullopt;
  }
}

std::optional<ThemeName> AskDesktop() {
  if (!HasSessionBus()) return std::nullopt;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> answer(::popen(kAskPortal, "r"), ::pclose);
  if (!answer) return std::nullopt;
  std::array<char, 4096> reply{};
  const std::size_t size = std::fread(reply.data(), 1, reply.size() - 1, answer.get());
  return ThemeOfPortalReply(std::string_view(reply.data(), size));
}

}  // namespace app

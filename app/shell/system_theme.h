// Which theme the desktop asks for: what the settings call "system".
// Pure functions, except ReadGtkTheme (reads files; any thread) and AskDesktop (a child process;
// worker). In the order of trust: the desktop portal's colour scheme (GNOME, KDE, and whoever else
// serves org.freedesktop.appearance), GTK_THEME and GTK's settings.ini, and dark.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/ui/theme.h"
#include "interview/base/result.h"

namespace app {

// From a theme's name ("Adwaita:dark", "HighContrast") and the preference beside it; empty when it
// does not say.
std::optional<ThemeName> ThemeOfGtkName(std::string_view name, bool prefers_dark);

// From the text of a settings.ini of GTK.
std::optional<ThemeName> ThemeOfGtkSettings(std::string_view ini);

// From the variable GTK_THEME, then gtk-4.0/settings.ini and gtk-3.0/settings.ini below
// `config_home`.
std::optional<ThemeName> ReadGtkTheme(const char* gtk_theme,
                                      const std::filesystem::path& config_home);

// From what `gdbus call … Settings.ReadAll "['org.freedesktop.appearance']"` prints. The system's
// wish for more contrast wins; no preference is empty.
std::optional<ThemeName> ThemeOfPortalReply(std::string_view reply);

// Asks the portal, for two seconds at most. Empty where there is no session bus, no gdbus, no
// portal or no preference.
std::optional<ThemeName> AskDesktop();

}  // namespace app

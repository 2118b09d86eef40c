// What the desktop's words mean for the theme.
#include "app/shell/system_theme.h"

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace app {
namespace {

TEST(SystemThemeTest, ThePortalSaysDarkOrLight) {
  EXPECT_EQ(ThemeOfPortalReply("({'org.freedesktop.appearance': {'color-scheme': <uint32 1>}},)"),
            ThemeName::kDark);
  EXPECT_EQ(ThemeOfPortalReply("({'org.freedesktop.appearance': {'color-scheme': <uint32 2>, "
                               "'contrast': <uint32 0>}},)"),
            ThemeName::kLight);
}

TEST(SystemThemeTest, TheWishForContrastWins) {
  EXPECT_EQ(ThemeOfPortalReply("({'org.freedesktop.appearance': {'contrast': <uint32 1>, "
                               "'color-scheme': <uint32 2>}},)"),
            ThemeName::kHighContrast);
}

TEST(SystemThemeTest, WithoutAPreferenceOrAPortalThereIsNoAnswer) {
  EXPECT_EQ(ThemeOfPortalReply("({'org.freedesktop.appearance': {'color-scheme': <uint32 0>}},)"),
            std::nullopt);
  EXPECT_EQ(ThemeOfPortalReply("({},)"), std::nullopt);
  EXPECT_EQ(ThemeOfPortalReply(""), std::nullopt);
}

TEST(SystemThemeTest, AThemesNameSaysHowItLooks) {
  EXPECT_EQ(ThemeOfGtkName("Adwaita:dark", false), ThemeName::kDark);
  EXPECT_EQ(ThemeOfGtkName("Yaru-dark", false), ThemeName::kDark);
  EXPECT_EQ(ThemeOfGtkName("Adwaita", true), ThemeName::kDark);
  EXPECT_EQ(ThemeOfGtkName("Adwaita", false), ThemeName::kLight);
  EXPECT_EQ(ThemeOfGtkName("HighContrast", true), ThemeName::kHighContrast);
  EXPECT_EQ(ThemeOfGtkName("", false), std::nullopt);
}

TEST(SystemThemeTest, GtkSettingsAreRead) {
  EXPECT_EQ(ThemeOfGtkSettings("[Settings]\ngtk-application-prefer-dark-theme = 1\n"),
            ThemeName::kDark);
  EXPECT_EQ(ThemeOfGtkSettings("[Settings]\r\ngtk-theme-name=Adwaita\r\n"
                               "gtk-application-prefer-dark-theme=false\r\n"),
            ThemeName::kLight);
  EXPECT_EQ(ThemeOfGtkSettings("[Settings]\ngtk-font-name=Sans 10\n"), std::nullopt);
}

TEST(SystemThemeTest, TheVariableGoesBeforeTheFilesAndTheNewerFileFirst) {
  const support::TempFolder home;
  EXPECT_EQ(ReadGtkTheme(nullptr, home / ""), std::nullopt);
  support::WriteBytes(home / "gtk-3.0/settings.ini", "gtk-theme-name=Adwaita\n");
  EXPECT_EQ(ReadGtkTheme(nullptr, home / ""), ThemeName::kLight);
  support::WriteBytes(home / "gtk-4.0/settings.ini", "gtk-theme-name=Adwaita-dark\n");
  EXPECT_EQ(ReadGtkTheme(nullptr, home / ""), ThemeName::kDark);
  EXPECT_EQ(ReadGtkTheme("HighContrast", home / ""), ThemeName::kHighContrast);
  EXPECT_EQ(ReadGtkTheme("", home / ""), ThemeName::kDark);
}

}  // namespace
}  // namespace app

// Whatever can be pressed can be reached by the keyboard, and nothing is cut off or lies over
// something else: on every page, in every kind of room, in dialogs and menus, over sizes and zooms.
#include <gtest/gtest.h>

#include <set>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr const char* kQuestions[] = {"bias-variance-decomp", "pair-with-target", "kmeans-lloyd",
                                      "video-recommendation"};

bool IsControl(const UiNode& node) {
  static const std::set<std::string> kRoles = {"button",   "tab",  "chip",  "combo",  "option",
                                               "checkbox", "code", "phase", "textbox"};
  return kRoles.contains(node.role);
}

std::string Name(const UiNode& node) { return node.role + " \"" + node.label + "\""; }

// The controls of the topmost layer: of an open dialog where there is one, of the menu, else all.
std::multiset<std::string> Controls(const UiTree& tree) {
  std::size_t first = 0, last = tree.nodes().size();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].role != "dialog") continue;
    first = i + 1;
    last = first;
    while (last < tree.nodes().size() && tree.nodes()[last].depth > tree.nodes()[i].depth) ++last;
  }
  std::multiset<std::string> names;
  for (std::size_t i = first; i < last; ++i) {
    if (IsControl(tree.nodes()[i]) && tree.nodes()[i].enabled) names.insert(Name(tree.nodes()[i]));
  }
  return names;
}

// Walks with Tab through each panel that F6 leads to, until nothing new turns up.
void ExpectReachable(UiDriver& ui, const std::string& where) {
  const std::multiset<std::string> wanted = Controls(ui.tree());
  std::multiset<std::string> reached;
  std::set<std::pair<float, float>> places;
  const auto note = [&] {
    bool fresh = false;
    for (const UiNode& node : ui.tree().nodes()) {
      if (!node.focused || !IsControl(node)) continue;
      fresh |= reached.count(Name(node)) < wanted.count(Name(node));
      if (reached.count(Name(node)) < wanted.count(Name(node))) reached.insert(Name(node));
    }
    return fresh;
  };
  const auto done = [&] { return reached.size() >= wanted.size(); };
  const int patience = static_cast<int>(wanted.size()) + 8;
  for (int panel = 0; panel < 8 && !done(); ++panel) {
    for (const bool backwards : {false, true}) {
      ui.Press(Key::kF6);
      note();
      for (int i = 0; i < patience && !done(); ++i) {
        ui.Press(Key::kTab, {.shift = backwards});
        note();
      }
    }
  }
  std::multiset<std::string> missing;
  std::set_difference(wanted.begin(), wanted.end(), reached.begin(), reached.end(),
                      std::inserter(missing, missing.begin()));
  for (const std::string& name : missing) {
    ADD_FAILURE() << name << " is out of the keyboard's reach, " << where;
  }
  EXPECT_FALSE(wanted.empty()) << where;
}

// No control is cut off by the edge of the screen, and no two lie over each other.
void ExpectTidy(UiDriver& ui, float width, float height, const std::string& where) {
  std::vector<UiNode> controls;
  for (const UiNode& node : ui.tree().nodes()) {
    if (IsControl(node) && node.visible) controls.push_back(node);
  }
  EXPECT_FALSE(controls.empty()) << where;
  constexpr float kSlack = 1;
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const UiNode& a = controls[i];
    EXPECT_GE(a.min.x, 0) << where << ": " << a.label;
    EXPECT_LE(a.max.x, width + kSlack) << where << ": " << a.label;
    EXPECT_LE(a.max.y, height + kSlack) << where << ": " << a.label;
    for (std::size_t j = i + 1; j < controls.size(); ++j) {
      const UiNode& b = controls[j];
      const bool apart = a.max.x <= b.min.x + kSlack || b.max.x <= a.min.x + kSlack ||
                         a.max.y <= b.min.y + kSlack || b.max.y <= a.min.y + kSlack;
      EXPECT_TRUE(apart) << where << ": " << Name(a) << " lies over " << Name(b);
    }
  }
}

void Show(AppFixture& app, Route route) {
  app.core().Apply(command::Navigate{route});
  app.ui().Settle();
}

class EveryPage : public testing::TestWithParam<Route> {};

TEST_P(EveryPage, IsReachedByTheKeyboardAlone) {
  AppFixture app;
  Show(app, GetParam());
  ExpectReachable(app.ui(), std::string(ToString(GetParam())));
}

TEST_P(EveryPage, IsTidyAtEverySizeAndZoom) {
  const std::pair<float, float> sizes[] = {{1024, 640},  {1440, 900},  {1920, 1080},
                                           {3840, 2160}, {2560, 1080}, {1024 / 1.25f, 640 / 1.25f}};
  for (const auto& [width, height] : sizes) {
    AppFixture app(width, height);
    Show(app, GetParam());
    ExpectTidy(app.ui(), width, height,
               std::string(ToString(GetParam())) + " at " + std::to_string(width));
  }
}

std::string RouteName(const testing::TestParamInfo<Route>& info) {
  return std::string(ToString(info.param));
}
INSTANTIATE_TEST_SUITE_P(Reach, EveryPage,
                         testing::Values(Route::kHome, Route::kSetup, Route::kHistory,
                                         Route::kLibrary, Route::kProgress, Route::kSettings,
                                         Route::kAbout, Route::kGallery, Route::kDebrief,
                                         Route::kTranscript, Route::kReplay),
                         RouteName);

class EveryRoom : public testing::TestWithParam<const char*> {};

TEST_P(EveryRoom, IsReachedByTheKeyboardAlone) {
  AppFixture app;
  app.StartDrill(GetParam());
  ExpectReachable(app.ui(), GetParam());
}

TEST_P(EveryRoom, IsTidyAtEverySize) {
  for (const auto& [width, height] :
       {std::pair{1024.0f, 640.0f}, std::pair{1920.0f, 1080.0f}, std::pair{3840.0f, 2160.0f}}) {
    AppFixture app(width, height);
    app.StartDrill(GetParam());
    ExpectTidy(app.ui(), width, height, GetParam());
  }
}

std::string QuestionName(const testing::TestParamInfo<const char*>& info) {
  std::string name = info.param;
  std::erase(name, '-');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Reach, EveryRoom, testing::ValuesIn(kQuestions), QuestionName);

TEST(Reach, EverySectionOfTheSettings) {
  for (const char* section : {"Look", "Rounds", "Editor", "Keys", "Language model", "Places"}) {
    AppFixture app;
    Show(app, Route::kSettings);
    app.ui().Click(section, "tab");
    ExpectReachable(app.ui(), section);
    ExpectTidy(app.ui(), 1440, 900, section);
  }
}

TEST(Reach, EveryDialogOfTheRoom) {
  for (const Key key : {Key::kE, Key::kL, Key::kH}) {
    AppFixture app;
    app.StartDrill(kQuestions[1]);
    app.ui().Press(key, {.alt = true});
    ExpectReachable(app.ui(), "a dialog of the room");
  }
}

TEST(Reach, TheShortcutSheet) {
  AppFixture app;
  app.ui().Press(Key::kF1);
  ExpectReachable(app.ui(), "the shortcut sheet");
}

TEST(Reach, ThePaletteAndEachOfItsRows) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  std::set<std::string> wanted, reached;
  for (const UiNode& node : ui.tree().nodes()) {
    if (node.role == "row" && node.label.find(':') != std::string::npos) wanted.insert(node.label);
  }
  for (std::size_t i = 0; i < 100 && reached.size() < wanted.size(); ++i) {
    for (const UiNode& node : ui.tree().nodes()) {
      if (node.role == "row" && node.on && wanted.contains(node.label)) reached.insert(node.label);
    }
    ui.Press(Key::kDown);
  }
  EXPECT_EQ(reached, wanted);
  EXPECT_GE(wanted.size(), 15u);
}

TEST(Reach, EachRowOfTheLibrary) {
  AppFixture app;
  UiDriver& ui = app.ui();
  Show(app, Route::kLibrary);
  ui.Click("ML coding", "option");
  ui.Click("Search questions");
  std::set<std::string> wanted, reached;
  for (const UiNode& node : ui.tree().nodes()) {
    if (node.role == "row") wanted.insert(node.label);
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (const UiNode& node : ui.tree().nodes()) {
      if (node.role == "row" && node.on) reached.insert(node.label);
    }
    ui.Press(Key::kDown);
  }
  EXPECT_EQ(reached, wanted);
}

TEST(Reach, EachChoiceOfAMenu) {
  AppFixture app;
  UiDriver& ui = app.ui();
  Show(app, Route::kSettings);
  ui.Click("Zoom", "combo");
  std::set<std::string> wanted, reached;
  for (const UiNode& node : ui.tree().nodes()) {
    if (node.role == "option" && node.label.ends_with("%")) wanted.insert(node.label);
  }
  EXPECT_EQ(wanted.size(), 10u);
  for (std::size_t i = 0; i < wanted.size() + 2; ++i) {
    ui.Press(Key::kTab);
    for (const UiNode& node : ui.tree().nodes()) {
      if (node.focused && wanted.contains(node.label)) reached.insert(node.label);
    }
  }
  EXPECT_EQ(reached, wanted);
}

TEST(Reach, TheInterludesAndTheDebrief) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kQuestions[0]);
  app.core().Apply(command::Act{interview::event::RoundSubmitted{false}});
  ui.Settle();
  ASSERT_TRUE(ui.Shows("Self-rating", "screen"));
  ExpectReachable(ui, "the self-rating");
  ExpectTidy(ui, 1440, 900, "the self-rating");
  ui.Click("Skip");
  app.WaitUntil([&] { return app.state().route == Route::kDebrief; });
  for (const char* tab : {"Scores", "Your answers", "Tests", "Model answer", "Feedback", "Notes"}) {
    ui.Click(tab, "tab");
    ExpectReachable(ui, tab);
    ExpectTidy(ui, 1440, 900, tab);
  }
}

TEST(Wide, PagesKeepTheirColumnInTheMiddle) {
  AppFixture app(3840, 2160);
  Show(app, Route::kSettings);
  const UiNode title = app.ui().Find("Changes take effect and are kept at once.");
  EXPECT_NEAR((title.min.x + title.max.x) / 2, 1920, 8);
  EXPECT_LT(title.max.x - title.min.x, 800);
}

}  // namespace
}  // namespace app

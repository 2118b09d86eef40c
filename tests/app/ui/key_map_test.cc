// Names of keys, the user's keys over the defaults, and the table of actions itself.
#include "app/ui/key_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/ui/actions.h"
#include "app/ui/widgets/fuzzy_match.h"

namespace app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Wishes = std::map<std::string, std::string>;

TEST(KeyChord, IsReadWithItsModifiersInAnyOrderAndCase) {
  const auto chord = ParseKeyChord("shift+CTRL+f5");
  ASSERT_TRUE(chord);
  EXPECT_EQ(*chord, (KeyChord{Key::kF5, true, true, false}));
  EXPECT_EQ(ToString(*chord), "Ctrl+Shift+F5");
}

TEST(KeyChord, IsPrintedAsItIsRead) {
  for (const char* name :
       {"Ctrl+Enter", "Ctrl+Alt+Delete", "Alt+Left", "Esc", "F12", "Ctrl+=", "Ctrl+.", "Ctrl+,",
        "Ctrl+/", "Ctrl+[", "Alt+0", "Shift+F6", "Ctrl+PageUp"}) {
    const auto chord = ParseKeyChord(name);
    ASSERT_TRUE(chord) << name;
    EXPECT_EQ(ToString(*chord), name);
  }
}

TEST(KeyChord, KnowsOtherNamesOfAKey) {
  EXPECT_EQ(ParseKeyChord("Return")->key, Key::kEnter);
  EXPECT_EQ(ParseKeyChord("escape")->key, Key::kEscape);
  EXPECT_EQ(ParseKeyChord("Ctrl+Minus")->key, Key::kMinus);
}

TEST(KeyChord, RefusesWhatIsNoKeyAndShowsHowOneLooks) {
  for (const char* name :
       {"", "Ctrl", "Ctrl+", "Hyper+K", "Ctrl+Entr", "K+Ctrl", "F13", "Ctrl++"}) {
    const auto chord = ParseKeyChord(name);
    ASSERT_FALSE(chord) << name;
    EXPECT_THAT(chord.error().message, HasSubstr("Ctrl+Enter")) << name;
  }
}

TEST(KeyChord, LeavesTypingAlone) {
  EXPECT_FALSE(WhyNotForAction(*ParseKeyChord("R")).empty());
  EXPECT_FALSE(WhyNotForAction(*ParseKeyChord("Shift+R")).empty());
  EXPECT_FALSE(WhyNotForAction(*ParseKeyChord("Tab")).empty());
  EXPECT_FALSE(WhyNotForAction(*ParseKeyChord("Ctrl+Alt+E")).empty());
  EXPECT_TRUE(WhyNotForAction(*ParseKeyChord("F2")).empty());
  EXPECT_TRUE(WhyNotForAction(*ParseKeyChord("Alt+R")).empty());
}

TEST(Actions, HaveNamesOfTheirOwnAndRowsForEveryId) {
  std::set<std::string_view> names;
  std::set<ActionId> ids;
  for (const Action& action : Actions()) {
    EXPECT_TRUE(names.insert(action.name).second) << action.name;
    EXPECT_TRUE(ids.insert(action.id).second) << action.name;
    EXPECT_FALSE(action.title.empty()) << action.name;
    EXPECT_NE(action.perform, nullptr) << action.name;
  }
  EXPECT_EQ(ids.size() + 1, kActionCount);
}

TEST(Actions, HaveDefaultKeysThatCanBeReadAndNeverClash) {
  const KeyMap keys;
  for (const Action& a : Actions()) {
    const auto spaces = std::count(a.keys.begin(), a.keys.end(), ' ');
    EXPECT_EQ(keys.Chords(a.id).size(), a.keys.empty() ? 0u : static_cast<std::size_t>(spaces) + 1)
        << a.name;
    for (const KeyChord& chord : keys.Chords(a.id)) {
      EXPECT_TRUE(WhyNotForAction(chord).empty()) << a.name;
      for (const Action& b : Actions()) {
        if (a.id == b.id || !Meet(a.place, b.place)) continue;
        for (const KeyChord& other : keys.Chords(b.id)) {
          EXPECT_FALSE(chord == other) << a.name << " and " << b.name;
        }
      }
    }
  }
}

TEST(Actions, OfPlacesThatNeverMeetMayShareAKey) {
  EXPECT_FALSE(Meet(ActionPlace::kCodeRoom, ActionPlace::kConceptsRoom));
  EXPECT_FALSE(Meet(ActionPlace::kPages, ActionPlace::kRoom));
  EXPECT_TRUE(Meet(ActionPlace::kRoom, ActionPlace::kCodeRoom));
  EXPECT_TRUE(Meet(ActionPlace::kAnywhere, ActionPlace::kPages));
}

TEST(KeyMap, HasTheDefaults) {
  const KeyMap keys;
  EXPECT_EQ(keys.Text(ActionId::kRun), "Ctrl+Enter");
  EXPECT_EQ(keys.Text(ActionId::kSubmit), "Ctrl+Shift+Enter");
  EXPECT_EQ(keys.Text(ActionId::kPalette), "Ctrl+K");
  EXPECT_EQ(keys.Text(ActionId::kShortcuts), "F1");
  EXPECT_EQ(keys.Text(ActionId::kPreviousPanel), "Shift+F6");
  EXPECT_EQ(keys.Text(ActionId::kGallery), "");
  EXPECT_THAT(keys.problems(), IsEmpty());
}

TEST(KeyMap, TakesTheUsersKey) {
  const KeyMap keys(Wishes{{"run", "F5"}, {"submit", "ctrl+shift+f5"}});
  EXPECT_EQ(keys.Text(ActionId::kRun), "F5");
  EXPECT_EQ(keys.Text(ActionId::kSubmit), "Ctrl+Shift+F5");
  EXPECT_THAT(keys.problems(), IsEmpty());
}

TEST(KeyMap, AnEmptyWishTakesTheKeyAway) {
  const KeyMap keys(Wishes{{"quit", ""}});
  EXPECT_THAT(keys.Chords(ActionId::kQuit), IsEmpty());
  EXPECT_THAT(keys.problems(), IsEmpty());
}

TEST(KeyMap, SaysWhichActionIsMeantByAnUnknownName) {
  const KeyMap keys(Wishes{{"sumbit", "F5"}});
  EXPECT_THAT(keys.problems(),
              ElementsAre("keys: there is no action \"sumbit\"; did you mean \"submit\"?"));
}

TEST(KeyMap, SaysThatAKeyIsNone) {
  const KeyMap keys(Wishes{{"run", "Ctrl+Entr"}});
  ASSERT_EQ(keys.problems().size(), 1u);
  EXPECT_THAT(keys.problems()[0], HasSubstr("keys: run: \"Ctrl+Entr\" is not the name of a key"));
  EXPECT_EQ(keys.Text(ActionId::kRun), "Ctrl+Enter");
}

TEST(KeyMap, SaysWhatHasAKeyAlready) {
  const KeyMap keys(Wishes{{"run", "Ctrl+K"}});
  EXPECT_THAT(keys.problems(),
              ElementsAre("keys: run cannot be Ctrl+K, which is palette; choose another key, or "
                          "give palette another one."));
  EXPECT_EQ(keys.Text(ActionId::kRun), "Ctrl+Enter");
}

TEST(KeyMap, AKeyIsFreeOnceItsActionHasAnother) {
  const KeyMap keys(Wishes{{"run", "Ctrl+K"}, {"palette", "Ctrl+Shift+Space"}});
  EXPECT_THAT(keys.problems(), IsEmpty());
  EXPECT_EQ(keys.Text(ActionId::kRun), "Ctrl+K");
}

TEST(KeyMap, OfTwoWishesForOneKeyTheLaterYieldsAndNoKeyIsEverTwice) {
  const KeyMap keys(Wishes{{"run", "Ctrl+Shift+Enter"}, {"submit", "F1"}});
  EXPECT_EQ(keys.problems().size(), 2u);  // F1 is taken, and so submit keeps what run wanted
  EXPECT_EQ(keys.Text(ActionId::kRun), "Ctrl+Enter");
  EXPECT_EQ(keys.Text(ActionId::kSubmit), "Ctrl+Shift+Enter");
}

TEST(KeyMap, ALetterAloneIsForTyping) {
  const KeyMap keys(Wishes{{"run", "r"}});
  EXPECT_THAT(keys.problems(), ElementsAre("keys: run cannot be R: it is needed for typing."));
}

TEST(FuzzyMatch, FindsLettersInTheirOrder) {
  EXPECT_TRUE(FuzzyMatch("sbm", "Submit the code"));
  EXPECT_TRUE(FuzzyMatch("RUN", "Run the code"));
  EXPECT_FALSE(FuzzyMatch("nur", "Run the code"));
  EXPECT_FALSE(FuzzyMatch("x", ""));
  EXPECT_EQ(FuzzyMatch("", "anything"), 0);
  EXPECT_TRUE(FuzzyMatch("drill coding", "Start a drill: Coding"));
}

TEST(FuzzyMatch, PrefersBeginningsOfWordsAndLettersSideBySide) {
  EXPECT_GT(*FuzzyMatch("run", "Run the code"), *FuzzyMatch("run", "Return to the question"));
  EXPECT_GT(*FuzzyMatch("sc", "Submit code"), *FuzzyMatch("sc", "Describe"));
  EXPECT_GT(*FuzzyMatch("home", "Home"), *FuzzyMatch("home", "The mode of the machine"));
}

}  // namespace
}  // namespace app

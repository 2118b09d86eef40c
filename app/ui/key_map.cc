// The user's keys over the defaults.
#include "app/ui/key_map.h"

#include <algorithm>

#include "app/ui/actions.h"

namespace app {
namespace {

std::vector<KeyChord> DefaultChords(const Action& action) {
  std::vector<KeyChord> chords;
  std::string_view rest = action.keys;
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    if (const auto chord = ParseKeyChord(rest.substr(0, space))) chords.push_back(*chord);
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  return chords;
}

// Letters that both names have, from the front and from the back: near enough to name a slip.
std::size_t Likeness(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < shorter && a[front] == b[front]) ++front;
  while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return front + back;
}

std::string NoSuchAction(const std::string& name) {
  const auto actions = Actions();
  const auto near =
      std::max_element(actions.begin(), actions.end(), [&](const Action& a, const Action& b) {
        return Likeness(a.name, name) < Likeness(b.name, name);
      });
  return "keys: there is no action \"" + name + "\"; did you mean \"" + std::string(near->name) +
         "\"?";
}

}  // namespace

KeyMap::KeyMap(const std::map<std::string, std::string>& wishes) {
  std::array<bool, kActionCount> wished{};
  for (const Action& action : Actions()) {
    chords_[static_cast<std::size_t>(action.id)] = DefaultChords(action);
  }
  for (const auto& [name, text] : wishes) {
    const Action* action = FindAction(name);
    if (action == nullptr) {
      problems_.push_back(NoSuchAction(name));
      continue;
    }
    const auto index = static_cast<std::size_t>(action->id);
    if (text.empty()) {  // no key at all
      chords_[index].clear();
      continue;
    }
    const auto chord = ParseKeyChord(text);
    if (!chord) {
      problems_.push_back("keys: " + name + ": " + chord.error().message);
    } else if (const std::string_view why = WhyNotForAction(*chord); !why.empty()) {
      problems_.push_back("keys: " + name + " cannot be " + ToString(*chord) + ": " +
                          std::string(why) + ".");
    } else {
      chords_[index] = {*chord};
      wished[index] = true;
    }
  }
  while (RefuseOneWish(&wished)) {
  }
}

// A wish yields to what has the key already: the earlier wish, else the default.
bool KeyMap::RefuseOneWish(std::array<bool, kActionCount>* wished) {
  for (const Action& action : Actions()) {
    const auto index = static_cast<std::size_t>(action.id);
    if (!(*wished)[index]) continue;
    const KeyChord wish = chords_[index].front();
    for (const Action& other : Actions()) {
      const auto there = static_cast<std::size_t>(other.id);
      if (there == index || !Meet(action.place, other.place)) continue;
      if ((*wished)[there] && there > index) continue;  // that one yields
      const std::vector<KeyChord>& taken = chords_[there];
      if (std::find(taken.begin(), taken.end(), wish) == taken.end()) continue;
      problems_.push_back("keys: " + std::string(action.name) + " cannot be " + ToString(wish) +
                          ", which is " + std::string(other.name) +
                          "; choose another key, or give " + std::string(other.name) +
                          " another one.");
      chords_[index] = DefaultChords(action);
      (*wished)[index] = false;
      return true;
    }
  }
  return false;
}

std::string KeyMap::Text(ActionId action) const {
  const std::vector<KeyChord>& chords = Chords(action);
  return chords.empty() ? std::string() : ToString(chords.front());
}

}  // namespace app

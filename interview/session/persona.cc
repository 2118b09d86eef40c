// Reads personas and fills in their wordings.
#include "interview/session/persona.h"

#include <algorithm>
#include <array>

#include "interview/base/files.h"

namespace interview {
namespace {

struct Occasion {
  std::string_view name;
  std::vector<std::string_view> places;  // what each wording must say
};

const std::vector<Occasion>& Occasions() {
  static const std::vector<Occasion> occasions = {{"greeting", {"minutes", "work"}},
                                                  {"greeting_again", {"minutes", "work"}},
                                                  {"work:coding", {}},
                                                  {"work:ml_coding", {}},
                                                  {"work:concepts", {}},
                                                  {"work:system_design", {}},
                                                  {"question", {"which", "title"}},
                                                  {"fact", {"answer"}},
                                                  {"leave", {}},
                                                  {"ack", {}},
                                                  {"unavailable", {}},
                                                  {"empty", {}},
                                                  {"probe", {"ask"}},
                                                  {"pushback", {"ask"}},
                                                  {"follow_up", {"ask"}},
                                                  {"hint", {"hint"}},
                                                  {"hint_offer", {"cost"}},
                                                  {"hint_none", {}},
                                                  {"ask:coding:plan", {}},
                                                  {"ask:coding:verify", {}},
                                                  {"ask:coding:follow_up", {}},
                                                  {"ask:ml_coding:derive", {}},
                                                  {"ask:ml_coding:test", {}},
                                                  {"ask:ml_coding:trade_offs", {}},
                                                  {"ask:system_design:wrap_up", {}},
                                                  {"reminder:half", {}},
                                                  {"reminder:10", {}},
                                                  {"reminder:5", {}},
                                                  {"reminder:1", {}},
                                                  {"nudge", {}}};
  return occasions;
}

// SplitMix64's finaliser: neighbouring seeds give unrelated wordings.
std::uint64_t Mix(std::uint64_t seed) {
  seed += 0x9e3779b97f4a7c15ULL;
  seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebULL;
  return seed ^ (seed >> 31);
}

// The places of a wording, in its order; one that is not closed reaches to the end.
std::vector<std::string> PlacesOf(std::string_view wording) {
  std::vector<std::string> places;
  for (std::size_t open = wording.find('{'); open != std::string_view::npos;
       open = wording.find('{', open + 1)) {
    places.emplace_back(wording.substr(open + 1, wording.find('}', open) - open - 1));
  }
  std::sort(places.begin(), places.end());
  return places;
}

void CheckLine(const Occasion& occasion, const std::string& wording, JsonReader* lines) {
  std::vector<std::string> wanted(occasion.places.begin(), occasion.places.end());
  std::sort(wanted.begin(), wanted.end());
  if (PlacesOf(wording) == wanted) return;
  std::string must = wanted.empty() ? "no {place}" : "";
  for (const std::string& place : wanted) must += (must.empty() ? "{" : " and {") + place + "}";
  lines->Complain(occasion.name, "\"" + wording + "\" must hold " + must +
                                     (wanted.empty() ? "." : ", each once, and no other place."));
}

}  // namespace

Result<Persona> Persona::Parse(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  Persona persona;
  if (reader.String("schema") != "persona/1") reader.Complain("schema", "must be \"persona/1\".");
  persona.id_ = reader.String("id");
  persona.title_ = reader.String("title");
  JsonReader lines(reader.Object("lines"), reader.Path("lines"));
  for (const Occasion& occasion : Occasions()) {
    std::vector<std::string> wordings = lines.Strings(occasion.name);
    if (wordings.empty()) lines.Complain(occasion.name, "needs at least one wording.");
    for (const std::string& wording : wordings) {
      if (wording.empty()) lines.Complain(occasion.name, "has an empty wording.");
      CheckLine(occasion, wording, &lines);
    }
    persona.lines_[std::string(occasion.name)] = std::move(wordings);
  }
  lines.Complaints();
  reader.Absorb(lines);
  if (Status s = reader.Finish(); !s) return Forward(s);
  return persona;
}

std::string Persona::Say(const std::string& occasion, std::uint64_t seed,
                         const std::map<std::string, std::string>& places) const {
  const auto found = lines_.find(occasion);
  if (found == lines_.end()) return {};
  const std::string& wording = found->second[Mix(seed) % found->second.size()];
  std::string said;
  for (std::size_t at = 0; at < wording.size();) {
    const std::size_t close = wording[at] == '{' ? wording.find('}', at) : std::string::npos;
    if (close == std::string::npos) {
      said += wording[at++];
      continue;
    }
    const auto place = places.find(wording.substr(at + 1, close - at - 1));
    if (place != places.end()) said += place->second;
    at = close + 1;
  }
  return said;
}

Result<Personas> Personas::Load(const std::filesystem::path& folder) {
  Personas personas;
  for (const std::filesystem::path& path : ListFolder(folder)) {
    if (path.extension() != ".json") continue;
    const Result<std::string> text = ReadFile(path);
    if (!text) return Forward(text);
    const Result<Json> json = ParseJson(*text, path.string());
    if (!json) return Forward(json);
    Result<Persona> persona = Persona::Parse(*json, path.string());
    if (!persona) return Forward(persona);
    if (persona->id() != path.stem()) {
      return Fail(ErrorCode::kInvalid, path.string() + ": id: is \"" + persona->id() +
                                           "\"; name the file " + persona->id() +
                                           ".json or mend the id.");
    }
    personas.personas_.emplace(path.stem().string(), *std::move(persona));
  }
  if (!personas.Knows(std::string(kNeutralPersona))) {
    return Fail(ErrorCode::kNotFound,
                "No neutral persona in " + folder.string() + "; put a file neutral.json there.");
  }
  return personas;
}

const Persona& Personas::Find(const std::string& id) const {
  const auto found = personas_.find(id);
  return found != personas_.end() ? found->second : personas_.at(std::string(kNeutralPersona));
}

}  // namespace interview

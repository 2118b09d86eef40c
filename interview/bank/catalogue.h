// The controlled lists of a bank: patterns, topics, families (bank.json) and diagram parts
// (palette.json). Any thread; plain values.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/ids.h"
#include "interview/model/question.h"

namespace interview {

// A part that a whiteboard may hold.
struct PaletteEntry {
  std::string id;
  std::string name;
  std::string group;
  std::vector<std::string> aliases;
  ComponentRole role = ComponentRole::kNone;
};

// The "role" of a component, of the palette's or of a case; complains about an unknown one.
ComponentRole ReadRole(JsonReader* component);

struct Catalogue {
  std::string version;
  std::vector<std::string> patterns;                     // of coding questions
  std::map<RoundKind, std::vector<std::string>> topics;  // of ml_coding and concepts
  std::vector<std::string> families;                     // of system design cases
  std::vector<PaletteEntry> palette;

  const PaletteEntry* FindPart(std::string_view id) const;
};

// Reads bank.json and palette.json of `root`; all complaints in one error.
Result<Catalogue> LoadCatalogue(const std::filesystem::path& root);

}  // namespace interview

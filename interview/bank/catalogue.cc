// bank.json and palette.json.
#include "interview/bank/catalogue.h"

#include "interview/base/files.h"
#include "interview/base/json.h"

namespace interview {
namespace {

Result<Json> ReadJsonFile(const std::filesystem::path& path) {
  Result<std::string> text = ReadFile(path);
  if (!text) return Forward(text);
  return ParseJson(*text, path.string());
}

Status ReadBankFile(const std::filesystem::path& path, Catalogue* catalogue) {
  Result<Json> json = ReadJsonFile(path);
  if (!json) return Forward(json);
  JsonReader reader(*json, path.string());
  if (reader.String("schema") != "bank/1") reader.Complain("schema", "must be \"bank/1\".");
  catalogue->version = reader.String("version");
  reader.Strings("kinds");
  catalogue->patterns = reader.Strings("patterns");
  catalogue->families = reader.Strings("families");
  for (const auto& [name, list] : reader.Object("topics").items()) {
    const auto kind = ParseRoundKind(name);
    if (!kind || !list.is_array()) {
      reader.Complain("topics", "\"" + name + "\" must be a kind of round with a list of topics.");
      continue;
    }
    for (const Json& topic : list) {
      if (topic.is_string()) catalogue->topics[*kind].push_back(topic.get<std::string>());
    }
  }
  return reader.Finish();
}

Status ReadPalette(const std::filesystem::path& path, Catalogue* catalogue) {
  Result<Json> json = ReadJsonFile(path);
  if (!json) return Forward(json);
  JsonReader reader(*json, path.string());
  if (reader.String("schema") != "palette/1") reader.Complain("schema", "must be \"palette/1\".");
  for (const Json& item : reader.Array("components")) {
    JsonReader part(item, reader.Path("components"));
    catalogue->palette.push_back({part.String("id"), part.String("name"), part.String("group"),
                                  part.Strings("aliases"), ReadRole(&part)});
    part.Complaints();
    reader.Absorb(part);
  }
  return reader.Finish();
}

}  // namespace

ComponentRole ReadRole(JsonReader* component) {
  if (!component->Has("role")) return ComponentRole::kNone;
  const std::string name = component->String("role");
  const auto role = ParseComponentRole(name);
  if (!role) {
    component->Complain("role", "\"" + name + "\" is no role; section 8 of the README lists them.");
  }
  return role.value_or(ComponentRole::kNone);
}

const PaletteEntry* Catalogue::FindPart(std::string_view id) const {
  for (const PaletteEntry& part : palette) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

Result<Catalogue> LoadCatalogue(const std::filesystem::path& root) {
  Catalogue catalogue;
  if (Status s = ReadBankFile(root / "bank.json", &catalogue); !s) return Forward(s);
  if (Status s = ReadPalette(root / "palette.json", &catalogue); !s) return Forward(s);
  return catalogue;
}

}  // namespace interview

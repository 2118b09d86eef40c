// The manner of an interviewer, as data: the wordings of every occasion on which one speaks.
// Any thread; immutable once read. A persona changes how things are said and never what: facts,
// hints and questions stand in a wording as {answer}, {hint} and {ask}.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"

namespace interview {

class Persona {
 public:
  // {"schema": "persona/1", "id", "title", "lines": {"leave": ["I leave that to you."], …}}. Every
  // occasion has at least one wording, and each wording the places of its occasion and no other.
  static Result<Persona> Parse(const Json& json, const std::string& where);

  const std::string& id() const { return id_; }
  const std::string& title() const { return title_; }

  // A wording of the occasion, the same for the same seed, with its places filled in. Empty for an
  // occasion on which nothing is said.
  std::string Say(const std::string& occasion, std::uint64_t seed,
                  const std::map<std::string, std::string>& places = {}) const;

  // All wordings, by occasion.
  const std::map<std::string, std::vector<std::string>>& lines() const { return lines_; }

 private:
  std::string id_;
  std::string title_;
  std::map<std::string, std::vector<std::string>> lines_;
};

inline constexpr std::string_view kNeutralPersona = "neutral";

// By id, with a neutral one.
class Personas {
 public:
  // Every *.json of the folder, the file named after the id. Fails with all complaints of the first
  // broken file.
  static Result<Personas> Load(const std::filesystem::path& folder);

  // The neutral one where the id is empty or not known.
  const Persona& Find(const std::string& id) const;
  bool Knows(const std::string& id) const { return personas_.contains(id); }
  const std::map<std::string, Persona>& all() const { return personas_; }

 private:
  std::map<std::string, Persona> personas_;
};

}  // namespace interview

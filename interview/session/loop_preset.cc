// Reading of rubrics/loops/: presets and the default phases.
#include <algorithm>
#include <cmath>

#include "interview/base/files.h"
#include "interview/session/interview_plan.h"

namespace interview {
namespace {

constexpr int kLongestMinutes = 90;

std::optional<RoundKind> ReadKind(JsonReader& reader, const std::string& name) {
  const std::optional<RoundKind> kind = ParseRoundKind(name);
  if (!kind) {
    reader.Complain("kind",
                    "\"" + name + "\" is none of coding, ml_coding, concepts, system_design.");
  }
  return kind;
}

void AddFilter(const Json& json, JsonReader* reader, LoopRound* round) {
  const Result<QuestionFilter> filter = ParseQuestionFilter(json, reader->Path("select"));
  if (filter) {
    round->select.push_back(*filter);
  } else {
    reader->Complain("select", filter.error().message);
  }
}

LoopRound ParseRound(JsonReader& reader) {
  LoopRound round;
  round.kind = ReadKind(reader, reader.String("kind")).value_or(RoundKind::kCoding);
  round.title = reader.StringOr("title", std::string(DisplayName(round.kind)));
  round.minutes = reader.Int("minutes");
  round.weight = reader.NumberOr("weight", 1);
  round.dimensions = reader.StringsOr("dimensions");
  for (const Json& item : reader.ArrayOr("phases")) {
    JsonReader phase(item, reader.Path("phases"));
    const std::string id = phase.String("id");
    round.phases.emplace_back(id, phase.Int("minutes"));
    phase.Complaints();
    reader.Absorb(phase);
  }
  const Json& select = reader.Any("select");
  if (select.is_array()) {
    for (const Json& filter : select) AddFilter(filter, &reader, &round);
  } else {
    AddFilter(select, &reader, &round);
  }
  if (round.minutes < 10 || round.minutes > kLongestMinutes) {
    reader.Complain("minutes", "must be from 10 to 90.");
  }
  int phase_minutes = 0;
  for (const auto& [id, minutes] : round.phases) phase_minutes += minutes;
  if (!round.phases.empty() && phase_minutes != round.minutes) {
    reader.Complain("phases", "add up to " + std::to_string(phase_minutes) +
                                  " minutes, but the round has " + std::to_string(round.minutes) +
                                  "; make them equal.");
  }
  if (round.weight <= 0) reader.Complain("weight", "must be above 0.");
  return round;
}

void ParseItem(const Json& json, JsonReader* parent, LoopPreset* preset) {
  const std::size_t number = preset->rounds.size() + preset->activities.size() + 1;
  JsonReader reader(json, parent->Path("rounds: item " + std::to_string(number)));
  if (reader.Has("activity")) {
    const std::string name = reader.String("activity");
    const int minutes = reader.Int("minutes");
    preset->activities.push_back({name, minutes, static_cast<int>(preset->rounds.size())});
  } else {
    preset->rounds.push_back(ParseRound(reader));
  }
  reader.Complaints();
  parent->Absorb(reader);
}

void CheckShares(const RoundDefaults& defaults, JsonReader* reader) {
  double sum = 0;
  for (const RoundDefaults::Phase& phase : defaults.phases) sum += phase.share;
  if (!defaults.phases.empty() && std::abs(sum - 1) > 1e-6) {
    reader->Complain("phases", "the shares add up to " + std::to_string(sum) + "; make it 1.");
  }
  if (defaults.phases.empty() && defaults.question_minutes <= 0) {
    reader->Complain("phases", "missing; list the phases, or give \"question_minutes\".");
  }
}

RoundDefaults ParseDefaults(const Json& json, const std::string& where, JsonReader* parent) {
  JsonReader reader(json, where);
  RoundDefaults defaults;
  defaults.minutes = reader.Int("minutes");
  defaults.question_minutes = reader.NumberOr("question_minutes", 0);
  for (const Json& item : reader.ArrayOr("phases")) {
    JsonReader phase(item, reader.Path("phases"));
    const std::string id = phase.String("id");
    const std::string title = phase.String("title");
    defaults.phases.push_back({id, title, phase.Number("share")});
    phase.Complaints();
    reader.Absorb(phase);
  }
  CheckShares(defaults, &reader);
  reader.Complaints();
  parent->Absorb(reader);
  return defaults;
}

Result<Json> LoadFile(const std::filesystem::path& path) {
  Result<std::string> text = ReadFile(path);
  if (!text) return Forward(text);
  return ParseJson(*text, path.string());
}

}  // namespace

int LoopPreset::minutes() const {
  int sum = 0;
  for (const LoopRound& round : rounds) sum += round.minutes;
  for (const auto& [after, length] : breaks) sum += length;
  return sum;
}

Result<LoopPreset> ParseLoopPreset(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  LoopPreset preset;
  if (reader.String("schema") != "loop/1") reader.Complain("schema", "must be \"loop/1\".");
  preset.id = reader.String("id");
  preset.title = reader.String("title");
  preset.summary = reader.StringOr("summary");
  preset.level = reader.StringOr("level");
  const Json& decision = reader.Any("decision");
  if (decision.is_string()) {
    preset.decision = decision.get<std::string>();
  } else if (!decision.is_null()) {
    reader.Complain("decision", "must be the id of a decision rule, or null for practice.");
  }
  for (const Json& item : reader.Array("rounds")) ParseItem(item, &reader, &preset);
  if (preset.rounds.empty()) reader.Complain("rounds", "must have at least one round.");
  for (const Json& item : reader.ArrayOr("breaks")) {
    JsonReader pause(item, reader.Path("breaks"));
    const int after = pause.Int("after");
    const int minutes = pause.Int("minutes");
    if (after < 1 || after >= static_cast<int>(preset.rounds.size())) {
      pause.Complain("after", "must be the number of a round that is not the last.");
    }
    if (minutes < 0 || minutes > kLongestMinutes)
      pause.Complain("minutes", "must be from 0 to 90.");
    preset.breaks[after] = minutes;
    pause.Complaints();
    reader.Absorb(pause);
  }
  if (Status s = reader.Finish(); !s) return Forward(s);
  return preset;
}

Result<PhaseDefaults> ParsePhaseDefaults(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  PhaseDefaults defaults;
  if (reader.String("schema") != "phases/1") reader.Complain("schema", "must be \"phases/1\".");
  for (const auto& [name, kind] : reader.Object("kinds").items()) {
    const std::string path = reader.Path("kinds: " + name);
    if (const std::optional<RoundKind> parsed = ParseRoundKind(name)) {
      defaults[*parsed] = ParseDefaults(kind, path, &reader);
    } else {
      reader.Complain("kinds", "\"" + name + "\" is no kind of round.");
    }
  }
  for (const RoundKind kind : kRoundKinds) {
    if (defaults.count(kind) == 0) {
      reader.Complain("kinds", "\"" + std::string(ToString(kind)) + "\" is missing; add it.");
    }
  }
  if (Status s = reader.Finish(); !s) return Forward(s);
  return defaults;
}

const LoopPreset* LoopLibrary::Find(const std::string& id) const {
  const auto it = std::find_if(presets.begin(), presets.end(),
                               [&](const LoopPreset& preset) { return preset.id == id; });
  return it == presets.end() ? nullptr : &*it;
}

Result<LoopLibrary> LoadLoops(const std::filesystem::path& folder) {
  LoopLibrary library;
  const std::filesystem::path phases_path = folder / "phases.json";
  const Result<Json> phases_json = LoadFile(phases_path);
  if (!phases_json) return Forward(phases_json);
  Result<PhaseDefaults> phases = ParsePhaseDefaults(*phases_json, phases_path.string());
  if (!phases) return Forward(phases);
  library.phases = *std::move(phases);
  for (const std::filesystem::path& name : ListFolder(folder)) {
    const std::filesystem::path path = folder / name.filename();
    if (path.extension() != ".json" || path == phases_path) continue;
    const Result<Json> json = LoadFile(path);
    if (!json) return Forward(json);
    Result<LoopPreset> preset = ParseLoopPreset(*json, path.string());
    if (!preset) return Forward(preset);
    if (preset->id != path.stem()) {
      return Fail(ErrorCode::kInvalid,
                  path.string() + ": id: \"" + preset->id +
                      "\" differs from the name of the file; make them equal.");
    }
    library.presets.push_back(*std::move(preset));
  }
  std::sort(library.presets.begin(), library.presets.end(),
            [](const LoopPreset& a, const LoopPreset& b) { return a.id < b.id; });
  return library;
}

}  // namespace interview

// growth_accuracy DIR: measures the labelled programs of a folder and says how often the judge
// names the right class. The format and the limits are in README.md.
#include <fnmatch.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "evaluators/judge/growth_measure.h"
#include "interview/base/files.h"
#include "interview/base/json.h"

namespace {

using evaluators::RampStep;
using interview::GrowthFit;
using interview::Json;
using interview::Language;

constexpr int kInputsPerSize = 3;

struct Labelled {
  std::string id;
  Language language = Language::kCpp;
  std::string source;
  std::string label;
  std::string memory_label;  // empty: not labelled
  std::string input;
  std::vector<int> sizes;
};

struct InputKind {
  const char* type;  // of the parameter
  Json (*make)(int n, std::mt19937& random);
};

// Not uniform_int_distribution: its values differ between libraries.
int Below(std::mt19937& random, unsigned bound) { return static_cast<int>(random() % bound); }

Json Ints(int n, std::mt19937& random) {
  Json list = Json::array();
  for (int i = 0; i < n; ++i) list.push_back(Below(random, 1'000'001));
  return list;
}

Json Pairs(int n, std::mt19937& random) {
  Json list = Json::array();
  for (int i = 0; i < n; ++i) list.push_back(Ints(2, random));
  return list;
}

const std::map<std::string, InputKind> kInputs = {
    {"ints", {"list<int>", Ints}},
    {"sorted_ints",
     {"list<int>",
      [](int n, std::mt19937& random) {
        Json list = Ints(n, random);
        std::sort(list.begin(), list.end());
        return list;
      }}},
    {"perm",
     {"list<int>",
      [](int n, std::mt19937& random) {
        std::vector<int> order;
        for (int i = 0; i < n; ++i) order.push_back(i);
        for (int i = n - 1; i > 0; --i) {
          std::swap(order[static_cast<std::size_t>(i)],
                    order[static_cast<std::size_t>(Below(random, static_cast<unsigned>(i) + 1))]);
        }
        return Json(order);
      }}},
    {"number", {"long", [](int n, std::mt19937&) { return Json(n); }}},
    {"text",
     {"string",
      [](int n, std::mt19937& random) {
        std::string text;
        for (int i = 0; i < n; ++i) text += static_cast<char>('a' + Below(random, 26));
        return Json(text);
      }}},
    {"matrix",
     {"list<list<int>>",
      [](int n, std::mt19937& random) {
        Json rows = Json::array();
        for (int i = 0; i < n; ++i) {
          Json row = Json::array();
          for (int j = 0; j < n; ++j) row.push_back(Below(random, 100));
          rows.push_back(std::move(row));
        }
        return rows;
      }}},
    {"pairs", {"list<list<int>>", Pairs}},
    {"points", {"list<list<int>>", Pairs}},
};

const std::set<std::string> kClasses = {"O(1)",   "O(log n)", "O(n)",  "O(n log n)",
                                        "O(n^2)", "O(n^3)",   "O(2^n)"};

[[noreturn]] void Quit(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(2);
}

std::string ReadOrQuit(const std::filesystem::path& path) {
  interview::Result<std::string> text = interview::ReadFile(path);
  if (!text) Quit(text.error().message);
  return std::move(*text);
}

std::vector<Labelled> ReadSet(const std::filesystem::path& folder) {
  const std::string where = (folder / "programs.json").string();
  const interview::Result<Json> json = interview::ParseJson(ReadOrQuit(where), where);
  if (!json) Quit(json.error().message);
  if (!json->is_array()) Quit(where + " must be a list of programs.");
  std::vector<Labelled> set;
  for (const Json& item : *json) {
    interview::JsonReader reader(item, where + ", program " + std::to_string(set.size()));
    Labelled one;
    one.id = reader.String("id");
    const std::string language = reader.String("language");
    one.language = language == "python" ? Language::kPython : Language::kCpp;
    if (language != "python" && language != "cpp") {
      reader.Complain("language", "must be cpp or python.");
    }
    const std::string file = reader.String("file");
    one.label = reader.String("class");
    one.memory_label = reader.StringOr("memory_class");
    one.input = reader.String("input");
    if (!kClasses.contains(one.label)) reader.Complain("class", "is none of the classes.");
    if (!one.memory_label.empty() && !kClasses.contains(one.memory_label)) {
      reader.Complain("memory_class", "is none of the classes.");
    }
    if (!kInputs.contains(one.input)) reader.Complain("input", "is none of the inputs.");
    for (const Json& size : reader.Array("sizes")) {
      if (size.is_number_integer()) one.sizes.push_back(size.get<int>());
    }
    if (one.sizes.size() < 5) reader.Complain("sizes", "must be at least five whole numbers.");
    if (const interview::Status done = reader.Finish(); !done) Quit(done.error().message);
    one.source = ReadOrQuit(folder / file);
    set.push_back(std::move(one));
  }
  return set;
}

std::vector<RampStep> MakeRamp(const Labelled& one) {
  std::vector<RampStep> ramp;
  for (const int size : one.sizes) {
    RampStep step{size, {}};
    for (int i = 0; i < kInputsPerSize; ++i) {
      std::mt19937 random(static_cast<unsigned>(1000 * i + 7));
      evaluators::TestCase test;
      test.args = Json::array({kInputs.at(one.input).make(size, random)});
      step.inputs.push_back(std::move(test));
    }
    ramp.push_back(std::move(step));
  }
  return ramp;
}

interview::Question MakeQuestion(const Labelled& one) {
  interview::CodingSpec spec;
  spec.signature.name = "work";
  spec.signature.params = {
      {"x", *interview::ParseType(kInputs.at(one.input).type), Json::object(), true}};
  spec.signature.returns = *interview::ParseType("long");
  spec.growth.sizes = one.sizes;
  interview::Question question;
  question.id = one.id;
  question.spec = std::move(spec);
  return question;
}

struct Tally {
  int right = 0;
  int wrong = 0;
  int unsure = 0;
  int steady = 0;
  int memory_right = 0;
  int memory_total = 0;
  std::map<std::pair<std::string, std::string>, int> confusion;

  int total() const { return right + wrong + unsure; }
  double Percent(int part) const { return total() == 0 ? 0 : 100.0 * part / total(); }
};

void PrintTally(const std::string& name, const Tally& tally, int repeats) {
  std::printf("\n%s: %d programs\n", name.c_str(), tally.total());
  for (const auto& [pair, count] : tally.confusion) {
    std::printf("  %-12s -> %-22s %d\n", pair.first.c_str(), pair.second.c_str(), count);
  }
  std::printf("  right %d (%.1f %%), wrong %d (%.1f %%), unsure %d (%.1f %%)\n", tally.right,
              tally.Percent(tally.right), tally.wrong, tally.Percent(tally.wrong), tally.unsure,
              tally.Percent(tally.unsure));
  if (tally.memory_total > 0) {
    std::printf("  memory right %d of %d labelled\n", tally.memory_right, tally.memory_total);
  }
  if (repeats > 1) {
    std::printf("  same class in %d of %d repeats: %d of %d programs\n", repeats, repeats,
                tally.steady, tally.total());
  }
}

// Measures one program as often as asked; the first measurement is the one that is judged.
void Measure(const Labelled& one, const evaluators::JudgeConfig& config, int repeats,
             bool shows_points, Tally* tally) {
  const interview::Question question = MakeQuestion(one);
  const std::vector<RampStep> ramp = MakeRamp(one);
  GrowthFit first;
  bool is_steady = true;
  double fastest = 1e9;
  for (int i = 0; i < repeats; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const interview::Result<GrowthFit> fit =
        evaluators::MeasureGrowth(question, config, one.language, one.source, ramp, {});
    if (!fit) Quit(one.id + ": " + fit.error().message);
    fastest = std::min(
        fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    if (i == 0) first = *fit;
    is_steady =
        is_steady && fit->growth_class == first.growth_class && fit->confident == first.confident;
  }
  const std::string shown = first.growth_class.empty() ? "not measured" : first.growth_class;
  const char* outcome = "unsure";
  if (!first.confident) {
    ++tally->unsure;
  } else if (shown == one.label) {
    ++tally->right;
    outcome = "right";
  } else {
    ++tally->wrong;
    outcome = "WRONG";
  }
  ++tally->confusion[{one.label, first.confident ? shown : "unsure (" + shown + ")"}];
  if (is_steady) ++tally->steady;
  std::string memory;
  if (!one.memory_label.empty()) {
    ++tally->memory_total;
    const bool is_right = first.memory_confident && first.memory_class == one.memory_label;
    if (is_right) ++tally->memory_right;
    memory = (is_right ? "  memory " : "  MEMORY ") + one.memory_label + " -> " +
             first.memory_class + (first.memory_confident ? "" : "?");
  }
  std::printf("%-6s %-28s %-11s -> %-20s error %5.3f  %4.1f s%s%s\n", outcome, one.id.c_str(),
              one.label.c_str(), shown.c_str(), first.error, fastest, is_steady ? "" : "  UNSTEADY",
              memory.c_str());
  if (shows_points) {
    for (const interview::GrowthPoint& point : first.points) {
      std::printf("         %10.0f  %14.0f  %12.0f\n", point.size, point.cost, point.memory);
    }
  }
  std::fflush(stdout);
}

bool MeetsLimits(Language language, const Tally& tally, int repeats) {
  if (tally.total() == 0) return true;
  return tally.Percent(tally.right) >= (language == Language::kCpp ? 95 : 88) &&
         tally.Percent(tally.wrong) <= 3 && (repeats < 2 || tally.steady == tally.total());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures the labelled programs of a folder; see tests/growth/README.md.");
  std::string folder;
  int repeats = 1;
  std::string language;
  std::string only = "*";
  bool shows_points = false;
  app.add_option("folder", folder, "The set: programs.json and its sources")->required();
  app.add_option("--repeat", repeats, "Measure each program this often")
      ->check(CLI::Range(1, 1000));
  app.add_option("--language", language, "Only programs in this language")
      ->check(CLI::IsMember({"cpp", "python"}));
  app.add_option("--only", only, "Only ids that match this pattern");
  app.add_flag("--points", shows_points, "Print size, cost and memory of every point");
  CLI11_PARSE(app, argc, argv);

  const std::filesystem::path build = ONSITE_BUILD_DIR;
  evaluators::JudgeConfig config;
  config.drivers_dir = ONSITE_SOURCE_DIR "/evaluators/judge/drivers";
  config.box_init = build / "onsite_box_init";
  config.cache_dir = build / "growth-cache";
  std::map<Language, Tally> tallies;
  for (const Labelled& one : ReadSet(folder)) {
    if (!language.empty() && language != ToString(one.language)) continue;
    if (::fnmatch(only.c_str(), one.id.c_str(), 0) != 0) continue;
    Measure(one, config, repeats, shows_points, &tallies[one.language]);
  }
  bool is_met = true;
  for (const auto& [one, tally] : tallies) {
    PrintTally(std::string(ToString(one)), tally, repeats);
    is_met = is_met && MeetsLimits(one, tally, repeats);
  }
  std::printf("\n%s\n", is_met ? "Within the limits." : "The limits are missed.");
  return is_met ? 0 : 1;
}

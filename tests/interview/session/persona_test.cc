// Personas: every occasion has words, broken files are named, the same seed gives the same words.
#include "interview/session/persona.h"

#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

Json NeutralFile() {
  const std::string path = ONSITE_SOURCE_DIR "/rubrics/personas/neutral.json";
  return *ParseJson(*ReadFile(path), path);
}

std::string Complaint(const Json& json) {
  const Result<Persona> persona = Persona::Parse(json, "p.json");
  return persona ? "" : persona.error().message;
}

TEST(Persona, ThreeAreShippedAndSpeakDifferently) {
  const Personas personas = ShippedPersonas();
  ASSERT_EQ(personas.all().size(), 3u);
  const Persona& neutral = personas.Find("neutral");
  for (const auto& [id, persona] : personas.all()) {
    for (const auto& [occasion, wordings] : neutral.lines()) {
      EXPECT_FALSE(persona.Say(occasion, 5).empty() && occasion.find(':') != std::string::npos)
          << id << " " << occasion;
    }
    EXPECT_EQ(persona.lines() == neutral.lines(), id == "neutral") << id;
  }
  EXPECT_EQ(personas.Find("nobody").id(), "neutral");
  EXPECT_EQ(personas.Find("").id(), "neutral");
}

TEST(Persona, TheSameSeedGivesTheSameWords) {
  const Personas one = ShippedPersonas();
  const Personas other = ShippedPersonas();
  for (const auto& [id, persona] : one.all()) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      EXPECT_EQ(persona.Say("leave", seed), other.Find(id).Say("leave", seed));
    }
  }
}

TEST(Persona, FactsHintsAndQuestionsAreSaidInFullByEveryPersona) {
  const Personas personas = ShippedPersonas();
  for (const auto& [id, persona] : personas.all()) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      EXPECT_NE(persona.Say("fact", seed, {{"answer", "At most {9}."}}).find("At most {9}."),
                std::string::npos)
          << "places in what is filled in stay as they are";
      EXPECT_NE(persona.Say("hint_offer", seed, {{"cost", "It costs 1."}}).find("It costs 1."),
                std::string::npos);
    }
  }
}

TEST(Persona, ABrokenFileIsNamedWithWhatToMend) {
  Json json = NeutralFile();
  EXPECT_EQ(Complaint(json), "");
  json["lines"].erase("leave");
  EXPECT_NE(Complaint(json).find("leave"), std::string::npos);
  json = NeutralFile();
  json["lines"]["fact"] = {"It is so."};
  EXPECT_NE(Complaint(json).find("must hold {answer}"), std::string::npos) << Complaint(json);
  json = NeutralFile();
  json["lines"]["nudge"] = {"What about {ask}"};
  EXPECT_NE(Complaint(json).find("no {place}"), std::string::npos) << Complaint(json);
  json = NeutralFile();
  json["lines"]["joke"] = {"Ha."};
  EXPECT_NE(Complaint(json).find("joke"), std::string::npos);
}

TEST(Persona, AFolderWithoutANeutralOneIsRefused) {
  const Result<Personas> personas = Personas::Load(testing::TempDir() + "/no-personas");
  ASSERT_FALSE(personas);
  EXPECT_NE(personas.error().message.find("neutral.json"), std::string::npos);
}

}  // namespace
}  // namespace interview::test

// Edits in their short form, and how large an hour of typing is.
#include "interview/store/edit_payload.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "interview/store/transcript_store.h"
#include "tests/support/temp_folder.h"

namespace interview {
namespace {

const TextField kCode{TextField::Kind::kCode, "two-sum", "python"};
const TextField kNotes{TextField::Kind::kProse, "two-sum", "plan"};

Event Edit(Duration at, const TextField& field, std::size_t where, std::size_t removed,
           std::string inserted) {
  return {at, event::TextEdited{field, where, removed, std::move(inserted)}};
}

TEST(EditPayload, NamesItsTextOnlyWhereThatChanges) {
  const event::TextEdited edit{kCode, 7, 2, "gr\xC3\xB6\"\n"};
  const Json full = EditPayload(edit, std::nullopt);
  EXPECT_EQ(DumpJson(full), R"([7,2,"grö\"\n","code","two-sum","python"])");
  EXPECT_EQ(EditPayload(edit, kNotes), full);
  EXPECT_EQ(DumpJson(EditPayload(edit, kCode)), R"([7,2,"grö\"\n"])");
}

TEST(EditPayload, ComesBackInEveryForm) {
  const event::TextEdited edit{kCode, 7, 2, "x"};
  std::optional<TextField> previous;
  for (const Json& json :
       {ToJson(EventPayload(edit)), EditPayload(edit, std::nullopt), EditPayload(edit, kCode)}) {
    const Result<EventPayload> read = ParseStoredEvent("text_edited", json, &previous);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(ToJson(*read), ToJson(EventPayload(edit)));
    EXPECT_EQ(previous, kCode);
  }
}

TEST(EditPayload, IsRefusedWhenItIsBroken) {
  for (const char* text :
       {"[]", R"([1,0,"a"])", R"([1,0,2,"code","q","python"])", R"([-1,0,"a","code","q","python"])",
        R"([1,0,"a","song","q",""])", R"([1,0,"a","code","q"])", R"([1,0,"a","code","q",3])"}) {
    std::optional<TextField> previous;
    const Result<EventPayload> read =
        ParseStoredEvent("text_edited", *ParseJson(text, "test"), &previous);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
  }
}

SessionSummary Summary(const SessionId& id) {
  SessionSummary summary;
  summary.id = id;
  return summary;
}

// An hour at five keys a second, a tenth of them backspaces, with turns to the notes and back,
// written every 400 ms as the room does.
std::vector<Event> AnHourOfTyping() {
  std::vector<Event> events;
  std::size_t length[2] = {0, 0};
  for (int key = 0; key < 5 * 3600; ++key) {
    const bool notes = key % 500 >= 420;
    std::size_t& size = length[notes];
    const Duration at(200 * key);
    const TextField& field = notes ? kNotes : kCode;
    if (key % 10 == 9) {
      events.push_back(Edit(at, field, --size, 1, ""));
    } else {
      const char typed = key % 40 == 39 ? '\n' : static_cast<char>('a' + key % 26);
      events.push_back(Edit(at, field, size++, 0, std::string(1, typed)));
    }
  }
  return events;
}

TEST(TranscriptSize, AnHourOfHeavyTypingTakesLessThanTwoMegabytesOnTheDisk) {
  support::TempFolder folder;
  const auto path = folder / "onsite.db";
  const std::vector<Event> events = AnHourOfTyping();
  const SessionId id = "20260101-000000-abcdef";
  std::uintmax_t empty = 0;
  {
    Result<TranscriptStore> store = TranscriptStore::Open(path);
    ASSERT_TRUE(store) << store.error().message;
    ASSERT_TRUE(store->Create(Summary(id), {}));
  }
  empty = std::filesystem::file_size(path);
  {
    Result<TranscriptStore> store = TranscriptStore::Open(path);
    const std::span<const Event> all(events);
    for (std::size_t i = 0; i < all.size(); i += 2) {
      ASSERT_TRUE(store->Append(id, static_cast<std::int64_t>(i), all.subspan(i, 2)));
    }
  }
  const auto size = static_cast<double>(std::filesystem::file_size(path) - empty) / 1e6;
  std::printf("%zu edits, %.2f MB in the database\n", events.size(), size);
  EXPECT_LT(size, 2.0);

  const std::vector<Event> loaded = *TranscriptStore::Open(path)->Load(id);
  ASSERT_EQ(loaded.size(), events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    ASSERT_EQ(loaded[i].at, events[i].at);
    ASSERT_EQ(ToJson(loaded[i].payload), ToJson(events[i].payload)) << i;
  }
}

// Another writer, or one that does not know what came before it, names the text again.
TEST(TranscriptSize, AnAppendAfterAReopenOrAFailureKnowsItsText) {
  support::TempFolder folder;
  const auto path = folder / "onsite.db";
  std::int64_t seq = 0;
  for (const TextField* field : {&kCode, &kNotes, &kCode}) {
    Result<TranscriptStore> store = TranscriptStore::Open(path);
    if (seq == 0) {
      ASSERT_TRUE(store->Create(Summary("s"), {}));
      ASSERT_TRUE(store->Create(Summary("other"), {}));
    }
    const Event edit = Edit(Duration(seq), *field, 0, 0, "a");
    ASSERT_TRUE(store->Append("s", seq++, {&edit, 1}));
    ASSERT_TRUE(store->Append("other", seq, {&edit, 1}));
    ASSERT_FALSE(store->Append("s", seq - 1, {&edit, 1})) << "taken";
    ASSERT_TRUE(store->Append("s", seq++, {&edit, 1}));
  }
  const std::vector<Event> events = *TranscriptStore::Open(path)->Load("s");
  ASSERT_EQ(events.size(), 6u);
  const TextField* const expected[] = {&kCode, &kCode, &kNotes, &kNotes, &kCode, &kCode};
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(std::get<event::TextEdited>(events[i].payload).field, *expected[i]);
  }
}

}  // namespace
}  // namespace interview

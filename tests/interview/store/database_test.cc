// The file itself: schema, versions, damage, transactions.
#include "interview/store/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace interview {
namespace {

using support::ReadBytes;
using support::WriteBytes;
using testing::HasSubstr;

constexpr std::size_t kPage = 4096;

class DatabaseTest : public testing::Test {
 protected:
  Database Open() {
    Result<Database> database = Database::Open(file_);
    EXPECT_TRUE(database) << database.error().message;
    return *std::move(database);
  }
  // One session with `events` events of about half a kilobyte; everything in the main file.
  void Fill(int events) {
    Database database = Open();
    ASSERT_TRUE(database.Transact([&]() -> Status {
      Status s = database.Execute(
          "INSERT INTO sessions (id, started_ms, kind, title) VALUES ('s', 1, 'drill', 't')");
      for (int i = 0; s && i < events; ++i) {
        s = database.Execute("INSERT INTO events VALUES ('s', ?, 0, 'note_added', ?)",
                             {std::int64_t{i}, std::string(500, 'x')});
      }
      return s;
    }));
  }
  std::vector<SqlRow> Rows(Database* database, const std::string& sql) {
    Result<std::vector<SqlRow>> rows = database->Query(sql);
    EXPECT_TRUE(rows) << rows.error().message;
    return *std::move(rows);
  }
  std::int64_t Number(Database* database, const std::string& sql) {
    return std::get<std::int64_t>(Rows(database, sql)[0][0]);
  }
  std::int64_t Count(Database* database, const std::string& table) {
    return Number(database, "SELECT COUNT(*) FROM " + table);
  }
  void ExpectRefusedUntouched(ErrorCode code, const std::string& sentence) {
    const std::string before = ReadBytes(file_);
    const Result<Database> refused = Database::Open(file_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, code);
    EXPECT_THAT(refused.error().message, HasSubstr(sentence));
    EXPECT_THAT(refused.error().message, HasSubstr(file_.string()));
    EXPECT_TRUE(ReadBytes(file_) == before) << "the file was changed";
  }

  support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "data/onsite.db";
};

// A change of the schema needs a new script in sql/, a new schema_v<version>.txt here, and leaves
// the older scripts and listings as they are: files of that version are out there.
TEST_F(DatabaseTest, TheScriptsLeadToTheListedSchema) {
  Database database = Open();
  std::string listing;
  for (const SqlRow& row :
       Rows(&database,
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name")) {
    listing += std::get<std::string>(row[0]) + ";\n";
  }
  const int version = Database::SchemaVersion();
  EXPECT_EQ(Number(&database, "PRAGMA user_version"), version);
  EXPECT_EQ(listing, ReadBytes(std::string(ONSITE_SOURCE_DIR) + "/tests/interview/store/schema_v" +
                               std::to_string(version) + ".txt"));
}

TEST_F(DatabaseTest, EveryOpeningFindsWhatWasWritten) {
  Fill(100);
  Database database = Open();
  EXPECT_EQ(Count(&database, "events"), 100);
}

TEST_F(DatabaseTest, WritesAreOnTheDiskInWriteAheadMode) {
  Database database = Open();
  EXPECT_EQ(std::get<std::string>(Rows(&database, "PRAGMA journal_mode")[0][0]), "wal");
  EXPECT_EQ(Number(&database, "PRAGMA synchronous"), 2);
  EXPECT_EQ(Number(&database, "PRAGMA foreign_keys"), 1);
}

TEST_F(DatabaseTest, ATransactionThatFailsLeavesNothing) {
  Database database = Open();
  const Status status = database.Transact([&]() -> Status {
    const Status written = database.Execute(
        "INSERT INTO sessions (id, started_ms, kind, title) VALUES ('s', 1, 'drill', 't')");
    EXPECT_TRUE(written);
    EXPECT_EQ(Count(&database, "sessions"), 1);
    return Fail(ErrorCode::kInvalid, "Changed my mind.");
  });
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message, "Changed my mind.");
  EXPECT_EQ(Count(&database, "sessions"), 0);
}

TEST_F(DatabaseTest, AfterAFailedTransactionTheNextOneWorks) {
  Database database = Open();
  EXPECT_FALSE(
      database.Transact([&] { return database.Execute("INSERT INTO nowhere VALUES (1)"); }));
  EXPECT_TRUE(database.Transact([&] {
    return database.Execute(
        "INSERT INTO sessions (id, started_ms, kind, title) VALUES ('s', 1, 'drill', 't')");
  }));
  EXPECT_EQ(Count(&database, "sessions"), 1);
}

TEST_F(DatabaseTest, ValuesOfEveryTypeComeBack) {
  Database database = Open();
  const std::string text("nul \0 and \xC3\xA4", 12);
  const Result<std::vector<SqlRow>> rows =
      database.Query("SELECT ?, ?, ?, ?", {std::int64_t{1} << 60, 0.1, text, nullptr});
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(std::get<std::int64_t>((*rows)[0][0]), std::int64_t{1} << 60);
  EXPECT_EQ(std::get<double>((*rows)[0][1]), 0.1);
  EXPECT_EQ(std::get<std::string>((*rows)[0][2]), text);
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>((*rows)[0][3]));
}

TEST_F(DatabaseTest, TwoProgramsMayHoldItAtOnce) {
  Database one = Open();
  Database other = Open();
  ASSERT_TRUE(one.Transact([&] {
    return one.Execute(
        "INSERT INTO sessions (id, started_ms, kind, title) VALUES ('a', 1, 'd', 't')");
  }));
  ASSERT_TRUE(other.Transact([&] {
    return other.Execute(
        "INSERT INTO sessions (id, started_ms, kind, title) VALUES ('b', 1, 'd', 't')");
  }));
  EXPECT_EQ(Count(&one, "sessions"), 2);
}

TEST_F(DatabaseTest, AFileOfANewerVersionIsRefusedUntouched) {
  {
    Database database = Open();
    ASSERT_TRUE(database.Transact([&] { return database.Execute("PRAGMA user_version = 99"); }));
  }
  ExpectRefusedUntouched(ErrorCode::kCorrupt, "newer Onsite (schema 99");
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsRefusedUntouched) {
  for (const std::string& bytes :
       {std::string("Dear diary, today I failed an interview."), std::string(100000, '\xA5'),
        std::string("SQLite format 3\0", 16) + std::string(5000, 'z')}) {
    WriteBytes(file_, bytes);
    ExpectRefusedUntouched(ErrorCode::kCorrupt, "is damaged; move it aside");
  }
}

TEST_F(DatabaseTest, ATruncatedFileIsRefusedUntouched) {
  Fill(200);
  const std::string whole = ReadBytes(file_);
  ASSERT_GT(whole.size(), 10 * kPage);
  for (const std::size_t size : {whole.size() / 2, whole.size() - kPage, kPage + 100}) {
    WriteBytes(file_, whole.substr(0, size));
    ExpectRefusedUntouched(ErrorCode::kCorrupt, "is damaged");
  }
}

TEST_F(DatabaseTest, FlippedBytesInThePagesAreRefusedUntouched) {
  Fill(200);
  const std::string whole = ReadBytes(file_);
  for (std::size_t page = 0; page < whole.size() / kPage; ++page) {
    std::string flipped = whole;
    // The head of the page: its kind and the places of its cells.
    const std::size_t head = page * kPage + (page == 0 ? 100 : 0);
    for (std::size_t i = head; i < head + 12; ++i) flipped[i] = static_cast<char>(~flipped[i]);
    WriteBytes(file_, flipped);
    ExpectRefusedUntouched(ErrorCode::kCorrupt, "is damaged");
  }
}

TEST_F(DatabaseTest, AFolderThatCannotBeMadeIsNamed) {
  WriteBytes(folder_ / "file", "in the way");
  const Result<Database> refused = Database::Open(folder_ / "file/below/onsite.db");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kIo);
  EXPECT_THAT(refused.error().message, HasSubstr("ONSITE_DATA_DIR"));
}

TEST_F(DatabaseTest, AFullFileKeepsWhatIsThereAndWorksAgainLater) {
  Fill(10);
  Database database = Open();
  const auto pages = Number(&database, "PRAGMA page_count");
  ASSERT_TRUE(database.Query("PRAGMA max_page_count = " + std::to_string(pages + 1)));
  const auto append = [&] {
    return database.Transact([&]() -> Status {
      Status s;
      for (int i = 0; s && i < 50; ++i) {
        s = database.Execute("INSERT INTO events VALUES ('s', ?, 0, 'note_added', ?)",
                             {std::int64_t{1000 + i}, std::string(500, 'y')});
      }
      return s;
    });
  };
  const Status full = append();
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::kIo);
  EXPECT_THAT(full.error().message, HasSubstr("is full; free some space"));
  EXPECT_EQ(Count(&database, "events"), 10);
  ASSERT_TRUE(database.Query("PRAGMA max_page_count = 1000000"));
  const Status again = append();
  EXPECT_TRUE(again) << again.error().message;
  EXPECT_EQ(Count(&database, "events"), 60);
}

}  // namespace
}  // namespace interview

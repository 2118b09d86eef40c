// The wrapper of SQLiteCpp: its exceptions end here.
#include "interview/store/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cassert>
#include <cstdlib>
#include <optional>

#include "interview/base/log.h"
#include "interview/store/migrations.h"

namespace interview {
namespace {

// How long a write waits for another program; the window must not freeze for longer.
constexpr int kBusyTimeoutMs = 1000;

Error Translate(const SQLite::Exception& e, const std::string& file) {
  const std::string detail = e.what();
  switch (e.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::kCorrupt,
              "The database " + file +
                  " is damaged; move it aside and start again, or restore a copy of it (nothing "
                  "was changed).",
              detail};
    case SQLITE_FULL:
      return {
          ErrorCode::kIo,
          "The disk that holds " + file + " is full; free some space, your work is kept meanwhile.",
          detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kIo, "Another program is writing to " + file + "; close it and try again.",
              detail};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {
          ErrorCode::kIo,
          "Cannot open " + file + " for writing; check the permissions of the file and its folder.",
          detail};
    default:
      return {ErrorCode::kIo, "The database " + file + " cannot be used: " + detail + ".", detail};
  }
}

void Trace(const std::string& sql) {
  static const bool on = std::getenv("SQL_TRACE") != nullptr;
  if (on) Log(LogLevel::kInfo, "sql: " + sql);
}

void Bind(SQLite::Statement* statement, const std::vector<SqlValue>& values) {
  int index = 0;
  for (const SqlValue& value : values) {
    ++index;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      statement->bind(index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
      statement->bind(index, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      statement->bind(index, *text);
    } else {
      statement->bind(index);
    }
  }
}

SqlValue Read(const SQLite::Column& column) {
  if (column.isInteger()) return static_cast<std::int64_t>(column.getInt64());
  if (column.isFloat()) return column.getDouble();
  if (column.isNull()) return nullptr;
  return column.getString();
}

}  // namespace

struct Database::Connection {
  std::string file;
  SQLite::Database sqlite;
  bool in_transaction = false;
};

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

void Database::AssertThread() const { assert(std::this_thread::get_id() == thread_); }

int Database::SchemaVersion() { return static_cast<int>(std::size(kMigrations)); }

Result<Database> Database::Open(const std::filesystem::path& path) {
  std::error_code ec;
  std::filesystem::create_directories(path.parent_path(), ec);
  if (ec) {
    return Fail(ErrorCode::kIo, "Cannot create the folder " + path.parent_path().string() + ": " +
                                    ec.message() +
                                    "; check its permissions or set ONSITE_DATA_DIR.");
  }
  try {
    auto connection = std::unique_ptr<Connection>(new Connection{
        path.string(), SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                        kBusyTimeoutMs)});
    Database database(std::move(connection));
    SQLite::Database& sqlite = database.connection_->sqlite;
    const int version = sqlite.execAndGet("PRAGMA user_version").getInt();
    if (version > SchemaVersion()) {
      return Fail(ErrorCode::kCorrupt,
                  "The database " + path.string() + " was written by a newer Onsite (schema " +
                      std::to_string(version) + ", this one knows " +
                      std::to_string(SchemaVersion()) +
                      "); update Onsite, or name another folder in ONSITE_DATA_DIR.");
    }
    const std::string check = sqlite.execAndGet("PRAGMA quick_check(1)").getString();
    if (check != "ok") throw SQLite::Exception("quick_check: " + check, SQLITE_CORRUPT);
    sqlite.exec("PRAGMA journal_mode = WAL");
    sqlite.exec("PRAGMA synchronous = FULL");
    sqlite.exec("PRAGMA foreign_keys = ON");
    if (Status s = database.Migrate(); !s) return Forward(s);
    return database;
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(Translate(e, path.string()));
  }
}

Status Database::Migrate() {
  SQLite::Database& sqlite = connection_->sqlite;
  // The version is read inside the transaction: two programs may open a new database at once.
  SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
  const int version = sqlite.execAndGet("PRAGMA user_version").getInt();
  for (int next = version; next < SchemaVersion(); ++next) {
    sqlite.exec(kMigrations[next]);
    sqlite.exec("PRAGMA user_version = " + std::to_string(next + 1));
  }
  transaction.commit();
  return {};
}

Result<std::vector<SqlRow>> Database::Query(const std::string& sql,
                                            const std::vector<SqlValue>& values) {
  AssertThread();
  Trace(sql);
  try {
    SQLite::Statement statement(connection_->sqlite, sql);
    Bind(&statement, values);
    std::vector<SqlRow> rows;
    while (statement.executeStep()) {
      SqlRow row;
      for (int i = 0; i < statement.getColumnCount(); ++i)
        row.push_back(Read(statement.getColumn(i)));
      rows.push_back(std::move(row));
    }
    return rows;
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(Translate(e, connection_->file));
  }
}

Status Database::Transact(const std::function<Status()>& change) {
  AssertThread();
  assert(!connection_->in_transaction);
  try {
    SQLite::Transaction transaction(connection_->sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    connection_->in_transaction = true;
    Status status = change();
    connection_->in_transaction = false;
    if (status) transaction.commit();
    return status;
  } catch (const SQLite::Exception& e) {
    connection_->in_transaction = false;
    return tl::unexpected(Translate(e, connection_->file));
  }
}

Status Database::Execute(const std::string& sql, const std::vector<SqlValue>& values) {
  AssertThread();
  assert(connection_->in_transaction);
  Trace(sql);
  try {
    SQLite::Statement statement(connection_->sqlite, sql);
    Bind(&statement, values);
    statement.exec();
    return {};
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(Translate(e, connection_->file));
  }
}

}  // namespace interview

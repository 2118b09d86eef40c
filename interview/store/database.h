// SQLite, opened once: WAL, foreign keys, numbered migrations, and one way to write.
// Main thread only (asserted). With SQL_TRACE=1 in the environment every statement goes to stderr.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "interview/base/result.h"

namespace interview {

using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string>;
using SqlRow = std::vector<SqlValue>;

class Database {
 public:
  // Opens or creates the file and brings its schema up to date. Fails with kCorrupt for a damaged
  // file or one of a newer version (which are left untouched), kIo where the disk refuses.
  static Result<Database> Open(const std::filesystem::path& path);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // The version that this program writes.
  static int SchemaVersion();

  Result<std::vector<SqlRow>> Query(const std::string& sql,
                                    const std::vector<SqlValue>& values = {});

  // Runs `change` inside one transaction: all of it happens, or nothing. The only way to write.
  Status Transact(const std::function<Status()>& change);
  // One writing statement. REQUIRES: inside Transact.
  Status Execute(const std::string& sql, const std::vector<SqlValue>& values = {});

 private:
  struct Connection;
  explicit Database(std::unique_ptr<Connection> connection);
  Status Migrate();
  void AssertThread() const;

  std::unique_ptr<Connection> connection_;
  std::thread::id thread_ = std::this_thread::get_id();
};

}  // namespace interview

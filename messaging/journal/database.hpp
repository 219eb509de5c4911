// SQLite as the journal uses it: connections set and not left to defaults, statements that cost nothing to
// reuse. Inside this folder only. Failures are SQLite::Exception; each public function ends them
// (`problem_of`).
#pragma once

#include "messaging/journal/chain.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace regiekamer::journal {

inline constexpr int application_id = 0x52676b4a; ///< "RgkJ", at offset 68 of the file
inline constexpr int format = 1;                  ///< user_version
/// Rows of 700 bytes leave an eighth of a 4 KiB page empty, and a sixteenth of one of 8 KiB.
inline constexpr int page_bytes = 8192;

/// A prepared statement on raw columns: a journal reads hundreds of thousands of rows a second, and
/// SQLite::Statement counts references at each column.
class Query {
public:
    Query(SQLite::Database& database, const char* sql);
    Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Query& operator=(Query&&) = delete;
    ~Query() { sqlite3_finalize(statement_); }

    /// Views are not copied: they must live until the statement is stepped to its end or reset.
    Query& bind(int place, std::int64_t value);
    Query& bind_text(int place, std::string_view value);
    Query& bind_bytes(int place, std::span<const unsigned char> value);
    Query& bind_null(int place);

    bool step(); ///< to the next row; false at the end
    void run();  ///< to the end, and ready for the next time
    void reset() { sqlite3_reset(statement_); }

    [[nodiscard]] int kind(int column) const { return sqlite3_column_type(statement_, column); }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    /// Until the next step.
    [[nodiscard]] std::string_view text(int column) const {
        const auto found = bytes(column);
        return {reinterpret_cast<const char*>(found.data()), found.size()};
    }
    [[nodiscard]] std::span<const unsigned char> bytes(int column) const {
        const void* data = sqlite3_column_blob(statement_, column);
        const int size = sqlite3_column_bytes(statement_, column);
        return {static_cast<const unsigned char*>(data), static_cast<std::size_t>(size)};
    }

private:
    sqlite3_stmt* statement_ = nullptr;
};

/// Resets when the scope ends: a statement left open holds the reader's snapshot, and the WAL grows behind
/// it.
class Rewind {
public:
    explicit Rewind(Query& query) : query_(query) {}
    Rewind(const Rewind&) = delete;
    Rewind& operator=(const Rewind&) = delete;
    ~Rewind() { query_.reset(); }

private:
    Query& query_;
};

/// A transaction that rolls back unless it was committed; also when the commit itself failed.
class Change {
public:
    explicit Change(SQLite::Database& database);
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;
    ~Change();
    void commit();

private:
    SQLite::Database& database_;
};

/// On one thread, so without SQLite's mutexes: they would cost a fifth of every reading.
using Connection = std::unique_ptr<SQLite::Database>;

/// For the one that writes. Checkpoints only when told, not at closing either: a WAL that was found to be
/// wrong must not be moved into the file, nor one go whose file still says that it is in use.
Connection connect_writing(const std::filesystem::path& file);
/// Lets the closing remove the WAL: everything of it stands in the file.
void let_wal_go(SQLite::Database& database);
/// For those that read beside it.
Connection connect_reading(const std::filesystem::path& file);
/// The file as it stands, without its WAL, touching nothing.
Connection connect_bare(const std::filesystem::path& file);

/// SQLite's failure as one sentence about the file.
Problem problem_of(const std::filesystem::path& file, const SQLite::Exception& failure);

/// Whether the file's name leads to another file by now, or to none: what is written is found by nobody.
bool is_elsewhere(SQLite::Database& database);

/// Whether it is about the file's pages: torn, missing, overwritten, not to be read.
bool tells_damage(const SQLite::Exception& failure);

/// Ends the process when a write or fsync failed: the kernel may have dropped the pages, so that nothing said
/// afterwards could be kept. SQLite is left unclosed, since closing would sync again.
void stop_unless_durable(const std::filesystem::path& file, int extended_code);

} // namespace regiekamer::journal

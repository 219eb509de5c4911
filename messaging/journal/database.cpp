// Connections and statements.
#include "messaging/journal/database.hpp"

#include <cstdio>
#include <unistd.h>

namespace regiekamer::journal {
namespace {

/// Long enough for another's recovery or checkpoint, short enough for a person to wait.
constexpr int busy_milliseconds = 2000;

Connection set(Connection connection) {
    sqlite3* handle = connection->getHandle();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // a file from elsewhere may carry triggers and views: no function of ours runs for them
    connection->exec("PRAGMA trusted_schema=off; PRAGMA cell_size_check=on; PRAGMA mmap_size=0;"
                     "PRAGMA temp_store=memory;");
    return connection;
}

void check(sqlite3_stmt* statement, int code) {
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement), code);
}

} // namespace

Query::Query(SQLite::Database& database, const char* sql) {
    const int code =
        sqlite3_prepare_v3(database.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(database.getHandle(), code);
}

Query& Query::bind(int place, std::int64_t value) {
    check(statement_, sqlite3_bind_int64(statement_, place, value));
    return *this;
}

Query& Query::bind_text(int place, std::string_view value) {
    check(statement_,
          sqlite3_bind_text64(statement_, place, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Query& Query::bind_bytes(int place, std::span<const unsigned char> value) {
    check(statement_, sqlite3_bind_blob64(statement_, place, value.data(), value.size(), SQLITE_STATIC));
    return *this;
}

Query& Query::bind_null(int place) {
    check(statement_, sqlite3_bind_null(statement_, place));
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    SQLite::Exception failure(sqlite3_db_handle(statement_), code);
    sqlite3_reset(statement_);
    throw failure;
}

void Query::run() {
    while (step()) {
    }
    sqlite3_reset(statement_);
}

Change::Change(SQLite::Database& database) : database_(database) {
    database_.exec("BEGIN IMMEDIATE");
}

Change::~Change() {
    if (sqlite3_get_autocommit(database_.getHandle()) == 0)
        sqlite3_exec(database_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Change::commit() {
    database_.exec("COMMIT");
}

Connection connect_writing(const std::filesystem::path& file) {
    auto connection = set(std::make_unique<SQLite::Database>(
        file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, busy_milliseconds));
    sqlite3_db_config(connection->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    connection->exec("PRAGMA synchronous=full; PRAGMA wal_autocheckpoint=0;");
    return connection;
}

void let_wal_go(SQLite::Database& database) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Connection connect_reading(const std::filesystem::path& file) {
    return set(std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX,
                                                  busy_milliseconds));
}

Connection connect_bare(const std::filesystem::path& file) {
    static constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (plain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += to_hex({&byte, 1});
        }
    }
    uri += "?mode=ro&immutable=1";
    return set(std::make_unique<SQLite::Database>(
        uri, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI, busy_milliseconds));
}

Problem problem_of(const std::filesystem::path& file, const SQLite::Exception& failure) {
    const std::string where = file.string();
    switch (failure.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        return {where, "the disk is full", "room for what is to be stored; nothing of it was"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {where, "locked by another program", "a journal that nothing else writes"};
    case SQLITE_READONLY:
        return {where, "read-only", "a file and folder that may be written"};
    case SQLITE_CANTOPEN:
        return {where, "a file that cannot be opened", "a journal in a folder that may be written"};
    case SQLITE_NOTADB:
        return {where, "a file that is no database", "a journal"};
    case SQLITE_CORRUPT:
        return {where, "a damaged file",
                "a whole journal; `journal verify` names the first row that is lost"};
    default:
        // room for the WAL's index is asked for by size, and is refused in words of its own
        if (failure.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE)
            return {where, "the disk is full", "room for what is to be stored; nothing of it was"};
        return {where, std::string("a failure of the file: ") + failure.what(),
                "a journal that can be read and written"};
    }
}

bool is_elsewhere(SQLite::Database& database) {
    int moved = 0;
    return sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
           moved != 0;
}

bool tells_damage(const SQLite::Exception& failure) {
    const int code = failure.getErrorCode() & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_IOERR || code == SQLITE_NOTADB;
}

void stop_unless_durable(const std::filesystem::path& file, int extended_code) {
    if (extended_code != SQLITE_IOERR_FSYNC && extended_code != SQLITE_IOERR_DIR_FSYNC &&
        extended_code != SQLITE_IOERR_WRITE)
        return;
    std::fprintf(
        stderr, "%s: writing to the disk failed; stopped, so that nothing is acknowledged that is not kept\n",
        file.c_str());
    _exit(1);
}

} // namespace regiekamer::journal

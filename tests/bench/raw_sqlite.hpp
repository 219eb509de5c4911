// The raw library that ingest and acks are held against: the journal's schema in plain SQLite, as one would
// write it in an afternoon: WAL, FULL, (source, id) unique, the same hashes; events come ready, nothing is
// checked.
#pragma once

#include <array>
#include <filesystem>
#include <sodium.h>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <string_view>

namespace bench {

class RawSqlite {
public:
    explicit RawSqlite(const std::filesystem::path& file) {
        if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("sqlite3_open");
        run("PRAGMA journal_mode=wal; PRAGMA synchronous=full;"
            "CREATE TABLE message(sequence INTEGER PRIMARY KEY,recorded TEXT NOT NULL,sender TEXT NOT NULL,"
            "source TEXT NOT NULL,id TEXT NOT NULL,salt BLOB,digest BLOB,hash BLOB NOT NULL,event BLOB,"
            "UNIQUE(source,id));");
        sqlite3_prepare_v2(database_, "INSERT INTO message VALUES(?,?,?,?,?,?,?,?,?)", -1, &insert_, nullptr);
        sqlite3_prepare_v2(database_, "BEGIN IMMEDIATE", -1, &begin_, nullptr);
        sqlite3_prepare_v2(database_, "COMMIT", -1, &commit_, nullptr);
    }
    ~RawSqlite() {
        for (auto* each : {insert_, begin_, commit_})
            sqlite3_finalize(each);
        sqlite3_close(database_);
    }
    RawSqlite(const RawSqlite&) = delete;
    RawSqlite& operator=(const RawSqlite&) = delete;

    void begin() { step(begin_); }
    void commit() { step(commit_); }
    void insert(std::string_view id, std::string_view event) {
        static constexpr std::string_view recorded = "2027-01-22T12:00:00.004511Z", sender = "bench",
                                          source = "desk/ovd-1";
        ++sequence_;
        randombytes_buf(salt_.data(), salt_.size());
        crypto_generichash_state state;
        crypto_generichash_init(&state, nullptr, 0, 32);
        update(state, salt_);
        update(state, event);
        crypto_generichash_final(&state, digest_.data(), 32);
        const std::string meta =
            std::to_string(sequence_) + '\n' + std::string(recorded) + '\n' + std::string(sender) + '\n';
        crypto_generichash_init(&state, nullptr, 0, 32);
        update(state, hash_);
        update(state, meta);
        update(state, digest_);
        crypto_generichash_final(&state, hash_.data(), 32);
        sqlite3_bind_int64(insert_, 1, sequence_);
        text(2, recorded), text(3, sender), text(4, source), text(5, id);
        blob(6, salt_), blob(7, digest_), blob(8, hash_), blob(9, event);
        step(insert_);
    }

private:
    template <class Bytes>
    static void update(crypto_generichash_state& state, const Bytes& bytes) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    void text(int place, std::string_view value) {
        sqlite3_bind_text(insert_, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    template <class Bytes>
    void blob(int place, const Bytes& value) {
        sqlite3_bind_blob(insert_, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
        sqlite3_reset(statement);
    }
    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database_));
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt *insert_ = nullptr, *begin_ = nullptr, *commit_ = nullptr;
    std::int64_t sequence_ = 0;
    std::array<unsigned char, 16> salt_{};
    std::array<unsigned char, 32> digest_{}, hash_{};
};

} // namespace bench

// The file of a journal or replica: made whole under its name or not at all, looked at without touching it,
// and opened by one writer only. Inside this folder only.
#pragma once

#include "messaging/journal/database.hpp"

namespace regiekamer::journal {

/// Every row with everything the chain is made of, as `FullRow` has it.
inline constexpr const char* whole_rows =
    "SELECT sequence,recorded,sender,salt,digest,hash,event FROM message ORDER BY sequence";

/// What the file says of itself (table `meta`).
struct Identity {
    std::string uuid;
    Mode mode{};
    bool replica{};
    bool in_use{};            ///< a writer opened it and did not close it
    Sequence known_through{}; ///< up to here table `known` holds the keys of (source, id)
    std::string known_sum; ///< of that table's entries (KeySum); empty in a journal of before there was one
};

/// An exclusive lock that dies with the process: `FILE.lock`, never deleted, since a deleted one could be
/// held twice.
class Lock {
public:
    static Result<Lock> take(const std::filesystem::path& file);
    Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Lock& operator=(Lock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Lock();

private:
    explicit Lock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

/// The tables; `known` finds a (source, id) again and is derived from the events.
void create_tables(SQLite::Database& database, const Identity& identity);
Identity read_identity(SQLite::Database& database);
void set_meta(SQLite::Database& database, const char* name, std::string_view value);

/// Looks at the file's first bytes, its WAL and what it says of itself, touching nothing: an empty file,
/// another program's, a newer format's. `present` is false when there is no file at all; there is no identity
/// when a checkpoint was cut off and only the WAL makes the file whole again.
struct Look {
    bool present{};
    std::optional<Identity> identity;
    std::optional<Problem> lost; ///< acknowledged messages are missing, or may be: the WAL is gone or damaged
    bool wal_damaged{};          ///< it is the WAL's frames that tell so
    bool one_dropped{};          ///< the WAL ends in a commit that was cut off, and never acknowledged
};
Result<Look> look(const std::filesystem::path& file);

/// A Problem when the file or its folder may not be written.
Result<void> check_writable(const std::filesystem::path& file);

/// Opened by its one writer: the chain's end was checked and everything stands in the file itself.
struct Opened {
    Lock lock;
    Connection database;
    Identity identity;
    Head head;
    Instant recorded;
    bool mended{};      ///< table `known` was not what the events say, and was made again
    bool one_dropped{}; ///< the WAL ended in a commit that was cut off
};
struct Wanted {
    Mode mode{};
    std::optional<std::string> replica_of; ///< the uuid when it is a replica that is wanted
};
Result<Opened> open_for_writing(const std::filesystem::path& file, const Wanted& wanted);

/// Says that the writer left in order; then the WAL may go.
void close_in_order(const std::filesystem::path& file, SQLite::Database& database) noexcept;

/// For readers.
Result<Connection> open_for_reading(const std::filesystem::path& file);

/// What is wrong with the files, in ways that leave something to read.
struct Damage {
    bool torn{};                 ///< the file is shorter than it should be, or SQLite would not have it
    std::optional<Problem> lost; ///< the WAL is gone or damaged (Look)
    bool wal{};                  ///< it is damaged
};

/// As open_for_reading, and a file too whose pages are torn or missing, or whose WAL is, for what can still
/// be read of it.
Result<Connection> open_what_can_be_read(const std::filesystem::path& file, Damage& damage);
/// Whether SQLite finds the structure of the file wrong. Reads all of it.
bool is_damaged(SQLite::Database& database);
/// Of a file so damaged that not even its first row can be looked for.
Problem nothing_left(const std::filesystem::path& file);

/// The last row's place, or the genesis; and when it was recorded.
std::pair<Head, Instant> end_of(SQLite::Database& database, const Identity& identity);

/// At most `limit` rows after `after`, of at most `bytes_max` together but at least one.
std::vector<Row> read_rows(Query& query, Sequence after, std::size_t limit, std::size_t bytes_max);
inline constexpr const char* rows_after =
    "SELECT sequence,recorded,sender,hash,event FROM message WHERE sequence>?1 ORDER BY sequence LIMIT ?2";

/// Moves the WAL into the file as far as readers allow. False when it could not, on a full disk for one.
bool checkpoint_wal(const std::filesystem::path& file, SQLite::Database& database);

} // namespace regiekamer::journal

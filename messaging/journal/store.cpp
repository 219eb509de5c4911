// Opening with suspicion: what can be seen from the bytes is judged before SQLite may touch anything.
#include "messaging/journal/store.hpp"

#include "messaging/journal/builder.hpp"
#include "messaging/journal/known.hpp"
#include "messaging/journal/wal.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace regiekamer::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic{"SQLite format 3\0", 16};
/// As many rows at the end are checked at every opening; those of a WAL that was left behind come on top.
constexpr Sequence tail_rows = 1024;
/// So long may all rows be counted, which is enough for a million, and the chain be followed from the first.
constexpr std::chrono::milliseconds look_through_most{400}, follow_most{100};

constexpr std::array<std::string_view, 3> tables{
    "CREATE TABLE message(sequence INTEGER PRIMARY KEY,recorded TEXT NOT NULL,sender TEXT NOT NULL,salt BLOB,"
    "digest BLOB,hash BLOB NOT NULL,event BLOB)",
    "CREATE TABLE known(key INTEGER NOT NULL,sequence INTEGER NOT NULL,PRIMARY KEY(key,sequence)) WITHOUT "
    "ROWID",
    "CREATE TABLE meta(name TEXT PRIMARY KEY,value TEXT NOT NULL) WITHOUT ROWID"};

std::uint32_t big_endian(const std::array<unsigned char, 100>& header, std::size_t at) {
    return static_cast<std::uint32_t>(header[at]) << 24U | static_cast<std::uint32_t>(header[at + 1]) << 16U |
           static_cast<std::uint32_t>(header[at + 2]) << 8U | header[at + 3];
}

/// Where SQLite has its WAL: beside the file itself, also when it is named by a link. The lock likewise, so
/// that a journal has one whatever its names.
fs::path beside(const fs::path& file, const char* suffix) {
    std::error_code error;
    fs::path path = fs::is_symlink(file, error) ? fs::canonical(file, error) : file;
    if (error || path.empty()) path = file; // a link to nothing
    path += suffix;
    return path;
}

std::uintmax_t wal_bytes(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(beside(file, "-wal"), error);
    return error ? 0 : size;
}

/// What SQLite would call no database, though it begins as one.
Result<void> check_first_page(const fs::path& file, const std::array<unsigned char, 100>& header) {
    const std::string remedy = "a copy of it: a backup, or the journal of a desk";
    const std::size_t said = static_cast<std::size_t>(header[16]) << 8U | header[17];
    const std::size_t page = said == 1 ? 65536 : said; // as the format writes what two bytes cannot hold
    const bool sized = page >= 512 && (page & (page - 1)) == 0;
    // the versions, the bytes kept free on each page, and three fractions that never differ
    constexpr std::array<unsigned char, 4> fixed{0, 64, 32, 32};
    const bool versions = header[18] >= 1 && header[18] <= 2 && header[19] >= 1 && header[19] <= 2;
    if (!sized || !versions || !std::equal(fixed.begin(), fixed.end(), header.begin() + 20))
        return refuse(file.string(), "a file whose first bytes are damaged, so that no row can be read",
                      remedy);
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (!error && size < page)
        return refuse(file.string(),
                      "a file cut off after " + std::to_string(size) + " bytes, within its first page of " +
                          std::to_string(page) + ", so that no row can be read",
                      remedy);
    return {};
}

/// The first 100 bytes of the file, as the SQLite file format lays them out.
Result<void> check_header(const fs::path& file) {
    std::array<unsigned char, 100> header{};
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refuse(file.string(), std::strerror(errno), "a journal that may be read");
    stream.read(reinterpret_cast<char*>(header.data()), header.size());
    if (stream.gcount() == 0) return refuse(file.string(), "an empty file", "a journal");
    if (stream.gcount() < 100 || std::memcmp(header.data(), magic.data(), magic.size()) != 0)
        return refuse(file.string(), "a file that is no database", "a journal");
    if (auto whole = check_first_page(file, header); !whole) return tl::unexpected(whole.error());
    if (big_endian(header, 68) != application_id)
        return refuse(file.string(), "a database of another program", "a journal");
    const std::uint32_t version = big_endian(header, 60);
    if (version > format)
        return refuse(file.string(),
                      "journal format " + std::to_string(version) + ", written by a newer version",
                      "format " + std::to_string(format));
    if (version != format)
        return refuse(file.string(), "journal format " + std::to_string(version),
                      "format " + std::to_string(format));
    return {};
}

Problem foreign_wal(const fs::path& file) {
    return {file.string(), "a WAL beside it that belongs to another journal",
            "its own " + beside(file, "-wal").string()};
}

/// Nothing but our tables: a trigger or view from elsewhere could answer in their place.
void check_schema(const fs::path& file, SQLite::Database& database, std::optional<Problem>& problem) {
    Query objects(database, "SELECT type,name,sql FROM sqlite_schema");
    std::size_t ours = 0;
    while (objects.step()) {
        if (std::find(tables.begin(), tables.end(), objects.text(2)) != tables.end()) {
            ++ours;
        } else if (!problem) {
            problem = Problem{file.string(),
                              "a foreign " + std::string(objects.text(0)) + " \"" +
                                  std::string(objects.text(1)) + '"',
                              "a journal's own tables only"};
        }
    }
    if (!problem && ours != tables.size())
        problem = Problem{file.string(), "a journal without its own tables", "a whole journal"};
}

/// Rows taken one after the other, each of which must follow on the one before it.
class Following {
public:
    explicit Following(const Identity& identity)
        : replica_(identity.replica), previous_(genesis(identity.uuid, identity.mode)) {}

    [[nodiscard]] Sequence expected() const { return expected_; }
    /// sequence, recorded, sender, digest, hash
    bool takes(const Query& row) {
        const auto digest = row.bytes(3);
        const auto hash = row.bytes(4);
        if (row.number(0) != static_cast<std::int64_t>(expected_) || hash.size() != 32) return false;
        if (!replica_ &&
            (digest.size() != 32 ||
             !std::ranges::equal(hash_of(previous_, expected_, row.text(1), row.text(2), digest.first<32>()),
                                 hash)))
            return false;
        go_on_from(row);
        return true;
    }
    void go_on_from(const Query& row) {
        const auto hash = row.bytes(4);
        std::copy_n(hash.begin(), std::min(hash.size(), previous_.size()), previous_.begin());
        expected_ = static_cast<Sequence>(row.number(0)) + 1;
    }

private:
    bool replica_;
    Hash previous_;
    Sequence expected_ = 1;
};

Problem unfit(const fs::path& file, Sequence row) {
    return {file.string(), "row " + std::to_string(row) + " does not fit the chain",
            "a journal that verifies; `journal verify` tells what became of that row"};
}

/// The chain's end. Another journal's WAL, an older copy's or a torn page show here, before a new row would
/// be chained onto them; `journal verify` looks at all.
std::optional<Problem> check_end(const fs::path& file, SQLite::Database& database, const Identity& identity,
                                 Sequence last, Sequence tail) {
    Query rows(database, "SELECT sequence,recorded,sender,digest,hash FROM message WHERE sequence>=?1 "
                         "ORDER BY sequence");
    const Sequence from = last > tail ? last - tail : 1;
    rows.bind(1, static_cast<std::int64_t>(from));
    Following following(identity);
    for (bool first = from != 1; rows.step(); first = false) {
        if (first)
            following.go_on_from(rows); // what stands before it is not asked here
        else if (!following.takes(rows))
            return unfit(file, following.expected());
    }
    return std::nullopt;
}

/// Ends SQLite's own work when the time is over.
class TimeLimit {
public:
    TimeLimit(SQLite::Database& database, std::chrono::milliseconds most)
        : database_(database), end_(std::chrono::steady_clock::now() + most) {
        constexpr int steps = 10'000;
        sqlite3_progress_handler(
            database_.getHandle(), steps,
            [](void* self) { return static_cast<TimeLimit*>(self)->over() ? 1 : 0; }, this);
    }
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;
    ~TimeLimit() { sqlite3_progress_handler(database_.getHandle(), 0, nullptr, nullptr); }
    [[nodiscard]] bool over() const { return std::chrono::steady_clock::now() > end_; }

private:
    SQLite::Database& database_;
    std::chrono::steady_clock::time_point end_;
};

/// Whether every row is there with a hash of its size, counted by SQLite itself: ten times as fast as
/// following the chain, and a page that was torn shows all the same. What there was no time for is taken for
/// right.
bool counts_right(SQLite::Database& database, Sequence last) {
    const TimeLimit limit(database, look_through_most);
    try {
        Query count(database, "SELECT count(*),total(length(hash)),min(sequence) FROM message");
        if (!count.step()) return false;
        const auto rows = static_cast<Sequence>(count.number(0));
        return rows == last && static_cast<Sequence>(count.number(1)) == 32 * last &&
               (last == 0 || count.number(2) == 1);
    } catch (const SQLite::Exception& failure) {
        if ((failure.getErrorCode() & 0xff) == SQLITE_INTERRUPT) return true;
        if (!tells_damage(failure)) throw;
        return false;
    }
}

/// The rows from the first on: a page that was torn there would else show only when a desk asks for it, in
/// the midst of work. The chain is followed a little way, and to where it breaks when the rows do not count
/// right.
std::optional<Problem> check_beginning(const fs::path& file, SQLite::Database& database,
                                       const Identity& identity, Sequence last) {
    const bool right = counts_right(database, last);
    const auto enough = std::chrono::steady_clock::now() + follow_most;
    Following following(identity);
    try {
        Query rows(database, "SELECT sequence,recorded,sender,digest,hash FROM message ORDER BY sequence");
        while (rows.step()) {
            if (!following.takes(rows)) return unfit(file, following.expected());
            if (right && following.expected() % 256 == 0 && std::chrono::steady_clock::now() > enough) break;
        }
        if (!right) return unfit(file, following.expected());
        return std::nullopt;
    } catch (const SQLite::Exception& failure) {
        if (!tells_damage(failure)) throw;
        return Problem{file.string(),
                       "row " + std::to_string(following.expected()) +
                           " cannot be read, since the file is damaged there",
                       "a whole journal; `journal verify` tells what can be saved, and how"};
    }
}

/// Whether the journal is the one that was asked for.
std::optional<Problem> check_wanted(const fs::path& file, const Wanted& wanted, const Identity& identity) {
    const std::string where = file.string();
    const std::string copy = "a desk's copy", own = "a hub's own journal";
    if (identity.replica != wanted.replica_of.has_value())
        return Problem{where, identity.replica ? copy : own, identity.replica ? own : copy};
    if (wanted.replica_of && identity.uuid != *wanted.replica_of)
        return Problem{where, "a copy of journal " + identity.uuid, "one of journal " + *wanted.replica_of};
    if (identity.mode != wanted.mode)
        return Problem{where, "a journal whose mode is " + std::string(word(identity.mode)),
                       std::string(word(wanted.mode))};
    return std::nullopt;
}

Result<Opened> open_existing(const fs::path& file, const Wanted& wanted, const Look& seen, Lock lock) {
    // as the file itself says first, before a connection makes a WAL beside it
    std::optional<Problem> problem;
    if (seen.identity) problem = check_wanted(file, wanted, *seen.identity);
    if (problem) return tl::unexpected(*problem);
    const std::uintmax_t left_behind = wal_bytes(file);
    Connection database = connect_writing(file);
    check_schema(file, *database, problem);
    if (problem) return tl::unexpected(*problem);
    Identity identity = read_identity(*database);
    if (seen.identity && identity.uuid != seen.identity->uuid) return tl::unexpected(foreign_wal(file));
    problem = check_wanted(file, wanted, identity);
    if (problem) return tl::unexpected(*problem);
    const auto [head, recorded] = end_of(*database, identity);
    problem = check_beginning(file, *database, identity, head.sequence);
    // a row takes more than 250 bytes with its page's share
    if (!problem)
        problem = check_end(file, *database, identity, head.sequence, tail_rows + left_behind / 250);
    if (problem) return tl::unexpected(*problem);
    const bool mended = !identity.replica && mend_known(*database, identity, head.sequence);
    // in this order the WAL always holds something while the file says that it is in use
    checkpoint_wal(file, *database);
    set_meta(*database, "session", "open since " + to_text(wall_clock()));
    checkpoint_wal(file, *database);
    return Opened{std::move(lock), std::move(database), std::move(identity), head, recorded,
                  mended,          seen.one_dropped};
}

} // namespace

Result<Lock> Lock::take(const fs::path& file) {
    const fs::path path = beside(file, ".lock");
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refuse(path.string(), std::strerror(errno),
                      "a lock file that may be written beside the journal");
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return refuse(file.string(), "in use by another hub or desk", "a journal that nobody else writes");
    }
    return Lock(descriptor);
}

Lock::~Lock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void create_tables(SQLite::Database& database, const Identity& identity) {
    for (const auto sql : tables)
        database.exec(std::string(sql));
    database.exec("PRAGMA application_id=" + std::to_string(application_id));
    database.exec("PRAGMA user_version=" + std::to_string(format));
    set_meta(database, "journal", identity.uuid);
    set_meta(database, "mode", word(identity.mode));
    set_meta(database, "kind", identity.replica ? "replica" : "journal");
    set_meta(database, "session", "closed");
    set_meta(database, "known", std::to_string(identity.known_through));
}

Identity read_identity(SQLite::Database& database) {
    Identity identity;
    Query meta(database, "SELECT name,value FROM meta");
    while (meta.step()) {
        const auto name = meta.text(0);
        const auto value = meta.text(1);
        if (name == "journal") identity.uuid = value;
        if (name == "mode") identity.mode = mode_of(value).value_or(Mode::actual);
        if (name == "kind") identity.replica = value == "replica";
        if (name == "session") identity.in_use = value != "closed";
        if (name == "known_sum") identity.known_sum = value;
        if (name == "known")
            std::from_chars(value.data(), value.data() + value.size(), identity.known_through);
    }
    return identity;
}

void set_meta(SQLite::Database& database, const char* name, std::string_view value) {
    Query(database,
          "INSERT INTO meta(name,value) VALUES(?1,?2) ON CONFLICT(name) DO UPDATE SET value=excluded.value")
        .bind_text(1, name)
        .bind_text(2, value)
        .run();
}

namespace {

Problem wal_gone(const fs::path& file) {
    return {file.string(),
            "its last session did not end in order and its WAL (" + beside(file, "-wal").string() +
                ") is gone, so that acknowledged messages may be missing",
            "that WAL put back, or `journal export` of what is left and `journal import` into a new journal"};
}

Problem wal_damaged(const fs::path& file, const WalReading& wal) {
    return {
        file.string(),
        "its WAL (" + beside(file, "-wal").string() + ") is damaged behind frame " +
            std::to_string(wal.frames) + ", and the acknowledged messages of " +
            std::to_string(wal.commits_beyond - 1) + " or more later commits cannot be read",
        "a whole WAL: keep both files as they are; `journal verify` and `journal export` show what can be "
        "read, and a desk's copy or a backup may have the rest"};
}

} // namespace

Result<Look> look(const fs::path& file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) return Look{};
    if (status.type() != fs::file_type::regular)
        return refuse(file.string(), fs::is_directory(status) ? "a folder" : "no ordinary file", "a journal");
    if (auto header = check_header(file); !header) return tl::unexpected(header.error());
    Look seen;
    seen.present = true;
    const WalReading wal = read_wal(beside(file, "-wal"), page_bytes);
    seen.wal_damaged = wal.loses_acknowledged();
    seen.one_dropped = wal.one_dropped();
    if (seen.wal_damaged) seen.lost = wal_damaged(file, wal);
    try {
        seen.identity = read_identity(*connect_bare(file));
    } catch (const SQLite::Exception& failure) {
        if (wal_bytes(file) == 0) return tl::unexpected(problem_of(file, failure));
        return seen;
    }
    if (seen.identity->in_use && wal_bytes(file) == 0) seen.lost = wal_gone(file);
    return seen;
}

Result<void> check_writable(const fs::path& file) {
    struct stat status {};
    const bool bits = ::stat(file.c_str(), &status) == 0 && (status.st_mode & 0222U) != 0;
    // root may write a file that says nobody may; whoever said so meant it
    if (!bits || ::access(file.c_str(), W_OK) != 0)
        return refuse(file.string(), "a read-only file", "a journal that may be written");
    const fs::path folder = fs::absolute(file).parent_path();
    if (::access(folder.c_str(), W_OK) != 0)
        return refuse(file.string(), "in a read-only folder", "a folder in which its WAL may be written");
    return {};
}

Result<Opened> open_for_writing(const fs::path& file, const Wanted& wanted) {
    try {
        const auto folder = fs::absolute(file).parent_path();
        if (!fs::is_directory(folder)) return refuse(file.string(), "no such folder", "a folder that exists");
        // before the lock file too: a file that is no journal gets nothing beside it
        auto seen = look(file);
        if (!seen) return tl::unexpected(seen.error());
        if (seen->lost) return tl::unexpected(*seen->lost);
        if (seen->present)
            if (auto writable = check_writable(file); !writable) return tl::unexpected(writable.error());
        auto lock = Lock::take(file);
        if (!lock) return tl::unexpected(lock.error());
        if (seen = look(file); !seen) return tl::unexpected(seen.error());
        if (seen->lost) return tl::unexpected(*seen->lost);
        if (!seen->present) {
            Identity fresh{wanted.replica_of.value_or(fresh_uuid()),
                           wanted.mode,
                           wanted.replica_of.has_value(),
                           {},
                           {},
                           {}};
            auto made =
                Builder::create(file, fresh).and_then([](Builder builder) { return builder.finish(); });
            if (!made) return tl::unexpected(made.error());
            seen->identity = fresh;
        }
        return open_existing(file, wanted, *seen, std::move(*lock));
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    } catch (const fs::filesystem_error& failure) {
        return refuse(file.string(), failure.code().message(), "a file that can be reached");
    }
}

void close_in_order(const fs::path& file, SQLite::Database& database) noexcept {
    try {
        set_meta(database, "session", "closed");
        if (checkpoint_wal(file, database)) let_wal_go(database);
    } catch (const SQLite::Exception& failure) {
        // the next opening finds the WAL and goes on from it
        stop_unless_durable(file, failure.getExtendedErrorCode());
    }
}

namespace {

/// What look saw decides how; of a WAL that is damaged SQLite gives what stands before the damage.
Result<Connection> open_seen(const fs::path& file, const Look& seen) {
    try {
        if (!seen.present) return refuse(file.string(), "no such file", "a journal");
        std::optional<Problem> problem;
        if (seen.lost && !seen.wal_damaged) {
            auto left = connect_bare(file);
            check_schema(file, *left, problem);
            if (problem) return tl::unexpected(*problem);
            return left;
        }
        Connection database;
        Identity identity;
        try {
            database = connect_reading(file);
            identity = read_identity(*database);
        } catch (const SQLite::Exception& failure) {
            // on a read-only disk there is no room for a WAL's index; without a WAL none is needed
            if ((failure.getErrorCode() & 0xff) != SQLITE_CANTOPEN || wal_bytes(file) != 0) throw;
            database = connect_bare(file);
            identity = read_identity(*database);
        }
        check_schema(file, *database, problem);
        if (problem) return tl::unexpected(*problem);
        if (seen.identity && identity.uuid != seen.identity->uuid) return tl::unexpected(foreign_wal(file));
        return database;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
}

} // namespace

Result<Connection> open_for_reading(const fs::path& file) {
    const auto seen = look(file);
    if (!seen) return tl::unexpected(seen.error());
    if (seen->lost) return tl::unexpected(*seen->lost);
    return open_seen(file, *seen);
}

bool is_damaged(SQLite::Database& database) {
    try {
        Query check(database, "PRAGMA quick_check(100)");
        while (check.step())
            // so begins what is wrong with pages; a column that someone emptied is told otherwise
            if (check.text(0).starts_with("***")) return true;
        return false;
    } catch (const SQLite::Exception& failure) {
        if (!tells_damage(failure)) throw;
        return true;
    }
}

Problem nothing_left(const fs::path& file) {
    return {file.string(), "a file so damaged that no row of it can be read",
            "a copy of it: a backup, or the journal of a desk"};
}

namespace {

/// A file is whole pages; of one that was cut SQLite takes what is missing of the last page for zeros.
bool ends_within_page(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return !error && wal_bytes(file) == 0 && size % page_bytes != 0;
}

bool is_torn(const fs::path& file, Connection (*connect)(const fs::path&)) {
    try {
        const auto database = connect(file);
        Query(*database, "SELECT count(*) FROM sqlite_schema").step();
        read_identity(*database);
        return false;
    } catch (const SQLite::Exception& failure) {
        return tells_damage(failure);
    }
}

bool opens_damaged(const fs::path& file) {
    return is_torn(file, wal_bytes(file) == 0 ? connect_bare : connect_reading);
}

} // namespace

Result<Connection> open_what_can_be_read(const fs::path& file, Damage& damage) {
    damage.torn = ends_within_page(file);
    const auto seen = look(file);
    if (seen) {
        damage.lost = seen->lost;
        damage.wal = seen->wal_damaged;
    }
    std::error_code error;
    if (!seen && !fs::is_regular_file(file, error)) return tl::unexpected(seen.error()); // may never end
    if (!check_header(file) || !opens_damaged(file)) {
        if (!seen) return tl::unexpected(seen.error());
        return open_seen(file, *seen);
    }
    damage.torn = true;
    if (wal_bytes(file) != 0 && !is_torn(file, connect_bare)) return tl::unexpected(foreign_wal(file));
    try {
        auto database = wal_bytes(file) == 0 ? connect_bare(file) : connect_reading(file);
        // else SQLite refuses a file that is shorter than it says; nothing is written, it is open read-only
        sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        database->exec("PRAGMA writable_schema=on");
        std::optional<Problem> problem;
        check_schema(file, *database, problem);
        if (problem) return tl::unexpected(*problem);
        if (read_identity(*database).uuid.empty()) return tl::unexpected(nothing_left(file));
        return database;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(tells_damage(failure) ? nothing_left(file) : problem_of(file, failure));
    }
}

std::pair<Head, Instant> end_of(SQLite::Database& database, const Identity& identity) {
    Query last(database, "SELECT sequence,hash,recorded FROM message ORDER BY sequence DESC LIMIT 1");
    if (!last.step()) return {Head{0, genesis(identity.uuid, identity.mode)}, Instant{}};
    Head head{static_cast<Sequence>(last.number(0)), {}};
    const auto hash = last.bytes(1);
    std::copy_n(hash.begin(), std::min(hash.size(), head.hash.size()), head.hash.begin());
    return {head, read_instant(last.text(2)).value_or(Instant{})};
}

std::vector<Row> read_rows(Query& query, Sequence after, std::size_t limit, std::size_t bytes_max) {
    const Rewind rewind(query);
    query.bind(1, static_cast<std::int64_t>(after)).bind(2, static_cast<std::int64_t>(limit));
    std::vector<Row> rows;
    std::size_t bytes = 0;
    while (query.step()) {
        const auto event = query.text(4);
        bytes += event.size();
        if (bytes > bytes_max && !rows.empty()) break;
        Row& row = rows.emplace_back();
        row.sequence = static_cast<Sequence>(query.number(0));
        row.recorded = read_instant(query.text(1)).value_or(Instant{});
        row.sender = query.text(2);
        const auto hash = query.bytes(3);
        std::copy_n(hash.begin(), std::min(hash.size(), row.hash.size()), row.hash.begin());
        row.event = event;
    }
    return rows;
}

bool checkpoint_wal(const fs::path& file, SQLite::Database& database) {
    const int code =
        sqlite3_wal_checkpoint_v2(database.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // readers may hold it up and a full disk may; then it waits for a next time
    if (code != SQLITE_OK) stop_unless_durable(file, code);
    return code == SQLITE_OK;
}

} // namespace regiekamer::journal

// The journal of one hub: every message, in the order in which the hub accepted it.
//
// One SQLite file (application_id and user_version set), table `message`, chained by hash:
//   digest = BLAKE2b-256(salt ‖ event)
//   hash   = BLAKE2b-256(previous hash ‖ sequence LF recorded LF sender LF ‖ digest)
// so that any later change shows, and a redacted row still verifies (design.md decision 4).
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <span>

namespace regiekamer::journal {

using Hash = std::array<unsigned char, 32>;

std::string to_hex(std::span<const unsigned char> bytes); ///< lower case
Result<Hash> hash_from_hex(std::string_view text);

/// Where a journal stands: the last sequence and its hash. Desks keep heads; a cut tail shows against one.
struct Head {
    Sequence sequence{};
    Hash hash{};
    bool operator==(const Head&) const = default;
};

struct Info {
    std::string uuid; ///< lower case
    Mode mode{};
    Head head;
    Instant recorded; ///< of the last row; the epoch when there is none
    bool replica{};   ///< a desk's copy: hashes as the hub told them, no salts
    int format{};     ///< user_version
};

/// An event that the hub has checked and wants kept. All views must outlive the call.
struct Draft {
    std::string_view sender, event; ///< `event` on one line (codec::one_line)
    std::string_view source, id;    ///< the event's own, for de-duplication
};

/// What became of one draft.
struct Stored {
    Sequence sequence{};
    Instant recorded;
    Hash hash{};
    bool repeated{}; ///< the same bytes were stored before: this is their first sequence
};

/// One row as a reader needs it. `event` is empty in a redacted row.
struct Row {
    Sequence sequence{};
    Instant recorded;
    std::string sender;
    Hash hash{};
    std::string event;
};

/// What was not as it should be at opening and was put right, a sentence each; empty: nothing.
struct Remarks {
    std::string keys_made_again, commit_dropped;
};

/// The writer. One at a time: a lock file beside the journal keeps a second one out. Lives on one thread.
class Journal {
public:
    /// Opens, or creates when there is none. A newer format, a foreign database, another mode, a locked or
    /// read-only file, a missing WAL: a Problem, with `where` the file and the file untouched.
    static Result<Journal> open(const std::filesystem::path& file, Mode mode);
    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    [[nodiscard]] const Info& info() const;
    /// What was not as it should be at opening.
    [[nodiscard]] const Remarks& remarks() const;

    /// Stores the batch in one transaction, durable when it returns. A draft whose (source, id) is stored
    /// with other bytes is refused by itself; on a full disk the whole batch is refused and nothing stored.
    /// After a failed fsync the process ends at once (_exit): nothing that was not durable may be
    /// acknowledged. `now` is the wall clock; recorded = max(now, last + 1 µs).
    Result<std::vector<Result<Stored>>> append(std::span<const Draft> batch, Instant now);

    /// At most `limit` rows after `after`, at most `bytes_max` of events together (but at least one row).
    Result<std::vector<Row>> read(Sequence after, std::size_t limit, std::size_t bytes_max) const;

    /// Moves the WAL into the file; call it in a quiet moment.
    void checkpoint();

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// A reader of a journal or replica, read-only, beside a running writer. One thread each.
class Reader {
public:
    static Result<Reader> open(const std::filesystem::path& file);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// As it stands now (the head moves while a writer appends).
    [[nodiscard]] Result<Info> info() const;
    Result<std::vector<Row>> read(Sequence after, std::size_t limit, std::size_t bytes_max) const;

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// A desk's copy of a shared hub's journal, written by its link: the rows as the wire brought them.
class Replica {
public:
    /// Opens or creates. A replica of another journal (uuid) is a Problem.
    static Result<Replica> open(const std::filesystem::path& file, const std::string& uuid, Mode mode);
    Replica(Replica&&) noexcept;
    Replica& operator=(Replica&&) noexcept;
    ~Replica();

    [[nodiscard]] Head head() const;
    /// Rows must follow on the head, without gap.
    Result<Head> append(std::span<const Row> rows);

private:
    struct State;
    explicit Replica(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace regiekamer::journal

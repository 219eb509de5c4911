// The writer: number, chain, keep, and only then answer.
#include "messaging/journal/journal.hpp"

#include "messaging/journal/builder.hpp"
#include "messaging/journal/envelope.hpp"
#include "messaging/journal/known.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace regiekamer::journal {
namespace {

/// Keys wait in memory (and are found again from the events at the next opening) until so many go into the
/// table at once: in their own order, a random key at a time would rewrite most of the table for each batch.
constexpr std::size_t waiting_keys_max = 32768;
constexpr std::size_t waiting_keys_quiet = 4096;
/// 64 MiB of WAL: without a quiet moment, a checkpoint falls into some commit after all.
constexpr int wal_pages_max = 8192;

using Keys = std::unordered_multimap<std::int64_t, Sequence>;

} // namespace

struct Journal::State {
    std::filesystem::path file;
    Opened opened;
    Info info;
    Remarks remarks;
    Keys waiting;
    int wal_pages = 0;

    Query insert, by_key, by_sequence, rows;

    State(std::filesystem::path path, Opened taken)
        : file(std::move(path)), opened(std::move(taken)),
          insert(*opened.database, "INSERT INTO message(sequence,recorded,sender,salt,digest,hash,event) "
                                   "VALUES(?1,?2,?3,?4,?5,?6,?7)"),
          by_key(*opened.database, "SELECT sequence FROM known WHERE key=?1"),
          by_sequence(*opened.database, "SELECT recorded,hash,event FROM message WHERE sequence=?1"),
          rows(*opened.database, rows_after) {
        info = {opened.identity.uuid, opened.identity.mode, opened.head, opened.recorded, false, format};
        sqlite3_wal_hook(
            opened.database->getHandle(),
            [](void* self, sqlite3*, const char*, int pages) {
                static_cast<State*>(self)->wal_pages = pages;
                return SQLITE_OK;
            },
            this);
        find_waiting();
        if (opened.mended)
            remarks.keys_made_again =
                file.string() + ": its table of ids did not say what its messages say; it was made again "
                                "from them, and no message was touched";
        if (opened.one_dropped)
            remarks.commit_dropped = file.string() +
                                     ": its WAL ended in a commit that was cut off, as a power cut leaves "
                                     "it; nothing of it had been acknowledged, and it was dropped";
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        close_in_order(file, *opened.database);
        sqlite3_wal_hook(opened.database->getHandle(), nullptr, nullptr);
    }

    void find_waiting();
    void store_waiting();
    std::optional<Result<Stored>> find_again(const Draft& draft, std::int64_t key);
    std::optional<Result<Stored>> compare(const Draft& draft, Sequence sequence);
    Stored store(const Draft& draft, std::int64_t key, const Salt& salt, Instant now, Info& end);
};

/// The keys of the rows that the table `known` does not hold yet.
void Journal::State::find_waiting() {
    waiting.clear();
    Query unknown(*opened.database,
                  "SELECT sequence,event FROM message WHERE sequence>?1 AND event IS NOT NULL");
    unknown.bind(1, static_cast<std::int64_t>(opened.identity.known_through));
    while (unknown.step())
        if (const auto envelope = Envelope::of(unknown.text(1)))
            waiting.emplace(key_of(info.uuid, envelope->source(), envelope->id()),
                            static_cast<Sequence>(unknown.number(0)));
}

void Journal::State::store_waiting() {
    KeyEntries keys;
    keys.reserve(waiting.size());
    for (const auto& [key, sequence] : waiting)
        keys.emplace_back(key, static_cast<std::int64_t>(sequence));
    Change change(*opened.database);
    store_keys(*opened.database, keys, info.head.sequence);
    change.commit();
    opened.identity.known_through = info.head.sequence;
    waiting.clear();
}

/// What a stored row says about a draft under the same key: the same, refused, or nothing (another pair).
std::optional<Result<Stored>> Journal::State::compare(const Draft& draft, Sequence sequence) {
    const Rewind rewind(by_sequence);
    by_sequence.bind(1, static_cast<std::int64_t>(sequence));
    if (!by_sequence.step()) return std::nullopt;
    if (by_sequence.kind(2) == SQLITE_NULL)
        return refuse("/id", std::string(draft.id),
                      "an id not used before: message " + std::to_string(sequence) +
                          " had it and was redacted");
    const auto event = by_sequence.text(2);
    if (event == draft.event) {
        Stored stored{sequence, read_instant(by_sequence.text(0)).value_or(Instant{}), {}, true};
        const auto hash = by_sequence.bytes(1);
        std::copy_n(hash.begin(), std::min(hash.size(), stored.hash.size()), stored.hash.begin());
        return stored;
    }
    const auto envelope = Envelope::of(event);
    if (envelope && (envelope->source() != draft.source || envelope->id() != draft.id)) return std::nullopt;
    return refuse("/id", std::string(draft.id),
                  "an id not used before: message " + std::to_string(sequence) +
                      " has it, with other content");
}

std::optional<Result<Stored>> Journal::State::find_again(const Draft& draft, std::int64_t key) {
    const auto [from, until] = waiting.equal_range(key);
    for (auto at = from; at != until; ++at)
        if (auto verdict = compare(draft, at->second)) return verdict;
    if (opened.identity.known_through == 0) return std::nullopt;
    const Rewind rewind(by_key);
    by_key.bind(1, key);
    while (by_key.step())
        if (auto verdict = compare(draft, static_cast<Sequence>(by_key.number(0)))) return verdict;
    return std::nullopt;
}

Stored Journal::State::store(const Draft& draft, std::int64_t key, const Salt& salt, Instant now, Info& end) {
    const Sequence sequence = end.head.sequence + 1;
    const Instant recorded = std::max(now, end.recorded + microseconds{1});
    const std::string text = to_text(recorded);
    const Hash digest = digest_of(salt, draft.event);
    const Hash hash = hash_of(end.head.hash, sequence, text, draft.sender, digest);
    insert.bind(1, static_cast<std::int64_t>(sequence))
        .bind_text(2, text)
        .bind_text(3, draft.sender)
        .bind_bytes(4, salt)
        .bind_bytes(5, digest)
        .bind_bytes(6, hash)
        .bind_bytes(7, {reinterpret_cast<const unsigned char*>(draft.event.data()), draft.event.size()});
    insert.run();
    waiting.emplace(key, sequence);
    end.head = {sequence, hash};
    end.recorded = recorded;
    return {sequence, recorded, hash, false};
}

Journal::Journal(std::unique_ptr<State> state) : state_(std::move(state)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Result<Journal> Journal::open(const std::filesystem::path& file, Mode mode) {
    auto opened = open_for_writing(file, {mode, std::nullopt});
    if (!opened) return tl::unexpected(opened.error());
    try {
        return Journal(std::make_unique<State>(file, std::move(*opened)));
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
}

const Info& Journal::info() const {
    return state_->info;
}

const Remarks& Journal::remarks() const {
    return state_->remarks;
}

Result<std::vector<Result<Stored>>> Journal::append(std::span<const Draft> batch, Instant now) {
    State& state = *state_;
    std::vector<Result<Stored>> answers;
    answers.reserve(batch.size());
    const auto salts = fresh_salts(batch.size());
    Info end = state.info;
    if (is_elsewhere(*state.opened.database))
        return refuse(state.file.string(), "a name that leads to another file by now, or to none",
                      "the file as it was when this began: put it back, nothing is stored meanwhile");
    try {
        if (state.waiting.size() >= waiting_keys_max) state.store_waiting();
        Change change(*state.opened.database);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const Draft& draft = batch[i];
            assert(!draft.event.empty() && draft.event.find('\n') == std::string_view::npos);
            const auto key = key_of(state.info.uuid, draft.source, draft.id);
            if (auto again = state.find_again(draft, key)) {
                answers.push_back(std::move(*again));
            } else {
                answers.emplace_back(state.store(draft, key, salts[i], now, end));
            }
        }
        change.commit();
        state.info = end;
    } catch (const SQLite::Exception& failure) {
        stop_unless_durable(state.file, failure.getExtendedErrorCode());
        std::erase_if(state.waiting,
                      [&](const auto& entry) { return entry.second > state.info.head.sequence; });
        return tl::unexpected(problem_of(state.file, failure));
    }
    if (state.wal_pages > wal_pages_max) checkpoint();
    return answers;
}

Result<std::vector<Row>> Journal::read(Sequence after, std::size_t limit, std::size_t bytes_max) const {
    try {
        return read_rows(state_->rows, after, limit, bytes_max);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(state_->file, failure));
    }
}

void Journal::checkpoint() {
    State& state = *state_;
    try {
        if (state.waiting.size() >= waiting_keys_quiet) state.store_waiting();
        checkpoint_wal(state.file, *state.opened.database);
        state.wal_pages = 0;
    } catch (const SQLite::Exception& failure) {
        // on a full disk it stays in the WAL, where it is as safe
        stop_unless_durable(state.file, failure.getExtendedErrorCode());
    }
}

} // namespace regiekamer::journal

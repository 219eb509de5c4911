// Out as lines, in from lines, and branches. What comes in is verified before it gets its name.
#include "messaging/journal/exchange.hpp"

#include "messaging/journal/envelope.hpp"
#include "messaging/journal/line.hpp"
#include "messaging/journal/store.hpp"
#include "messaging/journal/verify.hpp"
#include "messaging/vocabulary/bounded_line.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

namespace regiekamer::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t out_bytes = 1U << 20U; ///< written at once

FullRow full_row(const Query& row) {
    FullRow full;
    full.sequence = static_cast<Sequence>(row.number(0));
    full.recorded = row.text(1);
    full.sender = row.text(2);
    if (row.kind(3) != SQLITE_NULL) full.salt = row.bytes(3);
    full.digest = row.bytes(4);
    const auto hash = row.bytes(5);
    std::copy_n(hash.begin(), std::min(hash.size(), full.hash.size()), full.hash.begin());
    if (row.kind(6) != SQLITE_NULL) full.event = row.text(6);
    return full;
}

/// A free name, locked, in a folder that is there.
Result<Lock> take_new(const fs::path& file) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(file, error)))
        return refuse(file.string(), "a file that exists", "a name that is free");
    if (!fs::is_directory(fs::absolute(file).parent_path(), error))
        return refuse(file.string(), "no such folder", "a folder that exists");
    return Lock::take(file);
}

Info info_of(const Identity& identity, const Head& head, Instant recorded) {
    return {identity.uuid, identity.mode, head, recorded, identity.replica, format};
}

constexpr std::size_t line_bytes_max = 4 * 1024 * 1024; // an event of the largest size, each letter escaped

tl::unexpected<Problem> too_long(const std::string& where) {
    return refuse(where, "more than 4 MB", "a line of a `journal export`");
}

/// Reads lines into the builder. The Problem's `where` is the line.
Result<void> add_lines(std::istream& lines, Builder& builder, std::string& line, std::size_t number) {
    while (next_line(lines, line, line_bytes_max)) {
        ++number;
        const std::string where = "line " + std::to_string(number);
        if (line.size() > line_bytes_max) return too_long(where);
        if (lines.eof())
            return refuse(where, "a line that is cut off", "a line break at the end of each line");
        const auto read = read_line(line);
        if (!read) return refuse(where, read.error().found, read.error().expected);
        if (read->sequence != number - 1)
            return refuse(where, "sequence " + std::to_string(read->sequence), std::to_string(number - 1));
        if (read->event && !Envelope::of(*read->event))
            return refuse(where, "an event without source, id and type", "a CloudEvent");
        builder.add(read->row());
    }
    return {};
}

} // namespace

namespace {

bool proves_right(const FullRow& row, const Head& before) {
    if (row.sequence != before.sequence + 1 || row.digest.size() != 32) return false;
    const auto digest = row.digest.first<32>();
    if (row.salt && row.event && !std::ranges::equal(digest_of(*row.salt, *row.event), digest)) return false;
    return hash_of(before.hash, row.sequence, row.recorded, row.sender, digest) == row.hash;
}

/// Every row that can be read, in order, written out; the head is that of the last. False: it was torn there.
Result<bool> export_rows(SQLite::Database& database, bool cut, std::string& text, std::ostream& out,
                         Head& head) {
    bool doubted = false; // a row that somebody altered is evidence and goes out; one that was torn does not
    try {
        Query rows(database, whole_rows);
        while (rows.step()) {
            const FullRow row = full_row(rows);
            if (!doubted && !proves_right(row, head)) {
                if (cut || is_damaged(database)) return false;
                doubted = true;
            }
            append_line(text, row);
            head = {row.sequence, row.hash};
            if (text.size() < out_bytes) continue;
            out.write(text.data(), static_cast<std::streamsize>(text.size()));
            text.clear();
            if (!out) break;
        }
        return true;
    } catch (const SQLite::Exception& failure) {
        if (!tells_damage(failure)) throw;
        return false;
    }
}

} // namespace

Result<Info> export_lines(const fs::path& file, std::ostream& out) {
    Damage damage;
    const auto database = open_what_can_be_read(file, damage);
    if (!database) return tl::unexpected(database.error());
    try {
        (*database)->exec("BEGIN");
        const Identity identity = read_identity(**database);
        if (identity.replica)
            return refuse(file.string(), "a desk's copy, which has no salts", "the hub's own journal");
        std::string text = first_line(identity);
        Head head{0, genesis(identity.uuid, identity.mode)};
        const auto whole = export_rows(**database, damage.torn || damage.wal, text, out, head);
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        out.flush();
        if (!out) return refuse("output", "a failure to write", "an output that takes all lines");
        if (!whole) return tl::unexpected(whole.error());
        const std::string given = "the lines of the " + std::to_string(head.sequence) +
                                  " rows before it were given, and `journal import` makes a journal of them";
        if (damage.lost)
            return refuse(file.string(), damage.lost->found, "a journal with its whole WAL; " + given);
        if (!*whole)
            return refuse(file.string(),
                          "row " + std::to_string(head.sequence + 1) +
                              " cannot be read, since the file is damaged there",
                          "a whole journal; " + given);
        return info_of(identity, head, damage.torn ? Instant{} : end_of(**database, identity).second);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
}

Result<Info> import_lines(std::istream& lines, const fs::path& file) {
    const auto lock = take_new(file);
    if (!lock) return tl::unexpected(lock.error());
    std::string line;
    if (!next_line(lines, line, line_bytes_max))
        return refuse("line 1", "nothing", "the first line of a `journal export`");
    if (line.size() > line_bytes_max) return too_long("line 1");
    if (lines.eof())
        return refuse("line 1", "a line that is cut off", "a line break at the end of each line");
    const auto identity = read_first_line(line);
    if (!identity) return refuse("line 1", identity.error().found, identity.error().expected);
    try {
        auto builder = Builder::create(file, *identity);
        if (!builder) return tl::unexpected(builder.error());
        if (auto added = add_lines(lines, *builder, line, 1); !added) return tl::unexpected(added.error());
        if (lines.bad()) return refuse("input", "a failure to read", "lines to their end");
        if (auto settled = builder->settle(); !settled) return tl::unexpected(settled.error());
        const auto verdict = verify(builder->made());
        if (!verdict) return tl::unexpected(verdict.error());
        if (verdict->fault)
            return refuse("line " + std::to_string(verdict->fault->sequence + 1), sentence(*verdict),
                          "lines that verify");
        if (auto finished = builder->finish(); !finished) return tl::unexpected(finished.error());
        return verdict->info;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
}

namespace {

/// The parent's rows while they are chained anew.
struct Branching {
    Hash parent_hash, hash;
    Head head;
    Instant recorded;
    std::vector<Sequence> blanks, redacted;
};

Result<void> copy_row(const fs::path& parent, FullRow row, Branching& state, Builder& builder) {
    const auto altered = [&] {
        return refuse(parent.string(),
                      "row " + std::to_string(state.head.sequence + 1) + " does not fit the chain",
                      "a journal that verifies");
    };
    if (row.sequence != state.head.sequence + 1 || row.digest.size() != 32) return altered();
    const auto digest = row.digest.first<32>();
    if (row.salt.has_value() != row.event.has_value()) return altered();
    if (row.event && !std::ranges::equal(digest_of(*row.salt, *row.event), digest)) return altered();
    if (hash_of(state.parent_hash, row.sequence, row.recorded, row.sender, digest) != row.hash)
        return altered();
    state.parent_hash = row.hash;
    state.hash = hash_of(state.hash, row.sequence, row.recorded, row.sender, digest);
    state.head = {row.sequence, state.hash};
    state.recorded = read_instant(row.recorded).value_or(Instant{});
    if (!row.event) {
        state.blanks.push_back(row.sequence);
    } else if (const auto envelope = Envelope::of(*row.event)) {
        if (const auto named = redacted_by(*envelope, *row.event)) state.redacted.push_back(*named);
    }
    row.hash = state.hash;
    builder.add(row);
    return {};
}

} // namespace

Result<Info> branch(const fs::path& parent, const fs::path& file, Sequence until) {
    auto database = open_for_reading(parent);
    if (!database) return tl::unexpected(database.error());
    try {
        (*database)->exec("BEGIN");
        const Identity from = read_identity(**database);
        if (from.replica)
            return refuse(parent.string(), "a desk's copy, which has no salts", "the hub's own journal");
        const Sequence last = end_of(**database, from).first.sequence;
        if (until > last)
            return refuse("--until", std::to_string(until),
                          "at most " + std::to_string(last) + ", the last message");
        const auto lock = take_new(file);
        if (!lock) return tl::unexpected(lock.error());
        const Identity identity{fresh_uuid(), from.mode, false, false, 0, {}};
        auto builder = Builder::create(file, identity);
        if (!builder) return tl::unexpected(builder.error());
        Branching state{genesis(from.uuid, from.mode), genesis(identity.uuid, identity.mode), {}, {}, {}, {}};
        state.head.hash = state.hash;
        Query rows(**database, whole_rows);
        while (state.head.sequence < until && rows.step())
            if (auto copied = copy_row(parent, full_row(rows), state, *builder); !copied)
                return tl::unexpected(copied.error());
        for (const Sequence blank : state.blanks)
            if (std::find(state.redacted.begin(), state.redacted.end(), blank) == state.redacted.end())
                return refuse("--until",
                              std::to_string(until) + ", before the message that redacts row " +
                                  std::to_string(blank),
                              "that message or a later one, so that the branch verifies");
        if (auto finished = builder->finish(); !finished) return tl::unexpected(finished.error());
        return info_of(identity, state.head, state.recorded);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(parent, failure));
    }
}

} // namespace regiekamer::journal

// Reading the table is quick; deriving it again reads every event, and is done only when the sum is off.
#include "messaging/journal/known.hpp"

#include "messaging/journal/envelope.hpp"

#include <algorithm>
#include <charconv>

namespace regiekamer::journal {
namespace {

/// Mixes a key and its row into a number whose sum over a table does not depend on the order.
std::uint64_t mixed(std::int64_t key, Sequence sequence) {
    std::uint64_t mix = static_cast<std::uint64_t>(key) ^ sequence * 0x9e3779b97f4a7c15U;
    mix = (mix ^ mix >> 30U) * 0xbf58476d1ce4e5b9U;
    mix = (mix ^ mix >> 27U) * 0x94d049bb133111ebU;
    return mix ^ mix >> 31U;
}

KeySum sum_of(SQLite::Database& database, const char* entries) {
    KeySum sum;
    Query known(database, entries);
    while (known.step())
        sum.add(known.number(0), static_cast<Sequence>(known.number(1)));
    return sum;
}

KeySum sum_from_text(std::string_view text) {
    Sequence through = 0;
    KeySum sum;
    const auto* const end = text.data() + text.size();
    const auto* at = text.data();
    for (std::uint64_t* part : {&through, &sum.count, &sum.sum})
        if (at < end) at = std::from_chars(at, end, *part).ptr + 1;
    return sum;
}

constexpr const char* all_entries = "SELECT key,sequence FROM known";
/// Of a blanked row no event tells what its entry should be.
constexpr const char* entries_with_event =
    "SELECT key,sequence FROM known WHERE sequence NOT IN (SELECT sequence FROM message WHERE event IS NULL)";

} // namespace

void KeySum::add(std::int64_t key, Sequence sequence) {
    sum += mixed(key, sequence);
    ++count;
}

std::string KeySum::text(Sequence known_through) const {
    return std::to_string(known_through) + ':' + std::to_string(count) + ':' + std::to_string(sum);
}

void store_keys(SQLite::Database& database, KeyEntries& keys, Sequence known_through) {
    std::sort(keys.begin(), keys.end());
    KeySum sum = sum_from_text(read_identity(database).known_sum);
    Query insert(database, "INSERT INTO known(key,sequence) VALUES(?1,?2)");
    for (const auto& [key, sequence] : keys) {
        insert.bind(1, key).bind(2, sequence).run();
        sum.add(key, static_cast<Sequence>(sequence));
    }
    set_meta(database, "known", std::to_string(known_through));
    set_meta(database, "known_sum", sum.text(known_through));
}

bool mend_known(SQLite::Database& database, Identity& identity, Sequence last) {
    const bool within = identity.known_through <= last;
    const KeySum table = sum_of(database, all_entries);
    if (within && identity.known_sum == table.text(identity.known_through)) return false;
    identity.known_through = std::min(identity.known_through, last);
    KeyEntries keys;
    KeySum derived;
    Query events(database, "SELECT event,sequence FROM message WHERE sequence<=?1 AND event IS NOT NULL");
    events.bind(1, static_cast<std::int64_t>(identity.known_through));
    while (events.step()) {
        const auto envelope = Envelope::of(events.text(0));
        if (!envelope) continue;
        keys.emplace_back(key_of(identity.uuid, envelope->source(), envelope->id()), events.number(1));
        derived.add(keys.back().first, static_cast<Sequence>(keys.back().second));
    }
    Change change(database);
    const bool right = within && sum_of(database, entries_with_event) == derived;
    if (!right) {
        database.exec(
            "DELETE FROM known WHERE sequence NOT IN (SELECT sequence FROM message WHERE event IS NULL)");
        set_meta(database, "known_sum", sum_of(database, all_entries).text(0));
        store_keys(database, keys, identity.known_through);
    } else { // a journal of before there was a sum
        set_meta(database, "known_sum", table.text(identity.known_through));
    }
    change.commit();
    return !right;
}

} // namespace regiekamer::journal

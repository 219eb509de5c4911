// Table `known`: under what key each (source, id) is found again. Derived from the events, so that it can be
// made again from them; a sum of its entries in table `meta` tells at each opening whether it is what was
// written. Inside this folder only.
#pragma once

#include "messaging/journal/store.hpp"

namespace regiekamer::journal {

/// Entries added up, in whatever order.
struct KeySum {
    std::uint64_t sum{}, count{};

    void add(std::int64_t key, Sequence sequence);
    /// "THROUGH:COUNT:SUM", as table meta has it.
    [[nodiscard]] std::string text(Sequence known_through) const;
    bool operator==(const KeySum&) const = default;
};

/// Key and sequence.
using KeyEntries = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// Adds entries, in the order of their keys: a random one at a time would rewrite a page for each. Inside the
/// caller's transaction.
void store_keys(SQLite::Database& database, KeyEntries& keys, Sequence known_through);

/// Makes the table say what the events up to `last` say, if it does not. Whether it had to.
bool mend_known(SQLite::Database& database, Identity& identity, Sequence last);

} // namespace regiekamer::journal

// A hash tells only one thing: whether a row follows on another at a number. Asked of all rows, that is
// enough to tell a moved row from an added one.
#include "messaging/journal/explain.hpp"

namespace regiekamer::journal {
namespace {

/// The chain's part of a row; kept apart from the statement, since it is held while others are read.
struct Link {
    std::int64_t sequence{};
    std::string recorded, sender;
    Hash digest{}, hash{};

    /// Whether it was chained at this number behind a row with this hash.
    [[nodiscard]] bool follows(const Hash& previous, std::int64_t number) const {
        return number > 0 &&
               hash_of(previous, static_cast<Sequence>(number), recorded, sender, digest) == hash;
    }
};

std::optional<Link> read_link(const Query& row) {
    Link link{row.number(0), std::string(row.text(1)), std::string(row.text(2)), {}, {}};
    const auto digest = row.bytes(3);
    const auto hash = row.bytes(4);
    if (digest.size() != 32 || hash.size() != 32) return std::nullopt;
    std::copy(digest.begin(), digest.end(), link.digest.begin());
    std::copy(hash.begin(), hash.end(), link.hash.begin());
    return link;
}

constexpr const char* links = "SELECT sequence,recorded,sender,digest,hash FROM message";

/// A row by its number; `first` asks for the one in front, whatever its number.
std::optional<Link> link_at(SQLite::Database& database, std::int64_t sequence) {
    Query row(database, (std::string(links) + " WHERE sequence=?1").c_str());
    row.bind(1, sequence);
    return row.step() ? read_link(row) : std::nullopt;
}

struct Found {
    std::optional<std::int64_t> stands;  ///< where the row that belongs here stands
    std::optional<std::int64_t> belongs; ///< the number at which the row that stands here was chained
};

Found look_through(SQLite::Database& database, const Hash& beginning, std::int64_t place,
                   const Hash& previous, const std::optional<Link>& standing) {
    Found found;
    if (standing && place != 1 && standing->follows(beginning, 1)) found.belongs = 1;
    Query rows(database, (std::string(links) + " ORDER BY sequence").c_str());
    while (rows.step()) {
        const auto link = read_link(rows);
        if (!link || link->sequence == place) continue;
        if (!found.stands && link->follows(previous, place)) found.stands = link->sequence;
        if (!standing || found.belongs) continue;
        // behind a row in its old place, or behind one that moved up by one
        for (const std::int64_t number : {link->sequence + 1, link->sequence})
            if (number != place && standing->follows(link->hash, number)) found.belongs = number;
    }
    return found;
}

} // namespace

Fault explain(SQLite::Database& database, const Hash& beginning, Sequence sequence, const Hash& previous) {
    const auto place = static_cast<std::int64_t>(sequence);
    const auto standing = link_at(database, place);
    Query present(database, "SELECT 1 FROM message WHERE sequence=?1");
    const bool absent = !present.bind(1, place).step();
    const Found found = look_through(database, beginning, place, previous, standing);
    if (absent && found.stands)
        return {FaultKind::moved, sequence, "it stands at " + std::to_string(*found.stands)};
    if (absent) return {FaultKind::missing, sequence, "there is no such row, and later ones are there"};
    if (found.belongs) {
        const auto original = link_at(database, *found.belongs);
        const bool copy = original && standing && original->hash == standing->hash;
        if (!copy)
            return {FaultKind::moved, sequence,
                    "what stands there was chained as row " + std::to_string(*found.belongs)};
    }
    if (found.stands)
        return {FaultKind::added, sequence,
                "it was never chained; the row that belongs there stands at " +
                    std::to_string(*found.stands)};
    const auto next = link_at(database, place + 1);
    if (standing && next && next->follows(standing->hash, place + 2))
        return {FaultKind::missing, sequence, "it is gone and the later rows were renumbered"};
    return {FaultKind::altered, sequence, "its hash does not follow from what it says and the row before it"};
}

} // namespace regiekamer::journal

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

/// A row by its number.
std::optional<Link> link_at(SQLite::Database& database, std::int64_t sequence) {
    Query row(database, (std::string(links) + " WHERE sequence=?1").c_str());
    row.bind(1, sequence);
    return row.step() ? read_link(row) : std::nullopt;
}

/// Calls `look` with each row but the one at `place`, until it returns true.
template <class Look>
void among_others(SQLite::Database& database, std::int64_t place, Look look) {
    Query rows(database, (std::string(links) + " ORDER BY sequence").c_str());
    while (rows.step()) {
        const auto link = read_link(rows);
        if (link && link->sequence != place && look(*link)) return;
    }
}

/// Where the row stands that was chained at this place.
std::optional<std::int64_t> stands_at(SQLite::Database& database, std::int64_t place, const Hash& previous) {
    std::optional<std::int64_t> stands;
    among_others(database, place, [&](const Link& link) {
        if (link.follows(previous, place)) stands = link.sequence;
        return stands.has_value();
    });
    return stands;
}

/// At what number the row that stands here was chained: behind a row in its old place, behind one that moved
/// up by one, or behind one that moved along with the row that belongs here.
std::optional<std::int64_t> belongs_at(SQLite::Database& database, const Hash& beginning,
                                       const Link& standing, const std::optional<std::int64_t>& stands) {
    const std::int64_t place = standing.sequence;
    std::optional<std::int64_t> belongs;
    if (place != 1 && standing.follows(beginning, 1)) return 1;
    among_others(database, place, [&](const Link& link) {
        const std::int64_t along = stands ? place + link.sequence - *stands + 1 : place;
        for (const std::int64_t number : {link.sequence + 1, link.sequence, along})
            if (!belongs && number != place && standing.follows(link.hash, number)) belongs = number;
        return belongs.has_value();
    });
    return belongs;
}

/// Where the row that stands here stands as well.
std::optional<std::int64_t> copied_from(SQLite::Database& database, const Link& standing) {
    std::optional<std::int64_t> original;
    among_others(database, standing.sequence, [&](const Link& link) {
        if (link.hash == standing.hash) original = link.sequence;
        return original.has_value();
    });
    return original;
}

/// There is a row, and it is none that was chained here.
Fault explain_standing(SQLite::Database& database, const Hash& beginning, const Link& standing,
                       const std::optional<std::int64_t>& stands) {
    const std::int64_t place = standing.sequence;
    const auto sequence = static_cast<Sequence>(place);
    const auto original = copied_from(database, standing);
    if (!original)
        if (const auto belongs = belongs_at(database, beginning, standing, stands))
            return {FaultKind::moved, sequence,
                    stands ? "it stands at " + std::to_string(*stands)
                           : "what stands there was chained as row " + std::to_string(*belongs)};
    const std::string what = original ? "what stands there is a copy of row " + std::to_string(*original)
                                      : "what stands there was never chained";
    if (stands)
        return {FaultKind::added, sequence,
                what + "; the row that belongs there stands at " + std::to_string(*stands)};
    Query later(database, "SELECT 1 FROM message WHERE sequence>?1");
    if (original && !later.bind(1, place).step()) return {FaultKind::added, sequence, what};
    if (original) return {FaultKind::altered, sequence, what};
    const auto next = link_at(database, place + 1);
    if (next && next->follows(standing.hash, place + 2))
        return {FaultKind::missing, sequence, "it is gone and the later rows were renumbered"};
    return {FaultKind::altered, sequence, "its hash does not follow from what it says and the row before it"};
}

} // namespace

Fault explain(SQLite::Database& database, const Hash& beginning, Sequence sequence, const Hash& previous) {
    const auto place = static_cast<std::int64_t>(sequence);
    const auto standing = link_at(database, place);
    Query present(database, "SELECT 1 FROM message WHERE sequence=?1");
    const bool absent = !present.bind(1, place).step();
    const auto stands = stands_at(database, place, previous);
    if (absent && stands) return {FaultKind::moved, sequence, "it stands at " + std::to_string(*stands)};
    if (absent) return {FaultKind::missing, sequence, "there is no such row, and later ones are there"};
    if (standing) return explain_standing(database, beginning, *standing, stands);
    if (stands)
        return {FaultKind::added, sequence,
                "it was never chained; the row that belongs there stands at " + std::to_string(*stands)};
    return {FaultKind::altered, sequence, "its digest or its hash is not of its kind"};
}

} // namespace regiekamer::journal

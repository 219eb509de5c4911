// One pass over the rows as SQLite has them in memory, nothing copied; more only where something is wrong.
#include "messaging/journal/verify.hpp"

#include "messaging/journal/envelope.hpp"
#include "messaging/journal/explain.hpp"
#include "messaging/journal/known.hpp"
#include "messaging/journal/store.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace regiekamer::journal {
namespace {

/// A row as it lies in the page; each column asked for once, since asking is what a verify costs beside
/// hashing.
struct Seen {
    std::int64_t number;
    bool kinds_fit; ///< of recorded, sender and hash
    int salt_kind, digest_kind, event_kind;
    std::string_view recorded, sender;
    std::span<const unsigned char> salt, digest, hash;
    std::string_view event;

    explicit Seen(const Query& row)
        : number(row.number(0)),
          kinds_fit(row.kind(1) == SQLITE_TEXT && row.kind(2) == SQLITE_TEXT && row.kind(5) == SQLITE_BLOB),
          salt_kind(row.kind(3)), digest_kind(row.kind(4)), event_kind(row.kind(6)), recorded(row.text(1)),
          sender(row.text(2)), salt(row.bytes(3)), digest(row.bytes(4)), hash(row.bytes(5)),
          event(row.text(6)) {}
};

class Verifier {
public:
    Verifier(SQLite::Database& database, std::optional<Head> head, const Damage& damage)
        : database_(database), head_(head), damage_(damage), identity_(read_identity(database)),
          beginning_(genesis(identity_.uuid, identity_.mode)), previous_(beginning_) {}

    Verdict run();

private:
    void judge(const Seen& row);
    void break_at(const Seen& row, const char* wrong);
    [[nodiscard]] std::optional<Fault> meta_fault(const Seen& row, const char* wrong) const;
    /// What is wrong inside the row itself; null when it is what it says.
    const char* misfit(const Seen& row) const;
    void note_event(Sequence sequence, std::string_view event);
    void settle_blanks();
    void check_known();
    void find_known_fault();
    void check_head();
    void read_rows();
    void check_rest();
    void blame_unreadable();
    [[nodiscard]] Info info() const;
    void blame(Fault fault) {
        if (!fault_ || fault.sequence < fault_->sequence) fault_ = std::move(fault);
    }

    SQLite::Database& database_;
    std::optional<Head> head_;
    Damage damage_;
    Identity identity_;
    Hash beginning_, previous_;
    Sequence expected_ = 1;
    bool broken_ = false; ///< the chain: behind the break only redactions are still looked for
    std::optional<Fault> fault_;
    std::vector<Sequence> blanks_;                          ///< ascending
    std::vector<std::pair<Sequence, Sequence>> redactions_; ///< the row named, the message naming it
    KeySum known_;
};

const char* Verifier::misfit(const Seen& row) const {
    if (!row.kinds_fit || row.hash.size() != 32) return "a column is not of its kind";
    if (identity_.replica)
        return row.digest_kind == SQLITE_NULL && row.salt_kind == SQLITE_NULL
                   ? nullptr
                   : "it has a digest or a salt, and a desk's copy has none";
    if (row.digest_kind != SQLITE_BLOB || row.digest.size() != 32) return "a column is not of its kind";
    if (row.event_kind == SQLITE_NULL && row.salt_kind == SQLITE_NULL) return nullptr;
    if (row.salt_kind != SQLITE_BLOB || row.salt.size() != 16 || row.event_kind != SQLITE_BLOB)
        return "its salt or its event is not of its kind";
    if (!std::ranges::equal(digest_of(row.salt, row.event), row.digest))
        return "its event does not give its digest";
    return nullptr;
}

void Verifier::note_event(Sequence sequence, std::string_view event) {
    const auto envelope = Envelope::of(event);
    if (!envelope) return;
    if (const auto named = redacted_by(*envelope, event)) redactions_.emplace_back(*named, sequence);
    if (broken_ || sequence > identity_.known_through) return;
    known_.add(key_of(identity_.uuid, envelope->source(), envelope->id()), sequence);
}

/// The first row that does not fit ends the chain: behind it nothing can be said.
void Verifier::break_at(const Seen& row, const char* wrong) {
    broken_ = true;
    if (is_damaged(database_)) return blame_unreadable();
    if (row.number < 1)
        return blame(
            {FaultKind::added, 0, "a row stands before the first, as " + std::to_string(row.number)});
    if (auto fault = meta_fault(row, wrong)) return blame(std::move(*fault));
    Fault fault = explain(database_, beginning_, expected_, previous_);
    if (fault.kind == FaultKind::altered && (damage_.torn || damage_.wal))
        return blame_unreadable(); // zeros where its bytes were
    if (fault.kind == FaultKind::altered && wrong != nullptr) fault.why = wrong;
    if (fault.kind == FaultKind::altered && wrong == nullptr && expected_ == 1)
        fault.why = "its hash does not follow from what it says and the journal's uuid in table meta: one of "
                    "the two was altered";
    blame(std::move(fault));
}

/// What the first row tells of table `meta`: under another mode it would fit, or the uuid is none.
std::optional<Fault> Verifier::meta_fault(const Seen& row, const char* wrong) const {
    const auto fault = [](std::string why) { return Fault{FaultKind::meta, 0, std::move(why)}; };
    if (row.number != 1 || expected_ != 1) return std::nullopt;
    const bool chained = row.digest_kind == SQLITE_BLOB && row.digest.size() == 32;
    if (identity_.replica)
        return chained && row.hash.size() == 32
                   ? std::optional(fault("it says that this is a desk's copy, and the rows are a hub's own"))
                   : std::nullopt;
    if (row.digest_kind == SQLITE_NULL)
        return fault("it says that this is a hub's own journal, and the rows are those of a desk's copy");
    if (wrong != nullptr || !chained) return std::nullopt;
    const Mode other = identity_.mode == Mode::actual ? Mode::exercise : Mode::actual;
    if (std::ranges::equal(
            hash_of(genesis(identity_.uuid, other), 1, row.recorded, row.sender, row.digest.first<32>()),
            row.hash))
        return fault("it says that the mode is " + std::string(word(identity_.mode)) +
                     ", and the rows were chained as " + std::string(word(other)));
    if (!is_uuid(identity_.uuid)) return fault("\"" + identity_.uuid + "\" is no uuid of a journal");
    return std::nullopt;
}

void Verifier::judge(const Seen& row) {
    const auto sequence = static_cast<Sequence>(std::max<std::int64_t>(row.number, 0));
    if (!broken_) {
        const char* wrong = misfit(row);
        bool follows = row.number == static_cast<std::int64_t>(expected_);
        if (follows && wrong == nullptr && !identity_.replica)
            follows = std::ranges::equal(
                hash_of(previous_, sequence, row.recorded, row.sender, row.digest.first<32>()), row.hash);
        if (wrong != nullptr || !follows) break_at(row, wrong);
    }
    if (!broken_) {
        std::copy(row.hash.begin(), row.hash.end(), previous_.begin());
        ++expected_;
        if (row.event_kind == SQLITE_NULL && !identity_.replica) blanks_.push_back(sequence);
        if (head_ && head_->sequence == sequence && head_->hash != previous_)
            blame({FaultKind::altered, sequence,
                   "its hash is not that of the head that was kept: it, or rows before it, were rewritten "
                   "with all "
                   "that follow"});
    }
    if (row.event_kind != SQLITE_NULL) note_event(sequence, row.event);
}

/// Every emptied row must be named by a later message.
void Verifier::settle_blanks() {
    std::sort(redactions_.begin(), redactions_.end());
    const auto named = [&](Sequence blank) {
        auto at = std::lower_bound(redactions_.begin(), redactions_.end(), std::pair{blank, blank + 1});
        return at != redactions_.end() && at->first == blank;
    };
    for (const Sequence blank : blanks_)
        if (!named(blank)) {
            blame({FaultKind::blank, blank, "its event is gone and no later message.redacted names it"});
            return;
        }
}

void Verifier::check_known() {
    const auto emptied = [&](Sequence sequence) {
        return std::binary_search(blanks_.begin(), blanks_.end(), sequence);
    };
    KeySum table;
    Query known(database_, "SELECT key,sequence FROM known");
    while (known.step()) {
        const auto sequence = static_cast<Sequence>(known.number(1));
        if (!blanks_.empty() && emptied(sequence)) continue;
        table.add(known.number(0), sequence);
    }
    if (table != known_ || identity_.known_through >= expected_) find_known_fault();
}

/// The slow way, row by row, once it is known that something is wrong.
void Verifier::find_known_fault() {
    if (identity_.known_through >= expected_)
        return blame({FaultKind::derived, expected_,
                      "the journal knew up to " + std::to_string(identity_.known_through) +
                          ": either the rows from here on were cut off, or that number was changed"});
    Query rows(
        database_,
        "SELECT sequence,event FROM message WHERE event IS NOT NULL AND sequence<=?1 ORDER BY sequence");
    Query entry(database_, "SELECT 1 FROM known WHERE key=?1 AND sequence=?2");
    rows.bind(1, static_cast<std::int64_t>(identity_.known_through));
    while (rows.step()) {
        const auto envelope = Envelope::of(rows.text(1));
        if (!envelope) continue;
        const Rewind rewind(entry);
        entry.bind(1, key_of(identity_.uuid, envelope->source(), envelope->id())).bind(2, rows.number(0));
        if (!entry.step())
            return blame({FaultKind::derived, static_cast<Sequence>(rows.number(0)),
                          "its source and id are not in table known as they should be"});
    }
    // every row has its entry, so there is an entry too many
    Query most(database_, "SELECT sequence FROM known GROUP BY sequence HAVING count(*)>1 OR sequence NOT IN "
                          "(SELECT sequence FROM message) OR sequence>?1 ORDER BY sequence LIMIT 1");
    most.bind(1, static_cast<std::int64_t>(identity_.known_through));
    const Sequence place = most.step() ? static_cast<Sequence>(std::max<std::int64_t>(most.number(0), 0)) : 0;
    blame({FaultKind::derived, place, "table known has an entry for it that no event gives"});
}

void Verifier::check_head() {
    if (!head_) return;
    if (head_->sequence >= expected_)
        return blame({FaultKind::cut, expected_,
                      "the journal ends at " + std::to_string(expected_ - 1) +
                          ", and the head that was kept is " + std::to_string(head_->sequence)});
    if (head_->sequence == 0 && head_->hash != beginning_)
        blame({FaultKind::altered, 0, "the head that was kept is of another journal"});
}

void Verifier::blame_unreadable() {
    const auto right = expected_ - 1;
    std::string why = damage_.wal ? damage_.lost->found + "; " : "the file is damaged there; ";
    why += right == 0 ? "no row before it can be saved: take a backup, or the copy of a desk"
                      : "rows 1 to " + std::to_string(right) +
                            " can be read and prove right: `journal export` gives them, and `journal import` "
                            "makes a journal of them";
    blame({FaultKind::unreadable, expected_, std::move(why)});
}

void Verifier::read_rows() {
    Query rows(database_, whole_rows);
    while (rows.step())
        judge(Seen(rows));
}

/// What is not in the rows themselves. Where they are all right, damage to it loses nothing.
void Verifier::check_rest() {
    bool damaged = false;
    try {
        if (damage_.wal) return blame_unreadable();
        check_head();
        if (!identity_.replica) check_known();
        damaged = damage_.torn &&
                  (!fault_ || fault_->kind == FaultKind::derived); // what was cut off was of that table
    } catch (const SQLite::Exception& failure) {
        if (!tells_damage(failure)) throw;
        damaged = true;
    }
    if (damaged && fault_ && fault_->kind == FaultKind::derived) fault_.reset();
    if (damage_.lost)
        blame({FaultKind::unfinished, expected_,
               damage_.lost->found + "; put it back, or `journal export` of the " +
                   std::to_string(expected_ - 1) + " rows and `journal import` into a new journal"});
    if (damaged)
        blame({FaultKind::damaged, expected_,
               "all " + std::to_string(expected_ - 1) +
                   " rows can be read and prove right: `journal export` gives them, and `journal import` "
                   "makes a "
                   "whole journal of them"});
}

/// The head is the last row's, or where rows cannot be read, that of the last one that can.
Info Verifier::info() const {
    Info info{identity_.uuid, identity_.mode, {expected_ - 1, previous_}, {}, identity_.replica, format};
    try {
        if (!fault_ || fault_->kind != FaultKind::unreadable)
            std::tie(info.head, info.recorded) = end_of(database_, identity_);
    } catch (const SQLite::Exception& failure) {
        if (!tells_damage(failure)) throw;
    }
    return info;
}

Verdict Verifier::run() {
    try {
        read_rows();
        settle_blanks();
        if (!broken_) check_rest();
    } catch (const SQLite::Exception& failure) {
        if (!tells_damage(failure)) throw;
        blame_unreadable();
    }
    Verdict verdict;
    verdict.info = info();
    verdict.redacted = blanks_;
    if (fault_) std::erase_if(verdict.redacted, [&](Sequence blank) { return blank >= fault_->sequence; });
    verdict.fault = fault_;
    return verdict;
}

} // namespace

std::string_view word(FaultKind kind) {
    switch (kind) {
    case FaultKind::altered:
        return "altered";
    case FaultKind::missing:
        return "missing";
    case FaultKind::moved:
        return "moved";
    case FaultKind::added:
        return "added";
    case FaultKind::blank:
        return "blank";
    case FaultKind::derived:
        return "derived";
    case FaultKind::cut:
        return "cut";
    case FaultKind::unreadable:
        return "unreadable";
    case FaultKind::damaged:
        return "damaged";
    case FaultKind::meta:
        return "meta";
    case FaultKind::unfinished:
        return "unfinished";
    }
    return "";
}

Result<Verdict> verify(const std::filesystem::path& file, std::optional<Head> head) {
    Damage damage;
    const auto database = open_what_can_be_read(file, damage);
    if (!database) return tl::unexpected(database.error());
    try {
        // few pages, so that each is read into memory that the processor still holds
        (*database)->exec("PRAGMA cache_size=-256");
        (*database)->exec("BEGIN"); // one moment for all that is read, whatever a writer does
        return Verifier(**database, head, damage).run();
    } catch (const SQLite::Exception& failure) {
        if (tells_damage(failure)) return tl::unexpected(nothing_left(file));
        return tl::unexpected(problem_of(file, failure));
    }
}

namespace {

/// What goes before the reason, and is to be read with "row 17" in front where it is of a row.
std::string_view beginning_of(FaultKind kind) {
    switch (kind) {
    case FaultKind::altered:
        return " was altered: ";
    case FaultKind::missing:
        return " is missing: ";
    case FaultKind::moved:
        return " was moved: ";
    case FaultKind::added:
        return " was added: ";
    case FaultKind::blank:
        return " is blank: ";
    case FaultKind::derived:
        return " is not known as it should be: ";
    case FaultKind::cut:
        return " and what followed was cut off: ";
    case FaultKind::unreadable:
        return " cannot be read: ";
    case FaultKind::damaged:
        return "the file is damaged, but not in a row: ";
    case FaultKind::meta:
        return "table meta was altered: ";
    case FaultKind::unfinished:
        return "all rows prove right, but later ones may be missing: ";
    }
    return "";
}

} // namespace

bool names_row(FaultKind kind) {
    return kind != FaultKind::damaged && kind != FaultKind::meta && kind != FaultKind::unfinished;
}

std::string sentence(const Verdict& verdict) {
    std::string line;
    if (verdict.fault) {
        const Fault& fault = *verdict.fault;
        if (names_row(fault.kind)) line = "row " + std::to_string(fault.sequence);
        line += beginning_of(fault.kind);
        line += fault.why;
    } else {
        line =
            (verdict.info.replica ? "without gap (a copy, whose events only the hub's own journal proves): "
                                  : "whole: ") +
            std::to_string(verdict.info.head.sequence) + " messages, head " + to_text(verdict.info.head);
    }
    if (!verdict.redacted.empty()) {
        line += "; redacted:";
        for (const Sequence sequence : verdict.redacted)
            line += ' ' + std::to_string(sequence);
    }
    return line;
}

std::string to_text(const Head& head) {
    return std::to_string(head.sequence) + ':' + to_hex(head.hash);
}

Result<Head> head_from_text(std::string_view text) {
    Head head;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), head.sequence);
    const auto seam = static_cast<std::size_t>(end - text.data());
    if (error == std::errc{} && seam < text.size() && text[seam] == ':')
        if (const auto hash = hash_from_hex(text.substr(seam + 1))) return Head{head.sequence, *hash};
    return refuse({}, std::string(text.substr(0, 60)), "SEQUENCE:HASH, as `journal info` prints it");
}

} // namespace regiekamer::journal

// What comes in from outside: CAP warnings with their updates, P2000 pages grouped to alarms, and the
// proposals drawn from them, which a person accepts or dismisses.
#pragma once

#include "dashboard/picture/chunks.hpp"
#include "dashboard/picture/known.hpp"
#include "messaging/vocabulary/warning.hpp"

#include <map>
#include <set>

namespace regiekamer::picture {

struct Picture;

struct WarningKey {
    std::string sender, identifier;
    auto operator<=>(const WarningKey&) const = default;
};

/// One alarm of P2000: the lines that belong together. What follows from the lines stands here too, so that
/// nobody reckons it differently.
struct PageAlarm {
    std::vector<MessageId> messages; ///< ids of the lines, first to last
    Sequence sequence{};             ///< of the first line
    Instant at;                      ///< decoder's stamp; arrival when the two are over 5 minutes apart
    std::set<Capcode> capcodes;      ///< of all lines
    std::string text;                ///< parts joined
    std::string normalised;          ///< upper case, runs of space as one: what is compared
    std::optional<std::string> priority, place;
    std::optional<GripLevel> grip; ///< named in the text: a proposal, never a decision
    bool ours{}, test{};
    std::optional<std::string> ours_by;        ///< the capcode or place of ours that it has
    bool withdrawal{};                         ///< "Intrekken alarm" itself; never an alarm
    bool open_part{};                          ///< more was announced and has not come
    bool beginning_missing{};                  ///< a last part without its first
    std::optional<Sequence> realarm_of;        ///< first line of an earlier alarm with the same text
    std::optional<Known<MessageId>> withdrawn; ///< the page that withdrew it
    std::string last_part;                     ///< normalised: a repeat of it adds capcodes, no text
    bool operator==(const PageAlarm&) const = default;
};

/// When the last Update or Cancel of a warning was sent. What was signed is taken back by what is signed:
/// anybody can write a sender's name.
struct Replaced {
    Known<Instant> last, last_signed;
    bool operator==(const Replaced&) const = default;
};

struct Warnings {
    std::map<WarningKey, Known<WarningReceived>> received; ///< the last with that identifier
    std::map<WarningKey, Replaced> replaced;
    Chunks<PageAlarm, 64> pages;               ///< in order of their first line
    std::map<std::string, std::size_t> recent; ///< normalised text -> newest alarm with it
    std::vector<std::size_t> parts;            ///< alarms of the last 8 minutes that came in parts
    std::vector<std::size_t> proposing;        ///< alarms that propose something, settled or not
    std::map<MessageId, Known<IncidentId>> incident_accepted; ///< cause -> the incident opened upon it
    std::map<MessageId, Known<IncidentId>> grip_accepted; ///< cause -> the incident whose GRIP was decided
    std::map<MessageId, Known<std::string>> dismissed;    ///< the reason
    bool operator==(const Warnings&) const = default;
};

/// Accepting a proposal is the act itself with `cause`: fold() calls this for every message.
void note_cause(Picture& picture, const Recorded& fact);

/// Warnings that hold: not replaced, not cancelled, no test, not over; a warning that names no end holds 24
/// hours. Severest first, then the one that starts first.
std::vector<const Known<WarningReceived>*> active_warnings(const Picture& picture, Instant now);
/// The last that is known under a reference of CAP, "sender,identifier,sent"; nullptr: none.
const WarningReceived* find_warning(const Picture& picture, const std::string& reference);
/// From when on it holds: onset, else effective, else sent.
Instant begin_of(const WarningReceived& warning);
/// Until when: expires, else 24 hours after sent.
Instant end_of(const WarningReceived& warning);
/// Extreme 4, Severe 3, Moderate 2, Minor 1, anything else 0 (CAP 1.2).
int severity_rank(const WarningReceived& warning);

/// Whether the text asks for the OvD bevolkingszorg: "OVD-BZ", in any case, as a word.
bool mentions_ovd_bz(const PageAlarm& page);

/// The page that one of the messages with this id belongs to; nullptr: none.
const PageAlarm* find_page(const Picture& picture, const MessageId& message);
/// Pages with their first line in [from, until], newest first, at most `most` of ours and as many of others.
std::vector<const PageAlarm*> pages_between(const Picture& picture, Instant from, Instant until,
                                            std::size_t most = 200);
/// A part was announced and did not come within 8 minutes, or the first part never came.
bool incomplete(const PageAlarm& page, Instant now);

/// What a page proposes, until someone accepts or dismisses it.
struct Proposal {
    enum class Kind { incident, grip };
    Kind kind{};
    MessageId message; ///< the page's first line: `cause` of what accepts it
    Sequence sequence{};
    Instant at;
    std::optional<GripLevel> level; ///< of a GRIP proposal
    std::string text;
    std::optional<std::string> place;
    bool operator==(const Proposal&) const = default;
};
/// Open proposals, oldest first: pages that concern us, are no test and not withdrawn. A GRIP page proposes
/// the level, unless it holds already; a page for OvD-Bz, with GRIP 1 or more, or with a capcode or place of
/// ours, also an incident. A re-alarm stands for the page before it.
std::vector<Proposal> open_proposals(const Picture& picture);

} // namespace regiekamer::picture

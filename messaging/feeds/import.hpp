// Rosters and event calendars from a spreadsheet (CSV) or a calendar (iCalendar): what each line becomes, or
// what is wrong with it.
#pragma once

#include "messaging/vocabulary/vocabulary.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// One line of the report: what was read, or what is wrong and what was expected.
struct ImportLine {
    std::size_t line{};
    bool taken = false;
    std::string text; ///< English, one sentence; a remark on what was taken after it
    std::size_t
        row{}; ///< of what became bodies, from 1: one entry of a calendar has a row for each of its times
};

/// A calendar or roster of years is a tenth of this; more is another file, taken by mistake.
inline constexpr std::size_t import_bytes_max = 5 * 1024 * 1024;
/// What is said of a file of this size; none: it is not too large.
std::optional<Problem> too_large(std::size_t bytes);

/// All or nothing: `bodies` counts only when every line was taken.
struct Import {
    std::vector<Body> bodies;
    std::vector<std::size_t> rows; ///< of a file of lines: of which row each body is
    std::vector<ImportLine> report;
    std::set<PersonId> without_pool{}; ///< of a roster: who stands in it without a word about the pool
    bool days_alone = false;           ///< of a roster: days without a time stand in it
    /// What a calendar says is cancelled, as it was registered; and which row tells of it.
    std::vector<std::pair<Body, std::size_t>> cancelled{};
    [[nodiscard]] bool good() const;
    std::vector<std::string> remarks{}; ///< on the document as a whole; they stand in the report too
    /// Beside each body the line that tells of it; empty: a file without lines.
    [[nodiscard]] std::vector<ImportLine*> lines_of_bodies();
};

/// Whether this is the roster of an exercise, by the mark that its export leaves on each turn: real work
/// takes nothing of it, by whichever way it comes.
bool of_exercise(const Import& import);

/// Who is registered, by id.
using KnownPersons = std::map<PersonId, PersonRegistered>;
/// When a function's piket changes, by its rotation.
using Changeovers = std::map<Function, Changeover>;
/// What a hub knows that a roster leaves out.
struct KnownRoster {
    KnownPersons persons;
    Changeovers changeovers;
};
/// A roster says little of its persons: what it leaves out stays as it is known, and whoever has other
/// functions keeps them. Without this a column that is empty would wipe somebody's telephone number.
void keep_known(Import& import, const KnownPersons& known);

/// Under which id somebody of a roster is known.
using Recognised = std::map<PersonId, PersonId>;
/// Who has the name and the telephone number or the municipality of somebody that is known under another id,
/// is that person; by the name alone when nothing speaks against it and nobody else has it. Where it stays
/// unclear it is another person, and a remark, also in the report. Keeps to what `recognised` says, and adds
/// to it.
std::vector<std::string> recognise(Import& import, const KnownPersons& known, Recognised& recognised);

/// What is cancelled and of which `stands` holds is taken back: a duty is withdrawn, an evenement is NO-GO.
void take_back(Import& import, const std::function<bool(const Body&)>& stands);

/// Columns functie;naam;gemeente;poule;telefoon;van;tot;reden (functie, naam, van and tot are needed), local
/// time of Europe/Amsterdam; a day without a time is meant from when piket changes: by the rotation of the
/// function, and without one at 09:00; the report says which. Each line is a duty; each name becomes a
/// registered person once. Identifiers come from the contents, so that the same file twice changes nothing.
/// Two lines that have the same function at the same time are refused: one of them would silently win.
/// Somebody whose data two lines say differently, or who has two functions at once, gets a remark; a name
/// with another municipality and another telephone is another person, and refused until the names differ.
Import read_roster_csv(std::string_view bytes, const Changeovers& changeovers = {});

/// The VEVENTs of an iCalendar as lines of a roster: SUMMARY "functie: naam", LOCATION the municipality,
/// "lokaal" or "regionaal" among CATEGORIES the pool, DESCRIPTION "tel. NUMBER | reden"; as `roster_ical`
/// writes them. A repetition keeps its clock at both ends, so that summer time makes no gap; one without end
/// is read from a year before `now` until a year after, and the report says so. What is cancelled is no duty,
/// and stands in `cancelled`.
Import read_roster_ical(std::string_view bytes, Instant now, const Changeovers& changeovers = {});

/// Either of the two, by how the file begins.
Import read_roster(std::string_view bytes, Instant now, const Changeovers& changeovers = {});

/// Columns naam;klasse;plaats;lat;lon;van;tot;bezoekers;organisator (naam, klasse and plaats are needed;
/// without van and tot there is no date yet). A name comes once a year: it makes the identifier, unless there
/// is a column id.
Import read_events_csv(std::string_view bytes);

/// The VEVENTs of an iCalendar: SUMMARY, LOCATION, DTSTART, DTEND, and the class among CATEGORIES ("B",
/// "klasse B", "melding"); GEO and ORGANIZER where they are. Each time of a repetition is an evenement. UID
/// makes the identifier, so that a calendar read again moves what it moved. What is cancelled stands in
/// `cancelled`.
Import read_events_ical(std::string_view bytes, Instant now);

/// Either of the two, by how the file begins.
Import read_events(std::string_view bytes, Instant now);

} // namespace regiekamer::feeds

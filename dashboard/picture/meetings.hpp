// Overleg after the BOB model with its findings and decisions, and the situation texts (netcentrisch beeld).
#pragma once

#include "dashboard/picture/known.hpp"
#include "dashboard/picture/table.hpp"
#include "messaging/vocabulary/meeting.hpp"
#include "messaging/vocabulary/situation.hpp"

namespace regiekamer::picture {

struct Picture;

struct Meeting {
    Known<MeetingPlanned> planned; ///< not said: only spoken of, never planned
    std::optional<Known<std::string>> cancelled;
    std::optional<Known<bool>> started, ended;
    std::vector<Known<Phase>> phases; ///< as they were entered
    bool operator==(const Meeting&) const = default;
};

struct Decision {
    Known<DecisionTaken> taken;
    std::optional<Function> function; ///< who wrote it down
    bool operator==(const Decision&) const = default;
};

struct Finding {
    Known<FindingNoted> noted;
    std::optional<Function> function;
    bool operator==(const Finding&) const = default;
};

struct SituationItem {
    Known<SituationWritten> written;
    std::optional<Function> function;
    bool operator==(const SituationItem&) const = default;
};

struct Meetings {
    Table<MeetingId, Meeting> meetings;
    Table<FindingId, Finding> findings;
    Table<DecisionId, Decision> decisions;
    Table<ItemId, SituationItem> items;
    Table<ItemId, Known<ItemId>> replaced_by; ///< also of items yet to come
    Table<ItemId, std::vector<SituationItem>>
        rewritten; ///< what stood under an identifier that was written again, oldest first
    bool operator==(const Meetings&) const = default;
};

/// The teams in which a function sits by its nature (domain.md §1, §3), its own first; none: not in the list.
std::vector<MeetingTeam> home_teams(const Function& function);

/// Whether a function sits in a team: after domain.md §1 and §3, and whoever was alerted for it.
bool sits_in(const Picture& picture, const Function& function, MeetingTeam team,
             const std::optional<IncidentId>& incident = std::nullopt);

/// Planned meetings stay "next" this long after their time; without a later one of their team longer. Then
/// they are taken to be forgotten.
inline constexpr auto meeting_grace = minutes{15}, last_meeting_grace = minutes{120};

enum class MeetingState { planned, running, ended, cancelled };
MeetingState state_of(const Meeting& meeting);

/// One meeting at one instant, as the header and the meeting clock show it.
struct MeetingClock {
    MeetingId meeting;
    std::optional<IncidentId> incident;
    std::optional<PublicEventId> event;
    MeetingTeam team{};
    Count number;
    MeetingState state{};
    Instant at; ///< planned start
    std::string place;
    std::optional<Instant> started, ended;
    std::optional<Phase> phase;
    std::optional<Instant> phase_since;
    minutes used{};                 ///< of a running or ended one
    std::optional<minutes> planned; ///< how long it may take
    std::optional<minutes> over;    ///< used beyond what was planned
    Sequence sequence{};            ///< of what made it so
    bool operator==(const MeetingClock&) const = default;
};
MeetingClock clock_of(const MeetingId& id, const Meeting& meeting, Instant now);

/// Running meetings first, then those to come by time. All teams.
std::vector<MeetingClock> upcoming_meetings(const Picture& picture, Instant now);
/// The first of those in which the function sits.
std::optional<MeetingClock> next_meeting(const Picture& picture, const Function& function, Instant now);
/// The first of those of a team of an incident.
std::optional<MeetingClock> next_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                         Instant now);
/// All of an incident that started or are planned, by time; cancelled ones left out.
std::vector<MeetingClock> meetings_of(const Picture& picture, const IncidentId& incident, Instant now);
std::vector<MeetingClock> meetings_of(const Picture& picture, const PublicEventId& event, Instant now);

/// The number for the next meeting of a team: one more than its highest.
Count next_number(const Picture& picture, const IncidentId& incident, MeetingTeam team);
Count next_number(const Picture& picture, const PublicEventId& event, MeetingTeam team);

/// In order of being noted or taken. A besluit lacks something when it has no owner or no time (domain.md
/// §5).
std::vector<const Finding*> findings_of(const Picture& picture, const MeetingId& meeting);
std::vector<const Decision*> decisions_of(const Picture& picture, const IncidentId& incident);
std::vector<const Decision*> decisions_of(const Picture& picture, const PublicEventId& event);
std::vector<const Decision*> decisions_of(const Picture& picture, const MeetingId& meeting);
bool incomplete(const Decision& decision);

/// Items that no other replaces, per column: first the columns of LCMS in its order, then others by name.
struct SituationColumn {
    Column column;
    std::vector<const SituationItem*> items; ///< newest first
};
std::vector<SituationColumn> situation(const Picture& picture, const IncidentId& incident);
/// The earlier versions of a text, newest first: what stood under its own identifier before it was written
/// again, and what it says to replace, with what went before that. Whatever is said later is no earlier
/// version, so a ring ends too.
std::vector<const SituationItem*> earlier_versions(const Picture& picture, const ItemId& item);
/// Whether a text stands: no other replaced it, or it was written once more since.
bool stands(const Picture& picture, const SituationItem& item);
/// The columns of LCMS that we mirror, in order (domain.md §5).
const std::vector<Column>& situation_columns();

} // namespace regiekamer::picture

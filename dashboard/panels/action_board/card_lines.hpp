// Lines of the task cards for an incident, or for an evenement that is none: which belong to it, which stand
// open already, and what becomes of one that is opened now.
#pragma once

#include "dashboard/panels/dialogs/form.hpp"
#include "dashboard/panels/intents.hpp"

namespace regiekamer::panels {

/// One line of a card as the user sees it before it becomes an action.
struct OfferedLine {
    const catalogue::CardLine* line = nullptr;
    std::optional<Instant> due; ///< by its rule; none: without a time, or not known yet
    TickLine tick;
};

/// What a card is taken for.
struct CardSubject {
    std::optional<IncidentId> incident;
    std::optional<PublicEventId> event; ///< of which no incident runs
};
/// An evenement: its incident when one grew from it. Empty text: the incident that is shown.
CardSubject card_subject(const Scene& scene, const std::string& event);

/// Of the basis and this card (the basis alone when it is null): what is open or done already stands there
/// locked, and so do the lines of a GRIP that was not decided; what is past by its rule is there to be
/// ticked. For an evenement without incident the basis is left out, and what counts from an alarm is locked.
std::vector<OfferedLine> offered_lines(const Scene& scene, const CardSubject& subject,
                                       const catalogue::TaskCard* card);
/// Those of the basis, the incident's own card and each that was taken by hand (an action of it stands in the
/// incident) that come with this GRIP, not opened before; `at`: when it
/// is decided, which they count from.
std::vector<OfferedLine> lines_of_grip(const Scene& scene, int level, Instant at);

/// What a step makes needless: unfinished actions that came with a GRIP above this level, and those of a team
/// that goes home, which their title names ("GBT compleet" when the RBT takes over).
struct NeedlessAction {
    const picture::Action* action = nullptr;
    std::string reason; ///< of its cancelling
    TickLine tick;
};
std::vector<NeedlessAction> needless_actions(const Scene& scene, int level,
                                             const std::vector<Team>& going_home);

/// The action that a line becomes. Nothing is due before it is opened: what is past is due now, and the note
/// says when it was.
Act opened(const Scene& scene, const CardSubject& subject, const OfferedLine& offered);

} // namespace regiekamer::panels

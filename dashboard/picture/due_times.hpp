// From a rule to an instant: what "P-6u" or "G2+30m" is for this incident, by what is known of it.
#pragma once

#include "dashboard/picture/due_rule.hpp"
#include "messaging/vocabulary/message.hpp"

#include <string_view>
#include <vector>

namespace regiekamer::picture {

struct Picture;
struct Action;

/// What a rule counts from. A: the first alarmering of the OvD-Bz, and while there was none, when the
/// incident was told. G: since when it is that level or higher without a break. P: the highest point of the
/// newest forecast of Dordrecht. B: the start of the evenement that the incident grew from. D: the start of
/// the incident. V: when the last of `after` was finished. None: not known yet; N always.
std::optional<Instant> anchor_of(const Picture& picture, const IncidentId& incident, const DueRule& rule,
                                 const std::vector<ActionId>& after = {});

/// When a line of a task card is due. A line that carries a norm for the public (picture/public_norms.hpp)
/// counts from the start of the incident, whatever its rule says.
std::optional<Instant> due_of_line(const Picture& picture, const IncidentId& incident, std::string_view card,
                                   const DueRule& rule);
/// The same for an evenement without an incident: only what counts from its start (B) is known.
std::optional<Instant> due_of_line(const Picture& picture, const PublicEventId& event, const DueRule& rule);

/// When an action is due by its own rule as things are now: it may differ from its due time, which stays as
/// it was said until somebody moves it. None: no rule, or not known.
std::optional<Instant> due_by_rule(const Picture& picture, const Action& action);

/// An action that was opened without a due time but with a rule, such as "V+30m" or "G3+60m", gets one as
/// soon as what the rule counts from is known, and loses it with that. Called by the folds of what rules
/// count from: for those that depend on a changed action, and for those of an incident that count from its
/// GRIP.
void reckon_dues(Picture& picture, const Recorded& fact, const ActionId& changed);
void reckon_dues(Picture& picture, const Recorded& fact, const IncidentId& incident);

} // namespace regiekamer::picture

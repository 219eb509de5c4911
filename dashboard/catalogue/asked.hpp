// What is asked of an evenement when it is registered, read from a calendar, or changed.
#pragma once

#include "dashboard/catalogue/requirements.hpp"
#include "dashboard/picture/public_events.hpp"

namespace regiekamer::catalogue {

/// The messages that `after` brings. Of an evenement that is new, or of which nothing was asked yet: all that
/// its class asks. Of one that is known: the deadlines of another date, the requirements of another class;
/// when neither changed, only what is not there (an import that was cut off, a requirement that a file now
/// adds or names otherwise). Deadlines and thresholds that somebody set for it stay. `before` is nullptr when
/// it is not known. What was asked before it got another date (by a feed, which asks nothing) counts anew.
std::vector<Body> newly_asked(const Requirements& requirements, const picture::PublicEvent* before,
                              const EventRegistered& after);

/// Whether deadlines count back from a date that it had before.
bool has_deadlines_of_before(const Requirements& requirements, const PublicEventId& id,
                             const picture::PublicEvent& event);

} // namespace regiekamer::catalogue

// Identifiers in words: the title of an action, the name of an evenement, of an overleg. What is not known is
// shown as its identifier.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::words {

std::string person(const picture::Picture& picture, const PersonId& id); ///< "K. de Wit"
/// Who is meant by a name as somebody types it: the person known by that name or identifier, else the text
/// itself.
PersonId person_named(const picture::Picture& picture, const std::string& name);
std::string decider(const picture::Picture& picture, const Who& who);    ///< "T. de Boer, leider CoPI"
std::string action(const picture::Picture& picture, const ActionId& id); ///< its title
std::string incident(const picture::Picture& picture, const IncidentId& id);
std::string public_event(const picture::Picture& picture, const PublicEventId& id);
std::string meeting(const picture::Picture& picture, const MeetingId& id); ///< "CoPI 2"
std::string requirement(const picture::Picture& picture, const PublicEventId& event, const RequirementId& id);

} // namespace regiekamer::words

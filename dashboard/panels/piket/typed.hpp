// What the dialogs of PIKET read from what was typed; each says what is wrong and what to do.
#pragma once

#include "dashboard/panels/drafts.hpp"

#include <optional>
#include <utility>

namespace regiekamer::panels::piket {

inline constexpr const char* date_hint = "15-6-2027 09:00";

/// Who is meant: a person by name or identifier, or by a part of the name that only one has; else the text.
PersonId person_meant(const Scene& scene, const std::string& typed);
/// Somebody of the roster so; none, and a complaint.
std::optional<PersonId> known_person(const Scene& scene, Drafts& drafts, const std::string& typed);
/// From and until, a date without time is 09:00; none, and a complaint, when one cannot be read, it ends
/// before it begins, or it is over.
std::optional<std::pair<Instant, Instant>> typed_period(const Scene& scene, Drafts& drafts,
                                                        const std::string& from, const std::string& until);

/// The functions of the roster as choices, and the one chosen.
std::vector<std::string> function_names(const Scene& scene);
Function function_at(const std::vector<std::string>& names, int chosen);

} // namespace regiekamer::panels::piket

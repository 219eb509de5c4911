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
/// From and until, a date without time is at `change`; none, and a complaint, when one cannot be read, it
/// ends before it begins, or it is over.
std::optional<std::pair<Instant, Instant>> typed_period(const Scene& scene, Drafts& drafts,
                                                        const std::string& from, const std::string& until,
                                                        minutes change);

/// Whether somebody can stand here: not who is away then, since the place would stay empty. False, and a
/// complaint.
bool is_there(const Scene& scene, Drafts& drafts, const PersonId& person,
              const std::pair<Instant, Instant>& times);

/// When piket changes of the first function that this person has by turns, else is registered for; none of
/// either has a rotation: the usual time.
struct Change {
    Function function; ///< empty: no function in particular
    minutes clock{};
};
Change change_of(const Scene& scene, const PersonId& person);
Change change_of(const Scene& scene, const Function& function);
/// "Een datum zonder tijd is 08:30: dan wisselt OvD-Bz."
std::string words_of(const Change& change);

/// The functions of the roster as choices, and the one chosen.
std::vector<std::string> function_names(const Scene& scene);
Function function_at(const std::vector<std::string>& names, int chosen);

} // namespace regiekamer::panels::piket

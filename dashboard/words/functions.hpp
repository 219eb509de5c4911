// The functions of the crisis organisation as everybody writes them (domain.md §3). A function is its text:
// "informatiemanager" and "Informatiemanager" would be two, so all that offers functions takes them from
// here.
#pragma once

#include "messaging/vocabulary/attendance.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::words {

/// Who may sit at a desk: all of them.
const std::vector<std::string>& functions();
/// Who may own an action.
const std::vector<std::string>& owners();
/// Who may decide on GRIP (domain.md §1).
const std::vector<std::string>& deciders();
/// Who decides as a rule on going from one level to another; an index into `deciders`.
int usual_decider(std::int64_t from, std::int64_t to);
/// Whether that one may by the ladder; another decision is written down all the same.
bool decides_as_a_rule(std::int64_t from, std::int64_t to, std::string_view name);

/// The process of bevolkingszorg that an owner works in (domain.md §4); empty: of none, such as the
/// burgemeester.
std::string_view process_of(const Function& owner);

/// A team as it is alerted: its opkomstnorm and the functions of bevolkingszorg in it (domain.md §2, §3).
struct TeamMembers {
    Team team;
    std::int64_t norm_minutes;
    std::vector<Function> functions;
};
const std::vector<TeamMembers>& teams();

/// The place of `name` in a list, upper and lower case alike; -1 when it is not there.
int place_in(const std::vector<std::string>& names, std::string_view name);

} // namespace regiekamer::words

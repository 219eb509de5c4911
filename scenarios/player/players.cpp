#include "scenarios/player/players.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::player {
namespace {

/// Who leads, scores or looks on, and who speaks for all that nobody plays.
bool stands_beside(const Function& function) {
    static constexpr std::array<std::string_view, 5> beside{"oefenleider", "oefenleiding", "waarnemer",
                                                            "meekijker", "responscel"};
    return std::find(beside.begin(), beside.end(), function.value) != beside.end();
}

} // namespace

void Players::observe(const Message& message) {
    if (const auto* started = std::get_if<ExerciseStarted>(&message.body))
        for (const ExerciseRole& role : started->roles)
            played_[role.function.value] = role.played;
    if (const auto* joined = std::get_if<DeskJoined>(&message.body); joined != nullptr && message.function)
        desks_[joined->desk.value] = message.function->value;
    if (const auto* left = std::get_if<DeskLeft>(&message.body)) desks_.erase(left->desk.value);
    if (message.function && stands_beside(*message.function)) leads_.insert(message.source);
}

bool Players::says(const Message& message) const {
    if (message.source.starts_with("scenario/") || !message.function) return false;
    if (message.person && message.person->value == simulated_person) return false;
    if (stands_beside(*message.function)) return false;
    if (!played_.contains(message.function->value)) return !leads_.contains(message.source);
    return plays(*message.function);
}

bool Players::plays(const Function& function) const {
    const auto role = played_.find(function.value);
    return (role != played_.end() && role->second) ||
           std::any_of(desks_.begin(), desks_.end(),
                       [&](const auto& desk) { return desk.second == function.value; });
}

} // namespace regiekamer::player

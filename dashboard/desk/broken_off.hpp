// An exercise that a crash broke off: the same command goes on with it, where it was.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace regiekamer::desk {

/// The newest run of this very scenario in the folder that nobody closed, ended or has open, and that was
/// still going on today: the user who starts it again wants to go on. None: there is no such run.
/// A program that was killed may hold its journal for some seconds more, on a busy machine for many: that is
/// waited for, since who begins anew meanwhile has lost the exercise. Who lives says so each second, and is
/// not waited for.
std::optional<std::filesystem::path> broken_off(const std::filesystem::path& folder,
                                                const player::Scenario& scenario, Instant now,
                                                milliseconds patience = seconds{30});

/// The same of a branch that this desk made of the exercise on a shared hub: `parent` is the uuid of that
/// hub's journal, beside which the branch stands in one of the folders.
std::optional<std::filesystem::path> broken_off_branch(std::span<const std::filesystem::path> folders,
                                                       const std::string& parent,
                                                       const player::Scenario& scenario, Instant now,
                                                       milliseconds patience = seconds{30});

/// Leaves a sign of life beside the journal of an exercise that this program has open: the time of its lock
/// file. A crash says nothing, and the last message may be of long ago.
void still_alive(const std::filesystem::path& journal);
/// The last sign of life; none: there never was any.
std::optional<Instant> last_alive(const std::filesystem::path& journal);
/// Waits until nobody has the journal open, at most so long, or until who has it gives a sign of life. False:
/// somebody has.
bool comes_free(const std::filesystem::path& journal, milliseconds patience = seconds{5});

} // namespace regiekamer::desk

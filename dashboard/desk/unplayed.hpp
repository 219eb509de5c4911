// An exercise whose journal is opened without its scenario: the clock runs on, and nobody tells the rest.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace regiekamer::desk {

/// What to say of an exercise that goes on in this journal and that no player of this window plays: how to go
/// on with it. Nothing of one that has ended, or that never began.
std::optional<std::string> words_of_unplayed(const picture::Picture& picture,
                                             const std::filesystem::path& journal);

/// Why the player of this window gave up, and what to do.
std::string words_of_failed_player(const Problem& problem);

} // namespace regiekamer::desk

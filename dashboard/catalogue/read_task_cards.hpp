// From files to task cards.
#pragma once

#include "dashboard/catalogue/task_cards.hpp"
#include "messaging/tables/file.hpp"

namespace regiekamer::catalogue {

/// One card, strictly: unknown keys and owners are named with the nearest known one, a misread time to its
/// letter.
tables::Read<TaskCard> read_task_card(const std::filesystem::path& file, const toml::table& root);

/// `taskcards/*.toml` of both folders; the user's file of the same name replaces. A card that is wrong, or
/// has the nr of one that is there, is left out whole.
TaskCards load_task_cards(const std::filesystem::path& program, const std::filesystem::path& user,
                          std::vector<tables::Error>& complaints);

} // namespace regiekamer::catalogue

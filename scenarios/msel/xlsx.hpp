// The draaiboek as an Excel file, set to print on A4.
#pragma once

#include "scenarios/msel/sheet.hpp"

#include <filesystem>

namespace regiekamer::msel {

/// Sheets Draaiboek, Doelen, Rollen and Feiten. A Problem when the file cannot be written; an old file of
/// that name is replaced only by a whole one.
Result<void> write_xlsx(const player::Scenario& scenario, const std::filesystem::path& file);

} // namespace regiekamer::msel

// Who was exercised in what, read from the journal of an exercise: each person at a desk in a role that was
// played becomes a record of training for the real crisis organisation.
#pragma once

#include "messaging/feeds/import.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <filesystem>

namespace regiekamer::feeds {

/// One record a person and function, under the person's name: identifiers of an exercise mean nothing outside
/// it. A journal of real work, or one in which no exercise was started, is a Problem.
Result<Import> read_exercise_journal(const std::filesystem::path& file);

} // namespace regiekamer::feeds

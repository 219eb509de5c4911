// Aftakken: a new run of an exercise from one of its moments, with its whole history and the same people. The
// run that it leaves stays as it is, in its own journal.
#pragma once

#include "dashboard/panels/scene.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace regiekamer::desk {

struct NewBranch {
    std::filesystem::path journal; ///< a new file beside the parent's, with the same beginning
    std::string first;             ///< the event that a hub on it must be told before anybody plays on
};

/// Makes a branch of an exercise's journal after message `upto`. `then`: the picture of that moment, `at` its
/// exercise time, where the branch's clock stands still at first; `who` branches off. The parent may be in
/// use. A Problem before the exercise began, and after it ended.
Result<NewBranch> branch_off(const std::filesystem::path& journal, Sequence upto,
                             const picture::Picture& then, Instant at, const panels::User& who);

/// The journal of the hub that this desk shares, if it lies in one of these folders. The desk's own copy has
/// no salts, and a branch keeps them (design.md, decision 4).
std::optional<std::filesystem::path> hub_journal(const std::string& uuid,
                                                 std::span<const std::filesystem::path> folders);
/// A Problem when the file is not that journal.
Result<std::filesystem::path> same_journal(const std::filesystem::path& file, const std::string& uuid);

} // namespace regiekamer::desk

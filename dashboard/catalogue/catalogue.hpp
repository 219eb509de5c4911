// All that a desk may set at once, read from files once at the start: those of the program, and in their
// place those of the user with the same name.
#pragma once

#include "dashboard/catalogue/read_posts.hpp"
#include "dashboard/catalogue/requirements.hpp"
#include "dashboard/catalogue/task_cards.hpp"
#include "dashboard/words/page_words.hpp"
#include "messaging/tables/error.hpp"

#include <filesystem>

namespace regiekamer::catalogue {

struct Catalogue {
    TaskCards cards;
    Requirements requirements;
    Posts posts; ///< of the lokale crisisorganisatie
    words::CapcodeNames capcodes;
};

struct Loaded {
    Catalogue catalogue;
    std::vector<tables::Error> complaints; ///< what was left out and why; the desk goes on without
};

/// Reads the folders `taskcards`, `requirements` and `organisation` of both. What is wrong in a user's file
/// leaves that file out, and the program's own of that name counts.
Loaded load(const std::filesystem::path& assets, const std::filesystem::path& config);

} // namespace regiekamer::catalogue

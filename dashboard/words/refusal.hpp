// Why something that the user did was not recorded, in a sentence that says what to do.
#pragma once

#include "messaging/tables/error.hpp"
#include "messaging/vocabulary/message.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <vector>

namespace regiekamer::words {

/// A Problem is English and for who looks into it; the person at the desk needs to know what now.
std::string refusal(const Problem& problem);
/// Why a hub will not have this desk, in a few words for the header.
std::string no_link(const Problem& problem);
/// Why a function may not say a type, and whose it is; empty: it may (messaging/rights).
std::string not_allowed(const Function& function, std::string_view type);

/// Files that people may edit and that were left out for what is wrong in them: the first complaint, and how
/// many more.
std::string left_out(const std::vector<tables::Error>& complaints);

} // namespace regiekamer::words
